/** Limits as rolling windows over what was sent, whoever sent it in whichever run. */
import type { Fact } from './facts.ts';
import type { Instant, Limit } from './model.ts';
import { isDeparture } from './state.ts';
import { DAY } from './zoned-time.ts';

/** When each message left, as the facts say. */
export function departuresIn(facts: readonly Fact[]): Instant[] {
  return facts.filter(isDeparture).map(({ at }) => Date.parse(at));
}

/**
 * When messages went out, in order. A clock that was ahead when it wrote them must not hold up
 * everything until then: such a message counts as sent when it was first seen, which `seen`
 * remembers, and not at all where it is more than a day ahead.
 */
export function sendingTimes(
  departures: readonly Instant[],
  now: Instant,
  seen: Map<Instant, Instant> = new Map(),
): Instant[] {
  const times: Instant[] = [];
  for (const time of departures) {
    if (time <= now) times.push(time);
    else if (time - now <= DAY) {
      if (!seen.has(time)) seen.set(time, now);
      times.push(seen.get(time)!);
    }
  }
  return times.toSorted((a, b) => a - b);
}

/**
 * The earliest instant, `now` or later, at which one more may go. `times` in order; `underWay` are
 * begun and have no time yet: whenever they leave, it is not before now.
 */
export function earliest(
  limits: readonly Limit[],
  times: readonly Instant[],
  now: Instant,
  underWay = 0,
): Instant {
  let instant = now;
  for (const { messages, seconds } of limits) {
    const first = underWay >= messages ? now : times[times.length + underWay - messages];
    // After a clock was set back no window is longer than it is.
    if (first !== undefined) instant = Math.max(instant, Math.min(first, now) + seconds * 1000);
  }
  return instant;
}

/** When each of `count` more would go, if nothing else held them up. */
export function schedule(
  limits: readonly Limit[],
  times: readonly Instant[],
  now: Instant,
  count: number,
): readonly Instant[] {
  const all = [...times];
  let instant = now;
  for (let sent = 0; sent < count; sent += 1) {
    instant = earliest(limits, all, instant);
    all.push(instant);
  }
  return all.slice(times.length);
}
