/** The languages that are read, and which of them a text is in. */
import type { Language } from '../domain/model.ts';
import { danish } from './lexicon/da.ts';
import { german } from './lexicon/de.ts';
import { english } from './lexicon/en.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { norwegian } from './lexicon/nb.ts';
import { swedish } from './lexicon/sv.ts';

export const LEXICONS: readonly Lexicon[] = [danish, english, german, swedish, norwegian];

/** How many of a language's own small words stand in the text, the most first. */
function scores(text: string): readonly { readonly lexicon: Lexicon; readonly score: number }[] {
  const tokens = new Set(
    text
      .slice(0, 2_000)
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu),
  );
  return LEXICONS.map((lexicon) => ({
    lexicon,
    score: lexicon.common.filter((word) => tokens.has(word)).length,
  })).toSorted((a, b) => b.score - a.score);
}

/** By the small words that only one language has; undefined where nothing tells. */
export function languageOf(text: string): Language | undefined {
  const [best] = scores(text);
  return best && best.score > 0 ? best.lexicon.language : undefined;
}

/** The lists that may read a text: of the likeliest languages, of all where nothing tells. */
export function lexiconsFor(text: string): readonly Lexicon[] {
  const all = scores(text);
  const best = all[0]!.score;
  if (best === 0) return LEXICONS;
  // Few words tell little: a close second reads along.
  const enough = best > 3 ? best : Math.max(1, best - 1);
  const likely = new Set(all.filter(({ score }) => score >= enough).map(({ lexicon }) => lexicon));
  // Written alike: a Danish mail may hold only words that are Norwegian too.
  if (likely.has(danish)) likely.add(norwegian);
  if (likely.has(norwegian)) likely.add(danish);
  return LEXICONS.filter((lexicon) => likely.has(lexicon));
}
