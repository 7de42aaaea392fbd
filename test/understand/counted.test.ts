import { expect, test } from 'vitest';
import { seatsIn } from '../../src/understand/counted.ts';

test.each([
  ['Ja tak, vi kommer to: Anna og Bo', 'da', 2],
  ['Vi kommer, 3 personer.', 'da', 3],
  ['Vi kommer 2-3 stykker', 'da', undefined],
  ['Vi kommer kl. 16.30', 'da', undefined],
  ['Vi kommer den 30. maj', 'da', undefined],
  ['Wir sind dabei, zu dritt', 'de', 3],
  ['Wir kommen zu fünft.', 'de', 5],
])('%s', (text, language, seats) => {
  expect(seatsIn(text, language)).toBe(seats);
});
