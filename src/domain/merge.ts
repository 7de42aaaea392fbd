/** Two copies of one journal, each written to on its own, become one again. */
import { withoutThem, type Forgotten } from './forgetting.ts';
import type { Fact } from './facts.ts';
import { mailOf } from './state.ts';

export interface Merged {
  readonly facts: readonly Fact[];
  /** Facts of the other copy that this one did not have. */
  readonly added: number;
  /** Messages that both copies say were sent, each by a run of its own: they went out twice. */
  readonly twice: readonly { readonly network: string; readonly address: string }[];
}

/**
 * All facts of both, each once by its id. Each copy keeps its own order, also where its clock was
 * behind; between two lines that both have, the earlier fact stands first, whichever copy takes in
 * the other. What one of them has forgotten does not come back with the other: `isErased` tells it,
 * by the hashes of both, of an address or a Message-ID.
 */
export function merge(
  ours: readonly Fact[],
  theirs: readonly Fact[],
  isErased: (text: string) => boolean,
): Merged {
  const known = new Set(ours.map(({ id }) => id));
  const { behind, fresh } = freshBehind(theirs, known);
  const all: Fact[] = [];
  let waiting: readonly Dated[] = behind.get(BEGINNING) ?? [];
  let next = 0;
  const takeIn = (mayCome: (line: Dated) => boolean) => {
    for (; next < waiting.length && mayCome(waiting[next]!); next += 1) {
      all.push(waiting[next]!.fact);
    }
  };
  for (const line of dated(ours)) {
    const { fact } = line;
    const group = behind.get(fact.id);
    // Nothing comes before the journal was begun.
    if (fact.type !== 'journal-begun')
      takeIn((each) => group !== undefined || isBefore(each, line));
    all.push(fact);
    if (!group) continue;
    waiting = [...waiting.slice(next), ...group];
    next = 0;
    // A line may stand twice in a journal that was joined by hand.
    behind.delete(fact.id);
  }
  takeIn(() => true);
  const { facts } = withoutThem(all, forgottenIn(all, isErased));
  const added = facts.filter(({ id }) => !known.has(id)).length;
  return { facts, added, twice: sentTwice(ours, fresh) };
}

/** Stands for what comes before any line that both have. */
const BEGINNING = '';

/** Their facts that we do not have: behind each line that both have, as they stand there. */
function freshBehind(theirs: readonly Fact[], known: ReadonlySet<string>) {
  const fresh: Fact[] = [];
  let group: Dated[] = [];
  const behind = new Map([[BEGINNING, group]]);
  const seen = new Set<string>();
  for (const line of dated(theirs)) {
    const { id } = line.fact;
    if (seen.has(id)) continue;
    seen.add(id);
    if (known.has(id)) behind.set(id, (group = []));
    else {
      group.push(line);
      fresh.push(line.fact);
    }
  }
  return { behind, fresh };
}

/** Of two at one instant it is all the same, as long as it is the same in both copies. */
function isBefore(one: Dated, other: Dated): boolean {
  if (one.written !== other.written) return one.written < other.written;
  if (one.fact.at !== other.fact.at) return one.fact.at < other.fact.at;
  return one.fact.id < other.fact.id;
}

/** Who was erased in one of the copies: addresses, and networks that have no other. */
function forgottenIn(all: readonly Fact[], isErased: (text: string) => boolean): Forgotten {
  const addresses = new Set<string>();
  const networks = new Set<string>();
  const living = new Set<string>();
  const note = (address: string, network?: string) => {
    if (isErased(address)) {
      addresses.add(address.toLowerCase());
      if (network !== undefined) networks.add(network);
    } else if (network !== undefined) living.add(network);
  };
  for (const fact of all) {
    if ('address' in fact) note(fact.address, fact.network);
    const mail = mailOf(fact);
    if (mail) {
      note(mail.from);
      if (isErased(mail.messageId)) addresses.add(mail.from.toLowerCase());
    }
  }
  return { addresses, networks: new Set([...networks].filter((id) => !living.has(id))) };
}

interface Dated {
  readonly fact: Fact;
  readonly written: number;
}

/** A line below was written later: where the clock went back, it counts as having stood still. */
function dated(facts: readonly Fact[]): readonly Dated[] {
  let written = -Infinity;
  return facts.map((fact) => {
    written = Math.max(written, Date.parse(fact.at));
    return { fact, written };
  });
}

function sentTwice(ours: readonly Fact[], fresh: readonly Fact[]): Merged['twice'] {
  const sent = new Set(ours.flatMap((fact) => (isSending(fact) ? [fact.message] : [])));
  return fresh.flatMap((fact) =>
    isSending(fact) && sent.has(fact.message)
      ? [{ network: fact.network, address: fact.address }]
      : [],
  );
}

/** Proof that a doubtful message arrived is no second sending. */
function isSending(fact: Fact): fact is Extract<Fact, { type: 'message-sent' }> {
  return fact.type === 'message-sent' && fact.evidence === undefined;
}
