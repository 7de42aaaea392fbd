/** Points in time as a person reads them, in the meeting's zone and the language of the screen. */
import type { Instant } from '../../domain/model.ts';
import { wallClock } from '../../domain/zoned-time.ts';
import { DATES, type DateWords } from '../../words/dates.ts';
import type { ScreenLanguage } from '../../words/words.ts';

export interface Moments {
  /** `Wednesday 30 May 2012`, `onsdag den 30. maj 2012`. */
  longDay(instant: Instant): string;
  /** `30 May 2012`, `30. maj 2012`. */
  date(instant: Instant): string;
  /** `30 May`, `30. maj`. */
  day(instant: Instant): string;
  /** `16:30`, `16.30`. */
  time(instant: Instant): string;
  /** `2012-05-30`. */
  isoDay(instant: Instant): string;
  /** `30 May 16:30`, `30. maj 16.30`. */
  dayAndTime(instant: Instant): string;
}

export function moments(language: ScreenLanguage, timeZone: string): Moments {
  const words: DateWords = DATES[language];
  const { weekdays, months, shortMonths = months, hoursAndMinutes } = words;
  const at = (instant: Instant) => wallClock(instant, timeZone);
  const date = (instant: Instant) => {
    const { year, month, day } = at(instant);
    return `${words.day(day, months[month]!)} ${year}`;
  };
  const day = (instant: Instant) => words.day(at(instant).day, shortMonths[at(instant).month]!);
  const time = (instant: Instant) => at(instant).time.replace(':', hoursAndMinutes);
  return {
    longDay: (instant) => words.longDay(weekdays[at(instant).weekday]!, date(instant)),
    date,
    day,
    time,
    isoDay: (instant) => at(instant).isoDay,
    dayAndTime: (instant) => `${day(instant)} ${time(instant)}`,
  };
}
