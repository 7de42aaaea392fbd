import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { departuresIn, earliest, schedule, sendingTimes } from '../../src/domain/pace.ts';
import type { Limit } from '../../src/domain/model.ts';
import { fact } from '../support/meeting.ts';

const NOW = Date.parse('2012-05-02T07:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const limits = fc.array(
  fc.record({
    messages: fc.integer({ min: 1, max: 9 }),
    seconds: fc.integer({ min: 1, max: 300 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Windows in which more went out than may. */
function passed(times: readonly number[], all: readonly Limit[]): readonly Limit[] {
  return all.filter(({ messages, seconds }) =>
    times.some(
      (end) => times.filter((time) => time <= end && time > end - seconds * 1000).length > messages,
    ),
  );
}

const submitted = (at: number) =>
  fact(new Date(at).toISOString(), {
    type: 'message-submitted',
    message: 'm',
    network: 'n',
    address: 'a@b.example',
    mailing: 'invitation',
    networkName: 'N',
    language: 'da',
    reference: '7QK2M4XDF',
    n: 1,
    subject: 's',
    digest: 'd',
  });

describe('windows', () => {
  test('are never passed, for any schedule of runs that each send what they may', () => {
    fc.assert(
      fc.property(
        limits,
        fc.array(
          fc.record({ pause: fc.integer({ min: 0, max: 200_000 }), wants: fc.nat({ max: 12 }) }),
          { maxLength: 12 },
        ),
        (all, runs) => {
          const sent: number[] = [];
          let now = NOW;
          for (const { pause, wants } of runs) {
            now += pause;
            const times = sendingTimes(departuresIn(sent.map(submitted)), now);
            for (let left = wants; left > 0 && earliest(all, times, now) <= now; left -= 1) {
              times.push(now);
              sent.push(now);
              now += 100;
            }
          }
          expect(passed(sent, all)).toEqual([]);
        },
      ),
    );
  });

  test('are kept by what a plan says of its end', () => {
    fc.assert(
      fc.property(limits, fc.nat({ max: 40 }), (all, count) => {
        const instants = schedule(all, [], NOW, count);
        expect(instants).toHaveLength(count);
        expect(passed(instants, all)).toEqual([]);
      }),
    );
  });
});

describe('a clock that was ahead', () => {
  test('counts its messages as sent when they are first seen', () => {
    const seen = new Map<number, number>();
    const facts = [submitted(NOW + 3_600_000)];
    expect(sendingTimes(departuresIn(facts), NOW, seen)).toEqual([NOW]);
    expect(sendingTimes(departuresIn(facts), NOW + 60_000, seen)).toEqual([NOW]);
  });

  test('by years holds nothing up', () => {
    expect(sendingTimes([NOW + 400 * DAY], NOW)).toEqual([]);
  });
});
