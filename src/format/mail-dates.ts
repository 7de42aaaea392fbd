/** Dates, times and lists of names as a mail says them, in the meeting's zone. */
import type { MailWords } from '../words/mail-words.ts';
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

export function mailDates({ locale, when }: MailWords, timeZone: string): MailDates {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    // Each costs some milliseconds; most templates need two of them.
    let inZone: Intl.DateTimeFormat | undefined;
    let ofDays: Intl.DateTimeFormat | undefined;
    const said = new Map<Moment, string>();
    return (moment: Moment) => {
      let text = said.get(moment);
      if (text === undefined) {
        const way = moment.hasTime
          ? (inZone ??= new Intl.DateTimeFormat(locale, { ...options, timeZone }))
          : (ofDays ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
        text = way.format(moment.instant);
        // English writes a comma only where the month comes first.
        if (locale === 'en-GB') text = text.replace(',', '');
        said.set(moment, text);
      }
      return text;
    };
  };
  const date = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const day = formatter({ day: 'numeric', month: 'long' });
  const hours = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  // Danish and German put a dot between hours and minutes.
  const clock = (time: string) => (locale === 'en-GB' ? time : time.replace(':', '.'));
  const time = (moment: Moment) => (moment.hasTime ? clock(hours(moment)) : '');
  let names: Intl.ListFormat | undefined;
  return {
    date,
    day,
    time,
    clock,
    when: (start, end) =>
      date(start) === date(end)
        ? when.oneDay(date(start), time(start), time(end))
        : when.severalDays(date(start), time(start), date(end), time(end)),
    list: (items) => (names ??= new Intl.ListFormat(locale, { type: 'conjunction' })).format(items),
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
