/**
 * The calendar part of a mail: one VEVENT for one attendee (RFC 5545, iTIP RFC 5546, iMIP RFC 6047).
 * Times are in UTC: Outlook misreads some VTIMEZONEs by an hour.
 */
import type { CalendarEntry } from '../../domain/facts.ts';
import type { Answer, Instant } from '../../domain/model.ts';
import type { Correspondent } from '../address.ts';

export interface CalendarObject {
  readonly method: CalendarEntry['method'];
  /** Stable for all updates of this attendee's entry. */
  readonly uid: string;
  readonly sequence: number;
  /** When this message was made. */
  readonly dtstamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  readonly place: string;
  /** Plain text, with the way to answer by mail. */
  readonly description: string;
  readonly organizer: Correspondent;
  /** The very address in To. A published entry asks nobody and names nobody. */
  readonly attendee: Correspondent;
  /** What we know of the answer; needs-action where it is absent. */
  readonly partstat?: Answer | undefined;
  /** Whether the calendar shall ask for an answer; where absent, as long as there is none. */
  readonly rsvp?: boolean | undefined;
}

/** With CRLF, and one at the end. */
export function calendarText(of: CalendarObject): string {
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Mikronet//mikronet//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${of.method}`,
    'BEGIN:VEVENT',
    `UID:${text(of.uid)}`,
    `SEQUENCE:${of.sequence}`,
    `DTSTAMP:${utc(of.dtstamp)}`,
    `DTSTART:${utc(of.start)}`,
    `DTEND:${utc(of.end)}`,
    `SUMMARY:${text(of.title)}`,
    `LOCATION:${text(of.place)}`,
    `DESCRIPTION:${text(of.description)}`,
    `STATUS:${of.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `ORGANIZER${commonName(of.organizer)}:${mailto(of.organizer)}`,
    // RFC 5546, 3.2.1: a PUBLISH must not have one.
    ...(of.method === 'PUBLISH' ? [] : [attendeeLine(of)]),
    // Outlook then offers no "propose new time".
    'X-MICROSOFT-DISALLOW-COUNTER:TRUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function attendeeLine({ method, attendee, partstat = 'needs-action', rsvp }: CalendarObject) {
  const asks = rsvp ?? (method === 'REQUEST' && partstat === 'needs-action');
  const status = `PARTSTAT=${partstat.toUpperCase()};RSVP=${asks ? 'TRUE' : 'FALSE'}`;
  const role = 'CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT';
  return `ATTENDEE;${role};${status}${commonName(attendee)}:${mailto(attendee)}`;
}

/** RFC 5545, 3.3.5, form 2. */
function utc(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.3.11. */
function text(value: string): string {
  return clean(value)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Quoted, as RFC 6868 says: a parameter cannot hold a quote or a line break otherwise. */
function commonName({ name = '' }: Correspondent): string {
  const clear = clean(name).trim();
  if (clear === '') return '';
  const coded = clear.replace(/[\^"\n]/g, (sign) =>
    sign === '^' ? '^^' : sign === '"' ? "^'" : '^n',
  );
  return `;CN="${coded}"`;
}

/** What cannot stand in a URI is percent-encoded (RFC 6068); `?` and `#` would end the address. */
function mailto({ address }: Correspondent): string {
  return `mailto:${clean(address).replace(/[^\w.@!$&'*+/=~-]/gu, encodeURIComponent)}`;
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

// oxlint-disable-next-line no-control-regex
const SPECIAL = /[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]/;

/** Line breaks of any kind as `\n`, no other control signs (RFC 5545, 3.1), no half characters. */
function clean(value: string): string {
  if (!SPECIAL.test(value)) return value;
  return value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed();
}

const LONGEST_LINE = 75;

const ASCII = /^[\x20-\x7e]*$/;

/** RFC 5545, 3.1: lines of at most 75 octets of UTF-8; the blank of a continuation counts. */
function fold(line: string): string {
  if (line.length * 3 <= LONGEST_LINE) return line;
  if (line.length <= LONGEST_LINE && ASCII.test(line)) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
