import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import { identify } from '../../src/domain/identity.ts';
import { merge } from '../../src/domain/merge.ts';
import { report } from '../../src/domain/report.ts';
import { fold } from '../../src/domain/state.ts';
import { readMeeting } from '../../src/format/meeting-json.ts';
import { readNetworks } from '../../src/format/lists/networks-csv.ts';
import reading from '../../src/words/en/reading.ts';
import { ALL_INVITED, fact, MEETING, NETWORKS } from '../support/meeting.ts';

const encoder = new TextEncoder();
const meeting = readMeeting(
  encoder.encode(JSON.stringify({ ...MEETING, capacity: 4 })),
  reading,
).meeting!;
const { rows } = readNetworks(encoder.encode(NETWORKS), {}, reading);
const IDS = ['havnelauget', 'lollands-haandvaerkerlaug', 'oekologisk-forsyning'];

const SHARED: readonly Fact[] = [
  fact('2012-05-02T06:59:00Z', { type: 'journal-begun', meeting: 'traef', key: 'key' }),
  ...ALL_INVITED,
];
const nobody = () => false;
const joined = (one: readonly Fact[], other: readonly Fact[]) => merge(one, other, nobody).facts;

function stands(facts: readonly Fact[]) {
  const state = fold(facts);
  return report(meeting, identify(meeting, rows, state), state);
}

const draft: fc.Arbitrary<FactDraft> = fc.oneof(
  fc
    .record({
      network: fc.constantFrom(...IDS),
      answer: fc.constantFrom('accepted', 'declined', 'tentative', 'needs-action'),
      seats: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ network, answer, seats }): FactDraft => ({
      type: 'reply-received',
      source: 'manual',
      network,
      via: 'hand',
      reply: { answer, seats, attendees: [], answers: {} },
    })),
  fc
    .constantFrom(...IDS)
    .map((network): FactDraft => ({ type: 'opted-out', network, source: 'manual' })),
);

/** What a copy wrote down: the minutes from one line to the next, which a clock may set back. */
const written = fc.array(
  fc.record({ draft, minutes: fc.integer({ min: -30, max: 90 }), takesBack: fc.boolean() }),
  { maxLength: 6 },
);

/** `offset` in milliseconds, so that no two copies write in the same one. */
function copy(lines: Written, offset: number, of = SHARED, from = '2012-05-03T08:00:00Z') {
  const facts: Fact[] = [...of];
  let now = Date.parse(from) + offset;
  for (const { draft: each, minutes, takesBack } of lines) {
    now += minutes * 60_000;
    const at = new Date(now).toISOString();
    const last = facts.at(-1)!;
    facts.push(
      takesBack && facts.length > of.length
        ? fact(at, { type: 'retracted', fact: last.id, why: 'undo' })
        : fact(at, each),
    );
  }
  return facts;
}

type Written = readonly {
  readonly draft: FactDraft;
  readonly minutes: number;
  readonly takesBack: boolean;
}[];

const by = (answer: 'accepted' | 'declined', minutes: number): Written[number] => ({
  minutes,
  takesBack: false,
  draft: {
    type: 'reply-received',
    source: 'manual',
    network: IDS[0]!,
    via: 'hand',
    reply: { answer, attendees: [], answers: {} },
  },
});
const twice = (facts: readonly Fact[]) => [...facts.slice(0, 3), ...facts];
const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id);
const yes = by('accepted', 1);
const no = by('declined', 2);

describe('copies of one journal', () => {
  const three = fc.tuple(written, written, written);

  test('come to the same, whichever takes in the other, and in whatever order', () => {
    fc.assert(
      fc.property(three, ([one, two, other]) => {
        const [a, b, c] = [copy(one, 0), copy(two, 1), copy(other, 2)];
        expect(stands(joined(b, a))).toEqual(stands(joined(a, b)));
        expect(stands(joined(a, joined(b, c)))).toEqual(stands(joined(joined(a, b), c)));
      }),
      { numRuns: 300 },
    );
  });

  test('come to the same again when each went on with what it had taken in', () => {
    fc.assert(
      fc.property(three, written, ([one, two, other], last) => {
        const [a, b] = [copy(one, 0), copy(two, 1)];
        const later = '2012-05-03T11:00:00Z';
        const mine = copy(other, 2, joined(a, b), later);
        const yours = copy(last, 3, joined(b, a), later);
        expect(stands(joined(yours, mine))).toEqual(stands(joined(mine, yours)));
      }),
      { numRuns: 300 },
    );
  });

  test('in which a line stands twice lose nothing, and take in nothing twice', () => {
    const [a, b] = [copy([yes], 0), copy([no], 1)];
    const all = [...ids(SHARED), a.at(-1)!.id, b.at(-1)!.id];
    expect(ids(joined(a, twice(b)))).toEqual(all);
    expect(ids(joined(twice(a), b))).toEqual([...all.slice(0, 3), ...all]);
  });

  test('joined once more are line for line the same', () => {
    fc.assert(
      fc.property(three, ([one, two]) => {
        const [a, b] = [copy(one, 0), copy(two, 1)];
        const both = joined(a, b);
        expect(joined(both, b)).toEqual(both);
        expect(joined(both, a)).toEqual(both);
        expect(joined(both, joined(b, a))).toEqual(both);
      }),
    );
  });
});
