/**
 * How much is done, counted instead of timed: what grows faster than the list, or is done for each
 * mail although once is enough, is found here on any machine. Seconds are for `npm run bench`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../src/domain/facts.ts';
import { identify } from '../src/domain/identity.ts';
import type { Row } from '../src/domain/model.ts';
import { plan } from '../src/domain/plan.ts';
import { report } from '../src/domain/report.ts';
import { fold } from '../src/domain/state.ts';
import { openComposer } from '../src/work/compose.ts';
import { domainMeeting } from './support/correspondence.ts';
import { temporaryFolder } from './support/journal.ts';
import { fact, invited, MEETING, NETWORKS, SHIPPED } from './support/meeting.ts';
import { run } from './support/program.ts';
import { fakeWorld } from './support/world.ts';

const meeting = domainMeeting();

/** Every second network is invited, every fourth wants no more mails. */
function scene(size: number) {
  const rows: Row[] = [];
  const facts: Fact[] = [];
  for (let index = 0; index < size; index += 1) {
    const address = `kim@n${index}.example`;
    rows.push({ line: index + 2, network: `Network ${index}`, address, cells: {} });
    if (index % 2 === 0)
      facts.push(...invited(`network-${index}`, `Network ${index}`, address, 'Kim'));
    if (index % 4 === 0) {
      facts.push(
        fact('2012-05-03T07:00:00Z', {
          type: 'opted-out',
          network: `network-${index}`,
          source: 'manual',
        }),
      );
    }
  }
  return { rows, facts };
}

function planOf(rows: readonly Row[], facts: readonly Fact[]) {
  const state = fold(facts);
  const roster = identify(meeting, rows, state);
  return plan({
    meeting,
    roster,
    state,
    status: report(meeting, roster, state),
    mailing: 'invitation',
    now: Date.parse('2012-05-05T07:00:00Z'),
    referenceOf: () => '7QK2M4XDF',
    isErased: () => false,
  });
}

/** How often a field of a row or of a fact is looked at. */
function looks(size: number): number {
  let count = 0;
  const watched = <T extends object>(value: T): T =>
    new Proxy(value, {
      get(target, name, receiver) {
        count += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  const { rows, facts } = scene(size);
  const { steps } = planOf(rows.map(watched), facts.map(watched));
  expect(steps).toHaveLength(size / 2);
  return count;
}

test('what a plan costs grows in a straight line with the list', () => {
  const small = looks(400);
  const large = looks(1_600);
  expect(large / small).toBeLessThan(4.4);
});

test('a template is read and compiled once, however many mails are made of it', async () => {
  const world = fakeWorld({ files: SHIPPED });
  let reads = 0;
  const { rows, facts } = scene(40);
  const { composer } = await openComposer({
    files: {
      ...world.files,
      read: (...asked) => {
        reads += 1;
        return world.files.read(...asked);
      },
    },
    screen: 'en',
    folder: '/meeting',
    meeting,
    mailing: 'invitation',
    languages: ['da'],
    headings: [],
    recipients: 20,
    now: () => 0,
    comingBeside: () => [],
  });
  const before = reads;
  for (const step of planOf(rows, facts).steps) await composer!.compose(step);
  expect(before).toBeGreaterThan(0);
  expect(reads).toBe(before);
});

/** Loaded before the program: writes down every module that it imports, and at its end what it required. */
const LISTENER = `
import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
process.on('exit', () => {
  for (const path of Object.keys(createRequire(import.meta.url).cache)) {
    appendFileSync(process.env.LOADED, pathToFileURL(path) + '\\n');
  }
});
const hook = \`
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) {
    appendFileSync(process.env.LOADED, url + '\\\\n');
    return next(url, context);
  }\`;
register('data:text/javascript,' + encodeURIComponent(hook));
`;

/** The modules that a command loads: packages by name, and how many files. */
async function loadedBy(...args: readonly string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify(MEETING));
  writeFileSync(join(folder, 'networks.csv'), NETWORKS);
  const listener = join(folder, 'listener.mjs');
  writeFileSync(listener, LISTENER);
  const loaded = join(folder, 'loaded.txt');
  const { exit, stderr } = await run([...args, '--folder', folder], {
    cwd: folder,
    env: {
      NODE_OPTIONS: `--import=${pathToFileURL(listener).href}`,
      LOADED: loaded,
      MIKRONET_NOW: '2012-05-02T07:00:00Z',
    },
  });
  expect(stderr).not.toContain('bug');
  expect(exit).toBe(0);
  const files = [...new Set(readFileSync(loaded, 'utf8').split('\n'))].filter(
    (url) => url.startsWith('file:') && !url.includes('listener'),
  );
  const packages = files.flatMap(
    (url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
  );
  return { count: files.length, packages: [...new Set(packages)].toSorted() };
}

describe('a command loads what it needs and no more', () => {
  test.each([
    { args: ['--help'], packages: [], most: 20 },
    { args: ['status'], packages: ['commander', 'csv-parse'], most: 67 },
    { args: ['export-attendees'], packages: ['commander', 'csv-parse', 'csv-stringify'], most: 90 },
    {
      args: ['invite', '--dry-run'],
      packages: ['commander', 'csv-parse', 'handlebars', 'markdown-it'],
      most: 131,
    },
  ])('$args', async ({ args, packages, most }) => {
    const loaded = await loadedBy(...args);
    expect(loaded.packages).toEqual(packages);
    expect(loaded.count).toBeLessThanOrEqual(most);
  });
});
