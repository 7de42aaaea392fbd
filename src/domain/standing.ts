/** Where a network stands: whose word counts, how many seats, who comes. */
import type { ReplyReceived } from './facts.ts';
import type { Contact, Network } from './identity.ts';
import type { Answer } from './model.ts';
import { foldName } from './names.ts';
import { saidAt } from './state.ts';

export interface Coming {
  readonly name: string | null;
  readonly email: string | null;
  /** Nobody was named: the contact's own name stands. */
  readonly nameAssumed: boolean;
}

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
  readonly replies: readonly ReplyReceived[];
  /** How many seats were asked for, as it went up and down. */
  readonly history: readonly { readonly at: number; readonly wanted: number }[];
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

/** `replies` are the network's own, in the order in which they were said. */
export function standing(network: Network, replies: readonly ReplyReceived[]): Standing {
  if (replies.length === 0) return SILENCE;
  const history: { at: number; wanted: number }[] = [];
  const voices = new Voices(network);
  let current: readonly ReplyReceived[] = [];
  let counted = { wanted: 0, assumed: false };
  for (const reply of replies) {
    current = voices.after(reply);
    counted = seats(current);
    history.push({ at: saidAt(reply), wanted: counted.wanted });
  }
  const answers = current.map(({ reply }) => reply.answer);
  const answer = ORDER.find((each) => answers.includes(each)) ?? 'needs-action';
  const { wanted, assumed } = counted;
  const remarks = current.flatMap(({ reply }) => reply.remark ?? []);
  return {
    answer,
    wanted,
    assumed,
    conflict: disagree(current),
    attendees: answer === 'accepted' ? attendees(network, current) : [],
    answers: Object.assign({}, ...current.map(({ reply }) => reply.answers)) as Record<
      string,
      string
    >,
    remark: remarks.length > 0 ? remarks.join('\n') : null,
    replies: current,
    history,
  };
}

/** The latest word of one contact: its own, or a later one for the whole network. */
export function latestOf(
  contact: Pick<Contact, 'address'>,
  current: readonly ReplyReceived[],
): ReplyReceived | undefined {
  return current.findLast(
    (reply) => reply.contact === undefined || same(reply.contact, contact.address),
  );
}

/**
 * A reply for the network sets aside the earlier ones of its contacts; a later one of a contact
 * counts again, and once all of them have spoken since, the network's own counts no more.
 */
class Voices {
  private readonly network: Network;
  private whole: ReplyReceived | undefined;
  private readonly own = new Map<string, ReplyReceived>();

  constructor(network: Network) {
    this.network = network;
  }

  /** The replies that count once this one has been said too. */
  after(reply: ReplyReceived): readonly ReplyReceived[] {
    if (reply.contact === undefined) {
      this.whole = reply;
      this.own.clear();
    } else {
      const contact = reply.contact.toLowerCase();
      // Last in the order, since it was said last.
      this.own.delete(contact);
      this.own.set(contact, reply);
    }
    const counts = this.whole !== undefined && !this.allSpoke();
    return [...(counts ? [this.whole!] : []), ...this.own.values()];
  }

  private allSpoke(): boolean {
    const { contacts } = this.network;
    return (
      this.own.size > 0 && contacts.every(({ address }) => this.own.has(address.toLowerCase()))
    );
  }
}

/** Contacts that say different things, or that both come with a number of their own. */
function disagree(current: readonly ReplyReceived[]): boolean {
  const given = current.filter(({ reply }) => reply.answer !== 'needs-action');
  const kinds = new Set(given.map(({ reply }) => reply.answer));
  const numbers = given.filter(
    ({ reply }) => reply.answer === 'accepted' && reply.seats !== undefined,
  );
  return kinds.size > 1 || numbers.length > 1;
}

/** The sum over those who accept: the stated number, else the names, else 1; nobody counts twice. */
function seats(current: readonly ReplyReceived[]): {
  readonly wanted: number;
  readonly assumed: boolean;
} {
  const people = new Set<string>();
  let wanted = 0;
  let assumed = false;
  for (const { reply } of current) {
    if (reply.answer !== 'accepted') continue;
    const fresh = reply.attendees.filter((each) => {
      const keys = personKeys(each);
      const known = keys.some((key) => people.has(key));
      for (const key of keys) people.add(key);
      return !known;
    });
    const repeated = reply.attendees.length - fresh.length;
    if (reply.seats !== undefined) wanted += Math.max(0, reply.seats - repeated);
    else if (reply.attendees.length > 0) wanted += fresh.length;
    else {
      wanted += 1;
      assumed = true;
    }
  }
  return { wanted, assumed };
}

function attendees(network: Network, current: readonly ReplyReceived[]): readonly Coming[] {
  const people = new Set<string>();
  return current.flatMap(({ reply, contact: address }): readonly Coming[] => {
    if (reply.answer !== 'accepted') return [];
    if (reply.attendees.length === 0) {
      const contact =
        network.contacts.find((each) => address !== undefined && same(each.address, address)) ??
        network.contacts[0];
      if (contact?.name === undefined) return [];
      return [{ name: contact.name, email: contact.address, nameAssumed: true }];
    }
    return reply.attendees.flatMap((each) => {
      const keys = personKeys(each);
      if (keys.some((key) => people.has(key))) return [];
      for (const key of keys) people.add(key);
      const email = each.email ?? addressOf(each.name, network);
      return [{ name: each.name ?? null, email: email ?? null, nameAssumed: false }];
    });
  });
}

/** Of a contact who is named among those who come: networks.csv knows it. */
function addressOf(name: string | undefined, { contacts }: Network): string | undefined {
  const folded = foldName(name ?? '');
  if (folded === '') return undefined;
  return contacts.find((contact) => foldName(contact.name ?? '') === folded)?.address;
}

/** By which somebody is the same person; nobody known has none. */
function personKeys({ name = '', email }: { readonly name?: string; readonly email?: string }) {
  const folded = foldName(name);
  return [
    ...(email === undefined ? [] : [`@${email.toLowerCase()}`]),
    ...(folded === '' ? [] : [folded]),
  ];
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
