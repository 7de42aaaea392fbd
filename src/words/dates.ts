/**
 * Dates, times and lists of names as each language writes them, on screens and in mails. Written
 * down here, since Intl takes longer to load than all else that a short command does.
 */
export interface DateWords {
  /** Sunday first, as Date counts them. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** For narrow columns, where a language shortens them there. */
  readonly shortMonths?: readonly string[];
  day(day: number, month: string): string;
  longDay(weekday: string, date: string): string;
  /** Stands between hours and minutes. */
  readonly hoursAndMinutes: string;
  /** Stands before the last of several. */
  readonly and: string;
}

const list = (text: string): readonly string[] => text.split(' ');

export const DATES = {
  da: {
    weekdays: list('søndag mandag tirsdag onsdag torsdag fredag lørdag'),
    months: list(
      'januar februar marts april maj juni juli august september oktober november december',
    ),
    day: (day, month) => `${day}. ${month}`,
    longDay: (weekday, date) => `${weekday} den ${date}`,
    hoursAndMinutes: '.',
    and: 'og',
  },
  // Day first and 24 hours in English too: the networks are in Europe.
  en: {
    weekdays: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
    months: list(
      'January February March April May June July August September October November December',
    ),
    shortMonths: list('Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'),
    day: (day, month) => `${day} ${month}`,
    longDay: (weekday, date) => `${weekday} ${date}`,
    hoursAndMinutes: ':',
    and: 'and',
  },
  de: {
    weekdays: list('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
    months: list(
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    ),
    day: (day, month) => `${day}. ${month}`,
    longDay: (weekday, date) => `${weekday}, ${date}`,
    hoursAndMinutes: '.',
    and: 'und',
  },
} as const satisfies Readonly<Record<string, DateWords>>;

/** An instant of the journal's, where no meeting says in which zone: `2012-05-02 07:00 UTC`. */
export function minuteOf(instant: string): string {
  return instant.replace(/^(.{10})T(.{5}).*Z$/, '$1 $2 UTC');
}
