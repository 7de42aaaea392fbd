/** When a run of the program is to die. All of it is drawn at once, so that a seed repeats it. */
import type { Random } from './random.ts';

const MOMENTS = ['before-write', 'mid-write', 'after-write', 'after-flush'] as const;

export type KillPlan =
  /** At one write of the journal; `kill-at.mjs` reads it. */
  | { readonly way: 'write'; readonly at: string }
  /** At one step of the dialogue with the server. */
  | { readonly way: 'dialogue'; readonly nth: number }
  /** So many milliseconds after the first connection. */
  | { readonly way: 'time'; readonly ms: number }
  /** After this share of the time it takes to get to the first connection. */
  | { readonly way: 'start'; readonly share: number };

export function killPlan(random: Random): KillPlan {
  // Before the first connection little can go wrong: mostly the lock, and a torn line.
  if (random() < 0.1) return { way: 'start', share: random() };
  const way = random.oneOf(['write', 'dialogue', 'time'] as const);
  switch (way) {
    case 'write':
      return { way, at: `${random.oneOf(MOMENTS)}:${random.below(12)}` };
    case 'dialogue':
      return { way, nth: random.below(24) };
    case 'time':
      return { way, ms: random() * 40 };
  }
}
