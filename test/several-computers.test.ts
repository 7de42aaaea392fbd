/**
 * A few people keep a copy of the meeting each, and write down answers, take them back, forget and
 * join in whatever order: what must hold after every step.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusJson } from '../src/domain/contract.ts';
import { readFacts } from '../src/io/journal-reading.ts';
import { folderWorld } from './support/folder-world.ts';
import { journalIn, temporaryFolder } from './support/journal.ts';
import { ALL_INVITED, fact, MEETING, NETWORKS, type } from './support/meeting.ts';
import type { FakeWorld } from './support/world.ts';

const MINUTE = 60_000;
const IDS = ['havnelauget', 'lollands-haandvaerkerlaug', 'oekologisk-forsyning'] as const;
const PEOPLE = [
  'kim@havn.example',
  'anna@laug.example',
  'torben@oeko.example',
  'mette@oeko.example',
] as const;

const SHARED = [
  fact('2012-05-02T06:59:00Z', { type: 'journal-begun', meeting: 'traef', key: 'a2V5' }),
  ...ALL_INVITED,
];

interface Computer {
  readonly folder: string;
  readonly world: FakeWorld;
  /** Whom this copy does not know any more. */
  readonly forgotten: Set<string>;
}

class Group {
  readonly computers: readonly Computer[];
  private now = Date.parse('2012-05-03T08:00:00Z');

  /** `skews`: by how many minutes the clock of each is wrong. */
  constructor(skews: readonly number[]) {
    this.computers = skews.map((skew) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'meeting.json'), JSON.stringify({ ...MEETING, capacity: 5 }));
      writeFileSync(join(folder, 'networks.csv'), NETWORKS);
      writeFileSync(
        join(folder, 'journal.jsonl'),
        SHARED.map((each) => `${JSON.stringify(each)}\n`).join(''),
      );
      const clock = {
        now: () => (this.now += 1) + skew * MINUTE,
        sleep: () => Promise.resolve(),
        turn,
      };
      const world = folderWorld(folder, { clock });
      const journals = {
        at: (at: string) => journalIn(at, clock),
        readCopy: (path: string) => readFacts(path, 'en'),
      };
      return { folder, world: { ...world, journals }, forgotten: new Set<string>() };
    });
  }

  pass(minutes: number): void {
    this.now += minutes * MINUTE;
  }
}

const status = async ({ world }: Computer) =>
  JSON.parse((await type(world, 'status', '--json')).stdout) as StatusJson;
const journal = ({ folder }: Computer) => readFileSync(join(folder, 'journal.jsonl'), 'utf8');

/** Takes in what the other has; whom either has forgotten is forgotten in both. */
async function merge(ours: Computer, theirs: Computer): Promise<void> {
  const copy = join(ours.folder, '..', `${ours.folder.split('/').at(-1)}-copy.jsonl`);
  copyFileSync(join(theirs.folder, 'journal.jsonl'), copy);
  const { exit, stderr } = await type(ours.world, 'merge', copy);
  expect([exit, stderr]).toEqual([0, '']);
  for (const address of theirs.forgotten) ours.forgotten.add(address);
}

const seats = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      network: fc.constantFrom(...IDS),
      answer: fc.constantFrom('yes', 'no', 'maybe', 'none'),
      contact: fc.boolean(),
      seats,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('opt-out' as const),
      who: fc.constantFrom(...IDS, ...PEOPLE),
      undo: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), who: fc.constantFrom(...PEOPLE) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), from: fc.nat(2) }) },
);
const step = fc.record({ at: fc.nat(2), act });

/** The command line of an act; a contact is the first of its network. */
function line(of: { do: string } & Record<string, unknown>): readonly string[] {
  switch (of.do) {
    case 'record': {
      const contact = PEOPLE[IDS.indexOf(of['network'] as (typeof IDS)[number])]!;
      const number = of['answer'] === 'yes' ? of['seats'] : undefined;
      return [
        'record',
        String(of['network']),
        String(of['answer']),
        ...(of['contact'] ? ['--contact', contact] : []),
        ...(number === undefined ? [] : ['--seats', String(number)]),
      ];
    }
    case 'opt-out':
      return ['opt-out', String(of['who']), ...(of['undo'] ? ['--undo'] : [])];
    default:
      return [of.do];
  }
}

/** What holds of every copy at any time. */
function check({ counts, networks }: StatusJson): void {
  const { accepted, declined, tentative, needsAction, notInvited } = counts;
  expect(accepted + declined + tentative + needsAction + notInvited).toBe(counts.networks);
  expect(networks.map(({ id }) => id)).toEqual([...new Set(networks.map(({ id }) => id))]);
  const people = networks.flatMap(({ contacts }) => contacts.map(({ email }) => email));
  expect(people).toEqual([...new Set(people)]);
  expect(counts.seats.coming).toBeLessThanOrEqual(5);
  expect(counts.seats.coming + counts.seats.free!).toBe(5);
  for (const { answer, seats: has, waiting } of networks) {
    expect([has <= 3, answer === 'accepted' || has + waiting === 0]).toEqual([true, true]);
  }
}

/** Does it; `undo` brings back exactly what was before. */
async function perform(group: Group, at: number, one: { do: string } & Record<string, unknown>) {
  const computer = group.computers[at]!;
  const { world, forgotten } = computer;
  if (one.do === 'merge') {
    const other = group.computers[Number(one['from'])]!;
    if (other !== computer) await merge(computer, other);
    return;
  }
  if (one.do === 'forget') {
    const who = String(one['who']);
    const { exit } = await type(world, 'forget', who, '--yes');
    if (exit === 0) forgotten.add(who);
    return;
  }
  // Who is named anew after she was forgotten is known anew.
  if (line(one).some((each) => forgotten.has(each))) return;
  const before = await status(computer);
  const lines = journal(computer).length;
  const { exit, stderr } = await type(world, ...line(one));
  expect([exit === 0 || exit === 2, stderr]).toEqual([true, stderr]);
  if (one.do === 'undo' || journal(computer).length === lines) return;
  const { exit: undone } = await type(world, 'undo');
  expect([undone, await status(computer)]).toEqual([0, before]);
  // And again, so that something is left to go on with.
  await type(world, ...line(one));
}

test('copies of a meeting hold together, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 10 }),
      fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 3, maxLength: 3 }),
      async (steps, skews) => {
        const group = new Group(skews);
        for (const { at, act: one } of steps) {
          group.pass(7);
          await perform(group, at, one);
          const computer = group.computers[at]!;
          check(await status(computer));
          for (const address of computer.forgotten) {
            expect(journal(computer).toLowerCase()).not.toContain(address);
          }
        }
      },
    ),
    { seed: 20120530, numRuns: 25 },
  );
}, 120_000);
