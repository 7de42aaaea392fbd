/** Time as it runs, or as it would run had it started at MIKRONET_NOW. */
import { promisify } from 'node:util';
import { processIsIn } from '../domain/zoned-time.ts';
import type { Clock } from '../world.ts';

/** setTimeout counts in 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** `start`: an ISO instant at which this clock starts; one that cannot be read is no start at all. */
export function realClock(start?: string): Clock {
  const wanted = Date.parse(start ?? '');
  const ahead = Number.isNaN(wanted) ? 0 : wanted - Date.now();
  return { now: () => Date.now() + ahead, sleep, turn, goBy };
}

/** With digits in it, a name may be taken for a rule of POSIX's (`CET-1CEST`). */
const ZONE = /^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+)+$/;
const WINTER = Date.UTC(2012, 0);
const SUMMER = Date.UTC(2012, 6);

/**
 * Node tells ICU of a new TZ at once, but in a worker thread. A name that ICU does not know passes
 * for UTC: where the clock was UTC a moment ago and now differs from it, the zone is known.
 */
function goBy(timeZone: string): boolean {
  if (!ZONE.test(timeZone)) return false;
  const before = process.env['TZ'];
  process.env['TZ'] = 'UTC';
  const obeyed = isUtc();
  process.env['TZ'] = timeZone;
  const known = obeyed && !isUtc();
  if (known) processIsIn(timeZone);
  else if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  return known;
}

function isUtc(): boolean {
  return [WINTER, SUMMER].every((instant) => new Date(instant).getTimezoneOffset() === 0);
}

const turn = promisify(setImmediate);

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  for (let left = milliseconds; left > 0; left -= LONGEST_TIMER) {
    if (signal?.aborted) return;
    await timer(Math.min(left, LONGEST_TIMER), signal);
  }
}

function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(running);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const running = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
