import { expect, it } from 'vitest';
import { sentencesIn, takeApart } from '../../src/understand/clauses.ts';
import { LEXICONS, readersOf } from '../../src/understand/languages.ts';
import { newText } from '../../src/understand/text/new-text.ts';
import { ANSWERING, wordList } from '../../src/understand/word-list.ts';
import { fixtures } from '../support/reply-fixtures.mjs';

const texts = fixtures()
  .filter(({ name }) => name.includes('.words#'))
  .map(({ source }) => newText(source.slice(source.indexOf('\r\n\r\n'))).text);

it('hears a sentence speak wherever a phrase stands in a clause of it', () => {
  let phrases = 0;
  for (const text of texts) {
    for (const list of [...readersOf(text), LEXICONS].map(wordList)) {
      for (const sentence of sentencesIn(text)) {
        for (const clause of takeApart(sentence, list).clauses) {
          const found = ANSWERING.filter((key) => list.has(key, clause.text));
          if (found.length === 0) continue;
          phrases += 1;
          expect(list.speaks(sentence.lower)).toBe(true);
        }
      }
    }
  }
  expect(phrases).toBeGreaterThan(1_000);
});

it('hears none where nobody speaks of coming', () => {
  const text = 'Hermed fremsendes referatet fra mødet, og jeg har også betalt regningen til jer.';
  const list = wordList(readersOf(text)[0]!);
  expect(list.speaks('hermed fremsendes referatet fra mødet sammen med regningen')).toBe(false);
  expect(list.speaks('hermed fremsendes en tilmelding')).toBe(true);
});
