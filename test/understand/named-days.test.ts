import { expect, test } from 'vitest';
import { daysOf, namedDays } from '../../src/understand/named-days.ts';

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
  ['Vi kommer den 31.', ['31.']],
  ['We come on the 31st, all 3 of us', ['31.']],
  ['Ich komme am 31.', ['31.']],
  ['Jag kommer den 31:e', ['31.']],
  ['Vi kommer onsdag den 30. maj', ['30.5', 'w3']],
  ['Jeg kommer på fredag', ['w5']],
  ['Jeg arbejder ellers om mandagen', []],
  ['We are coming on the 30th of May', ['30.5']],
])('%s', (sentence, days) => {
  expect(namedDays(sentence)).toEqual(days);
});

test('a date is a day of any year, and of a week', () => {
  expect(daysOf('2012-05-30T16:30')).toEqual(['30.5', '30.', 'w3']);
});
