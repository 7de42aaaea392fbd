/**
 * A mail of ours as the exact bytes that leave (RFC 5322, MIME): a text, its HTML, and where there
 * is one the calendar part twice, since some programmes offer buttons for the alternative and others
 * open the attachment:
 *
 *     multipart/mixed
 *       multipart/alternative
 *         text/plain, text/html, text/calendar; method=REQUEST
 *       application/ics
 *
 * nodemailer writes the same in ten times the time (test/format/mail/outgoing-mail.test.ts compares).
 */
import type { CalendarEntry } from '../../domain/facts.ts';
import type { Instant } from '../../domain/model.ts';
import type { Correspondent } from '../address.ts';
import { addressField, idsField, textField, uriField } from './header-field.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** What a mail of ours says, to one reader. */
export interface OutgoingMail {
  readonly from: Correspondent;
  /** One, always; there is no Cc and no Bcc. */
  readonly to: Correspondent;
  readonly replyTo?: Correspondent | undefined;
  readonly subject: string;
  readonly date: Instant;
  /** Without angle brackets, as all Message-IDs. */
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  readonly references: readonly string[];
  /** Of the text; ISO 639. */
  readonly language: string;
  /** Only where no person decided to send it (RFC 3834). */
  readonly autoSubmitted?: 'auto-replied' | undefined;
  /** A mailto link. */
  readonly listUnsubscribe?: string | undefined;
  readonly text: string;
  readonly html: string;
  readonly calendar?: CalendarFile | undefined;
}

/** The calendar part, and the name it has as an attachment. */
export interface CalendarFile {
  readonly method: CalendarEntry['method'];
  readonly text: string;
  /** As in `traef-2012.ics`. */
  readonly filename: string;
}

/** An address that no server would take is an Error: it should have been found before. */
export function mailBytes(mail: OutgoingMail): Uint8Array {
  const { calendar } = mail;
  const content = calendar ? mixed(mail, calendar) : alternative(mail);
  return Buffer.concat([ascii(header(mail)), ...content]);
}

function header(mail: OutgoingMail): string {
  return [
    addressField('From', mail.from),
    addressField('To', mail.to),
    mail.replyTo ? addressField('Reply-To', mail.replyTo) : '',
    textField('Subject', mail.subject),
    `Date: ${new Date(mail.date).toUTCString().replace('GMT', '+0000')}\r\n`,
    idsField('Message-ID', [mail.messageId]),
    idsField('In-Reply-To', mail.inReplyTo === undefined ? [] : [mail.inReplyTo]),
    idsField('References', mail.references),
    /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(mail.language)
      ? `Content-Language: ${mail.language}\r\n`
      : '',
    mail.listUnsubscribe === undefined ? '' : uriField('List-Unsubscribe', mail.listUnsubscribe),
    mail.autoSubmitted === undefined ? '' : `Auto-Submitted: ${mail.autoSubmitted}\r\n`,
    'MIME-Version: 1.0\r\n',
  ].join('');
}

function mixed(mail: OutgoingMail, calendar: CalendarFile): readonly Uint8Array[] {
  const boundary = boundaryOf(mail, 'mixed');
  const coded = quotedPrintable(calendar.text);
  const name = calendar.filename.replace(/[^\w.-]+/g, '-').slice(-60);
  return [
    ascii(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`),
    ...alternative(mail, { method: calendar.method, coded }),
    ascii(
      `--${boundary}\r\nContent-Type: application/ics; name="${name}"\r\n` +
        `Content-Disposition: attachment; filename="${name}"\r\n${QUOTED_PRINTABLE}`,
    ),
    coded,
    ascii(`\r\n--${boundary}--\r\n`),
  ];
}

function alternative(
  mail: OutgoingMail,
  calendar?: { readonly method: string; readonly coded: Uint8Array },
): readonly Uint8Array[] {
  const boundary = boundaryOf(mail, 'alternative');
  const part = (type: string) =>
    ascii(`\r\n--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\n${QUOTED_PRINTABLE}`);
  return [
    ascii(`Content-Type: multipart/alternative; boundary="${boundary}"\r\n`),
    part('text/plain'),
    quotedPrintable(mail.text),
    part('text/html'),
    quotedPrintable(mail.html),
    ...(calendar ? [part(`text/calendar; method=${calendar.method}`), calendar.coded] : []),
    ascii(`\r\n--${boundary}--\r\n`),
  ];
}

const QUOTED_PRINTABLE = 'Content-Transfer-Encoding: quoted-printable\r\n\r\n';

/** No content holds it: quoted-printable never writes an equals sign before an underscore. */
function boundaryOf({ messageId }: OutgoingMail, kind: 'mixed' | 'alternative'): string {
  return `=_${kind}_${messageId.replace(/[^\w.]+/g, '-').slice(0, 50)}`;
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
