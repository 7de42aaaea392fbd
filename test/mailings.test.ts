/**
 * Whatever an organiser does, in whatever order, and whatever people answer: nobody is reminded
 * after an answer, nobody gets a mailing twice, and no calendar ends wrong.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS, COMMANDS, PEOPLE, Play, type Action } from './support/play.ts';

const who = fc.nat(PEOPLE.length - 1);
const answer = fc.nat(ANSWERS.length - 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      command: fc.constantFrom(...COMMANDS),
      fails: fc.nat(5).map((n) => n === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('write', 'press'), who, answer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('phone' as const), who, answer }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), time: fc.nat(2), place: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      left: fc.array(fc.boolean(), { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
      how: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 12, 49),
    }),
  },
);

test(
  'no reminder after an answer, no mailing twice, no calendar wrong',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
        const play = new Play();
        await play.act({ do: 'type', command: ['invite'], fails: false });
        for (const each of actions) await play.act(each);
        await play.settle();
        await play.cancel();
        expect(play.wrongs).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 25) },
    );
  },
);
