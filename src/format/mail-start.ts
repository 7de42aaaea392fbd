/**
 * The first kilobytes of a mail, read fast and roughly: enough to leave alone what cannot concern
 * a meeting. The mails that may are parsed whole (incoming-mail.ts). Never throws; anything may
 * stand in a mail.
 */

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

const WANTED =
  /^(?:message-id|in-reply-to|references|subject|from|reply-to|sender|return-path|auto-submitted|precedence|list-id|list-unsubscribe|content-type|content-transfer-encoding|content-class|x-failed-recipients):/i;

export function readMailStart(start: Uint8Array): MailStart {
  const raw = latin1(start);
  const end = /\r?\n\r?\n/.exec(raw);
  const fields = fieldsOf(end ? raw.slice(0, end.index) : raw);
  const field = (name: string) => fields.get(name) ?? '';
  const body = end ? raw.slice(end.index + end[0].length) : '';
  const type = field('content-type').toLowerCase();
  const text = beginningOfText(body, type, field('content-transfer-encoding'), 0);
  const id = idsIn(field('message-id'))[0];
  const senders = ['from', 'reply-to', 'sender'].flatMap((name) => addressesIn(field(name)));
  const automatic = field('auto-submitted').toLowerCase();
  return {
    ...(id !== undefined && { messageId: id }),
    answers: idsIn(`${field('in-reply-to')} ${field('references')}`),
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
      /text\/calendar|application\/ics|BEGIN:VCALENDAR/i.test(body),
    text,
    unclear: !end || (body.trim() !== '' && text.trim() === ''),
  };
}

function fieldsOf(header: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of header.split(/\r?\n(?![ \t])/)) {
    if (!WANTED.test(line)) continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    // The first counts, as in most clients.
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).replace(/\r?\n[ \t]+/g, ' '));
  }
  return fields;
}

function idsIn(value: string): readonly string[] {
  return [...value.slice(0, 20_000).matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = '']) => id);
}

function addressesIn(value: string): readonly string[] {
  return [...value.slice(0, 2_000).matchAll(/[^\s<>,;:"()]{1,200}@[^\s<>,;:"()]{1,250}/g)].map(
    ([address]) => address.toLowerCase(),
  );
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

/** The first part that holds text, decoded; without tags where it is HTML. */
function beginningOfText(body: string, type: string, encoding: string, depth: number): string {
  if (type.startsWith('multipart/') || type.trim().startsWith('multipart/')) {
    if (depth === PARTS_DEEP) return '';
    const boundary = /boundary\s*=\s*(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(type);
    const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
    // The parameter was lowered with the type; the mark in the body was not.
    const at = body.toLowerCase().indexOf(mark);
    const part = at === -1 ? body : body.slice(at + mark.length).replace(/^[^\n]*\n/, '');
    const end = /\r?\n\r?\n/.exec(part);
    if (!end) return '';
    const fields = fieldsOf(part.slice(0, end.index));
    return beginningOfText(
      part.slice(end.index + end[0].length),
      (fields.get('content-type') ?? 'text/plain').trim().toLowerCase(),
      fields.get('content-transfer-encoding') ?? '',
      depth + 1,
    );
  }
  if (type.trim() !== '' && !type.trim().startsWith('text/')) return '';
  const [coded = ''] = body.split(/\r?\n--/, 1);
  const way = encoding.trim().toLowerCase();
  const bytes =
    way === 'base64'
      ? fromBase64(coded)
      : way === 'quoted-printable'
        ? fromQuotedPrintable(coded)
        : coded;
  const text = decode(bytes, /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? '');
  return type.includes('html') ? withoutTags(text) : text;
}

function withoutTags(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*(?:>|$)/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Bytes as characters 0 to 255. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
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
function decode(bytes: string, charset: string): string {
  if (/^(?:iso-8859|windows-125|latin)/i.test(charset)) return bytes;
  // The last character may be cut through.
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  const broken = text.indexOf('\ufffd');
  return broken === -1 || broken >= text.length - 3 ? text : bytes;
}
