import { expect, it, test } from 'vitest';
import { LEXICONS } from '../../../src/understand/languages.ts';
import { respelt } from '../../../src/understand/text/spelling.ts';

test.each([
  ['vi kommer ik', 'vi kommer ikke'],
  ['Vi KOMEMR ikek', 'vi kommer ikke'],
  ['vi er ikke abel to atend', 'vi er ikke able to attend'],
  ['desvære ikk', 'desværre ikke'],
  ['desvarre delatger vi ik', 'desværre deltager vi ikke'],
  ['leidre nciht', 'leider nicht'],
  ['unfortunatley', 'unfortunately'],
  ['ikea og musik', 'ikea og musik'],
  ['', ''],
])('%s is %s', (written, meant) => {
  expect(respelt(written)).toBe(meant);
});

it.each([
  'sommer hjerne', // another first letter
  'kammer kimmer gærne gene', // another letter in a short word
  'deltaget tilmeldte forhindre beklaget', // other words
  'deltaxxer', // two letters
])('leaves %s alone', (words) => {
  expect(respelt(words)).toBe(words);
});

it('leaves the names of people alone', () => {
  expect(respelt('hils Gernne og Abel')).toBe('hils gernne og abel');
});

it('leaves every word of every list as it is', () => {
  const misspelt = new Map(LEXICONS.flatMap((lexicon) => lexicon.misspelt));
  for (const { deciding, lookalikes, around, common, own } of LEXICONS) {
    for (const words of [deciding, lookalikes, own, common, around]) {
      const plain = words.filter((word) => !misspelt.has(word));
      // Each by itself: what follows tells how some are meant.
      expect(respelt(plain.join(', '))).toBe(plain.join(', '));
    }
  }
});
