import { describe, expect, it } from 'vitest';
import { LEXICONS } from '../../src/understand/languages.ts';
import { neededWords } from '../../src/understand/needed-words.ts';
import { fixtures } from '../support/reply-fixtures.mjs';

const LISTS = [
  ...(['yes', 'firmYes', 'bareYes', 'joy', 'no', 'firmNo', 'bareNo', 'maybe'] as const),
  ...(['firmMaybe', 'condition', 'limits', 'hedge', 'instead', 'harmless', 'but'] as const),
];

describe('the words that a pattern needs', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['tak', ['tak']],
    ['glæder (?:os|mig) til', ['glæder']],
    ['(?:melder|melde) fra', ['melder', 'melde']],
    ['(?:meget )?gerne', ['gerne']],
    ['(?:meget|rigtig )?gerne', undefined],
    ['(?:gern |sehr gern )dabei', ['dabei']],
    ['(?<=\\S )(?:kan|vil)(?: godt)?$', ['kan', 'vil']],
    ['ja tak til (?:mødet|det hele)', ['tak']],
    ['til mødet', ['mødet']],
    ['vælger(?: os)?', ['vælger']],
    ['vælger(?! ikke)', ['vælger']],
    ['møder?', ['møde', 'møder']],
    ['(?:ja|jo)+', undefined],
    ['\\S*liste', undefined],
    ['slet(?:te)?', ['slet', 'slette']],
    ['tak(?:ker)? for alt', ['alt']],
    ['hv(?:ad|em)', ['hvad', 'hvem']],
    ['a|\\d', undefined],
  ])('of %j are %j', (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  it('stand in every text that the pattern matches', () => {
    const texts = fixtures()
      .filter(({ name }) => name.includes('.words#'))
      .flatMap(({ source }) => source.slice(source.indexOf('\r\n\r\n')).split(/[.,;:!?\r\n]+/))
      .map((text) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim());
    const entries = LEXICONS.flatMap((lexicon) => LISTS.flatMap((list) => lexicon[list]));
    for (const entry of entries.filter((each) => !each.includes('…'))) {
      const words = neededWords(entry);
      const pattern = new RegExp(`(?<!\\S)(?:${entry})(?!\\S)`);
      for (const text of texts.filter((each) => words && pattern.test(each))) {
        expect(text.split(' ')).toSatisfy((own: string[]) =>
          own.some((word) => words?.includes(word)),
        );
      }
    }
  });
});
