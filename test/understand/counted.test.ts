import { expect, test } from 'vitest';
import { namesIn, seatsIn } from '../../src/understand/counted.ts';

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

test.each<[string, string, readonly string[]]>([
  ['Vi kommer to: Anna og Bo', 'da', ['Anna', 'Bo']],
  ['Vi kommer tre: Anna, Bo og Carl Holm. Vi glæder os.', 'da', ['Anna', 'Bo', 'Carl Holm']],
  ['We are coming, 2 people: Anna and Bo', 'en', ['Anna', 'Bo']],
  ['Vi kommer to: Anna', 'da', []],
  ['Vi kommer to: Anna, Bo og undertegnede', 'da', []],
  ['Vi kommer to. Kontakt: Anna og Bo', 'da', []],
  // German writes all nouns with capitals.
  ['Wir kommen zu 2: Kaffee und Kuchen', 'de', []],
])('%s: %s %j', (text, language, names) => {
  const seats = seatsIn(text, language);
  expect(namesIn(text, seats, language).map(({ name }) => name)).toEqual(names);
});
