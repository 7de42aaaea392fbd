/** The lists of some languages as one, their phrases compiled once. */
import type { Lexicon } from './lexicon/lexicon.ts';

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

const lists = new Map<string, WordList>();

export function wordList(lexicons: readonly Lexicon[]): WordList {
  const name = lexicons.map(({ language }) => language).join();
  let list = lists.get(name);
  if (!list) lists.set(name, (list = compile(lexicons)));
  return list;
}

function compile(lexicons: readonly Lexicon[]): WordList {
  const compiled = new Map<string, RegExp>();
  const pattern = (key: Phrases, whole: boolean): RegExp => {
    const known = compiled.get(`${key} ${whole}`);
    if (known) return known;
    const body = lexicons
      .flatMap((lexicon) => lexicon[key])
      .map((entry) => entry.replaceAll('…', FEW))
      .join('|');
    const made = whole
      ? new RegExp(`^(?:${body})$`, 'u')
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, 'gu');
    compiled.set(`${key} ${whole}`, made);
    return made;
  };
  const around = new Set(lexicons.flatMap((lexicon) => lexicon.around));
  return {
    has: (key, text) => text.search(pattern(key, false)) !== -1,
    is: (key, text) => pattern(key, true).test(text),
    without: (key, text) => text.replace(pattern(key, false), ' ').replace(/ {2,}/g, ' ').trim(),
    where: (key, text) =>
      [...text.matchAll(pattern(key, false))].map(({ index, 0: hit }) => ({
        index,
        end: index + hit.length,
      })),
    isAround: (word) => around.has(word) || /^\d{1,4}$/.test(word),
  };
}
