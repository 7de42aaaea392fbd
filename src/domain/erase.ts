/**
 * What `forget` and `purge` leave of the journal. Facts go whole, or lose what identifies a person;
 * what must not come back by the next invitation or reading is kept as keyed hashes.
 */
import type { Erased, Fact } from './facts.ts';
import type { Instant } from './model.ts';
import { mailOf } from './state.ts';

/** The journal without them: the facts that stay, and how many went. */
export interface Erasure {
  readonly facts: readonly Fact[];
  readonly erased: number;
  /** Addresses and Message-IDs that were erased; only their hashes may be written down. */
  readonly traces: readonly string[];
}

/** What spoke of an erased fact says nothing any more, and goes with it. */
export function withoutFacts(facts: readonly Fact[], gone: readonly Fact[]): readonly Fact[] {
  const ids = new Set(gone.map(({ id }) => id));
  return facts.filter(
    (fact) =>
      !ids.has(fact.id) &&
      !(fact.type === 'retracted' && ids.has(fact.fact)) &&
      !(fact.type === 'mail-dismissed' && ids.has(fact.settles)),
  );
}

/** What is old: nothing where neither is given. */
export interface Expiry {
  /** Remarks, answers to questions and the words of mails from before this go. */
  readonly remarksBefore?: Instant;
  /** Everything about persons from before this goes. */
  readonly allBefore?: Instant;
}

/** The journal without what is no longer needed. The numbers of seats stay until everything goes. */
export function withoutTheOld(facts: readonly Fact[], expiry: Expiry): Erasure {
  const gone = facts.filter((fact) => isOld(fact, expiry.allBefore) && !KEPT.has(fact.type));
  const stay = withoutFacts(facts, gone);
  let bared = 0;
  const left = stay.map((fact) => {
    if (!isOld(fact, expiry.remarksBefore)) return fact;
    const bare = withoutWords(fact);
    if (bare !== fact) bared += 1;
    return bare;
  });
  return { facts: left, erased: facts.length - stay.length + bared, traces: messageIdsRead(gone) };
}

function isOld(fact: Fact, before: Instant | undefined): boolean {
  return before !== undefined && Date.parse(fact.at) < before;
}

/** They name nobody, and the journal needs them. */
const KEPT = new Set<Fact['type']>(['journal-begun', 'mailbox-read', 'erased']);

/** A fact without what somebody wrote; itself where there was nothing. */
function withoutWords(fact: Fact): Fact {
  switch (fact.type) {
    case 'reply-received': {
      const { remark, answers, ...reply } = fact.reply;
      const { sentence, ...rest } = fact;
      const nothing = remark === undefined && sentence === undefined;
      if (nothing && Object.keys(answers).length === 0) return fact;
      return { ...rest, reply: { ...reply, answers: {} } };
    }
    case 'mail-set-aside': {
      if (fact.text === '' && fact.sentence === undefined) return fact;
      const { sentence: _, ...rest } = fact;
      return { ...rest, text: '' };
    }
    case 'request-received':
    case 'automatic-reply-received':
      return fact.text === '' ? fact : { ...fact, text: '' };
    case 'opted-out': {
      if (fact.sentence === undefined) return fact;
      const { sentence: _, ...rest } = fact;
      return rest;
    }
    default:
      return fact;
  }
}

/** Of the mails that the facts came from. */
export function messageIdsRead(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => mailOf(fact)?.messageId ?? []);
}

/** What stands in the journal for what was erased, without its id and time. */
export function erasedDraft(
  what: Erased['what'],
  facts: number,
  hashes: readonly string[],
): Omit<Erased, 'v' | 'id' | 'at'> {
  return { type: 'erased', what, facts, hashes: [...new Set(hashes)].toSorted() };
}
