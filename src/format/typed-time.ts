/** Dates and times as people type them, into the form of meeting.json. */

const DATE = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}))$/;
const TIME = /^(?:kl\.? ?)?(\d{1,2})[.:](\d{2})$/;

/** `2012-05-18`, `18.5.2012`, `18/5-2012` -> `2012-05-18`; undefined where there is no such day. */
export function dateFrom(typed: string): string | undefined {
  const found = DATE.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const [, year = found[6], month = found[5], day = found[4]] = found;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : undefined;
}

/** `16:30`, `16.30`, `kl. 9.00` -> `16:30`. */
export function timeFrom(typed: string): string | undefined {
  const [, hour = '', minute = ''] = TIME.exec(typed.trim().toLowerCase()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** `2012-05-30T16:30`, `30.5.2012 16.30`, `30/5-2012 kl. 16.30` -> `2012-05-30T16:30`. */
export function dateTimeFrom(typed: string): string | undefined {
  const [, day = '', clock = ''] = /^(\S+?)(?:T| ?, ?| )(.+)$/i.exec(typed.trim()) ?? [];
  const [date, time] = [dateFrom(day), timeFrom(clock)];
  return date && time && `${date}T${time}`;
}

/** An end may be a time alone: the same day as the start. */
export function endFrom(typed: string, start: string): string | undefined {
  const time = timeFrom(typed);
  return time ? `${start.slice(0, 10)}T${time}` : dateTimeFrom(typed);
}

/** The day `days` before a local time, as a date. */
export function daysBefore(local: string, days: number): string {
  const day = new Date(`${local.slice(0, 10)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
