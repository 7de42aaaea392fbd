import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { FactDraft } from '../../src/domain/facts.ts';
import { Gathering } from '../../src/work/gathering.ts';

const fact = (name: string): FactDraft => ({ type: 'mail-dismissed', settles: name });

/** What was written, a list for each time. */
function diary(trouble?: Error) {
  const written: string[][] = [];
  const gathering = new Gathering({ turn }, async (...facts) => {
    await turn();
    if (trouble) throw trouble;
    written.push(facts.map((each) => ('settles' in each ? each.settles : '')));
  });
  return { written, gathering };
}

describe('those who begin', () => {
  test('at the same time are written together, as soon as all are there', async () => {
    const { written, gathering } = diary();
    const joined = ['a', 'b', 'c'].map((name) => gathering.join([fact(name)], 3));
    expect(gathering.isOpen).toBe(false);
    await Promise.all(joined);
    expect(written).toEqual([['a', 'b', 'c']]);
  });

  test('alone are written after some turns', async () => {
    const { written, gathering } = diary();
    const joined = gathering.join([fact('a')], 2);
    expect(gathering.isOpen).toBe(true);
    await joined;
    await gathering.join([fact('b')], 1);
    expect(written).toEqual([['a'], ['b']]);
  });

  test('are all told that the disk is full', async () => {
    const { gathering } = diary(new Error('full'));
    const joined = await Promise.allSettled([
      gathering.join([fact('a')], 2),
      gathering.join([fact('b')], 2),
    ]);
    expect(joined.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('in any order are each written once, in their order, before they go on', async () => {
    const arrivals = fc.array(
      fc.record({ pause: fc.nat(9), company: fc.integer({ min: 1, max: 5 }) }),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async (list) => {
        const { written, gathering } = diary();
        const joined: Promise<void>[] = [];
        for (const [at, { pause, company }] of list.entries()) {
          for (let turns = 0; turns < pause; turns += 1) await turn();
          const name = String(at);
          joined.push(
            gathering
              .join([fact(name)], company)
              .then(() => expect(written.flat()).toContain(name)),
          );
        }
        await Promise.all(joined);
        expect(written.flat()).toEqual(list.map((_, at) => String(at)));
      }),
    );
  });
});
