/** Dates and times as people type them, into the form of meeting.json. */
import { daysAfter } from '../domain/zoned-time.ts';

/** `2012-05-18`, `18.5.2012`, `18/5-12`, `18. maj 2012`, `18 May`; the year may be missing. */
const DATE =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(?:\p{L}+\.?,? )?(?:den )?(\d{1,2})[./-]? ?(?:(\d{1,2})|(\p{L}{3,})\.?)(?:[./-]? ?(\d{4}|\d{2}))?[./]?)$/u;
const TIME = /^(?:kl\.? ?|at )?(\d{1,2})(?:[.:](\d{2}))?(?: ?(h|uhr|am|pm))?$/;

/** The beginnings of the months' names in Danish, English and German. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^feb/,
  /^(?:mar|mär)/,
  /^apr/,
  /^(?:maj|may|mai)/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^(?:okt|oct)/,
  /^nov/,
  /^(?:dec|dez)/,
];

/**
 * `today`, as `2012-04-01`, tells the year where none is typed: the day to come. Undefined where
 * there is no such day.
 */
export function dateFrom(typed: string, today = ''): string | undefined {
  const found = DATE.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const [, isoYear, isoMonth, isoDay, day = isoDay, monthNumber = isoMonth, name, typedYear] =
    found;
  const month = name === undefined ? monthNumber : String(monthNamed(name));
  const year = isoYear ?? typedYear;
  if (year !== undefined) return realDate(year.length === 2 ? `20${year}` : year, month!, day!);
  const thisYear = today.slice(0, 4);
  const soon = realDate(thisYear, month!, day!);
  return soon !== undefined && soon < today
    ? realDate(String(Number(thisYear) + 1), month!, day!)
    : soon;
}

function monthNamed(name: string): number {
  return MONTHS.findIndex((month) => month.test(name)) + 1;
}

function realDate(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : undefined;
}

/** `16:30`, `16.30`, `kl. 9`, `4:30 pm` -> `16:30`. */
function timeFrom(typed: string): string | undefined {
  const [, hour, minute = '00', half] = TIME.exec(typed.trim().toLowerCase()) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const isHalf = half === 'am' || half === 'pm';
  if (isHalf && (Number(hour) > 12 || Number(hour) === 0)) return undefined;
  const of24 = isHalf ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  return of24 > 23 ? undefined : `${String(of24).padStart(2, '0')}:${minute}`;
}

/** `2012-05-30T16:30`, `30.5.2012 16.30`, `30. maj kl. 16` -> `2012-05-30T16:30`. */
export function dateTimeFrom(typed: string, today = ''): string | undefined {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  // Where the day ends and the time begins: the last place that makes sense of both.
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (!/[ ,T]/i.test(text[at]!)) continue;
    const date = dateFrom(text.slice(0, at).replace(/[ ,]+$/, ''), today);
    const time = timeFrom(text.slice(at + 1));
    if (date && time) return `${date}T${time}`;
  }
  return undefined;
}

/** An end may be a time alone: the same day as the start. */
export function endFrom(typed: string, start: string): string | undefined {
  const time = timeFrom(typed);
  const day = start.slice(0, 10);
  return time ? `${day}T${time}` : dateTimeFrom(typed, day);
}

/** The day `days` before a local time, as a date. */
export function daysBefore(local: string, days: number): string {
  const day = new Date(`${local.slice(0, 10)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}

/** Twelve days before the meeting; half-way where it is soon; undefined where it is too soon to set one. */
export function sensibleReplyBy(start: string, today: string): string | undefined {
  const days = daysAfter(start.slice(0, 10), today);
  if (days >= 24 || days < 0) return daysBefore(start, 12);
  return days < 4 ? undefined : daysBefore(start, Math.ceil(days / 2));
}
