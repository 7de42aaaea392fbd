import { expect, test } from 'vitest';
import { namesIn, seatsIn } from '../../src/understand/counted.ts';

test.each([
  ['Ja tak, vi kommer to: Anna og Bo', 'da', 2],
  ['Vi kommer, 3 personer.', 'da', 3],
  ['Vi kommer 2-3 stykker', 'da', undefined],
  ['Vi kommer kl. 16.30', 'da', undefined],
  ['Vi kommer den 30. maj', 'da', undefined],
  ['Vi kommer alle tre fra gruppen', 'da', 3],
  ['Vi kommer begge to.', 'da', 2],
  ['Wir sind dabei, zu dritt', 'de', 3],
  ['Bo og jeg kommer.', 'da', 2],
  ['Kære Bente\nVibeke Krogh, Bo Dam og undertegnede deltager.', 'da', 3],
  ['Kære Bente og jeg takker', 'da', undefined],
  ['Bente, jeg kommer', 'da', undefined],
  ['Anna and I will come.', 'en', 2],
  ['Jeg kommer alene denne gang', 'da', 1],
  ['Min kone og jeg kommer gerne', 'da', 2],
  ['Vi er begge dage i byen', 'da', undefined],
  ['Jag kommer ensam', 'sv', 1],
  ['Jeg kommer, men bare meg', 'nb', 1],
  ['Wir kommen zu fünft.', 'de', 5],
])('%s', (text, language, seats) => {
  expect(seatsIn(text, language)).toBe(seats);
});

test.each<[string, string, readonly string[]]>([
  ['Vi kommer to: Anna og Bo', 'da', ['Anna', 'Bo']],
  ['Vi kommer tre: Anna, Bo og Carl Holm. Vi glæder os.', 'da', ['Anna', 'Bo', 'Carl Holm']],
  ['We are coming, 2 people: Anna and Bo', 'en', ['Anna', 'Bo']],
  ['Vi er to: Anna og Bo', 'da', ['Anna', 'Bo']],
  ['Yes, there will be two of us: Anna Holm and Bo Lind.', 'en', ['Anna Holm', 'Bo Lind']],
  ['Wir kommen zu zweit: Anna Groß und Bo Lind.', 'de', ['Anna Groß', 'Bo Lind']],
  ['Vi kommer to: Anna', 'da', []],
  ['Vi kommer to: Anna, Bo og undertegnede', 'da', []],
  ['Vi kommer to. Kontakt: Anna og Bo', 'da', []],
  ['Fra Netværk Maribo kommer: Lis Bruun og Carsten Falk.', 'da', ['Lis Bruun', 'Carsten Falk']],
  [
    'Vi stiller med Ida Krag (formand) og Bo Holst Dam (kasserer).',
    'da',
    ['Ida Krag', 'Bo Holst Dam'],
  ],
  ['Tilmelder hermed: Ditte Marie Holm + Bo Vang.', 'da', ['Ditte Marie Holm', 'Bo Vang']],
  ['Undertegnede, Oluf Brink, deltager.', 'da', ['Oluf Brink']],
  ['Ida Lund og Bo Lund, begge fra Handelsringen.', 'da', ['Ida Lund', 'Bo Lund']],
  ['Vi kommer:\n- Ida Bach\n- Bo Dahl (vegetar)', 'da', ['Ida Bach', 'Bo Dahl']],
  ['Vi kommer:\n- Ida Bach\n- min nabo', 'da', []],
  ['Hermed tilmelding af Ida Lund og Bo Dam.', 'da', ['Ida Lund', 'Bo Dam']],
  ['Fra Havnelauget kommer Ida Lund og Bo Dam.', 'da', ['Ida Lund', 'Bo Dam']],
  ['Kan du skrive Ida Lund og Bo Dam på?', 'da', ['Ida Lund', 'Bo Dam']],
  ['Hermed tilmelding:\nIda Lund\nFalster Turistnetværk', 'da', ['Ida Lund']],
  // Neither associations nor greetings are people.
  ['2 fra Nysted Havnelaug deltager.', 'da', []],
  ['Fra Netværk Maribo deltager vi.', 'da', []],
  ['Kære Bente Holm\nJeg Kommer vil jeg mene', 'da', []],
  // German writes all nouns with capitals.
  ['Wir kommen zu 2: Kaffee und Kuchen', 'de', []],
])('%s: %s %j', (text, language, names) => {
  const seats = seatsIn(text, language);
  expect(namesIn(text, seats, language).map(({ name }) => name)).toEqual(names);
});
