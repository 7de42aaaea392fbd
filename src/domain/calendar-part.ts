/**
 * What a message does to its reader's calendar (iTIP, RFC 5546): which entry it carries, decided
 * from what this contact was sent and has said before. Nobody's calendar may end wrong: an entry
 * that somebody holds follows every change, and one that somebody declined is not put back.
 */
import type { CalendarEntry, Told } from './facts.ts';
import type { Contact } from './identity.ts';
import type { Answer, Mailing, Meeting } from './model.ts';
import { mayHaveArrived, sentAtOf, type MessageState } from './message-state.ts';
import { textIn } from './texts.ts';
import type { Word } from './word.ts';

/** What has passed between a contact and us. */
export interface Correspondence {
  readonly contact: Pick<Contact, 'address' | 'language' | 'messages'>;
  /** All that its network has said, in the order in which it was said. */
  readonly replies: readonly Word[];
  /** The contact's word that counts now, where it has given one. */
  readonly word: Word | undefined;
}

/** What goes into a message for its reader's calendar. */
export interface CalendarPart {
  readonly entry: CalendarEntry;
  /** The calendar is to ask for an answer. */
  readonly rsvp: boolean;
}

/** Mailings that speak of the entry; the others leave calendars alone. */
const CARRIERS: ReadonlySet<Mailing> = new Set([
  'invitation',
  'reminder',
  'update',
  'cancellation',
  'confirmation',
]);

/** The calendar part of the next message of `mailing`; undefined where it carries none. */
export function calendarPart(
  meeting: Meeting,
  mailing: Mailing,
  reference: string,
  past: Correspondence,
): CalendarPart | undefined {
  if (!CARRIERS.has(mailing)) return undefined;
  const last = lastEntry(past.contact.messages);
  const held = heldEntry(past);
  const now = toldNow(meeting, past.contact.language);
  if (mailing === 'cancellation') {
    return held && { entry: entryOf('CANCEL', held.uid, held.sequence + 1, now), rsvp: false };
  }
  if (last?.method === 'CANCEL') return undefined;
  // Whoever holds nothing and does not come shall not be given an entry.
  if (!held && past.word?.reply.answer === 'declined') return undefined;
  // Once somebody holds an entry it is kept true, whatever the setting has become.
  const method = last ? methodOf(last) : methodFor(meeting);
  if (method === undefined || (meeting.calendar === 'off' && mailing !== 'update')) {
    return undefined;
  }
  const uid = last?.uid ?? [reference, ourDomain(meeting)].join('@');
  const sequence = last ? last.sequence + (isChanged(last, meeting) ? 1 : 0) : 0;
  if (method === 'PUBLISH') {
    // A published entry asks nothing and holds no answer: there is nothing to make true.
    const isWanted = mailing !== 'confirmation' && past.word?.reply.answer !== 'declined';
    return isWanted ? { entry: entryOf(method, uid, sequence, now), rsvp: false } : undefined;
  }
  const partstat = answerForNow(meeting, past);
  return {
    entry: entryOf(method, uid, sequence, now, partstat),
    rsvp: partstat === 'needs-action' || partstat === 'tentative',
  };
}

/**
 * The entry in the contact's calendar: what was sent last, unless it was cancelled, or declined by
 * the calendar itself. A no by mail or phone leaves the entry where it is.
 */
export function heldEntry({
  contact,
  replies,
}: Pick<Correspondence, 'contact' | 'replies'>): CalendarEntry | undefined {
  const message = lastWithEntry(contact.messages);
  const entry = message?.submitted?.calendar;
  if (!message || !entry || entry.method === 'CANCEL') return undefined;
  const pressed = replies.findLast(
    ({ via, contact: who }) => via === 'calendar' && who === contact.address.toLowerCase(),
  );
  const isDeclined = pressed?.reply.answer === 'declined' && pressed.arrived >= sentAtOf(message);
  return isDeclined ? undefined : entry;
}

/** Everybody of one language is told the same: it is put together once. */
const tellings = new WeakMap<Meeting, Map<string, Told>>();

/** What a message tells of the meeting as it stands. */
export function toldNow(meeting: Meeting, language: string): Told {
  const byLanguage = tellings.get(meeting) ?? new Map<string, Told>();
  tellings.set(meeting, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const now = {
    start: new Date(meeting.start.instant).toISOString(),
    end: new Date(meeting.end.instant).toISOString(),
    title: textIn(meeting.title, language, meeting.language),
    place: placeOf(meeting),
  };
  byLanguage.set(language, now);
  return now;
}

/** The house and its address, in one line. */
function placeOf({ venue }: Pick<Meeting, 'venue'>): string {
  return [venue.name, venue.address].filter(Boolean).join(', ');
}

/** What is not any more as a message told it. */
export interface Changes {
  readonly title?: { readonly was: string; readonly now: string };
  /** ISO instants. */
  readonly time?: {
    readonly was: Pick<Told, 'start' | 'end'>;
    readonly now: Pick<Told, 'start' | 'end'>;
  };
  readonly place?: { readonly was: string; readonly now: string };
}

/**
 * Whether the meeting is another than the contact knows: neither invitation nor update has told it,
 * or another mailing has moved the entry in the calendar since, and the meeting has moved back.
 */
export function hasNews(meeting: Meeting, { messages }: Pick<Contact, 'messages'>): boolean {
  const last = [toldOnPurpose(messages).at(-1), allTold(messages).at(-1)];
  return last.some((told) => told !== undefined && isChanged(told, meeting));
}

/**
 * What is not any more as an invitation or an update told it last. A reminder with the new time
 * has moved the entry in the calendar and explained nothing; it counts where they have told no other.
 */
export function changesFor(
  meeting: Meeting,
  contact: Pick<Contact, 'language' | 'messages'>,
): Changes {
  // Sent again, an update tells the same: what is as it is now is no change.
  const { messages } = contact;
  const isOld = (told: Told) => isChanged(told, meeting);
  const was = toldOnPurpose(messages).findLast(isOld) ?? allTold(messages).findLast(isOld);
  if (!was) return {};
  const now = toldNow(meeting, contact.language);
  return {
    ...(!isTitleOf(meeting, was.title) && { title: { was: was.title, now: now.title } }),
    ...(!isSameTime(was, meeting) && {
      time: { was: { start: was.start, end: was.end }, now: { start: now.start, end: now.end } },
    }),
    ...(was.place !== now.place && { place: { was: was.place, now: now.place } }),
  };
}

function toldOnPurpose(messages: readonly MessageState[]): readonly Told[] {
  return allTold(
    messages.filter(({ mailing }) => mailing === 'invitation' || mailing === 'update'),
  );
}

function allTold(messages: readonly MessageState[]): readonly Told[] {
  return messages.flatMap((message) => (mayHaveArrived(message) ? (toldBy(message) ?? []) : []));
}

/** Whether a word was given for another time than the meeting has now. */
export function isForOldTime(
  meeting: Pick<Meeting, 'start' | 'end'>,
  word: Word,
  messages: readonly MessageState[],
): boolean {
  const told = toldBefore(word, messages);
  return told !== undefined && !isSameTime(told, meeting);
}

/** What the contact had been told when it said so; a calendar's answer names what it answers. */
function toldBefore(word: Word, messages: readonly MessageState[]): Told | undefined {
  const sequence = word.calendar?.sequence;
  const answered =
    sequence === undefined
      ? undefined
      : messages.findLast(({ submitted }) => submitted?.calendar?.sequence === sequence);
  const last =
    answered ??
    messages.findLast(
      (message) => mayHaveArrived(message) && toldBy(message) && sentAtOf(message) <= word.arrived,
    );
  return last && toldBy(last);
}

/** An answer given for another time is not one for this: it is asked anew. */
function answerForNow(meeting: Meeting, { contact, word }: Correspondence): Answer {
  if (!word || isForOldTime(meeting, word, contact.messages)) return 'needs-action';
  return word.reply.answer;
}

/**
 * The one that counts in a calendar: the highest SEQUENCE, of equals the last. One in doubt may be
 * there, and must be outranked all the same.
 */
function lastWithEntry(messages: readonly MessageState[]): MessageState | undefined {
  let last: MessageState | undefined;
  let sequence = -1;
  for (const message of messages) {
    const entry = message.submitted?.calendar;
    if (!entry || !mayHaveArrived(message) || entry.sequence < sequence) continue;
    last = message;
    sequence = entry.sequence;
  }
  return last;
}

function lastEntry(messages: readonly MessageState[]): CalendarEntry | undefined {
  return lastWithEntry(messages)?.submitted?.calendar;
}

function toldBy({ submitted }: MessageState): Told | undefined {
  return submitted?.calendar ?? submitted?.told;
}

function entryOf(
  method: CalendarEntry['method'],
  uid: string,
  sequence: number,
  { start, end, title, place }: Told,
  partstat?: Answer,
): CalendarEntry {
  // Each field by its name: objects that are spread together are much larger.
  return partstat === undefined
    ? { method, uid, sequence, start, end, title, place }
    : { method, uid, sequence, start, end, title, place, partstat };
}

function methodOf({ method }: CalendarEntry): 'REQUEST' | 'PUBLISH' {
  return method === 'PUBLISH' ? 'PUBLISH' : 'REQUEST';
}

function methodFor({ calendar }: Meeting): 'REQUEST' | 'PUBLISH' | undefined {
  if (calendar === 'off') return undefined;
  return calendar === 'publish' ? 'PUBLISH' : 'REQUEST';
}

function isChanged(entry: Told, meeting: Meeting): boolean {
  return (
    !isSameTime(entry, meeting) ||
    entry.place !== placeOf(meeting) ||
    !isTitleOf(meeting, entry.title)
  );
}

/** In whichever language it was told: another language is no other title. */
function isTitleOf({ title }: Meeting, told: string): boolean {
  return typeof title === 'string' ? title === told : Object.values(title).includes(told);
}

function isSameTime(told: Pick<Told, 'start' | 'end'>, meeting: Pick<Meeting, 'start' | 'end'>) {
  return (
    Date.parse(told.start) === meeting.start.instant && Date.parse(told.end) === meeting.end.instant
  );
}

/** The organizer's: what is made for a meeting is named in it. */
export function ourDomain({ organizer }: Meeting): string {
  return organizer.email.slice(organizer.email.lastIndexOf('@') + 1);
}
