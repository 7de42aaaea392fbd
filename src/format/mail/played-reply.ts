/**
 * A reply as one of the demo's cast writes it, from an invitation that was really received. Its
 * template is a mail with marks: `{{subject}}`, `{{quoted}}`, `{{uid}}` … stand for what the
 * invitation holds, `{{yes Antal}}` for a line of the mail that its yes-button opens.
 */
import { simpleParser } from 'mailparser';
import { addressField, textField } from './header-field.ts';

/** What a replier has before her. */
export type Received = ReadonlyMap<string, string>;

/** Reads an invitation as her mail program does. */
export async function readInvitation(bytes: Uint8Array): Promise<Received> {
  const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true });
  const { text = '', html = '', subject = '', messageId = '', attachments } = mail;
  const calendar = new TextDecoder().decode(
    attachments.find(({ contentType }) => contentType === 'text/calendar')?.content,
  );
  const ofCalendar = (name: string) =>
    new RegExp(String.raw`^${name}:(.*)$`, 'm').exec(calendar.replaceAll(/\r?\n /g, ''))?.[1] ?? '';
  const values: Record<string, string> = {
    organizer: mail.from?.value[0]?.address ?? '',
    subject,
    'message-id': messageId.replaceAll(/[<>]/g, ''),
    headers: mail.headerLines.map(({ line }) => line).join('\n'),
    text: text.trimEnd(),
    quoted: text
      .trimEnd()
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n'),
    uid: ofCalendar('UID'),
    sequence: ofCalendar('SEQUENCE'),
    dtstart: ofCalendar('DTSTART'),
    dtend: ofCalendar('DTEND'),
    summary: ofCalendar('SUMMARY'),
  };
  return new Map([...Object.entries(values), ...linesOfYes(html || '')]);
}

/** The subject and the lines of the first prefilled answer, each by its label. */
function linesOfYes(html: string): readonly (readonly [string, string])[] {
  const [, query = ''] = /href="mailto:[^"?]*\?([^"]*)"/.exec(html) ?? [];
  const fields = new Map(
    query
      .replaceAll('&amp;', '&')
      .split('&')
      .map((field) => {
        const [name = '', value = ''] = field.split('=');
        return [name, decodeURIComponent(value)];
      }),
  );
  const lines = (fields.get('body') ?? '').split(/\r\n|\n/).map((line) => line.trimEnd());
  return [
    ['yes subject', fields.get('subject') ?? ''],
    ...lines.flatMap((line) => {
      const label = /^(?:[A-Z]\.|[^:]+)/.exec(line)?.[0];
      return label === undefined ? [] : [[`yes ${label}`, line] as const];
    }),
  ];
}

/** Whose invitation a template answers; nothing for a stranger's mail. */
export function answersTo(template: string): string | undefined {
  return /^Invitation: (\S+)/.exec(template)?.[1];
}

/** The mail as it is sent. A mark that the invitation has nothing for is an Error. */
export function playReply(template: string, received: Received): Uint8Array {
  const filled = template
    .replace(/^Invitation:.*\r?\n/, '')
    .replaceAll(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
      const value = received.get(name);
      if (value === undefined) throw new Error(`nothing for {{${name}}}`);
      return value;
    })
    .replaceAll(/\r?\n/g, '\n');
  const end = filled.indexOf('\n\n');
  const header = filled.slice(0, end).split('\n').map(encodedField).join('');
  const body = filled.slice(end + 1).replaceAll('\n', '\r\n');
  return new TextEncoder().encode(header + body);
}

/** A header field whose value a mail may carry. */
function encodedField(line: string): string {
  const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(line)) return `${line}\r\n`;
  const [, person, address] = /^(.*?) <(.*)>$/.exec(value) ?? [];
  return address === undefined
    ? textField(name, value)
    : addressField(name, { name: person, address });
}
