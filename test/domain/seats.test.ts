import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot, type Claim } from '../../src/domain/seats.ts';

/** `[at, wanted]` pairs, oldest first. */
function claim(
  network: string,
  history: readonly (readonly [number, number])[],
  promised?: { readonly at: number; readonly seats: number },
): Claim {
  return {
    network,
    history: history.map(([at, wanted], turn) => ({ at, turn, wanted })),
    ...(promised && { promised }),
  };
}

const room = (capacity: number | undefined, over = {}) => ({
  reserved: [],
  ...(capacity !== undefined && { capacity }),
  ...over,
});

/** `A 2+1` is two seats, and one to wait for. */
const said = (meeting: Parameters<typeof allot>[0], ...claims: readonly Claim[]) =>
  [...allot(meeting, claims)].map(([id, { seats, waiting }]) => `${id} ${seats}+${waiting}`);

describe('seats are given', () => {
  test.each<[string, readonly string[], Parameters<typeof allot>[0], readonly Claim[]]>([
    [
      'in the order in which they were asked for',
      ['B 1+2', 'A 3+0'],
      room(4),
      [claim('B', [[2, 3]]), claim('A', [[1, 3]])],
    ],
    [
      'less what is reserved',
      ['A 1+2'],
      room(3, { reserved: [{ for: 'guests', seats: 2 }] }),
      [claim('A', [[1, 3]])],
    ],
    ['up to so many a network', ['A 2+3'], room(9, { seatsPerNetwork: 2 }), [claim('A', [[1, 5]])]],
    ['without end where no number is set', ['A 500+0'], room(undefined), [claim('A', [[1, 500]])]],
    [
      'at the end for a raised number',
      ['A 1+1', 'B 2+0'],
      room(3),
      [
        claim('A', [
          [1, 1],
          [3, 2],
        ]),
        claim('B', [[2, 2]]),
      ],
    ],
    [
      'to the next where some are given back',
      ['A 0+0', 'B 2+0'],
      room(2),
      [
        claim('A', [
          [1, 2],
          [3, 0],
        ]),
        claim('B', [[2, 2]]),
      ],
    ],
    [
      'for good where they were promised: an earlier mail that is read later waits',
      ['A 2+0', 'B 0+2'],
      room(2),
      [claim('A', [[5, 2]], { at: 6, seats: 2 }), claim('B', [[1, 2]])],
    ],
    [
      'for good also where the house becomes smaller: it is overbooked',
      ['A 3+0', 'B 0+1'],
      room(1),
      [claim('A', [[1, 3]], { at: 2, seats: 3 }), claim('B', [[1, 1]])],
    ],
    [
      'anew to whoever gave a promised one back and wants it again',
      ['A 1+1', 'B 1+0'],
      room(2),
      [
        claim(
          'A',
          [
            [1, 2],
            [3, 1],
            [5, 2],
          ],
          { at: 2, seats: 2 },
        ),
        claim('B', [[4, 1]]),
      ],
    ],
  ])('%s', (_, expected, meeting, claims) => {
    expect(said(meeting, ...claims)).toEqual(expected);
  });

  test('what found no room is known, also once there is room', () => {
    const claims = [
      claim('A', [
        [1, 2],
        [3, 0],
      ]),
      claim('B', [[2, 2]]),
    ];
    expect(allot(room(3), claims).get('B')).toMatchObject({ seats: 2, waiting: 0, waitedFor: 1 });
  });
});

const wantedBy = ({ history: asked }: Claim) => asked.at(-1)?.wanted ?? 0;
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('whatever is asked for, and in whatever order', () => {
  const history = fc
    .array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 5 })
    .map((pairs) => pairs.toSorted(([a], [b]) => a - b));
  const promised = fc.option(fc.record({ at: fc.nat(20), seats: fc.nat(5) }), { nil: undefined });
  const claims = fc
    .array(fc.tuple(history, promised), { minLength: 1, maxLength: 6 })
    .map((list) => list.map(([pairs, promise], index) => claim(`N${index}`, pairs, promise)));
  const meeting = fc.record({
    capacity: fc.nat(15),
    seatsPerNetwork: fc.integer({ min: 1, max: 5 }),
    reserved: fc.constant([{ for: 'x', seats: 1 }]),
  });

  test('everybody sits or waits, and nobody who waits sees an empty chair', () => {
    fc.assert(
      fc.property(meeting, claims, (of, list) => {
        const seated = allot(of, list);
        for (const each of list) {
          const { seats, waiting } = seated.get(each.network)!;
          expect(seats + waiting).toBe(wantedBy(each));
        }
        const taken = sum([...seated.values()].map(({ seats }) => seats));
        const free = of.capacity - 1 - taken;
        const overLimit = (each: Claim) => Math.max(0, wantedBy(each) - of.seatsPerNetwork);
        const waitsForRoom = list.some(
          (each) => seated.get(each.network)!.waiting > overLimit(each),
        );
        expect(waitsForRoom && free > 0).toBe(false);
      }),
    );
  });

  test('a promised seat is kept: whoever asks now, however small the house', () => {
    fc.assert(
      fc.property(meeting, claims, fc.nat(15), history, (of, list, capacity, late) => {
        // What everybody has now is promised to them.
        const before = allot(of, list);
        const promises = list.map((each) => ({
          ...each,
          promised: { at: 100, seats: before.get(each.network)!.seats },
        }));
        const after = allot({ ...of, capacity }, [claim('late', late), ...promises]);
        for (const { network, promised: promise } of promises) {
          expect(after.get(network)!.seats).toBeGreaterThanOrEqual(promise.seats);
        }
      }),
    );
  });

  test('the order of the list changes nothing', () => {
    fc.assert(
      fc.property(meeting, claims, (of, list) => {
        // Many ask at one instant: then the order of the journal decides, which has each once.
        const apart = list.map((each, index) => ({
          ...each,
          history: each.history.map((moment, step) => ({ ...moment, turn: step * 10 + index })),
        }));
        const one = allot(of, apart);
        const other = allot(of, apart.toReversed());
        for (const { network } of apart) expect(other.get(network)).toEqual(one.get(network));
      }),
    );
  });
});
