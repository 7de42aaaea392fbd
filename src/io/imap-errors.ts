/** What imapflow and the system beneath it throw, as a MailboxError. */
import { MailboxError, type MailboxTrouble } from '../world.ts';
import { withoutOpenSsl } from './tls-words.ts';

interface ImapTrouble extends Error {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly serverResponseCode?: string;
  readonly responseStatus?: string;
  readonly responseText?: string;
  readonly mailboxMissing?: boolean;
}

/** The connection is gone; the same thing may go well on another. */
const LOST = new Set([
  'NoConnection',
  'EConnectionClosed',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ETIMEOUT',
  'StateLogout',
  'NoMailboxSelected',
]);

/** Whether the connection is gone, and another one may do better. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return LOST.has(code) || isUnreadable(error);
}

/** An answer of the server that could not be parsed; the library closes the connection then. */
function isUnreadable(error: unknown): boolean {
  return /^(?:ParserError|MAX_IMAP_NESTING|LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooMany|ResponseProcessing)/.test(
    codeOf(error),
  );
}

/** What is none of the mailbox's troubles stays as it is. */
export function asMailboxError(error: unknown): unknown {
  if (error instanceof MailboxError || !(error instanceof Error)) return error;
  const trouble = troubleOf(error as ImapTrouble);
  return trouble ? new MailboxError(trouble, detailOf(error as ImapTrouble)) : error;
}

function troubleOf(error: ImapTrouble): MailboxTrouble | undefined {
  const code = error.code ?? '';
  if (error.authenticationFailed) {
    // RFC 5530: these say that the login may well be right.
    return ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'].includes(error.serverResponseCode ?? '')
      ? 'unreachable'
      : 'login-refused';
  }
  if (error.mailboxMissing) return 'no-folder';
  if (/STARTTLS/.test(error.message)) return 'no-starttls';
  if (/^ERR_SSL|^EPROTO$|^GREETING_TIMEOUT$|^ClosedAfterConnect|^InvalidResponse$/.test(code)) {
    return 'not-imap';
  }
  if (/CERT|UNABLE_TO|SIGNATURE|^HOSTNAME_MISMATCH$/.test(code)) return 'certificate';
  if (error.responseStatus === 'NO' || error.responseStatus === 'BAD') return 'refused';
  if (isUnreadable(error)) return 'not-imap';
  if (LOST.has(code) || /^E[A-Z_]+$|^(?:CONNECT|UPGRADE)_TIMEOUT$/.test(code)) return 'unreachable';
  return undefined;
}

function detailOf(error: ImapTrouble): string {
  const { responseText, message, code = '' } = error;
  return (responseText || withoutOpenSsl(message) || code).slice(0, 300);
}

function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as ImapTrouble).code ?? '') : '';
}
