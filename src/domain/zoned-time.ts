/** Wall-clock times of a zone and the instants they name. */
import type { Instant, ZonedTime } from './model.ts';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** In milliseconds, as all times are counted. */
export const DAY = 24 * 60 * 60 * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

let processZone: string | undefined;

/** From now on the process goes by the clock of this zone, which Date then knows by itself. */
export function processIsIn(timeZone: string): void {
  processZone = timeZone;
}

/** Whether the machine knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/** Clocks are set on the quarter of an hour. */
const QUARTER = 15 * 60 * 1000;
const MOST_OFFSETS = 10_000;
const offsets = new Map<string, number>();

/** What the clock on the wall adds to UTC, in milliseconds; found once for each quarter of an hour. */
export function offsetAt(instant: Instant, timeZone: string): number {
  const key = `${timeZone} ${Math.floor(instant / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = offsetFound(instant, timeZone);
    if (offsets.size < MOST_OFFSETS) offsets.set(key, offset);
  }
  return offset;
}

function offsetFound(instant: Instant, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  if (timeZone === processZone) return -60_000 * new Date(instant).getTimezoneOffset() || 0;
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * `2012-05-30T16:30` in a zone. `no-such-time` in the hour that is left out when summer time
 * begins; the earlier of the two instants in the hour that comes twice when it ends.
 */
export function zonedTime(
  local: string,
  timeZone: string,
): ZonedTime | 'not-a-time' | 'no-such-time' {
  const asUtc = Date.parse(`${local}:00Z`);
  if (!LOCAL.test(local) || Number.isNaN(asUtc)) return 'not-a-time';
  // 31 February becomes 2 March, which is not what was written.
  if (!new Date(asUtc).toISOString().startsWith(local)) return 'not-a-time';
  const instant = [asUtc - DAY, asUtc + DAY]
    .map((near) => asUtc - offsetAt(near, timeZone))
    .toSorted((a, b) => a - b)
    .find((candidate) => candidate + offsetAt(candidate, timeZone) === asUtc);
  if (instant === undefined) return 'no-such-time';
  return { local, instant, iso: isoWithOffset(instant, timeZone) };
}

/** What the clock and the calendar on the wall say. */
export interface WallClock {
  readonly year: number;
  /** From 0, as Date counts. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `16:30`. */
  readonly time: string;
  /** `2012-05-30`. */
  readonly isoDay: string;
}

/** What they say in a zone at an instant. */
export function wallClock(instant: Instant, timeZone: string): WallClock {
  const wall = new Date(instant + offsetAt(instant, timeZone));
  const iso = wall.toISOString();
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth(),
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    time: iso.slice(11, 16),
    isoDay: iso.slice(0, 10),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2012-05-30T16:30:00+02:00`. */
export function isoWithOffset(instant: Instant, timeZone: string): string {
  const offset = offsetAt(instant, timeZone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** How many days a date, `2012-05-30`, is after another; below 0 where it is before. */
export function daysAfter(date: string, other: string): number {
  return Math.round((Date.parse(date) - Date.parse(other)) / DAY);
}

/** The instant at which a date, `2012-05-02`, begins in a zone; undefined where it has no midnight. */
export function dayBegins(date: string, timeZone: string): Instant | undefined {
  const midnight = zonedTime(`${date}T00:00`, timeZone);
  return typeof midnight === 'string' ? undefined : midnight.instant;
}

/** The instant at which a date ends in a zone; undefined where there is no such date. */
export function endOfDay(date: string, timeZone: string): Instant | undefined {
  const day = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day)) return undefined;
  if (!new Date(day).toISOString().startsWith(date)) return undefined;
  const next = `${new Date(day + DAY).toISOString().slice(0, 10)}T00:00`;
  const midnight = zonedTime(next, timeZone);
  // Where summer time begins at midnight, the day ends an hour later on the wall.
  return typeof midnight === 'string' ? day + DAY - offsetAt(day, timeZone) : midnight.instant;
}
