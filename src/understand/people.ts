/** People who are named one after the other: "Anna Holm, our treasurer and I". */
import { LEXICONS } from './languages.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

export interface Person {
  /** As written; absent where somebody is only called "my wife", "I". */
  readonly name?: string;
  /** First and last name. */
  readonly full: boolean;
  /** Who writes. */
  readonly me: boolean;
}

/** Where in a sentence they are named. */
export interface Listed {
  readonly from: number;
  readonly to: number;
  readonly persons: readonly Person[];
  /** "Anna and Bo", not only "Anna, Bo". */
  readonly joined: boolean;
}

interface Found {
  readonly to: number;
  /** undefined: what is named is no person. */
  readonly person?: Person;
}

const NAME = "\\p{Lu}[\\p{L}'-]*\\p{Ll}[\\p{L}'-]*";
const FULL = `${NAME}(?: (?:(?:van|von|der|de|af|zu) )*(?:${NAME}|\\p{Lu}(?= \\p{Lu}))){1,3}`;
const EITHER = `(?:${FULL}|${NAME})`;
const SIGNED = new RegExp(`^((?:(?:Dr|Prof)\\.? )?${FULL})(?=$|, | \\()`, 'u');
const MANY = 20;
const ASSOCIATION = new RegExp(LEXICONS.map(({ associations }) => associations).join('|'), 'iu');
/** "Hi Bente, Bo and I are coming" are two. */
const GREETS = new RegExp(
  `(?:^|[^\\p{L}])${anyOf(LEXICONS.flatMap(({ toward }) => toward))} $`,
  'u',
);
const AND = sticky(
  `,? (?:${LEXICONS.flatMap(({ and }) => and)
    .map((word) => word.replace(/[+&]/, '[$&]'))
    .join('|')}) `,
);

interface Patterns {
  readonly me: RegExp;
  readonly companion: RegExp;
  readonly named: RegExp;
  readonly title: RegExp;
  readonly uncountable: RegExp;
}

const patterns = new Map<Lexicon, Patterns>();

function patternsOf(lexicon: Lexicon): Patterns {
  let made = patterns.get(lexicon);
  if (!made) patterns.set(lexicon, (made = compile(lexicon)));
  return made;
}

function compile(lexicon: Lexicon): Patterns {
  const { me, mine, companions, theCompanion, titles, numbers } = lexicon;
  const companion = `(?:${anyOf(mine)} (?:[\\p{Ll}-]+ )?${anyOf(companions)}|${anyOf(theCompanion)})(?![\\p{L}'-])`;
  // "Ida Berg (formand)", "Ida Berg, our chair,"
  const role = `(?: \\([^()]{1,40}\\)|, ${companion}(?:,|(?=[.!]|$)))?`;
  return {
    me: sticky(`(${anyOf(me)})(?![\\p{L}-])(?:,? \\(?(${FULL})(?:\\)|,|(?=[ .!]|$)))?`),
    companion: sticky(`${companion}(?: \\(?(${EITHER})\\)?|, (${EITHER}),)?`),
    named: sticky(`(?:${anyOf(titles)}\\.? )*(${EITHER})${role}`),
    title: new RegExp(` ${anyOf(titles)} `, 'u'),
    uncountable: sticky(
      `(?:\\d|\\p{Lu}|(?:${[...mine, ...numbers.flat()].join('|')})(?![\\p{L}]))`,
    ),
  };
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}

/** Pieces in small letters, of which the first letter may be a capital. */
function anyOf(pieces: readonly string[]): string {
  const either = pieces.map((piece) =>
    piece.replace(
      /^(\(\?:)?(\p{L})/u,
      (_, open: string | undefined, first: string) =>
        `${open ?? ''}[${first.toLowerCase()}${first.toUpperCase()}]`,
    ),
  );
  return `(?:${either.join('|')})`;
}

/** First and last name of a person, at the beginning of a line: "Ida Berg, Maribo". */
export function fullNameIn(line: string): string | undefined {
  const name = SIGNED.exec(line)?.[1];
  return name === undefined || ASSOCIATION.test(name) ? undefined : name;
}

/** `isWord`: no name, though it has a capital. */
export function peopleIn(
  written: string,
  lexicon: Lexicon,
  isWord: (word: string) => boolean,
): readonly Listed[] {
  const found: Listed[] = [];
  const words = /(?<![\p{L}\p{N}'-])\p{L}/gu;
  const personAt = (at: number) => personIn(written, at, lexicon, isWord);
  for (let word = words.exec(written); word; word = words.exec(written)) {
    const first = personAt(word.index);
    if (!first) continue;
    const listed = listedFrom(word.index, first, written, personAt, patternsOf(lexicon));
    if (listed.persons.length > 0) found.push(listed);
    words.lastIndex = listed.to;
  }
  return found;
}

/** Without persons where they cannot be counted. */
function listedFrom(
  from: number,
  first: Found,
  written: string,
  personAt: (at: number) => Found | undefined,
  { uncountable }: Patterns,
): Listed {
  const isGreeted = GREETS.test(written.slice(0, from));
  const persons: Person[] = [];
  let joined = false;
  for (let next = first; persons.length < MANY;) {
    const { to, person } = next;
    if (!person) return { from, to, persons: [], joined };
    persons.push(person);
    const and = matchAt(AND, written, to)?.[0];
    const isComma = and === undefined;
    if (isComma && (joined || !written.startsWith(', ', to))) return { from, to, persons, joined };
    const behind = to + (and ?? ', ').length;
    const another = personAt(behind);
    if (isComma) {
      // "Bente, I come": who writes stands behind an "and", or first.
      const ends = !another?.person || another.person.me || isGreeted;
      if (ends) return { from, to, persons, joined };
      // "Bo, my deputy and I" are two, or three.
      if (isRole(person, another.person)) return { from, to: another.to, persons: [], joined };
    } else if (!another) {
      // "Bo and two neighbours" are more than Bo; "Bo and look forward to it" is Bo.
      const isMore = matchAt(uncountable, written, behind) !== null;
      return { from, to, persons: isMore ? [] : persons, joined };
    } else joined = true;
    next = another;
  }
  return { from, to: written.length, persons: [], joined };
}

function isRole(one: Person, other: Person): boolean {
  return !one.me && (one.name === undefined) !== (other.name === undefined);
}

function matchAt(pattern: RegExp, written: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(written);
}

function personIn(
  written: string,
  at: number,
  lexicon: Lexicon,
  isWord: (word: string) => boolean,
): Found | undefined {
  const { me, companion, named, title } = patternsOf(lexicon);
  const personOf = (name: string | undefined, isMe: boolean): Person =>
    name === undefined || ASSOCIATION.test(name)
      ? { full: false, me: isMe }
      : { name, full: name.includes(' '), me: isMe };
  const self = matchAt(me, written, at);
  if (self) {
    const person = personOf(self[2], true);
    return { to: at + (person.full ? self[0] : self[1]!).length, person };
  }
  const other = matchAt(companion, written, at);
  if (other) return { to: at + other[0].length, person: personOf(other[1] ?? other[2], false) };
  const [whole, name] = matchAt(named, written, at) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  if (ASSOCIATION.test(name)) return { to: at + whole.length };
  // At the beginning of a sentence any word has a capital.
  const mayBeWord = lexicon.nounsHaveCapitals || !/\p{L}/u.test(written.slice(0, at));
  if (title.test(name)) return undefined;
  if (mayBeWord && isWord(name.split(' ', 1)[0]!.toLowerCase())) return undefined;
  return { to: at + whole.length, person: personOf(name, false) };
}
