/** The words that tell how many come, and who, made into patterns, a language at a time. */
import { LEXICONS } from './languages.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

export interface Words {
  readonly numbers: Lexicon['numbers'];
  readonly capitals: boolean;
  readonly numbered: readonly { readonly pattern: RegExp; readonly weak: boolean }[];
  readonly numberBefore: RegExp;
  readonly together: readonly RegExp[];
  readonly alone: RegExp;
  readonly having: RegExp;
  readonly notMe: RegExp;
  readonly coming: RegExp;
  readonly uncounted: RegExp;
  readonly past: RegExp;
  readonly boundary: RegExp;
  readonly toward: ReadonlySet<string>;
  /** Those, and articles. */
  readonly articles: ReadonlySet<string>;
  readonly framedBefore: RegExp;
  readonly framedBehind: RegExp;
  readonly withMe: RegExp;
}

const compiled = new Map<Lexicon, Words>();

export function wordsOf(lexicon: Lexicon): Words {
  let words = compiled.get(lexicon);
  if (!words) compiled.set(lexicon, (words = compile(lexicon)));
  return words;
}

/** Not behind "16.", "2-", "1 of": a number of its own. */
const OWN = '(?<![\\p{L}\\p{N}.,/–-]|\\d )';
/** Of all languages: a Swede may greet in Danish. */
const TOWARD: ReadonlySet<string> = new Set(LEXICONS.flatMap(({ toward }) => toward));

function each(pieces: readonly string[]): string {
  return `(?:${pieces.join('|')})`;
}

function compile(lexicon: Lexicon): Words {
  const { numbers, persons, members, counting, filling, behind, from } = lexicon;
  const number = `(\\d{1,3}|${numbers.flat().join('|')})`;
  const whole = (pieces: readonly string[], flags = 'u') =>
    new RegExp(`(?<![\\p{L}\\p{N}])${each(pieces)}(?![\\p{L}\\p{N}])`, flags);
  const adverbs = `(?:${each(lexicon.adverbs)},? )*`;
  // "three happy people"; neither "18 one seat" nor "a few people".
  const counted = `${OWN}${number} (?:(?!(?:\\d|${each([...numbers.flat(), ...lexicon.vague])} ))\\p{L}+ )?`;
  const frames = lexicon.whoComes.map((one) => one.replaceAll('…', adverbs));
  const framed = (pieces: readonly string[]) => new RegExp(`(?<!\\p{L})${each(pieces)}`, 'u');
  return {
    numbers,
    capitals: lexicon.nounsHaveCapitals,
    numbered: [
      {
        pattern: new RegExp(`${counted}${each(persons)}(?![\\p{L}])`, 'gu'),
        weak: false,
      },
      {
        pattern: new RegExp(`${OWN}${number} ${each(lexicon.fromUs)}(?![\\p{L}])`, 'gu'),
        weak: false,
      },
      {
        pattern: new RegExp(`${counted}${each(members)}(?![\\p{L}])`, 'gu'),
        weak: true,
      },
      {
        pattern: new RegExp(
          `(?<![\\p{L}])${each(counting)}(?: ${each(filling)}|:|,)* ${number}(?=$|[.,:;!)]+(?:\\s|$)| [–(:-]| ${each(behind)}(?![\\p{L}]))`,
          'gu',
        ),
        weak: false,
      },
      {
        // "Three from the Boatyard, please", "2x Havnelauget, tak".
        pattern: new RegExp(`(?<=^|[.,:!] ?)${number}(?: ?[x×]| ${each(from)}) (?=\\S)`, 'gu'),
        weak: true,
      },
    ],
    numberBefore: new RegExp(
      `(?<=^|\\s)${number}(?: \\p{L}{1,12}){0,3}(?:: ?| \\(|,? [–-]+ )$`,
      'u',
    ),
    together: lexicon.together.map((ways) => whole(ways, 'gu')),
    alone: whole(lexicon.alone, 'gu'),
    having: whole(lexicon.having),
    notMe: whole(lexicon.notMe),
    coming: whole(lexicon.coming),
    uncounted: new RegExp(`(?<![\\p{L}])${each(lexicon.uncounted)}(?![\\p{L}])`, 'u'),
    past: whole(lexicon.past),
    boundary: new RegExp(
      `[,;:()!?]|\\s[–—-]+(?=\\s)|(?<!\\S)${each([...lexicon.but, ...lexicon.because])}(?!\\S)|(?<!\\S)(${each(lexicon.and.filter((word) => /\p{L}/u.test(word)))})(?!\\S)`,
      'gu',
    ),
    toward: TOWARD,
    articles: new Set([...lexicon.toward, ...lexicon.articles]),
    framedBefore: framed(frames.filter((one) => !one.startsWith('@'))),
    framedBehind: new RegExp(
      `${each(frames.filter((one) => one.startsWith('@')))}(?![\\p{L}])`,
      'u',
    ),
    withMe: framed(lexicon.withMe),
  };
}
