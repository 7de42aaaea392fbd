/** A person's calendar as a mail client keeps it, by the rules of RFC 5546, 2.1.5. */
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';

export interface Entry {
  readonly uid: string;
  readonly sequence: number;
  /** Milliseconds. */
  readonly stamp: number;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly place: string;
  readonly partstat: string;
  readonly rsvp: boolean;
  /** Cancelled, or declined by its own button: the person sees it no more. */
  readonly isGone: boolean;
}

export class CalendarClient {
  /** The last that is known of each entry, by UID. */
  readonly entries = new Map<string, Entry>();
  private readonly address: string;

  constructor(address: string) {
    this.address = address.toLowerCase();
  }

  /** Those that the person sees. */
  get shown(): readonly Entry[] {
    return [...this.entries.values()].filter(({ isGone }) => !isGone);
  }

  /** The calendar part of a mail, if it has one; true where the calendar has changed. */
  async receive(mail: Uint8Array | string): Promise<boolean> {
    const read = await calendarOf(mail);
    if (!read) return false;
    const { method, entry, attendees } = read;
    // What is meant for somebody else has no place here.
    if (method !== 'PUBLISH' && !attendees.includes(this.address)) {
      throw new Error(`${attendees.join()} was written to ${this.address}`);
    }
    const known = this.entries.get(entry.uid);
    const isOlder =
      known &&
      (entry.sequence < known.sequence ||
        (entry.sequence === known.sequence && entry.stamp < known.stamp));
    if (isOlder) return false;
    this.entries.set(entry.uid, { ...entry, isGone: method === 'CANCEL' });
    return true;
  }

  /** Presses a button of the entry; what is sent back. Declined, it is shown no more. */
  press(uid: string, partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE', at: Date): string {
    const entry = this.entries.get(uid);
    if (!entry) throw new Error(`there is no ${uid} to press on`);
    this.entries.set(uid, { ...entry, partstat, isGone: partstat === 'DECLINED' });
    const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
    return [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `SEQUENCE:${entry.sequence}`,
      `DTSTAMP:${stamp}`,
      `ATTENDEE;PARTSTAT=${partstat}:mailto:${this.address}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
  }
}

/** What ical.js reads in a mail's calendar part. */
export async function calendarOf(mail: Uint8Array | string) {
  const { attachments } = await simpleParser(Buffer.from(mail));
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
  if (!part) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(part.content.toString('utf8')) as string);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
  const instant = (name: string) =>
    (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();
  const attendees = event.getAllProperties('attendee');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    attendees: attendees.map((each) =>
      String(each.getFirstValue())
        .replace(/^mailto:/i, '')
        .toLowerCase(),
    ),
    entry: {
      uid: text('uid'),
      sequence: Number(text('sequence')),
      stamp: Date.parse(instant('dtstamp')),
      start: instant('dtstart'),
      end: instant('dtend'),
      title: text('summary'),
      place: text('location'),
      partstat: String(attendees[0]?.getFirstParameter('partstat') ?? ''),
      rsvp: attendees[0]?.getFirstParameter('rsvp') === 'TRUE',
    },
  };
}
