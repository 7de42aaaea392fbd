/**
 * A few dozen kills in `npm test`; ten thousand, and the figures of the README, in
 * `npm run torture`. The same seed plays the same meetings.
 */
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';
import { noFigures, torture, type Case, type Figures } from './torture.ts';

const KILLS = Number(process.env['TORTURE_KILLS'] ?? 40);
const SEED = Number(process.env['TORTURE_SEED'] ?? 1);
const KILLS_A_MEETING = 20;
/** A long run tells how it goes this often. */
const TOLD_EVERY = 250;

/** Every third server has troubles of its own on top. */
function meeting(number: number): Case {
  const random = randomFrom(SEED * 1_000_003 + number);
  return {
    seed: SEED * 1_000_003 + number,
    networks: 1 + random.below(24),
    connections: 1 + random.below(5),
    kills: KILLS_A_MEETING,
    trouble: number % 3 === 2 ? 0.08 : 0,
  };
}

test(`after ${KILLS} kills at any instant nothing was sent twice, nothing was lost, and doubt is small`, async () => {
  const total = noFigures();
  let next = 0;
  let told = 0;
  const tell = () => {
    told = total.kills;
    process.stdout.write(`${JSON.stringify({ seed: SEED, meetings: next, ...total })}\n`);
  };
  const isLong = process.env['TORTURE_KILLS'] !== undefined;
  const play = async () => {
    while (total.kills < KILLS) {
      const figures = await torture(meeting(next++));
      for (const name of Object.keys(total) as (keyof Figures)[]) total[name] += figures[name];
      if (isLong && total.kills >= told + TOLD_EVERY) tell();
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, play));
  if (isLong) tell();
  expect(total).toMatchObject({
    acceptedTwice: 0,
    sentButNotAccepted: 0,
    neverSent: 0,
    tooMuchDoubt: 0,
  });
  expect(total.kills).toBeGreaterThanOrEqual(KILLS);
  // A harness that never kills in the middle of a message proves nothing.
  expect(total.inDoubt).toBeGreaterThan(0);
}, 0);
