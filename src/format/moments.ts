/** Points in time as a person reads them, in the meeting's zone and the language of the screen. */
import type { Instant } from '../domain/model.ts';

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

/** Day first and 24 hours in English too: the networks are in Europe. */
const LOCALES = { en: 'en-GB', da: 'da-DK' } as const;

export function moments(language: keyof typeof LOCALES, timeZone: string): Moments {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options });
    return (instant: Instant) => format(instant);
  };
  const day = formatter({ day: 'numeric', month: language === 'da' ? 'long' : 'short' });
  const time = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    longDay: (instant) =>
      formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(
        instant,
      ).replace(',', ''),
    date: (instant) => formatter({ dateStyle: 'long' })(instant),
    isoDay: (instant) =>
      // Sweden writes dates as ISO does.
      new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant),
    day,
    time,
    dayAndTime: (instant) => `${day(instant)} ${time(instant)}`,
  };
}
