import { expect, test } from 'vitest';
import { moments } from '../../../src/format/screens/moments.ts';
import { DATES } from '../../../src/words/dates.ts';

const ZONE = 'Europe/Copenhagen';
const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2012-05-30T14:30:00Z');

function said(language: 'da' | 'en'): readonly string[] {
  const { longDay, date, day, time, isoDay, dayAndTime } = moments(language, ZONE);
  return [longDay, date, day, time, isoDay, dayAndTime].map((say) => say(START));
}

test('a point in time, in the meeting’s zone, whatever the machine’s', () => {
  expect(said('da')).toEqual([
    'onsdag den 30. maj 2012',
    '30. maj 2012',
    '30. maj',
    '16.30',
    '2012-05-30',
    '30. maj 16.30',
  ]);
  expect(said('en')).toEqual([
    'Wednesday 30 May 2012',
    '30 May 2012',
    '30 May',
    '16:30',
    '2012-05-30',
    '30 May 16:30',
  ]);
});

test.each([
  ['da', 'da-DK'],
  ['en', 'en-GB'],
  ['de', 'de-DE'],
] as const)('in %s days and months have the names that Intl gives them', (language, locale) => {
  const { weekdays, months, day, longDay } = DATES[language];
  const intl = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  for (let instant = START; instant < START + 366 * DAY; instant += DAY) {
    const date = new Date(instant);
    const ours = longDay(
      weekdays[date.getUTCDay()]!,
      `${day(date.getUTCDate(), months[date.getUTCMonth()]!)} ${date.getUTCFullYear()}`,
    );
    // English writes a comma only where the month comes first.
    const theirs = intl.format(instant);
    expect(ours).toBe(language === 'en' ? theirs.replace(',', '') : theirs);
  }
});

test('English shortens the months in narrow columns', () => {
  const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  const theirs = DATES.en.months.map((_, month) => short.format(Date.UTC(2012, month)));
  expect(DATES.en.shortMonths).toEqual(theirs);
});
