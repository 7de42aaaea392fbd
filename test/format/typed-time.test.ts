import { expect, test } from 'vitest';
import {
  dateFrom,
  dateTimeFrom,
  daysBefore,
  endFrom,
  sensibleReplyBy,
} from '../../src/format/typed-time.ts';

test.each([
  ['2012-05-18', '2012-05-18'],
  ['18.5.2012', '2012-05-18'],
  ['18/5-2012', '2012-05-18'],
  ['18. 5. 2012', '2012-05-18'],
  ['18. maj 2012', '2012-05-18'],
  ['fredag den 18. maj 2012', '2012-05-18'],
  ['18 May 2012', '2012-05-18'],
  ['18. März 12', '2012-03-18'],
  ['18/5', '2012-05-18'],
  ['18. februar', '2013-02-18'],
  ['18. blomme 2012', undefined],
  ['31.2.2012', undefined],
  ['2012-13-01', undefined],
  ['tomorrow', undefined],
])('the date %j is %j', (typed, date) => {
  expect(dateFrom(typed, '2012-04-01')).toBe(date);
});

test.each([
  ['2012-05-30T16:30', '2012-05-30T16:30'],
  ['2012-05-30 16:30', '2012-05-30T16:30'],
  ['30.5.2012 16.30', '2012-05-30T16:30'],
  ['30/5-2012 kl. 9.00', '2012-05-30T09:00'],
  ['30.5.2012, 16:30', '2012-05-30T16:30'],
  ['30.5.12 16', '2012-05-30T16:00'],
  ['30. maj kl. 16.30', '2012-05-30T16:30'],
  ['onsdag den 30. maj 2012 kl 16.30', '2012-05-30T16:30'],
  ['30 May 2012 4:30 pm', '2012-05-30T16:30'],
  ['30 May 2012 at 12 am', '2012-05-30T00:00'],
  ['30.5.2012 24:00', undefined],
  ['30.5.2012 13 pm', undefined],
  ['30.5.2012', undefined],
])('the time %j is %j', (typed, local) => {
  expect(dateTimeFrom(typed, '2012-04-01')).toBe(local);
});

test('an end without a date is on the day of the start', () => {
  expect(endFrom('21.00', '2012-05-30T16:30')).toBe('2012-05-30T21:00');
  expect(endFrom('31.5.2012 01:00', '2012-05-30T16:30')).toBe('2012-05-31T01:00');
});

test('counting days back crosses months and leap days', () => {
  expect(daysBefore('2012-03-01T16:30', 1)).toBe('2012-02-29');
});

test.each([
  ['2012-04-01', '2012-05-18'],
  ['2012-05-20', '2012-05-25'],
  ['2012-05-28', undefined],
  // Somebody writes down a meeting that was held.
  ['2013-01-01', '2012-05-18'],
])('on %s one is asked to reply to a meeting on 30 May by %s', (today, day) => {
  expect(sensibleReplyBy('2012-05-30T16:30', today)).toBe(day);
});
