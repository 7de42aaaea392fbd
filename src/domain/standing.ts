/** Where a network stands: whose word counts, how many seats, who comes. */
import { also, NONE } from './lists.ts';
import type { Contact, Network } from './identity.ts';
import type { Answer, Attendee } from './model.ts';
import { foldName } from './names.ts';
import type { Claim } from './seats.ts';
import type { Word } from './word.ts';

/** Somebody who comes with a network. */
export interface Coming {
  readonly name: string | null;
  readonly email: string | null;
  /** Nobody was named: the contact's own name stands. */
  readonly nameAssumed: boolean;
}

/** What all the words of a network come to. */
export interface Standing {
  readonly answer: Answer;
  /** Seats asked for; 0 unless accepted. */
  readonly wanted: number;
  /** Neither a number nor a name was given. */
  readonly assumed: boolean;
  readonly conflict: boolean;
  readonly attendees: readonly Coming[];
  readonly answers: Readonly<Record<string, string>>;
  readonly remark: string | null;
  /** The replies that count now, in the order in which they were said. */
  readonly replies: readonly Word[];
  /** How many seats were asked for, as it went up and down. */
  readonly history: Claim['history'];
}

const ORDER: readonly Answer[] = ['accepted', 'tentative', 'declined', 'needs-action'];

/** Where nobody has answered. */
const SILENCE: Standing = {
  answer: 'needs-action',
  wanted: 0,
  assumed: false,
  conflict: false,
  attendees: [],
  answers: {},
  remark: null,
  replies: [],
  history: [],
};

/** By its replies, in the order in which they were said. */
export function standing(network: Network): Standing {
  const { replies } = network;
  if (replies.length === 0) return SILENCE;
  const voices = new Voices(network);
  let current: readonly Word[] = [];
  let counted = { wanted: 0, assumed: false };
  const history = replies.map((word) => {
    current = voices.after(word);
    counted = seats(current);
    return { at: word.said, turn: word.turn, wanted: counted.wanted };
  });
  const answer = ORDER.find((each) => current.some(({ reply }) => reply.answer === each));
  const { wanted, assumed } = counted;
  const remarks = current.flatMap(({ reply }) => reply.remark ?? []);
  return {
    answer: answer ?? 'needs-action',
    wanted,
    assumed,
    conflict: disagree(current),
    attendees: answer === 'accepted' ? attendees(network, current) : NONE,
    answers: answersIn(current),
    remark: remarks.length > 0 ? remarks.join('\n') : null,
    replies: current,
    history,
  };
}

/** By question; of two words on one question the later counts. */
function answersIn([first, ...others]: readonly Word[]): Standing['answers'] {
  return others.reduce(
    (answers, { reply }) => ({ ...answers, ...reply.answers }),
    first?.reply.answers ?? {},
  );
}

/** The latest word of one contact: its own, or a later one for the whole network. */
export function latestOf(
  { address }: Pick<Contact, 'address'>,
  current: readonly Word[],
): Word | undefined {
  if (current.length === 0) return undefined;
  const own = address.toLowerCase();
  return current.findLast(({ contact }) => contact === undefined || contact === own);
}

/**
 * A reply for the network sets aside the earlier ones of its contacts; a later one of a contact
 * counts again, and once all of them have spoken since, the network's own counts no more.
 */
class Voices {
  private readonly network: Network;
  private whole: Word | undefined;
  /** One of each contact, in the order in which they were said. */
  private own: readonly Word[] = [];

  constructor(network: Network) {
    this.network = network;
  }

  /** The replies that count once this one has been said too. */
  after(word: Word): readonly Word[] {
    if (word.contact === undefined) {
      this.whole = word;
      this.own = [];
    } else {
      this.own = [...this.own.filter(({ contact }) => contact !== word.contact), word];
    }
    return this.whole === undefined || this.allSpoke() ? this.own : [this.whole, ...this.own];
  }

  private allSpoke(): boolean {
    const { contacts } = this.network;
    const spoke = new Set(this.own.map(({ contact }) => contact));
    return spoke.size > 0 && contacts.every(({ address }) => spoke.has(address.toLowerCase()));
  }
}

/** Contacts that say different things, or that both come with a number of their own. */
function disagree(current: readonly Word[]): boolean {
  if (current.length < 2) return false;
  const given = current.filter(({ reply }) => reply.answer !== 'needs-action');
  const kinds = new Set(given.map(({ reply }) => reply.answer));
  const numbers = given.filter(
    ({ reply }) => reply.answer === 'accepted' && reply.seats !== undefined,
  );
  return kinds.size > 1 || numbers.length > 1;
}

/** The sum over those who accept: the stated number, else the names, else 1; nobody counts twice. */
function seats(current: readonly Word[]): {
  readonly wanted: number;
  readonly assumed: boolean;
} {
  const people = new People();
  let wanted = 0;
  let assumed = false;
  for (const { reply } of current) {
    if (reply.answer !== 'accepted') continue;
    const fresh = reply.attendees.filter((each) => people.isNew(each)).length;
    const repeated = reply.attendees.length - fresh;
    if (reply.seats !== undefined) wanted += Math.max(0, reply.seats - repeated);
    else if (reply.attendees.length > 0) wanted += fresh;
    else {
      wanted += 1;
      assumed = true;
    }
  }
  return { wanted, assumed };
}

function attendees(network: Network, current: readonly Word[]): readonly Coming[] {
  const people = new People();
  let coming: Coming[] | undefined;
  for (const { reply, contact: address } of current) {
    if (reply.answer !== 'accepted') continue;
    for (const each of reply.attendees) {
      if (!people.isNew(each)) continue;
      const { name, email = addressOf(name, network) } = each;
      coming = also(coming, { name: name ?? null, email: email ?? null, nameAssumed: false });
    }
    if (reply.attendees.length > 0) continue;
    const contact =
      network.contacts.find((each) => each.address.toLowerCase() === address) ??
      network.contacts[0];
    if (contact?.name === undefined) continue;
    coming = also(coming, { name: contact.name, email: contact.address, nameAssumed: true });
  }
  return coming ?? NONE;
}

/** Of a contact who is named among those who come: networks.csv knows it. */
function addressOf(name: string | undefined, { contacts }: Network): string | undefined {
  if (name === undefined) return undefined;
  const same = contacts.find((contact) => contact.name === name);
  if (same) return same.address;
  const folded = foldName(name);
  if (folded === '') return undefined;
  return contacts.find((contact) => foldName(contact.name ?? '') === folded)?.address;
}

/** Those who were named: the same folded name or address is the same person. */
class People {
  /** Most answers name one person: whom nobody follows need not be told from anybody. */
  private first: Attendee | undefined;
  private keys: Set<string> | undefined;

  /** Whether nobody was that person yet; somebody without name and address always is new. */
  isNew(person: Attendee): boolean {
    if (this.first === undefined) {
      this.first = person;
      return true;
    }
    const known = (this.keys ??= new Set(keysOf(this.first)));
    const keys = keysOf(person);
    const isNew = !keys.some((key) => known.has(key));
    for (const key of keys) known.add(key);
    return isNew;
  }
}

/** By which somebody is the same person; nobody known has none. */
function keysOf({ name = '', email }: Attendee): readonly string[] {
  const folded = foldName(name);
  return [
    ...(email === undefined ? [] : [`@${email.toLowerCase()}`]),
    ...(folded === '' ? [] : [folded]),
  ];
}
