/**
 * The folder of sent mails: proof for a message in doubt, and the place for a copy of what was
 * sent. Only Gmail and Microsoft 365 file sent mails there by themselves; elsewhere we do, after
 * the server's 250. So a message that is found there was sent; one that is not proves nothing.
 */
import type { FactDraft } from '../domain/facts.ts';
import { MailboxError, type Mailbox, type MailFolder, type Transport } from '../world.ts';

/** A message whose content may have been taken, and no answer came. */
export interface Doubtful {
  readonly message: string;
  readonly network: string;
  readonly address: string;
  readonly mailing: string;
}

/** By special use (RFC 6154), else by the names that mail programs give it. */
export function sentFolder(folders: readonly MailFolder[]): string | undefined {
  const byUse = folders.find(({ specialUse }) => specialUse === '\\Sent');
  return (byUse ?? folders.find(({ path }) => SENT.test(path)))?.path;
}

const SENT =
  /(?:^|[./])(?:sent|sent (?:items|mail|messages)|sendt|sendt post|sendte (?:elementer|mails?|beskeder)|gesendet|gesendete (?:elemente|objekte)|skickat|skickade objekt|sendte? e-post)$/i;

/** A fact for each message in doubt that stands in the Sent folder. */
export async function evidenceInSent(
  mailbox: Mailbox,
  doubtful: readonly Doubtful[],
): Promise<readonly FactDraft[]> {
  if (doubtful.length === 0) return [];
  const folder = sentFolder(await mailbox.folders());
  if (folder === undefined) return [];
  const found = new Set(
    await mailbox.findMessageIds(
      folder,
      doubtful.map(({ message }) => message),
    ),
  );
  return doubtful
    .filter(({ message }) => found.has(message))
    .map(({ message, network, address, mailing }) => ({
      type: 'message-sent',
      message,
      network,
      address,
      mailing,
      evidence: 'sent-folder',
    }));
}

/** Takes the bytes of what was sent, after the 250. A copy that cannot be kept never stops a run. */
export interface SentCopies {
  /** Copies are filed one after the other; resolves at once, unless many are waiting. */
  keep(bytes: Uint8Array): Promise<void>;
  /** Waits for the copies under way; how many could not be filed, and why: else there is no such folder. */
  close(): Promise<{ readonly failed: number; readonly why?: string }>;
}

const NO_COPIES: SentCopies = {
  keep: () => Promise.resolve(),
  close: () => Promise.resolve({ failed: 0 }),
};

/** Providers that file what is sent through them, by the SMTP server's name. */
const KEEP_THEIR_OWN = /(?:^|\.)(?:gmail|google|googlemail|office365|outlook|hotmail|live)\.com$/i;

/** A mailbox slower than the sending would else fill the memory. */
const MOST_WAITING = 50;

/** After so many failures in a row the mailbox is left in peace. */
const PATIENCE = 2;

/**
 * Copies into the Sent folder of `mailbox`, opened with the first copy; none where the provider of
 * `smtpHost` keeps its own.
 */
export function sentCopies(openMailbox: () => Promise<Mailbox>, smtpHost: string): SentCopies {
  if (KEEP_THEIR_OWN.test(smtpHost)) return NO_COPIES;
  let queue: Promise<void> = Promise.resolve();
  let opened: Promise<Mailbox> | undefined;
  let folder: Promise<string | undefined> | undefined;
  let waiting = 0;
  let failed = 0;
  let inARow = 0;
  let why: string | undefined;

  const file = async (bytes: Uint8Array) => {
    if (inARow >= PATIENCE) {
      failed += 1;
      return;
    }
    try {
      const mailbox = await (opened ??= openMailbox());
      const path = await (folder ??= mailbox.folders().then(sentFolder));
      if (path === undefined) failed += 1;
      else await mailbox.append(path, bytes);
      inARow = 0;
    } catch (error) {
      failed += 1;
      inARow += 1;
      why = error instanceof MailboxError ? error.detail : String(error);
    }
  };
  return {
    async keep(bytes) {
      waiting += 1;
      queue = queue.then(() => file(bytes)).finally(() => (waiting -= 1));
      if (waiting > MOST_WAITING) await queue;
    },
    async close() {
      await queue;
      await opened?.then((mailbox) => mailbox.close()).catch(() => {});
      return { failed, ...(why !== undefined && { why }) };
    },
  };
}

/**
 * A transport whose messages are also filed as copies. When it closes, the copies are all there,
 * or `failed` is told once how many are not: what was sent stays sent.
 */
export function keepingCopies(
  transport: Transport,
  copies: SentCopies,
  failed: (count: number, why: string | undefined) => void,
): Transport {
  return {
    connections: transport.connections,
    connectAhead: (messages) => transport.connectAhead?.(messages),
    async send(message, beforeContent) {
      const outcome = await transport.send(message, beforeContent);
      if (outcome.kind === 'sent') await copies.keep(message.bytes);
      return outcome;
    },
    async close() {
      await transport.close();
      const ended = await copies.close();
      if (ended.failed > 0) failed(ended.failed, ended.why);
    },
  };
}
