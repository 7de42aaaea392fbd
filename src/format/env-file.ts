/** .env: where the mailbox is, and how one gets into it. */

export const ENV_FILE = '.env';

export interface ServerLogin {
  /** As `smtps://send.one.com:465`. */
  readonly url: string;
  readonly user: string;
  /** Empty where it is to be filled in later. */
  readonly password: string;
}

export interface MailboxAccess {
  readonly smtp: ServerLogin;
  /** Absent where the mailbox cannot be read. */
  readonly imap?: ServerLogin;
}

/** Lines `NAME=value`; quotes around a value, `export` before a name and `#` lines are understood. */
export function readEnv(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const line of linesOf(text)) {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    values[name] = /^"(?:.*)"$|^'(?:.*)'$/.test(value) ? value.slice(1, -1) : value;
  }
  return values;
}

const LINE = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/;

/** Lines that say nothing: neither empty, nor a comment, nor `NAME=value`; by their number, from 1. */
export function strayLines(text: string): readonly number[] {
  return linesOf(text).flatMap((line, index) =>
    /^\s*(?:#.*)?$/.test(line) || LINE.test(line) ? [] : [index + 1],
  );
}

/** A first .env. */
export function envFile(comment: readonly string[], access: MailboxAccess): string {
  return [...comment.map((line) => `# ${line}`), ...lines(access), ''].join('\n');
}

/** An .env with another mailbox in it; whatever else stands there stays. */
export function withMailbox(text: string, access: MailboxAccess): string {
  const others = linesOf(text).filter(
    (line) =>
      !/^(?:MIKRONET_)(?:(?:SMTP|IMAP)_)?(?:URL|USER|PASSWORD)$/.test(LINE.exec(line)?.[1] ?? ''),
  );
  while (others.at(-1)?.trim() === '') others.pop();
  return [...others, ...lines(access), ''].join('\n');
}

function lines({ smtp, imap }: MailboxAccess): readonly string[] {
  const login = (prefix: string, { user, password }: ServerLogin) => [
    setting(`${prefix}USER`, user),
    setting(`${prefix}PASSWORD`, password),
  ];
  const one = !imap || (imap.user === smtp.user && imap.password === smtp.password);
  return [
    setting('SMTP_URL', smtp.url),
    ...(imap ? [setting('IMAP_URL', imap.url)] : []),
    ...(one ? login('', smtp) : [...login('SMTP_', smtp), ...login('IMAP_', imap)]),
  ];
}

function setting(name: string, value: string): string {
  return `MIKRONET_${name}=${quoted(value)}`;
}

/** Quotation marks only where reading would take something away. */
function quoted(value: string): string {
  return /^["'\s]|["'\s]$/.test(value) ? `"${value}"` : value;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}
