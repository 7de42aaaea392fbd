/** Two copies of one journal, each written to on its own, become one again. */
import { withoutThem, type Forgotten } from './forgetting.ts';
import type { Fact } from './facts.ts';

export interface Merged {
  readonly facts: readonly Fact[];
  /** Facts of the other copy that this one did not have. */
  readonly added: number;
  /** Messages that both copies say were sent, each by a run of its own: they went out twice. */
  readonly twice: readonly { readonly network: string; readonly address: string }[];
}

/**
 * All facts of both, each once by its id. Each copy keeps its own order, also where its clock was
 * behind; between the two the earlier fact stands first. What one of them has forgotten does not
 * come back with the other: `isErased` tells it, by the hashes of both, of an address or a
 * Message-ID.
 */
export function merge(
  ours: readonly Fact[],
  theirs: readonly Fact[],
  isErased: (text: string) => boolean,
): Merged {
  const known = new Set(ours.map(({ id }) => id));
  const fresh = dated(theirs).filter(({ fact }) => !known.has(fact.id));
  const all: Fact[] = [];
  let next = 0;
  for (const { fact, written } of dated(ours)) {
    // Nothing comes before the journal was begun.
    const until = fact.type === 'journal-begun' ? -Infinity : written;
    while (next < fresh.length && fresh[next]!.written < until) all.push(fresh[next++]!.fact);
    all.push(fact);
  }
  for (const { fact } of fresh.slice(next)) all.push(fact);
  const { facts } = withoutThem(all, forgottenIn(all, isErased));
  const added = facts.filter(({ id }) => !known.has(id)).length;
  const twice = sentTwice(
    ours,
    fresh.map(({ fact }) => fact),
  );
  return { facts, added, twice };
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
    if ('mail' in fact && fact.mail) {
      note(fact.mail.from);
      if (isErased(fact.mail.messageId)) addresses.add(fact.mail.from.toLowerCase());
    }
  }
  return { addresses, networks: new Set([...networks].filter((id) => !living.has(id))) };
}

/** A line below was written later: where the clock went back, it counts as having stood still. */
function dated(facts: readonly Fact[]) {
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
