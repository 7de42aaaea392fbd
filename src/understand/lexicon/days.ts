/** Months and weekdays, and pieces of phrases that any of them fits. */
import { row } from './lexicon.ts';

function days(months: string, weekdays: string) {
  return {
    months: row(months),
    /** From Sunday on. */
    weekdays: row(weekdays),
    month: `(?:${row(months).join('|')})`,
    weekday: `(?:${row(weekdays).join('|')})`,
  };
}

export const DAYS = {
  da: days(
    'januar februar marts april maj juni juli august september oktober november december',
    'søndag mandag tirsdag onsdag torsdag fredag lørdag',
  ),
  en: days(
    'january february march april may june july august september october november december',
    'sunday monday tuesday wednesday thursday friday saturday',
  ),
  de: days(
    'januar februar märz april mai juni juli august september oktober november dezember',
    'sonntag montag dienstag mittwoch donnerstag freitag samstag',
  ),
  sv: days(
    'januari februari mars april maj juni juli augusti september oktober november december',
    'söndag måndag tisdag onsdag torsdag fredag lördag',
  ),
  nb: days(
    'januar februar mars april mai juni juli august september oktober november desember',
    'søndag mandag tirsdag onsdag torsdag fredag lørdag',
  ),
} as const;
