/** The journal without a network or a person: their facts, and what others said of them. */
import { messageIdsRead, withoutFacts, type Erasure } from './erase.ts';
import type { Fact } from './facts.ts';
import type { Attendee } from './model.ts';
import { foldName } from './names.ts';

/** Whom to forget: a network with all its addresses, or one address alone. */
export interface Forgotten {
  readonly networks: ReadonlySet<string>;
  /** As used on the wire, lower case. */
  readonly addresses: ReadonlySet<string>;
  /** How they are called, in networks.csv; the journal may know more. */
  readonly names?: readonly string[];
}

export interface Forgetting extends Erasure {
  /** Whether a text names them: for whatever else lies in the folder. */
  mentions(text: string): boolean;
}

/** What they said and what was said of them goes; numbers of seats stay. */
export function withoutThem(facts: readonly Fact[], who: Forgotten): Forgetting {
  const isTheirs = (address: string | undefined) =>
    address !== undefined && who.addresses.has(bareAddress(address));
  const gone = facts.filter((fact) => isAbout(fact, who, isTheirs));
  const stay = withoutFacts(facts, gone);
  const names = [...(who.names ?? []), ...namesIn(gone, who)];
  const mentions = mentioning([...who.addresses], names);
  const folded = new Set(names.map(foldName));
  const isThem = ({ name, email }: Attendee) =>
    isTheirs(email) || (name !== undefined && folded.has(foldName(name)));
  const left = stay.map((fact) => scrubbed(fact, { isTheirs, isThem, mentions }));
  const changed = left.filter((fact, index) => fact !== stay[index]).length;
  return {
    facts: left,
    erased: facts.length - stay.length + changed,
    traces: [...who.addresses, ...messageIdsRead(gone)],
    mentions,
  };
}

function isAbout(
  fact: Fact,
  who: Forgotten,
  isTheirs: (address: string | undefined) => boolean,
): boolean {
  switch (fact.type) {
    case 'message-submitted':
    case 'message-sent':
    case 'message-refused':
    case 'message-deferred':
    case 'message-bounced':
    case 'message-delayed':
    case 'network-added':
      return who.networks.has(fact.network) || isTheirs(fact.address);
    case 'test-sent':
      return who.networks.has(fact.network) || isTheirs(fact.address) || isTheirs(fact.to);
    case 'reply-received':
    case 'opted-out':
    case 'automatic-reply-received':
      return who.networks.has(fact.network) || isTheirs(fact.contact) || isTheirs(fact.mail?.from);
    case 'mail-set-aside':
      return (
        isTheirs(fact.mail.from) ||
        isTheirs(fact.suggestion?.contact) ||
        (fact.suggestion?.network !== undefined && who.networks.has(fact.suggestion.network))
      );
    case 'request-received':
      return isTheirs(fact.mail.from) || isTheirs(fact.suggested?.contact);
    default:
      return false;
  }
}

/** How the journal calls them. A network's own name stays where only one of its people is forgotten. */
function namesIn(gone: readonly Fact[], who: Forgotten): readonly string[] {
  return gone.flatMap((fact) => {
    if (fact.type === 'network-added') return who.networks.has(fact.network) ? [fact.name] : [];
    if (fact.type !== 'message-submitted') return [];
    const whole = who.networks.has(fact.network) ? [fact.networkName] : [];
    return fact.contactName === undefined ? whole : [...whole, fact.contactName];
  });
}

/**
 * Addresses, and names as whole words. A first name alone is anybody's: it counts for an attendee
 * who is called just that, not for a word in a text.
 */
function mentioning(
  addresses: readonly string[],
  names: readonly string[],
): (text: string) => boolean {
  const telling = names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /\s/.test(name) || name.length > 6);
  return (text) => {
    const lower = text.toLowerCase();
    return (
      addresses.some((address) => lower.includes(address)) ||
      telling.some((name) => standsIn(lower, name))
    );
  };
}

function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1] ?? '') && !isLetter(text[at + name.length] ?? '')) return true;
  }
  return false;
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

interface Needles {
  isTheirs(address: string | undefined): boolean;
  isThem(attendee: Attendee): boolean;
  mentions(text: string): boolean;
}

/** Where words of people stand in a fact, at whatever depth. */
const WORDS = new Set(['text', 'subject', 'response', 'diagnostic', 'sentence', 'remark']);

/** A fact about others without them: who comes with another network, or is named in somebody's words. */
function scrubbed(fact: Fact, needles: Needles): Fact {
  const { isTheirs, isThem, mentions } = needles;
  let touched = false;
  const touch = <T>(value: T): T => {
    touched = true;
    return value;
  };
  const clean = (value: unknown, key: string, isWords: boolean): unknown => {
    if (typeof value === 'string') return isWords && mentions(value) ? touch('') : value;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      if (key === 'alongside') {
        const others = items.filter((item) => !isTheirs(String(item)));
        return others.length < items.length ? touch(others) : value;
      }
      return items.map((item) =>
        // A seat stays a seat.
        key === 'attendees' && isThem(item as Attendee) ? touch({}) : clean(item, '', isWords),
      );
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        clean(each, name, WORDS.has(name) || key === 'answers'),
      ]),
    );
  };
  const result = clean(fact, '', false) as Fact;
  return touched ? result : fact;
}

/** `Kim <kim@example.dk>` or `KIM@example.dk` -> `kim@example.dk`. */
function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}
