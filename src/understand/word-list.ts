/** The lists of some languages as one, their phrases compiled once. */
import type { Lexicon } from './lexicon/lexicon.ts';
import { lazily, pieces, sieve, type Phrases, type Piece } from './sieve.ts';

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
  /** It stands somewhere in the lists: no name, though it has a capital. */
  isWord(word: string): boolean;
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
  const made = lazily((key) => pieces(entries(key)));
  const whole = lazily((key) => new RegExp(`^(?:${entries(key).join('|')})$`));
  const mayHave = sieve(entries);
  const around = new Set(lexicons.flatMap((lexicon) => lexicon.around));
  let known: ReadonlySet<string> | undefined;
  const near = (key: Phrases, text: string) =>
    mayHave(key, text) ? made(key).filter(({ words }) => holdsOne(text, words)) : [];
  const has = (key: Phrases, text: string) =>
    near(key, text).some(({ pattern }) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    });
  const where = (key: Phrases, text: string) => hits(near(key, text), text);
  return {
    speaks: (text) =>
      ANSWERING.some((key) => mayHave(key, text)) ||
      (mayHave('thatDay', text) && mayHave('whereabouts', text)),
    has,
    is: (key, text) => mayHave(key, text) && whole(key).test(text),
    without: (key, text) => cut(text, where(key, text)),
    opens: (key, text) => where(key, text)[0]?.index === 0,
    where,
    isWord: (word) => (known ??= wordsOf(lexicons)).has(word),
    isAround: (word) =>
      around.has(word) || word.startsWith('@') || /^\d{1,4}(?:\/\d{1,2})?$/.test(word),
  };
}

/** Whatever the phrases are made of; needed where somebody begins with a word that no list has. */
function wordsOf(lexicons: readonly Lexicon[]): ReadonlySet<string> {
  const texts = lexicons.flatMap((lexicon) => Object.values(lexicon).flat(2));
  return new Set(
    texts.flatMap((text) => String(text).match(/(?<![\\\p{L}])[\p{L}'-]{3,}/gu) ?? []),
  );
}

interface Hit {
  readonly index: number;
  readonly end: number;
}

let last = { text: '', words: [] as readonly string[] };

/** One text is asked about again and again. */
function holdsOne(text: string, needed: ReadonlySet<string> | undefined): boolean {
  if (!needed) return true;
  if (last.text !== text) last = { text, words: text.split(/[ /]/) };
  return last.words.some((word) => needed.has(word));
}

/** As one pattern would find them: the first place first, and there the first pattern. */
function hits(patterns: readonly Piece[], text: string): readonly Hit[] {
  const found: Hit[] = [];
  for (let from = 0; ; from = found.at(-1)!.end) {
    let first: Hit | undefined;
    for (const { pattern } of patterns) {
      pattern.lastIndex = from;
      const hit = pattern.exec(text);
      if (hit && (!first || hit.index < first.index))
        first = { index: hit.index, end: pattern.lastIndex };
    }
    if (!first || first.end === from) return found;
    found.push(first);
  }
}

function cut(text: string, found: readonly Hit[]): string {
  if (found.length === 0) return text;
  const kept = found.map(({ index }, at) => text.slice(found[at - 1]?.end ?? 0, index));
  return [...kept, text.slice(found.at(-1)!.end)].join(' ').replace(/ {2,}/g, ' ').trim();
}
