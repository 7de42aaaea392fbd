/** The lists of some languages as one, their phrases compiled once. */
import type { Lexicon } from './lexicon/lexicon.ts';
import { neededWords } from './needed-words.ts';

type Phrases = Exclude<
  keyof Lexicon,
  'language' | 'around' | 'common' | 'numbers' | 'persons' | 'counting'
>;

export interface WordList {
  /** A phrase of the list stands in the text. */
  has(key: Phrases, text: string): boolean;
  /** The text is one of the phrases, and nothing else. */
  is(key: Phrases, text: string): boolean;
  /** The text without the phrases. */
  without(key: Phrases, text: string): string;
  /** Where the phrases begin. */
  where(key: Phrases, text: string): readonly { readonly index: number; readonly end: number }[];
  isAround(word: string): boolean;
}

/** Up to three words, none of which turns what follows around. */
const FEW = '(?:(?!(?:ikke|aldrig|aldri|inte|ej|not|never|nicht|nie) )\\S+ ){0,3}';

const lists = new Map<readonly Lexicon[], WordList>();

/** `lexicons`: one of the rows of languages.ts, which never change. */
export function wordList(lexicons: readonly Lexicon[]): WordList {
  let list = lists.get(lexicons);
  if (!list) lists.set(lexicons, (list = compile(lexicons)));
  return list;
}

function compile(lexicons: readonly Lexicon[]): WordList {
  const entries = (key: Phrases) =>
    lexicons.flatMap((lexicon) => lexicon[key]).map((entry) => entry.replaceAll('…', FEW));
  // Texts are words with single blanks between them: a phrase begins and ends with a word.
  const found = lazily((key) => new RegExp(`(?<!\\S)(?:${entries(key).join('|')})(?!\\S)`));
  const everyOne = lazily((key) => new RegExp(found(key).source, 'g'));
  const whole = lazily((key) => new RegExp(`^(?:${entries(key).join('|')})$`));
  const needed = lazily((key) => {
    const all = entries(key).map((entry) => [entry, neededWords(entry)] as const);
    const others = all.filter(([, words]) => words === undefined).map(([entry]) => entry);
    return {
      words: new Set(all.flatMap(([, words]) => words ?? [])),
      others: others.length > 0 ? new RegExp(`(?<!\\S)(?:${others.join('|')})(?!\\S)`) : undefined,
    };
  });
  const mayHave = (key: Phrases, text: string) => {
    const { words, others } = needed(key);
    return wordsOf(text).some((word) => words.has(word)) || others?.test(text) === true;
  };
  const around = new Set(lexicons.flatMap((lexicon) => lexicon.around));
  const has = (key: Phrases, text: string) => mayHave(key, text) && found(key).test(text);
  return {
    has,
    is: (key, text) => whole(key).test(text),
    without: (key, text) =>
      has(key, text) ? text.replace(everyOne(key), ' ').replace(/ {2,}/g, ' ').trim() : text,
    where: (key, text) =>
      mayHave(key, text)
        ? [...text.matchAll(everyOne(key))].map(({ index, 0: hit }) => ({
            index,
            end: index + hit.length,
          }))
        : [],
    isAround: (word) => around.has(word) || /^\d{1,4}$/.test(word),
  };
}

let last: { readonly text: string; readonly words: readonly string[] } | undefined;

/** One text is asked about again and again. */
function wordsOf(text: string): readonly string[] {
  if (last?.text !== text) last = { text, words: text.split(' ') };
  return last.words;
}

/** Each pattern is made when it is first needed. */
function lazily<T>(make: (key: Phrases) => T): (key: Phrases) => T {
  const made = new Map<Phrases, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
