/** What mails are matched against: everything that was sent, and everybody it was sent to. */
import type { Fact, PrintedQuestion } from '../domain/facts.ts';
import type { Roster } from '../domain/identity.ts';
import { isFreeMail } from '../domain/mail-domains.ts';
import type { Meeting } from '../domain/model.ts';
import { foldName } from '../domain/names.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { State } from '../domain/state.ts';
import { LEXICONS } from './languages.ts';
import { daysOf } from './named-days.ts';
import { wordsOf } from './places.ts';
import { wordList } from './word-list.ts';

/** An invited contact of a network. */
export interface Invited {
  readonly network: string;
  /** As used on the wire. */
  readonly address: string;
}

export interface LookUps {
  /** Whose invitation a reference is; of what was sent only. */
  ofReference(reference: string): Invited | undefined;
  isTestReference(reference: string): boolean;
  /** By our Message-ID or the one the server gave it. */
  ofMessage(id: string): MessageState | undefined;
  isTestMessage(id: string): boolean;
  ofCalendar(uid: string): Invited | undefined;
  ofAddress(address: string): readonly Invited[];
  /** The networks that have an address in a domain; none for free-mail domains. */
  ofDomain(domain: string): readonly Invited[];
  /** Messages to a contact whose sending is in doubt. */
  messagesTo(contact: Invited): readonly MessageState[];
  questionsTo(contact: Invited): readonly PrintedQuestion[];
  /** Subjects of what was sent, folded. */
  readonly subjects: ReadonlySet<string>;
  /** Titles of the meeting, folded. */
  readonly titles: readonly string[];
  /** The days of the meeting, and the last one for answers, as `daysOf` writes them. */
  readonly days: ReadonlySet<string>;
  /** Where the meeting is: its time, and the words of its place. */
  readonly timeZone: string;
  readonly here: ReadonlySet<string>;
  /** Who sends: mails from here are our own. */
  readonly organizer: ReadonlySet<string>;
}

const PREFIX = /^(?:(?:re|sv|vs|aw|svar|antw|fw|fwd|wg|vb|vl|tr)(?:\[\d+\])?\s*:\s*)+/i;

/** A subject without Re, SV, AW …, folded. */
export function bareSubject(subject: string): string {
  return foldName(subject.replace(PREFIX, '').slice(0, 300));
}

export function lookUps(
  meeting: Meeting,
  state: State,
  roster: Roster,
  facts: readonly Fact[],
): LookUps {
  const references = new Map<string, Invited>();
  const messages = new Map<string, MessageState>();
  const calendars = new Map<string, Invited>();
  const toContact = new Map<string, MessageState[]>();
  const subjects = new Set<string>();
  for (const message of state.messages.values()) {
    const { network, address, submitted } = message;
    const invited = { network, address };
    messages.set(message.message, message);
    if (message.serverMessageId !== undefined) messages.set(message.serverMessageId, message);
    if (!submitted) continue;
    references.set(submitted.reference, invited);
    subjects.add(bareSubject(submitted.subject));
    if (submitted.calendar) calendars.set(submitted.calendar.uid, invited);
    push(toContact, keyOf(invited), message);
  }
  subjects.delete('');

  const tests = new Set<string>();
  const testMessages = new Set<string>();
  for (const fact of facts) {
    if (fact.type !== 'test-sent') continue;
    tests.add(fact.reference);
    testMessages.add(fact.message);
    if (fact.serverMessageId !== undefined) testMessages.add(fact.serverMessageId);
  }

  const addresses = new Map<string, Invited[]>();
  const domains = new Map<string, Invited[]>();
  for (const network of roster.networks) {
    for (const { address } of network.contacts) {
      const invited = { network: network.id, address };
      push(addresses, address.toLowerCase(), invited);
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
      if (!isFreeMail(domain)) push(domains, domain, invited);
    }
  }
  const { title, organizer, venue, start, end, replyBy } = meeting;
  const titles = typeof title === 'string' ? [title] : Object.values(title);
  return {
    ofReference: (reference) => references.get(reference),
    isTestReference: (reference) => tests.has(reference),
    ofMessage: (id) => messages.get(id),
    isTestMessage: (id) => testMessages.has(id),
    ofCalendar: (uid) => calendars.get(uid),
    ofAddress: (address) => addresses.get(address.toLowerCase()) ?? [],
    ofDomain: (domain) => domains.get(domain.toLowerCase()) ?? [],
    messagesTo: (contact) => toContact.get(keyOf(contact)) ?? [],
    questionsTo: (contact) =>
      (toContact.get(keyOf(contact)) ?? []).findLast(
        ({ submitted }) => submitted?.questions?.length,
      )?.submitted?.questions ?? [],
    subjects,
    titles: titles.map(foldName).filter((each) => each.length > 5),
    days: new Set([
      ...[start.local, end.local].flatMap(daysOf),
      // "I answer on Friday" names no day of the meeting.
      ...daysOf(replyBy?.date ?? start.local).slice(0, 2),
    ]),
    timeZone: meeting.timeZone,
    here: wordsOf(`${venue.name} ${venue.address ?? ''}`, wordList(LEXICONS)),
    organizer: new Set(
      [organizer.email, organizer.replyTo ?? ''].filter(Boolean).map((each) => each.toLowerCase()),
    ),
  };
}

function keyOf({ network, address }: Invited): string {
  return `${network}\n${address.toLowerCase()}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
