/** Short names for things with long ones, to be typed: `3F8A`. */
import { createHash } from 'node:crypto';

const SHORTEST = 4;

export interface Handles<T> {
  /** As it is shown: as short as tells all of them apart. */
  of(item: T): string;
  /** Those that it names: by the whole of one of its long names, or by the beginning of a short one. */
  named(typed: string): readonly T[];
}

/** `names` gives the long names of an item; the first is unique and never changes. */
export function handles<T>(
  items: readonly T[],
  names: (item: T) => readonly [string, ...string[]],
): Handles<T> {
  const whole = new Map(items.map((item) => [item, digest(names(item)[0])]));
  // One thing may be there twice, as in a journal that was joined by hand.
  const digests = new Set(whole.values());
  let length = SHORTEST;
  const cut = () => new Set([...digests].map((each) => each.slice(0, length)));
  while (cut().size < digests.size) length += 1;
  const once = (found: readonly T[]) => [
    ...new Map(found.map((item) => [whole.get(item), item])).values(),
  ];
  return {
    of: (item) => whole.get(item)!.slice(0, length),
    named(typed) {
      const long = bare(typed);
      const exact = items.filter((item) => names(item).some((name) => bare(name) === long));
      if (exact.length > 0) return once(exact);
      const short = long.toUpperCase();
      if (short.length < SHORTEST) return [];
      return once(items.filter((item) => whole.get(item)!.startsWith(short)));
    },
  };
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').toUpperCase();
}

/** A Message-ID is copied with or without its brackets. */
function bare(name: string): string {
  return name.trim().replace(/^<(.*)>$/, '$1');
}
