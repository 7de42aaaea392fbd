/** Time as it runs, or as it would run had it started at MIKRONET_NOW. */
import type { Clock } from '../world.ts';

/** setTimeout counts in 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** `start`: an ISO instant at which this clock starts; one that cannot be read is no start at all. */
export function realClock(start?: string): Clock {
  const wanted = Date.parse(start ?? '');
  const ahead = Number.isNaN(wanted) ? 0 : wanted - Date.now();
  return { now: () => Date.now() + ahead, sleep };
}

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
