import { expect, test } from 'vitest';
import { dayOf, namedDays } from '../../src/understand/named-days.ts';

test.each([
  ['Vi kommer den 30. maj.', ['30.5']],
  ['Vi kommer d. 6 juni kl. 16.30 med 3 personer', ['6.6']],
  ['We are coming on 1st of June', ['1.6']],
  ['We are coming on May 30th, all 3 of us', ['30.5']],
  ['Für den 15. März sage ich zu', ['15.3']],
  ['Wir kommen am 30. Mai und am 2. Juni', ['30.5', '2.6']],
  ['Vi kommer 30/5', ['30.5']],
  ['Vi kommer 2-3 personer, mange hilsner', []],
  ['In may 16:30 suits us', []],
])('%s', (sentence, days) => {
  expect(namedDays(sentence)).toEqual(days);
});

test('a date is a day of any year', () => {
  expect(dayOf('2012-05-30T16:30')).toBe('30.5');
});
