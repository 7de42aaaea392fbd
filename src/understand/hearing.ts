/**
 * What one clause says of coming, read by itself in a closed world (lexicon.ts): a word that nobody
 * expected may turn the answer around.
 */
import type { Clause } from './clauses.ts';
import type { WordList } from './word-list.ts';

export type Sense = 'yes' | 'no' | 'maybe';

export interface Heard {
  readonly sense?: Sense;
  /** A yes or no to whatever was asked, without a word of coming. */
  readonly bare?: boolean;
  /** A no by where they are that day: without a word of coming. */
  readonly inferred?: boolean;
  /** It goes with an answer that stands beside it. */
  readonly practical?: boolean;
  /** Joy, which only goes with a yes. */
  readonly joy?: boolean;
  /** Speaks of coming, or begins like an answer, and is not understood. */
  readonly leans?: Sense;
  /** It is of somebody else of the network: who writes may come herself. */
  readonly ofOther?: boolean;
  /** It leans so for part of the evening, or for something else. */
  readonly limited?: boolean;
  /** A yes that is only wished for, or meant for another time. */
  readonly wished?: boolean;
  /** Only where they are that day; it may be where the meeting is. */
  readonly there?: boolean;
  /** Not a word of coming: strange, unless it says nothing at all. */
  readonly silent?: boolean;
  /** What they have to do, on whatever day: a reason beside a no, and nothing else. */
  readonly busy?: boolean;
}

/** Where somebody says less than yes. */
const DENIES = ['firmNo', 'no', 'firmMaybe', 'maybe'] as const;

export function hear({ text, names }: Clause, at: number, list: WordList): Heard {
  if (at > 0 && list.opens('relative', text)) return {};
  if (list.has('others', text)) return {};
  const denied = DENIES.find((key) => list.has(key, text));
  const perhaps = denied === 'maybe' || denied === 'firmMaybe';
  // A capital tells a name only behind the beginning.
  const named = at > 0 && perhaps && isNamed({ text, names }, list.without(denied, text), list);
  if (denied && (named || isOfOffice(text, list)))
    return { leans: perhaps ? 'maybe' : 'no', ofOther: true };
  if (list.has('firmMaybe', text)) {
    if (list.has('firmNo', text)) return { leans: 'no' };
    const rest = list.without('firmMaybe', text);
    // "Die Rechnung ist noch offen."
    const narrow = list.has('limits', rest) || list.has('business', rest);
    return narrow || list.opens('they', text) ? { leans: 'maybe' } : { sense: 'maybe' };
  }
  if (list.has('elsewhen', text)) {
    const aside = list.has('maybe', text) || list.has('no', text) || list.has('firmNo', text);
    return aside || !list.has('yes', text) ? {} : { leans: 'yes', wished: true };
  }
  const unnamed = withoutName(text, names);
  if (list.is('bareYes', text) || list.is('bareYes', unnamed))
    return { sense: 'yes', bare: true, wished: list.has('would', text) };
  // "Without us this time" is about coming; "no" may be about anything.
  if (list.is('bareNo', text) || list.is('bareNo', unnamed))
    return { sense: 'no', bare: !(list.has('firmNo', text) && list.has('own', text)) };
  if (list.has('firmNo', text)) {
    const limited = list.has('limits', list.without('harmless', list.without('firmNo', text)));
    return limited ? { leans: 'no', limited } : { sense: 'no' };
  }
  if (list.has('no', text)) return hearNo(text, names, list);
  if (list.has('away', text)) return hearAway(text, names, list);
  const mayBe = list.has('maybe', text);
  const regret = list.has('regret', text);
  if (list.has('firmYes', text)) {
    const rest = list.without('firmYes', text);
    // "Vi kender mange, der deltager": of others, unless every word is known.
    const ofOthers = list.has('ofOthers', text) && !isKnown(rest, names, list);
    const narrow =
      regret ||
      ofOthers ||
      list.opens('they', text) ||
      list.has('hedge', list.without('wish', rest)) ||
      list.has('limits', rest) ||
      list.has('business', list.without('harmless', rest));
    return narrow ? { leans: 'yes' } : { sense: mayBe ? 'maybe' : 'yes' };
  }
  if (list.has('yes', text)) {
    const sense = mayBe ? 'maybe' : 'yes';
    const rest = list.without('maybe', restOfYes(text, list));
    const wished = list.has('would', text);
    return regret || list.opens('they', text) || !isKnown(rest, names, list)
      ? { leans: sense, wished }
      : { sense, wished };
  }
  if (list.has('weakYes', text)) {
    const known =
      !list.has('business', text) &&
      isKnown(list.without('maybe', list.without('weakYes', text)), names, list);
    return known && !regret ? { sense: mayBe ? 'maybe' : 'yes' } : {};
  }
  if (mayBe) return isKnown(list.without('maybe', text), names, list) ? { sense: 'maybe' } : {};
  if (list.has('joy', text) && isKnown(list.without('joy', text), names, list))
    return { joy: true };
  if (isBusy(text, list)) return { sense: 'no', inferred: true };
  const first = text.split(' ', 1)[0]!;
  const leans = list.is('bareYes', first) ? 'yes' : list.is('bareNo', first) ? 'no' : undefined;
  const there = list.has('whereabouts', text) && list.has('thatDay', text);
  if (leans !== undefined && !saysNothing({ text, names }, list)) return { leans, there };
  return { silent: true, there, busy: list.has('busy', text) && !list.has('limits', text) };
}

/** Without the yes, and without what may follow one: "with my husband". */
function restOfYes(text: string, list: WordList): string {
  const tail = text.slice(list.where('yes', text).at(-1)!.end).trim();
  const rest = list.without('yes', text);
  const said = rest.slice(0, rest.length - tail.length);
  return `${said}${list.without('manner', tail)}`.trim();
}

/** "Not this time Bente." */
function withoutName(text: string, names: ReadonlySet<string>): string {
  const end = text.lastIndexOf(' ');
  return end > 0 && names.has(text.slice(end + 1)) ? text.slice(0, end) : text;
}

/** Thanks, greetings. */
export function saysNothing(
  { text, names }: Pick<Clause, 'text' | 'names'>,
  list: WordList,
): boolean {
  if (list.has('states', text) || !isKnown(text, names, list)) return false;
  return !list.has('speakers', list.without('harmless', text));
}

/** Every word is known: an aside about doors and trains turns nothing around. */
export function isAside({ text, names }: Clause, list: WordList): boolean {
  return isKnown(text, names, list);
}

/** "That evening we have our general assembly": told by who writes, and not of an hour of the day. */
function isBusy(text: string, list: WordList): boolean {
  if (!list.has('busy', text) || !list.has('thatDay', text)) return false;
  // "Got the grandchildren that week."
  const own = list.has('own', text) || list.has('regret', text) || list.opens('busy', text);
  if (!own) return false;
  return !list.has('limits', list.without('thatDay', list.without('busy', text)));
}

/** "Our treasurer cannot": others may come. */
function isOfOffice(text: string, list: WordList): boolean {
  return list.opens('roles', text) && !list.has('own', list.without('roles', text));
}

/** "Lene is ill": of somebody who may not be all there is. */
function isOfOne(clause: Pick<Clause, 'text' | 'names'>, rest: string, list: WordList): boolean {
  const { text } = clause;
  const they = list.opens('they', text) && !list.has('own', text);
  return they || (isNamed(clause, rest, list) && !list.has('regret', text));
}

/** "Garth is coming": begins with somebody named, and says nothing of who writes. */
export function isOfNamed(clause: Pick<Clause, 'text' | 'names'>, list: WordList): boolean {
  return isNamed(clause, clause.text, list);
}

/** "Hanne is not sure": begins with a name, and says nothing of who writes. */
function isNamed(
  { text, names }: Pick<Clause, 'text' | 'names'>,
  rest: string,
  list: WordList,
): boolean {
  const first = text.split(' ', 1)[0]!;
  const named = names.has(first) && !list.isAround(first) && !list.isWord(first);
  return named && `${rest} `.startsWith(`${first} `) && !list.has('own', text);
}

function hearNo(text: string, names: ReadonlySet<string>, list: WordList): Heard {
  const rest = list.without('no', text);
  if (isOfOne({ text, names }, rest, list)) return { leans: 'no', ofOther: true };
  if (list.has('yes', rest) || list.has('firmYes', rest)) return { leans: 'no' };
  const known = isKnown(rest, names, list);
  if (list.has('maybe', rest)) return known ? { sense: 'maybe' } : { leans: 'no' };
  // "Unfortunately I cannot open the file", "Der Link geht leider nicht".
  const narrow = list.has('limits', rest) || list.has('business', rest);
  if (!narrow && (known || list.has('regret', text))) return { sense: 'no' };
  if (narrow) return { leans: 'no' };
  return isBusy(text, list) ? { sense: 'no', inferred: true } : {};
}

/** Only of who writes, and where nothing else is said: who works that day may still come late. */
function hearAway(text: string, names: ReadonlySet<string>, list: WordList): Heard {
  const rest = list.without('away', text);
  const comes = (['yes', 'firmYes', 'maybe', 'limits'] as const).some((key) => list.has(key, rest));
  const regret = list.has('regret', text);
  const known = regret || isKnown(rest, names, list) || isBusy(text, list);
  const certain = !comes && !isOfOne({ text, names }, text, list) && known;
  return certain ? { sense: 'no', inferred: !regret } : { leans: 'no' };
}

/** Nothing stands in it that might turn the answer around. */
function isKnown(rest: string, names: ReadonlySet<string>, list: WordList): boolean {
  // What narrows is no name, though it has a capital: "Nur mit Kinderbetreuung", "på Facebook".
  const narrow = list
    .where('limits', rest)
    .flatMap(({ index, end }) => rest.slice(index, end).split(' '));
  const isName = (word: string) => names.has(word) && !narrow.includes(word);
  const strange = (text: string) =>
    text.split(' ').filter((word) => word !== '' && !list.isAround(word) && !isName(word));
  const found = strange(rest).length;
  // No aside makes so many words harmless.
  return found === 0 || (found < 12 && strange(list.without('harmless', rest)).length === 0);
}
