/** The languages that are read, and which of them a text is in. */
import type { Language } from '../domain/model.ts';
import { danish } from './lexicon/da.ts';
import { german } from './lexicon/de.ts';
import { english } from './lexicon/en.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { norwegian } from './lexicon/nb.ts';
import { swedish } from './lexicon/sv.ts';

export const LEXICONS: readonly Lexicon[] = [danish, english, german, swedish, norwegian];

interface Likeliest {
  readonly best: Lexicon;
  readonly score: number;
  /** That of the next best. */
  readonly second: number;
  readonly scores: ReadonlyMap<Lexicon, number>;
}

const own = new Map<string, Lexicon[]>();
for (const lexicon of LEXICONS) {
  for (const word of new Set(lexicon.common)) own.set(word, [...(own.get(word) ?? []), lexicon]);
}

let last: { readonly text: string; readonly likeliest: Likeliest } | undefined;

/** So much of a text tells its language. */
const TELLING = 600;

/** By the small words that a language has and others have not. */
function likeliest(whole: string): Likeliest {
  // A text, and the same text respelt, differ in their capitals alone, as a rule.
  const text = whole.slice(0, TELLING).toLowerCase().normalize('NFC');
  if (last?.text === text) return last.likeliest;
  const scores = new Map<Lexicon, number>(LEXICONS.map((lexicon) => [lexicon, 0]));
  const tokens = new Set(text.split(/[^\p{L}]+/u));
  for (const token of tokens) {
    for (const lexicon of own.get(token) ?? []) scores.set(lexicon, scores.get(lexicon)! + 1);
  }
  const [first, next] = [...scores].toSorted(([, a], [, b]) => b - a);
  const found = { best: first![0], score: first![1], second: next![1], scores };
  last = { text, likeliest: found };
  return found;
}

/** undefined where nothing tells. */
export function languageOf(text: string): Language | undefined {
  const { best, score } = likeliest(text);
  return score > 0 ? best.language : undefined;
}

/** Danish and Norwegian are written alike: what is one may hold only words of the other. */
const CERTAIN: readonly (readonly Lexicon[])[] = [
  [danish, norwegian],
  [swedish],
  [english],
  [german],
];
/** Nor can a few words tell Swedish from them. */
const UNCERTAIN: readonly (readonly Lexicon[])[] = [
  [danish, norwegian, swedish],
  [english],
  [german],
];

/** What may read a text: the list of its language, or each of them where few words tell. */
export function readersOf(text: string): readonly (readonly Lexicon[])[] {
  const { best, score, second, scores } = likeliest(text);
  const alike = CERTAIN.find((each) => each.includes(best))!;
  const certain = score > 3 ? score > second || alike.length > 1 : score > second + 1;
  if (certain) return [alike];
  const likely = UNCERTAIN.filter((each) => each.some((lexicon) => scores.get(lexicon)! > 0));
  return likely.length > 0 ? likely : UNCERTAIN;
}
