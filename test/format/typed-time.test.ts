import { expect, test } from 'vitest';
import { dateFrom, dateTimeFrom, daysBefore, endFrom } from '../../src/format/typed-time.ts';

test.each([
  ['2012-05-18', '2012-05-18'],
  ['18.5.2012', '2012-05-18'],
  ['18/5-2012', '2012-05-18'],
  ['18. 5. 2012', '2012-05-18'],
  ['31.2.2012', undefined],
  ['2012-13-01', undefined],
  ['tomorrow', undefined],
])('the date %j is %j', (typed, date) => {
  expect(dateFrom(typed)).toBe(date);
});

test.each([
  ['2012-05-30T16:30', '2012-05-30T16:30'],
  ['2012-05-30 16:30', '2012-05-30T16:30'],
  ['30.5.2012 16.30', '2012-05-30T16:30'],
  ['30/5-2012 kl. 9.00', '2012-05-30T09:00'],
  ['30.5.2012, 16:30', '2012-05-30T16:30'],
  ['30.5.2012 24:00', undefined],
  ['30.5.2012', undefined],
])('the time %j is %j', (typed, local) => {
  expect(dateTimeFrom(typed)).toBe(local);
});

test('an end without a date is on the day of the start', () => {
  expect(endFrom('21.00', '2012-05-30T16:30')).toBe('2012-05-30T21:00');
  expect(endFrom('31.5.2012 01:00', '2012-05-30T16:30')).toBe('2012-05-31T01:00');
});

test('counting days back crosses months and leap days', () => {
  expect(daysBefore('2012-03-01T16:30', 1)).toBe('2012-02-29');
});
