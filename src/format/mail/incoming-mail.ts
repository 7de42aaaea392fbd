/** A mail that came in, parsed (RFC 5322, MIME), with what matters here laid out flat. */
import type { Correspondent } from '../address.ts';
import type { Attachment } from 'mailparser';
import { htmlToText } from './html-text.ts';
import { isMessageId, messageIdsIn, readFields } from './mail-fields.ts';
import { correspondentsIn } from './correspondents.ts';
import { required } from '../required.ts';

const { simpleParser } = required('mailparser') as typeof import('mailparser');

export interface IncomingMail {
  /** Without angle brackets, as all Message-IDs here. */
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** ISO; absent where the Date cannot be read. */
  readonly date?: string;
  readonly from?: Correspondent;
  readonly replyTo: readonly Correspondent[];
  readonly sender?: Correspondent;
  readonly to: readonly string[];
  readonly subject: string;
  /** The raw values of a header field, unfolded, in order. */
  header(name: string): readonly string[];
  /** Whether the name of a header field begins so. */
  hasHeaderStarting(start: string): boolean;
  /** Lower case, without parameters; that of the whole mail. */
  readonly contentType: string;
  /** What the plain text says; else what the HTML shows, its quotations left out. */
  readonly text: string;
  readonly calendars: readonly { readonly method?: string; readonly text: string }[];
  /** message/delivery-status, one a report. */
  readonly reports: readonly string[];
  /** Returned mails or their headers. */
  readonly returned: readonly string[];
  /** Content types of what is attached. */
  readonly attached: readonly string[];
}

/** More than this of a text is not read: nobody writes it by hand. */
const TEXT_READ = 200_000;
const CALENDAR_READ = 200_000;
const RETURNED_READ = 100_000;
const MANY = 100;

/** Without a year it is none: of "garbage 5" Date would make a day in 2001. */
function dateIn(text: string): Date {
  const hasYear = /\b(?:19|20)\d\d\b|\b\d{1,2}[ -][a-z]{3}[ -]\d\d\b/i.test(text);
  return new Date(hasYear ? text : Number.NaN);
}

/** Parses the bytes; a mail that holds nothing readable is an Error. */
export async function parseMail(bytes: Uint8Array): Promise<IncomingMail> {
  const { values: header, hasHeaderStarting, lean } = readFields(bytes);
  const parsed = await simpleParser(Buffer.from(lean.buffer, lean.byteOffset, lean.byteLength), {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    // Nobody asks for one, and files are large.
    checksumAlgo: false,
  });
  const parts = parsed.attachments.slice(0, MANY);
  const html = parsed.html || '';
  const plain = parsed.text ?? (html === '' && parts.length === 0 ? bodyOf(bytes) : '');
  // A type that cannot be read ("text/plain charset=…") makes an attachment of the text.
  const strays = textsIn(parts, /^text\/plain\W/, TEXT_READ);
  const fromHtml = plain.trim() === '' && html !== '';
  return {
    ...fromHeader(header),
    subject: (parsed.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 1_000),
    header,
    hasHeaderStarting,
    text: [...strays, fromHtml ? await htmlToText(html) : plain.slice(0, TEXT_READ)].join('\n'),
    calendars: calendarsIn(parts),
    reports: textsIn(parts, /^message\/(?:global-)?delivery-status$/, RETURNED_READ),
    returned: textsIn(
      parts,
      /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/,
      RETURNED_READ,
    ),
    attached: parts.map(({ contentType }) => contentType),
  };
}

/** What the fields say by themselves. */
function fromHeader(header: IncomingMail['header']) {
  const named = header('message-id');
  const messageId = [...messageIdsIn(named.join(' ')), ...named.map((value) => value.trim())].find(
    isMessageId,
  );
  const first = (name: string) => header(name).slice(0, 1).flatMap(correspondentsIn);
  const [from] = first('from');
  const [sender] = first('sender');
  const date = dateIn(header('date')[0] ?? '');
  const [type = ''] = (header('content-type')[0] ?? 'text/plain').split(';');
  return {
    ...(messageId !== undefined && { messageId: messageId.slice(0, 500) }),
    inReplyTo: messageIdsIn(header('in-reply-to').join(' ')),
    references: messageIdsIn(header('references').join(' ')),
    ...(!Number.isNaN(date.getTime()) && { date: date.toISOString() }),
    ...(from && { from }),
    replyTo: first('reply-to'),
    ...(sender && { sender }),
    to: header('to')
      .flatMap(correspondentsIn)
      .map(({ address }) => address),
    contentType: type.trim().toLowerCase(),
  };
}

function textsIn(parts: readonly Attachment[], types: RegExp, limit: number): readonly string[] {
  return parts
    .filter(({ contentType }) => types.test(contentType))
    .map(({ content }) => latin1OrUtf8(content.subarray(0, limit)));
}

function calendarsIn(parts: readonly Attachment[]): IncomingMail['calendars'] {
  return parts
    .filter(({ contentType }) => /^(?:text\/calendar|application\/ics)$/.test(contentType))
    .map(({ headers, content }) => {
      const { params } = (headers.get('content-type') ?? {}) as {
        params?: Record<string, string>;
      };
      return {
        ...(params?.['method'] && { method: params['method'].toUpperCase() }),
        text: latin1OrUtf8(content.subarray(0, CALENDAR_READ)),
      };
    });
}

/** Of a mail whose parts stand behind another boundary than its header names: the bytes, as text. */
function bodyOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, TEXT_READ));
  const text = latin1OrUtf8(whole).replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  return end === -1 ? '' : text.slice(end + 2);
}

/** UTF-8 where it is; else a character a byte. */
function latin1OrUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
