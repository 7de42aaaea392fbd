/**
 * Which lists may have a phrase in a text, told by its words: a bit a list (two share one where they
 * are more than 32), so that each word is looked up once however many lists are asked about.
 */
import type { PhraseLists } from './lexicon/lexicon.ts';
import { neededWords } from './needed-words.ts';

/** The lists of phrases. */
export type Phrases = keyof PhraseLists;

/** False where no phrase of a list stands in a text, nor in a piece of it. */
export function sieve(
  entries: (key: Phrases) => readonly string[],
): (key: Phrases, text: string) => boolean {
  const listsOf = new Map<string, number>();
  let lists = 0;
  const known = lazily((key) => {
    const bit = 1 << lists;
    lists += 1;
    const others: string[] = [];
    for (const entry of entries(key)) {
      const words = wordsOf(entry);
      if (words === undefined) others.push(entry.replace(/^\^|\$$/g, ''));
      for (const word of words ?? []) listsOf.set(word, (listsOf.get(word) ?? 0) | bit);
    }
    return { bit, others: others.length > 0 ? phrase(others) : undefined };
  });
  // One text is asked about again and again.
  let last = { text: '', lists: 0, held: 0 };
  return (key, text) => {
    const { bit, others } = known(key);
    if (last.text !== text || last.lists !== lists) {
      let held = 0;
      // A piece may be cut at a slash: what is in a piece is to be found in the whole too.
      for (const word of text.split(text.includes('/') ? /[ /]/ : ' '))
        held |= listsOf.get(word) ?? 0;
      last = { text, lists, held };
    }
    return (last.held & bit) !== 0 || others?.test(text) === true;
  };
}

/** Texts are words with single blanks between them: a phrase begins and ends with a word. */
export function phrase(entries: readonly string[]): RegExp {
  return new RegExp(`(?<!\\S)(?:${entries.join('|')})(?!\\S)`);
}

const needed = new Map<string, readonly string[] | undefined>();

/** An entry is taken apart once, however many lists it stands in. */
function wordsOf(entry: string): readonly string[] | undefined {
  if (!needed.has(entry)) needed.set(entry, neededWords(entry));
  return needed.get(entry);
}

/** Some phrases of a list as one pattern, and the words of which a text must hold one. */
export interface Piece {
  readonly pattern: RegExp;
  /** undefined: it may match any text. */
  readonly words: ReadonlySet<string> | undefined;
}

/** The engine makes no longer pattern fast, and takes its time for each: most are never needed. */
const LONGEST = 3_000;

/** The phrases as patterns that are each short enough, in their order. */
export function pieces(entries: readonly string[]): readonly Piece[] {
  const made: string[][] = [[]];
  let length = 0;
  for (const entry of entries) {
    length += entry.length;
    if (length > LONGEST) {
      made.push([]);
      length = entry.length;
    }
    made.at(-1)!.push(entry);
  }
  return made.map((some) => {
    const each = some.map(wordsOf);
    const words = each.every((one) => one !== undefined) ? new Set(each.flat()) : undefined;
    return { pattern: new RegExp(phrase(some).source, 'g'), words };
  });
}

/** Each pattern is made when it is first needed. */
export function lazily<T>(make: (key: Phrases) => T): (key: Phrases) => T {
  const made = new Map<Phrases, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
