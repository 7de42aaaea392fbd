import { describe, expect, test } from 'vitest';
import {
  dayBegins,
  daysAfter,
  endOfDay,
  isTimeZone,
  isoWithOffset,
  zonedTime,
} from '../../src/domain/zoned-time.ts';

describe('a wall-clock time', () => {
  test.each([
    [
      '2012-05-30T16:30',
      'Europe/Copenhagen',
      '2012-05-30T16:30:00+02:00',
      '2012-05-30T14:30:00.000Z',
    ],
    [
      '2012-01-30T16:30',
      'Europe/Copenhagen',
      '2012-01-30T16:30:00+01:00',
      '2012-01-30T15:30:00.000Z',
    ],
    [
      '2012-10-28T02:30',
      'Europe/Copenhagen',
      '2012-10-28T02:30:00+02:00',
      '2012-10-28T00:30:00.000Z',
    ],
    [
      '2012-05-30T16:30',
      'America/New_York',
      '2012-05-30T16:30:00-04:00',
      '2012-05-30T20:30:00.000Z',
    ],
  ])('%s in %s is %s', (local, zone, iso, utc) => {
    const time = zonedTime(local, zone);
    expect(time).toEqual({ local, iso, instant: Date.parse(utc) });
  });

  test.each([
    ['2012-03-25T02:30', 'no-such-time'],
    ['2012-02-31T16:30', 'not-a-time'],
    ['2012-05-30', 'not-a-time'],
    ['16:30', 'not-a-time'],
  ])('%s is %s', (local, trouble) => {
    expect(zonedTime(local, 'Europe/Copenhagen')).toBe(trouble);
  });
});

test.each([
  ['2012-05-18', '2012-05-18T00:00:00+02:00'],
  ['2012-12-18', '2012-12-18T00:00:00+01:00'],
])('%s begins at midnight on the wall, %s', (date, midnight) => {
  expect(dayBegins(date, 'Europe/Copenhagen')).toBe(Date.parse(midnight));
});

test.each([
  ['2012-05-30', '2012-05-18', 12],
  ['2012-03-26', '2012-03-24', 2],
  ['2012-02-29', '2012-03-01', -1],
  ['2012-05-30', '2012-05-30', 0],
])('%s is so many days after %s: %i', (date, other, days) => {
  expect(daysAfter(date, other)).toBe(days);
});

test('a date that does not exist never begins', () => {
  expect(dayBegins('2012-02-30', 'Europe/Copenhagen')).toBeUndefined();
});

test('a day ends at midnight on the wall', () => {
  expect(isoWithOffset(endOfDay('2012-05-18', 'Europe/Copenhagen')!, 'Europe/Copenhagen')).toBe(
    '2012-05-19T00:00:00+02:00',
  );
  expect(endOfDay('2012-02-30', 'Europe/Copenhagen')).toBeUndefined();
});

test('zones are known by their IANA names', () => {
  expect(isTimeZone('Europe/Copenhagen')).toBe(true);
  expect(isTimeZone('Europe/Nykøbing')).toBe(false);
});
