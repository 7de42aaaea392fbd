/**
 * A few dozen kills in `npm test`; ten thousand, and the figures of the README, in
 * `npm run torture`. The same seed plays the same meetings.
 */
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { tallyOf } from './figures.ts';
import { randomFrom } from './random.ts';
import { torture, type Case } from './torture.ts';

const KILLS = Number(process.env['TORTURE_KILLS'] ?? 40);
const SEED = Number(process.env['TORTURE_SEED'] ?? 1);
/** How many meetings are played at a time. */
const LANES = Number(process.env['TORTURE_LANES'] ?? Math.min(4, availableParallelism()));
/** A long run tells how it goes this often. */
const TOLD_EVERY = 250;

/**
 * The first meetings are small, for the few kills of `npm test`; later most are large, so that nearly
 * every start of the program ends in a kill. Every third server has troubles of its own on top.
 */
function meeting(number: number): Case {
  const seed = SEED * 1_000_003 + number;
  const random = randomFrom(seed);
  return {
    seed,
    networks: 1 + Math.floor(random() * random() * Math.min(500, 24 * (number + 1))),
    connections: 1 + random.below(5),
    trouble: number % 3 === 2 ? 0.08 : 0,
  };
}

test(`after ${KILLS} kills at any instant nothing was sent twice, nothing was lost, and doubt is small`, async () => {
  const { total, played, add } = tallyOf(SEED, process.env['TORTURE_LOG'] || undefined);
  let next = 0;
  let told = 0;
  const tell = () => {
    told = total.kills;
    process.stdout.write(`${JSON.stringify({ seed: SEED, meetings: played.size, ...total })}\n`);
  };
  const isLong = process.env['TORTURE_KILLS'] !== undefined;
  const play = async () => {
    while (total.kills < KILLS) {
      const number = next++;
      if (played.has(number)) continue;
      add(number, await torture(meeting(number)));
      if (isLong && total.kills >= told + TOLD_EVERY) tell();
    }
  };
  await Promise.all(Array.from({ length: LANES }, play));
  if (isLong && total.kills > told) tell();
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
