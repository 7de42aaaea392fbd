/** Words as they were meant, where somebody misspelt or shortened them. */
import { LEXICONS } from '../languages.ts';

const MISSPELT = new Map(LEXICONS.flatMap(({ misspelt }) => misspelt));
const DECIDING = new Set(LEXICONS.flatMap(({ deciding }) => deciding));
/** What is written as it should be. */
const RIGHT = new Set([...DECIDING, ...LEXICONS.flatMap(({ lookalikes }) => lookalikes)]);
/** Fingers seldom miss the first letter, and one slip changes the length by one. */
const ALIKE = new Map<string, string[]>();
for (const word of DECIDING) {
  for (const length of [word.length - 1, word.length, word.length + 1]) {
    const shape = `${word[0]!}${length}`;
    ALIKE.set(shape, [...(ALIKE.get(shape) ?? []), word]);
  }
}

/** Words without their apostrophe that are others by themselves, where what follows tells. */
const UNMARKED = LEXICONS.flatMap(({ unmarked }) =>
  unmarked.map(
    ([word, asMeant, before]) =>
      [
        new RegExp(`(?<!\\S)${word}(?= (?:${before.replaceAll(' ', '|')})(?!\\S))`, 'g'),
        asMeant,
      ] as const,
  ),
);
const ANY_UNMARKED = new RegExp(
  `(?<!\\S)(?:${LEXICONS.flatMap(({ unmarked }) => unmarked.map(([word]) => word)).join('|')}) `,
);

const WORD = /(?<![^\s("“„])[\p{L}']+(?=[\s.,;:!?)"”“]|$)/gu;

/** In lower case, the misspelt words as they were meant. */
export function respelt(whole: string): string {
  const plain = whole.replace(WORD, (word, at: number) => {
    const lower = word.toLowerCase();
    // A name has a capital too.
    const isName = at > 0 && word !== lower && word !== word.toUpperCase();
    return MISSPELT.get(lower) ?? (isName ? undefined : meant(lower)) ?? lower;
  });
  const text = plain.toLowerCase();
  if (!ANY_UNMARKED.test(text)) return text;
  return UNMARKED.reduce((said, [word, asMeant]) => said.replace(word, asMeant), text);
}

/** So many words are remembered: mails say much the same. */
const MOST_MEANT = 10_000;
const known = new Map<string, string | undefined>();

/** The only word that is a slip away. */
function meant(written: string): string | undefined {
  const likely = ALIKE.get(`${written[0]!}${written.length}`);
  if (!likely || RIGHT.has(written)) return undefined;
  if (!known.has(written)) {
    if (known.size >= MOST_MEANT) known.clear();
    known.set(written, nearest(written, likely));
  }
  return known.get(written);
}

function nearest(written: string, likely: readonly string[]): string | undefined {
  for (const isNear of [isSlip, isOneOff]) {
    const near = likely.filter((word) => isNear(...difference(written, word), word));
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  }
  return undefined;
}

/** So short a word has too many others a letter away. */
const SHORT = 5;
const LONG = 7;

/** Two letters swapped; in words that are not short, one left out or doubled. */
function isSlip(was: string, is: string, before: string, word: string): boolean {
  if (was.length === 2 && is.length === 2) return was[0] === is[1] && was[1] === is[0];
  if (word.length < SHORT) return false;
  return was === '' ? is.length === 1 : is === '' && was === before;
}

/** One letter more or another: in long words. */
function isOneOff(was: string, is: string, _: string, word: string): boolean {
  return word.length >= LONG && was.length === 1 && is.length <= 1;
}

/** What differs of two words that begin alike, and the letter before it. */
function difference(written: string, word: string): readonly [string, string, string] {
  let from = 0;
  while (from < written.length && written[from] === word[from]) from += 1;
  let end = 0;
  const most = Math.min(written.length, word.length) - from;
  while (end < most && written.at(-1 - end) === word.at(-1 - end)) end += 1;
  return [
    written.slice(from, written.length - end),
    word.slice(from, word.length - end),
    written[from - 1] ?? '',
  ];
}
