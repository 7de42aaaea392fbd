/**
 * The first kilobytes of a mail, read fast and roughly: enough to leave alone what cannot concern
 * a meeting. The mails that may are parsed whole (incoming-mail.ts). Never throws; anything may
 * stand in a mail.
 */
import { isMessageId, messageIdsIn } from './mail-fields.ts';

/** What the first bytes tell. */
export interface MailStart {
  /** Message-ID without angle brackets. */
  readonly messageId?: string;
  /** Message-IDs in In-Reply-To and References. */
  readonly answers: readonly string[];
  readonly subject: string;
  /** Addresses in From, Reply-To and Sender, lower case. */
  readonly senders: readonly string[];
  /** A list, a newsletter or a machine wrote it. */
  readonly byMachine: boolean;
  /** It reports on the delivery of another mail. */
  readonly aboutDelivery: boolean;
  /** An answer by calendar may be in it. */
  readonly calendar: boolean;
  /** The beginning of its text. */
  readonly text: string;
  /** The header or the first text does not end in these bytes, or they hold none of the text. */
  readonly unclear: boolean;
}

const WANTED: ReadonlySet<string> = new Set([
  'message-id',
  'in-reply-to',
  'references',
  'subject',
  'from',
  'reply-to',
  'sender',
  'return-path',
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'content-type',
  'content-transfer-encoding',
  'content-class',
  'x-failed-recipients',
]);

/** `start` may end anywhere in the mail. */
export function readMailStart(start: Uint8Array): MailStart {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  // A character for each byte, so that a place in the one is a place in the other.
  const raw = bytes.toString('latin1');
  const end = emptyLine(raw, 0);
  const fields = fieldsOf(raw, 0, end?.from ?? raw.length);
  const field = (name: string) => fields.get(name) ?? '';
  const body = end?.to ?? raw.length;
  const type = field('content-type').toLowerCase();
  const text = end ? beginningOfText({ bytes, raw }, body, fields, 0) : '';
  const id = messageIdsIn(field('message-id')).find(isMessageId);
  const senders = ['from', 'reply-to', 'sender'].flatMap((name) => addressesIn(field(name)));
  const automatic = field('auto-submitted').toLowerCase();
  return {
    ...(id !== undefined && { messageId: id }),
    answers: messageIdsIn(`${field('in-reply-to')} ${field('references')}`),
    subject: decodeWords(field('subject')),
    senders,
    byMachine:
      (automatic !== '' && !automatic.startsWith('no')) ||
      /bulk|list|junk|auto/i.test(field('precedence')) ||
      fields.has('list-id') ||
      fields.has('list-unsubscribe'),
    aboutDelivery:
      /^\s*<\s*>/.test(field('return-path')) ||
      fields.has('x-failed-recipients') ||
      type.includes('multipart/report') ||
      senders.some((address) => /^(?:mailer-daemon|postmaster|mailerdaemon)@/.test(address)),
    calendar:
      type.includes('text/calendar') ||
      /calendar/i.test(field('content-class')) ||
      /text\/calendar|application\/ics|BEGIN:VCALENDAR/i.test(raw.slice(body)),
    text,
    unclear: !end || (!/\S/.test(text) && /\S/.test(raw.slice(body))),
  };
}

/** The first of the empty lines from `at` on: where what is before it ends, and where it ends itself. */
function emptyLine(raw: string, at: number): { from: number; to: number } | undefined {
  for (let end = raw.indexOf('\n', at); end !== -1; end = raw.indexOf('\n', end + 1)) {
    const next = raw[end + 1] === '\r' ? end + 2 : end + 1;
    if (raw[next] === '\n') return { from: lineEnd(raw, at, end), to: next + 1 };
  }
  return undefined;
}

/** Where the line that the line feed at `end` closes has its last letter. */
function lineEnd(raw: string, at: number, end: number): number {
  return end > at && raw[end - 1] === '\r' ? end - 1 : end;
}

/** The fields we want of a header, unfolded; of each the first, as in most clients. */
function fieldsOf(raw: string, from: number, to: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (let at = from; at < to;) {
    let end = raw.indexOf('\n', at);
    while (end !== -1 && (raw[end + 1] === ' ' || raw[end + 1] === '\t')) {
      end = raw.indexOf('\n', end + 1);
    }
    const last = end === -1 || end >= to ? to : lineEnd(raw, at, end);
    const colon = raw.indexOf(':', at);
    if (colon !== -1 && colon < last) {
      const name = raw.slice(at, colon).toLowerCase();
      if (WANTED.has(name) && !fields.has(name)) {
        fields.set(name, raw.slice(colon + 1, last).replace(/\r?\n[ \t]+/g, ' '));
      }
    }
    at = end === -1 ? to : end + 1;
  }
  return fields;
}

const ADDRESS = /[^\s<>,;:"()]{1,200}@[^\s<>,;:"()]{1,250}/g;

function addressesIn(value: string): readonly string[] {
  return (value.slice(0, 2_000).match(ADDRESS) ?? []).map((address) => address.toLowerCase());
}

/** RFC 2047, as far as subjects go; bare UTF-8 as well. */
export function decodeWords(value: string): string {
  return decode(value.slice(0, 4_000), '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w.:-]{1,40})(?:\*[\w-]{1,10})?\?([bq])\?([^?\s]{0,1000})\?=/gi,
      (_, charset: string, kind: string, coded: string) =>
        decode(
          kind.toLowerCase() === 'b'
            ? fromBase64(coded)
            : fromQuotedPrintable(coded.replaceAll('_', ' ')),
          charset,
        ),
    )
    .trim();
}

const PARTS_DEEP = 4;

/** A mail as bytes, and as a character for each of them. */
interface Mail {
  readonly bytes: Buffer;
  readonly raw: string;
}

/** The first part that holds text, decoded; without tags where it is HTML. `at`: below `fields`. */
function beginningOfText(
  mail: Mail,
  at: number,
  fields: ReadonlyMap<string, string>,
  depth: number,
): string {
  const { raw } = mail;
  const type = (fields.get('content-type') ?? (depth > 0 ? 'text/plain' : '')).trim().toLowerCase();
  if (type.startsWith('multipart/')) {
    if (depth === PARTS_DEEP) return '';
    const boundary = /boundary\s*=\s*(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(type);
    const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
    // The parameter was lowered with the type; the mark in the body was not.
    const marked = raw.toLowerCase().indexOf(mark, at);
    const part = marked === -1 ? at : lineAfter(raw, marked + mark.length);
    const end = emptyLine(raw, part);
    if (!end) return '';
    return beginningOfText(mail, end.to, fieldsOf(raw, part, end.from), depth + 1);
  }
  if (type !== '' && !type.startsWith('text/')) return '';
  const closing = raw.indexOf('\n--', at);
  const end = closing === -1 ? raw.length : lineEnd(raw, at, closing);
  const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? '';
  const text = decodedText(mail, at, end, fields.get('content-transfer-encoding') ?? '', charset);
  return type.includes('html') ? withoutTags(text) : text;
}

/** Where the line after the one with `at` in it begins. */
function lineAfter(raw: string, at: number): number {
  const end = raw.indexOf('\n', at);
  return end === -1 ? at : end + 1;
}

function decodedText(
  { bytes, raw }: Mail,
  from: number,
  to: number,
  encoding: string,
  charset: string,
): string {
  const coded = raw.slice(from, to);
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return decode(fromBase64(coded), charset);
    case 'quoted-printable':
      return decode(fromQuotedPrintable(coded), charset);
    default:
      return decode(coded, charset, bytes.subarray(from, to));
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*(?:>|$)/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
}

function fromBase64(coded: string): string {
  return Buffer.from(coded, 'base64').toString('latin1');
}

function fromQuotedPrintable(coded: string): string {
  return coded
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** As UTF-8 where it is, else as it stands: Latin-1 is near enough for finding words. */
function decode(coded: string, charset: string, bytes?: Buffer): string {
  if (!BEYOND_ASCII.test(coded) || /^(?:iso-8859|windows-125|latin)/i.test(charset)) return coded;
  const text = (bytes ?? Buffer.from(coded, 'latin1')).toString('utf8');
  // The last character may be cut through.
  const broken = text.indexOf('\ufffd');
  return broken === -1 || broken >= text.length - 3 ? text : coded;
}

const BEYOND_ASCII = /[\x80-\xff]/;
