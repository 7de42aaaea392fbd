import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarText, type CalendarObject } from '../../../src/format/mail/calendar-object.ts';
import { readCalendar } from '../../../src/understand/calendar-reply.ts';

const INVITATION: CalendarObject = {
  method: 'REQUEST',
  uid: '7QK2M4XDF@mikronet.example',
  sequence: 0,
  dtstamp: Date.parse('2012-05-02T07:00:00Z'),
  start: Date.parse('2012-05-30T14:30:00Z'),
  end: Date.parse('2012-05-30T19:00:00Z'),
  title: 'Træf for netværksansvarlige',
  place: 'Kulturforsyningen, Nykøbing Falster',
  description: 'Svar på mailen med JA eller NEJ.\nRef. 7QK-2M4-XDF',
  organizer: { name: 'Mikronet', address: 'info@mikronet.example' },
  attendee: { name: 'Anna "Ann" Holm', address: 'anna@laug.example' },
};

/** As another programme reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent')!;
  const parameter = (property: string, name: string) =>
    event.getFirstProperty(property)?.getParameter(name);
  return { calendar, event, parameter, value: (name: string) => event.getFirstPropertyValue(name) };
}

test('an invitation, line by line', () => {
  expect(calendarText(INVITATION).replaceAll('\r\n', '\n')).toBe(`BEGIN:VCALENDAR
PRODID:-//Mikronet//mikronet//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
UID:7QK2M4XDF@mikronet.example
SEQUENCE:0
DTSTAMP:20120502T070000Z
DTSTART:20120530T143000Z
DTEND:20120530T190000Z
SUMMARY:Træf for netværksansvarlige
LOCATION:Kulturforsyningen\\, Nykøbing Falster
DESCRIPTION:Svar på mailen med JA eller NEJ.\\nRef. 7QK-2M4-XDF
STATUS:CONFIRMED
TRANSP:OPAQUE
ORGANIZER;CN="Mikronet":mailto:info@mikronet.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN="Anna ^'Ann^' Holm":mailto:anna@laug.example
X-MICROSOFT-DISALLOW-COUNTER:TRUE
END:VEVENT
END:VCALENDAR
`);
});

describe('the attendee', () => {
  test.each<{ of: Partial<CalendarObject>; partstat: string; rsvp: string }>([
    { of: {}, partstat: 'NEEDS-ACTION', rsvp: 'TRUE' },
    { of: { partstat: 'accepted' }, partstat: 'ACCEPTED', rsvp: 'FALSE' },
    { of: { partstat: 'tentative' }, partstat: 'TENTATIVE', rsvp: 'FALSE' },
    { of: { partstat: 'tentative', rsvp: true }, partstat: 'TENTATIVE', rsvp: 'TRUE' },
    { of: { method: 'CANCEL' }, partstat: 'NEEDS-ACTION', rsvp: 'FALSE' },
  ])('$of is asked so: $partstat, $rsvp', ({ of, partstat, rsvp }) => {
    const { parameter } = read(calendarText({ ...INVITATION, ...of }));
    expect(parameter('attendee', 'partstat')).toBe(partstat);
    expect(parameter('attendee', 'rsvp')).toBe(rsvp);
  });

  test.each([
    ['PUBLISH', undefined],
    ['CANCEL', 'mailto:anna@laug.example'],
  ] as const)('of a %s is named as %s', (method, uri) => {
    const { event } = read(calendarText({ ...INVITATION, method }));
    expect(event.getFirstProperty('attendee')?.getFirstValue()).toBe(uri);
  });

  test.each([
    ['r&d=x/y@firm.example', 'mailto:r&d=x/y@firm.example'],
    ['100%?#{x}@firm.example', 'mailto:100%25%3F%23%7Bx%7D@firm.example'],
  ])('%s is named by a URI', (address, uri) => {
    const { event } = read(calendarText({ ...INVITATION, attendee: { address } }));
    expect(event.getFirstPropertyValue('attendee')).toBe(uri);
  });
});

test('a cancellation says so twice', () => {
  const { calendar, value } = read(calendarText({ ...INVITATION, method: 'CANCEL', sequence: 2 }));
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(value('status')).toBe('CANCELLED');
  expect(value('sequence')).toBe(2);
});

test('times are in UTC, whatever the zone of the machine', () => {
  const { value } = read(calendarText(INVITATION));
  for (const [name, iso] of [
    ['dtstamp', '2012-05-02T07:00:00Z'],
    ['dtstart', '2012-05-30T14:30:00Z'],
    ['dtend', '2012-05-30T19:00:00Z'],
  ] as const) {
    expect(String(value(name))).toBe(iso);
  }
});

test('our own reading finds what we wrote', () => {
  expect(readCalendar(calendarText(INVITATION))).toMatchObject({
    method: 'REQUEST',
    uid: INVITATION.uid,
    attendee: 'anna@laug.example',
    partstat: 'NEEDS-ACTION',
    dtstamp: '20120502T070000Z',
  });
});

/** What people and their spreadsheets put into cells, and what an attacker would. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\r\nATTENDEE:mailto:x@y',
        '\r',
        '\n',
        '\\n',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '^',
        "^'",
        '\u2028',
        '\u0000',
        '\ud83d',
        'æøå',
        '👩‍👩‍👧',
        ' ',
        'END:VEVENT',
      ),
    )
    .map((parts) => parts.join('')),
);

/** As a calendar is to show it. */
const shown = (value: string) =>
  value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** ical.js reads backslashes in a parameter as in a text, which RFC 5545 does not. */
const asName = (value: string) =>
  shown(value)
    .trim()
    .replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

describe('whatever the texts hold', () => {
  const objects = fc
    .record({
      method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
      title: hostile,
      place: hostile,
      description: hostile,
      organizer: hostile,
      attendee: hostile,
    })
    .map(({ organizer, attendee, ...rest }) => ({
      ...INVITATION,
      ...rest,
      organizer: { name: organizer, address: 'info@mikronet.example' },
      attendee: { name: attendee, address: 'anna@laug.example' },
    }));

  test('a calendar reads them as they were typed', () => {
    fc.assert(
      fc.property(objects, (object) => {
        const { event, value, parameter } = read(calendarText(object));
        expect(value('summary')).toBe(shown(object.title));
        expect(value('location')).toBe(shown(object.place));
        expect(value('description')).toBe(shown(object.description));
        expect(parameter('organizer', 'cn') ?? '').toBe(asName(object.organizer.name));
        expect(parameter('attendee', 'cn') ?? '').toBe(asName(object.attendee.name));
        expect(event.getAllProperties()).toHaveLength(13);
        expect(event.getAllProperties('attendee')).toHaveLength(1);
      }),
    );
  });

  test('lines end in CRLF, are at most 75 octets long, and cut no character in two', () => {
    fc.assert(
      fc.property(objects, (object) => {
        const text = calendarText(object);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = text.slice(0, -2).split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]|^$|\p{Surrogate}/u);
        }
      }),
    );
  });
});
