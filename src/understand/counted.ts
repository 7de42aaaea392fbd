/** How many come, and who, in running text: read sentence by sentence, where it speaks of coming. */
import type { Attendee } from '../domain/model.ts';
import { sentencesIn, takeApart, type Sentence } from './clauses.ts';
import { wordsOf, type Words } from './counting-words.ts';
import { readersOf } from './languages.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { NAMES_TOO } from './lexicon/people-words.ts';
import { namesOnLines } from './named-lines.ts';
import { fullNameIn, peopleIn, type Listed } from './people.ts';
import { signedBy } from './text/closing.ts';
import { respelt } from './text/spelling.ts';
import { wordList, type WordList } from './word-list.ts';

export interface Counted {
  /** Only where one number is stated, and no other. */
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
}

/** A sentence, as one language hears it. */
interface Heard {
  readonly written: string;
  readonly lower: string;
  /** In lower case too, misspelt words as they were meant. */
  readonly meant: string;
  readonly words: Words;
  readonly listed: readonly Listed[];
}

/** `closing`: the sign-off below the text, which names who says "only me". */
export function whoComes(text: string, sentences = sentencesIn(text), closing = ''): Counted {
  const heard = readersOf(text).flatMap((lexicons) => {
    const list = wordList(lexicons);
    const told = sentences.flatMap((sentence) => statementIn(sentence, list));
    return lexicons.flatMap((lexicon) => told.map((written) => hear(written, lexicon, list)));
  });
  const numbers = new Set(heard.flatMap((each) => [...stated(each), ...together(each)]));
  const seats = numbers.size === 1 ? [...numbers][0] : undefined;
  const onLines = namesOnLines(text, seats);
  const signed = fullNameIn(signedBy(text, closing));
  const names =
    onLines.length > 0 ? onLines : mostOf(heard, (each) => namesIn(each, seats, signed));
  // "Registration: Court Farm, two adults"
  const attendees = names.length === 1 && seats !== 1 && seats !== undefined ? [] : names;
  return { ...(seats !== undefined && { seats }), attendees: attendees.map((name) => ({ name })) };
}

/** Each language hears some of the names; the one that it is in hears the most. */
function mostOf(
  heard: readonly Heard[],
  namesOf: (each: Heard) => readonly string[],
): readonly string[] {
  const of = new Map<Words, Set<string>>();
  for (const each of heard) {
    const names = of.get(each.words) ?? new Set();
    for (const name of namesOf(each)) names.add(name);
    of.set(each.words, names);
  }
  return [...of.values()].reduce<readonly string[]>(
    (most, names) => (names.size > most.length ? [...names] : most),
    [],
  );
}

/** What is told, and not asked. */
function statementIn(sentence: Sentence, list: WordList): readonly string[] {
  const { written, lower } = sentence;
  if (list.opens('placesAsked', lower)) return [written];
  const { asks, said } = takeApart(sentence, list);
  if (asks) return [];
  // "We are three, where do we park?"
  return [said.length < lower.length ? written.replace(/[,;–-][^,;–-]*$/u, '') : written];
}

function hear(written: string, lexicon: Lexicon, list: WordList): Heard {
  const plain = written.normalize('NFC').replace(/\s+/g, ' ');
  return {
    written: plain,
    lower: plain.toLowerCase(),
    meant: respelt(plain),
    words: wordsOf(lexicon),
    listed: peopleIn(
      plain,
      lexicon,
      (word) => !NAMES_TOO.has(word) && (word.length < 3 || list.isWord(word)),
    ),
  };
}

// ---------------------------------------------------------------- numbers

/** "3 personer", "vi kommer to", "three of us", "both of us", "just me". */
function stated({ meant: lower, words }: Heard): readonly number[] {
  const found = words.numbered.flatMap(({ pattern, weak }) =>
    [...lower.matchAll(pattern)].flatMap((match) => {
      const value = valueOf(match[1]!, words);
      const clause = clauseAround(lower, match.index, match.index + match[0].length, words);
      if (value < 1 || value > 999 || isOfOthers(clause, words)) return [];
      // "One of us eats no meat" says nothing of how many there are.
      const isWeak =
        weak && (value < 2 || words.having.test(clause.before) || !isOfComing(clause, words));
      return isWeak ? [] : [value];
    }),
  );
  const inAll = words.together.flatMap((pattern, at) =>
    isSaid(pattern, lower, words) ? [at + 1] : [],
  );
  return [...found, ...inAll, ...(isAlone(lower, words) ? [1] : [])];
}

function isSaid(pattern: RegExp, lower: string, words: Words): boolean {
  return [...lower.matchAll(pattern)].some(
    ({ index, 0: match }) =>
      !isOfOthers(clauseAround(lower, index, index + match.length, words), words),
  );
}

/** "Just me", "I come alone". */
function isOnlyMe(lower: string, words: Words): boolean {
  const [one] = words.together;
  return (one !== undefined && isSaid(one, lower, words)) || isAlone(lower, words);
}

/** 0 where it is no number. */
function valueOf(word: string, { numbers }: Words): number {
  return /^\d/.test(word) ? Number(word) : numbers.findIndex((ways) => ways.includes(word)) + 1;
}

/** "I come alone", "alone", not "he comes alone". */
function isAlone(lower: string, words: Words): boolean {
  return [...lower.matchAll(words.alone)].some(({ index, 0: match }) => {
    const clause = clauseAround(lower, index, index + match.length, words);
    const { before, after, around } = clause;
    if (isOfOthers(clause, words)) return false;
    if (!/\p{L}/u.test(`${before}${after}`)) return true;
    if (words.notMe.test(around)) return false;
    if (words.coming.test(before) || words.coming.test(match)) return true;
    // "I come, this time on my own."
    const said = lower.slice(0, index - before.length);
    const begins = before.trim().split(/\s+/).length <= 2;
    return begins && words.coming.test(said) && !words.notMe.test(said);
  });
}

// ---------------------------------------------------------------- people

/** "Anna and I", "I come with my wife", "from us come Anna and Bo". */
function together(heard: Heard): readonly number[] {
  const { lower, words } = heard;
  return heard.listed.flatMap((listed) => {
    const { persons, from, to } = listed;
    const clause = clauseAround(lower, from, to, words);
    if (words.uncounted.test(clause.around)) return [];
    const framed = frame(lower, listed);
    if (!persons.some(({ me }) => me)) {
      const plain = persons.every(
        ({ full, name }) => full || name === undefined || !words.capitals,
      );
      if (plain && words.withMe.test(framed)) return [persons.length + 1];
      return persons.length > 1 && plain && isFramed(heard, listed) ? [persons.length] : [];
    }
    if (persons.length < 2 || isOfOthers(clause, words)) return [];
    if (words.framedBefore.test(framed)) return [persons.length];
    return !isBehind(heard, listed, words.toward) && isOfComing(clause, words)
      ? [persons.length]
      : [];
  });
}

function namesIn(
  heard: Heard,
  seats: number | undefined,
  signed: string | undefined,
): readonly string[] {
  if (signed !== undefined && seats === 1 && isOnlyMe(heard.meant, heard.words)) return [signed];
  return heard.listed.flatMap((listed) => {
    const { persons } = listed;
    const names = persons.flatMap(({ name, me }) => name ?? (me ? signed : undefined) ?? []);
    if (names.length < persons.length) return [];
    // "Anna Holm and I", with a name below it.
    const withMe = persons.every(({ full, me }) => full || me) && persons.some(({ me }) => me);
    if (withMe && persons.length > 1 && persons.length === seats) return names;
    const full = persons.every((person) => person.full);
    const named = (full && isFramed(heard, listed, seats)) || isCounted(heard, listed, seats);
    return named ? names : [];
  });
}

/** A sentence in which `@` stands for who is listed. */
function frame(lower: string, { from, to }: Listed): string {
  return `${lower.slice(0, from)}@${lower.slice(to)}`;
}

/** The sentence says that they come. */
function isFramed(heard: Heard, listed: Listed, seats?: number): boolean {
  const { lower, words } = heard;
  const { persons, from, to, joined } = listed;
  const { around } = clauseAround(lower, from, to, words);
  if (words.uncounted.test(around)) return false;
  const before = lower.slice(0, from);
  // "We are coming, Anna Holm!" speaks to her.
  if (/, ?$/.test(before) && persons.length < 2) return false;
  // "Anna Holm, Nykøbing Falster" is one, perhaps.
  if (persons.length === 2 && !joined && !/[:–-] ?$/.test(before) && seats !== 2) return false;
  const framed = frame(lower, listed);
  if (words.framedBefore.test(framed)) return true;
  return !isBehind(heard, listed, words.articles) && words.framedBehind.test(framed);
}

/** Behind a greeting, or a word that says where from: "greetings from Anna and Bo". */
function isBehind({ lower }: Heard, { from }: Listed, words: ReadonlySet<string>): boolean {
  const before = /(\p{L}+) $/u.exec(lower.slice(0, from))?.[1];
  return before !== undefined && words.has(before);
}

/** "We are two: Anna and Bo", "All three places, please. Anna Holm, Bo Berg, Carl Dam." */
function isCounted({ lower, words }: Heard, listed: Listed, seats: number | undefined): boolean {
  const { persons, from, to } = listed;
  if (persons.length !== seats || persons.some(({ me }) => me)) return false;
  const full = persons.every((person) => person.full);
  const before = lower.slice(0, from);
  const number = words.numberBefore.exec(before)?.[1];
  if (!full && (words.capitals || number === undefined)) return false;
  if (number !== undefined && valueOf(number, words) === seats) return true;
  return (
    persons.length > 1 &&
    /(?:^|[,:(–-]) ?$/.test(before) &&
    /^ ?(?:$|[.,!)–-])/.test(lower.slice(to))
  );
}

// ---------------------------------------------------------------- clauses

interface Clause {
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** `@` in the place of the match. */
  readonly around: string;
}

/** What is said of something that stands in a sentence, up to the next comma, "but" or "because". */
function clauseAround(lower: string, from: number, to: number, words: Words): Clause {
  let start = 0;
  let end = lower.length;
  for (const { index, 0: boundary, 1: and } of lower.matchAll(words.boundary)) {
    const behind = index + boundary.length;
    if (behind <= from && (!and || words.coming.test(lower.slice(behind, to)))) start = behind;
    if (index >= to && (!and || words.coming.test(lower.slice(start, index)))) {
      end = index;
      break;
    }
  }
  const before = lower.slice(start, from);
  const after = lower.slice(to, end);
  return { before, match: lower.slice(from, to), after, around: `${before}@${after}` };
}

/** Who does not come, or came last year. */
function isOfOthers({ around }: Clause, words: Words): boolean {
  return words.uncounted.test(around) || words.past.test(around);
}

const FEW = 2;

/** It speaks of coming, or of nothing else. */
function isOfComing({ before, match, after }: Clause, words: Words): boolean {
  const rest = `${before} ${after}`.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
  return rest.length <= FEW || words.coming.test(`${before}${match}${after}`);
}
