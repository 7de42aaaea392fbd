/** Randomness that can be repeated: mulberry32. */
export interface Random {
  /** 0 <= x < 1. */
  (): number;
  /** 0 <= n < `end`. */
  below(end: number): number;
  oneOf<T>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return Object.assign(next, {
    below,
    oneOf: <T>(list: readonly T[]) => list[below(list.length)]!,
  });
}
