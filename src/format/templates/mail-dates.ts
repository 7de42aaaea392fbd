/** Dates, times and lists of names as a mail says them, in the meeting's zone. */
import { wallClock, type WallClock } from '../../domain/zoned-time.ts';
import type { MailWords } from '../../words/mail-words.ts';
import { Moment } from './template-values.ts';

export interface MailDates {
  /** `onsdag den 30. maj 2012`, `Wednesday 30 May 2012`. */
  date(moment: Moment): string;
  /** `30. maj`. */
  day(moment: Moment): string;
  /** `16.30`; empty for a day without a time. */
  time(moment: Moment): string;
  /** `16:30` as it is written in meeting.json. */
  clock(time: string): string;
  /** From a start to an end, with the day. */
  when(start: Moment, end: Moment): string;
  /** `Anna, Bo og Carl`. */
  list(items: readonly string[]): string;
  moment(instant: number): Moment;
  /** A day, `2012-05-18`. */
  wholeDay(date: string): Moment;
}

const NOON = 12 * 60 * 60 * 1000;

export function mailDates({ dates: words, when }: MailWords, timeZone: string): MailDates {
  // Every mail of a mailing says the same few moments.
  const clocks = new WeakMap<Moment, WallClock>();
  const at = (moment: Moment) => {
    const known = clocks.get(moment);
    if (known) return known;
    const read = wallClock(moment.instant, moment.hasTime ? timeZone : 'UTC');
    clocks.set(moment, read);
    return read;
  };
  const day = (moment: Moment) => words.day(at(moment).day, words.months[at(moment).month]!);
  const date = (moment: Moment) =>
    words.longDay(words.weekdays[at(moment).weekday]!, `${day(moment)} ${at(moment).year}`);
  const clock = (time: string) => time.replace(':', words.hoursAndMinutes);
  const time = (moment: Moment) => (moment.hasTime ? clock(at(moment).time) : '');
  return {
    date,
    day,
    time,
    clock,
    when: (start, end) =>
      date(start) === date(end)
        ? when.oneDay(date(start), time(start), time(end))
        : when.severalDays(date(start), time(start), date(end), time(end)),
    list: (items) =>
      items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} ${words.and} ${items.at(-1)}`,
    moment: (instant) => {
      const moment: Moment = new Moment(instant, true, () => `${date(moment)} ${time(moment)}`);
      return moment;
    },
    wholeDay: (text) => {
      const moment: Moment = new Moment(Date.parse(`${text}T00:00:00Z`) + NOON, false, () =>
        date(moment),
      );
      return moment;
    },
  };
}
