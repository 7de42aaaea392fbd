/**
 * What `forget` and `purge` leave of the journal. Facts go whole, or lose what identifies a person;
 * what must not come back by the next invitation or reading is kept as keyed hashes (MAIL H).
 */
import type { Erased, Fact, MailStamp } from './facts.ts';
import type { Instant } from './model.ts';

/** Whom to forget: a network with all its addresses, or one address alone. */
export interface Forgotten {
  readonly networks: ReadonlySet<string>;
  /** As used on the wire, lower case. */
  readonly addresses: ReadonlySet<string>;
}

/** The journal without them: the facts that stay, and how many went. */
export interface Erasure {
  readonly facts: readonly Fact[];
  readonly erased: number;
  /** Addresses and Message-IDs that were erased; only their hashes may be written down. */
  readonly traces: readonly string[];
}

export function withoutThem(facts: readonly Fact[], who: Forgotten): Erasure {
  const mentions = (address: string | undefined) =>
    address !== undefined && who.addresses.has(bareAddress(address));
  const about = (fact: Fact): boolean => {
    switch (fact.type) {
      case 'message-submitted':
      case 'message-sent':
      case 'message-refused':
      case 'message-deferred':
      case 'message-bounced':
      case 'message-delayed':
      case 'network-added':
        return who.networks.has(fact.network) || mentions(fact.address);
      case 'test-sent':
        return who.networks.has(fact.network) || mentions(fact.address) || mentions(fact.to);
      case 'reply-received':
      case 'opted-out':
      case 'automatic-reply-received':
        return (
          who.networks.has(fact.network) || mentions(fact.contact) || mentions(fact.mail?.from)
        );
      case 'mail-set-aside':
        return (
          mentions(fact.mail.from) ||
          mentions(fact.suggestion?.contact) ||
          (fact.suggestion?.network !== undefined && who.networks.has(fact.suggestion.network))
        );
      case 'request-received':
        return mentions(fact.mail.from) || mentions(fact.suggested?.contact);
      default:
        return false;
    }
  };
  const gone = facts.filter(about);
  const stay = without(facts, gone);
  return {
    facts: stay.map((fact) => withoutAttendees(fact, mentions)),
    erased: facts.length - stay.length,
    traces: [...who.addresses, ...messageIdsRead(gone)],
  };
}

/** What spoke of an erased fact says nothing any more, and goes with it. */
function without(facts: readonly Fact[], gone: readonly Fact[]): readonly Fact[] {
  const ids = new Set(gone.map(({ id }) => id));
  return facts.filter(
    (fact) =>
      !ids.has(fact.id) &&
      !(fact.type === 'retracted' && ids.has(fact.fact)) &&
      !(fact.type === 'mail-dismissed' && ids.has(fact.settles)),
  );
}

/** Somebody who comes with another network is named in that one's reply. */
function withoutAttendees(fact: Fact, mentions: (address: string | undefined) => boolean): Fact {
  if (fact.type !== 'reply-received') return fact;
  if (!fact.reply.attendees.some(({ email }) => mentions(email))) return fact;
  const attendees = fact.reply.attendees.map((each) => (mentions(each.email) ? {} : each));
  return { ...fact, reply: { ...fact.reply, attendees } };
}

export interface Expiry {
  /** Remarks, answers to questions and the words of mails from before this go. */
  readonly remarksBefore?: Instant;
  /** Everything about persons from before this goes. */
  readonly allBefore?: Instant;
}

/** The journal without what is no longer needed. The numbers of seats stay until everything goes. */
export function withoutTheOld(facts: readonly Fact[], expiry: Expiry): Erasure {
  const gone = facts.filter((fact) => isOld(fact, expiry.allBefore) && !KEPT.has(fact.type));
  const stay = without(facts, gone);
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

function messageIdsRead(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => {
    const mail: MailStamp | undefined = 'mail' in fact ? fact.mail : undefined;
    return mail ? [mail.messageId] : [];
  });
}

/** `Kim <kim@example.dk>` or `KIM@example.dk` -> `kim@example.dk`. */
function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

/** What stands in the journal for what was erased, without its id and time. */
export function erasedDraft(
  what: Erased['what'],
  facts: number,
  hashes: readonly string[],
): Omit<Erased, 'v' | 'id' | 'at'> {
  return { type: 'erased', what, facts, hashes: [...new Set(hashes)].toSorted() };
}
