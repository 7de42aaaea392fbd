import { describe, expect, test } from 'vitest';
import { mailDates } from '../../../src/format/templates/mail-dates.ts';
import { mailWords } from '../../../src/words/mail-words.ts';

const START = Date.parse('2012-05-30T14:30:00Z');
const END = Date.parse('2012-05-30T19:00:00Z');
const NEXT_DAY = Date.parse('2012-05-31T10:00:00Z');

const of = (...languages: string[]) => mailDates(mailWords(...languages), 'Europe/Copenhagen');

describe.each([
  [
    'da',
    ['onsdag den 30. maj 2012', '30. maj', '16.30', '09.00'],
    'onsdag den 30. maj 2012 kl. 16.30–21.00',
    'fra onsdag den 30. maj 2012 kl. 16.30 til torsdag den 31. maj 2012 kl. 12.00',
    'Anna, Bo og Carl',
  ],
  [
    'en',
    ['Wednesday 30 May 2012', '30 May', '16:30', '09:00'],
    'Wednesday 30 May 2012, 16:30–21:00',
    'from Wednesday 30 May 2012, 16:30, to Thursday 31 May 2012, 12:00',
    'Anna, Bo and Carl',
  ],
  [
    'de',
    ['Mittwoch, 30. Mai 2012', '30. Mai', '16.30', '09.00'],
    'Mittwoch, 30. Mai 2012, 16.30–21.00 Uhr',
    'von Mittwoch, 30. Mai 2012, 16.30 Uhr, bis Donnerstag, 31. Mai 2012, 12.00 Uhr',
    'Anna, Bo und Carl',
  ],
])('in %s', (language, [date, day, time, clock], when, overNight, names) => {
  const dates = of(language);
  const start = dates.moment(START);

  test('a time in the meeting’s zone, whatever the machine’s', () => {
    expect([dates.date(start), dates.day(start), dates.time(start), dates.clock('09:00')]).toEqual([
      date,
      day,
      time,
      clock,
    ]);
    expect(String(start)).toBe(`${date} ${time}`);
  });

  test('from when to when', () => {
    expect(dates.when(start, dates.moment(END))).toBe(when);
    expect(dates.when(start, dates.moment(NEXT_DAY))).toBe(overNight);
  });

  test('a day without a time', () => {
    const day30 = dates.wholeDay('2012-05-30');
    expect([String(day30), dates.day(day30), dates.time(day30)]).toEqual([date, day, '']);
  });

  test('names', () => {
    expect(dates.list(['Anna', 'Bo', 'Carl'])).toBe(names);
    expect(dates.list(['Anna'])).toBe('Anna');
    expect(dates.list([])).toBe('');
  });
});

test('a language that we have no words for takes the meeting’s, else English', () => {
  expect(of('sv', 'de').day(of('de').moment(START))).toBe('30. Mai');
  expect(of('sv', 'nb').day(of('en').moment(START))).toBe('30 May');
});
