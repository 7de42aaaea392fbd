/** The lists of some languages as one, their phrases compiled once. */
import type { Lexicon } from './lexicon/lexicon.ts';
import { lazily, phrase, sieve, type Phrases } from './sieve.ts';

/** Without a phrase of these, nothing in a text can be an answer. */
export const ANSWERING = [
  ...([
    'yes',
    'weakYes',
    'firmYes',
    'bareYes',
    'joy',
    'no',
    'firmNo',
    'bareNo',
    'away',
    'busy',
  ] as const),
  ...(['maybe', 'firmMaybe', 'condition'] as const),
] satisfies readonly Phrases[];

export interface WordList {
  /** There may be an answer in the text, or in a piece of it; quickly told. */
  speaks(text: string): boolean;
  /** A phrase of the list stands in the text. */
  has(key: Phrases, text: string): boolean;
  /** The text is one of the phrases, and nothing else. */
  is(key: Phrases, text: string): boolean;
  /** The text without the phrases. */
  without(key: Phrases, text: string): string;
  /** The text begins with one of the phrases. */
  opens(key: Phrases, text: string): boolean;
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
  const found = lazily((key) => phrase(entries(key)));
  const everyOne = lazily((key) => new RegExp(found(key).source, 'g'));
  const whole = lazily((key) => new RegExp(`^(?:${entries(key).join('|')})$`));
  const mayHave = sieve(entries);
  const around = new Set(lexicons.flatMap((lexicon) => lexicon.around));
  const has = (key: Phrases, text: string) => mayHave(key, text) && found(key).test(text);
  const where = (key: Phrases, text: string) =>
    mayHave(key, text)
      ? [...text.matchAll(everyOne(key))].map(({ index, 0: hit }) => ({
          index,
          end: index + hit.length,
        }))
      : [];
  return {
    speaks: (text) => ANSWERING.some((key) => mayHave(key, text)),
    has,
    is: (key, text) => mayHave(key, text) && whole(key).test(text),
    without: (key, text) =>
      has(key, text) ? text.replace(everyOne(key), ' ').replace(/ {2,}/g, ' ').trim() : text,
    opens: (key, text) => where(key, text)[0]?.index === 0,
    where,
    isAround: (word) => around.has(word) || /^\d{1,4}(?:\/\d{1,2})?$/.test(word),
  };
}
