/** The rules of the house: who may import whom, where the world may be touched, what loads when. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Room {
  /** Rooms it may import. */
  readonly may: readonly string[];
  /** Rooms of which it may know the types alone. */
  readonly types?: readonly string[];
  /** Packages and `node:` modules. */
  readonly packages?: RegExp;
}

/** A room is a folder of src/, or a file that stands there alone. */
const ROOMS: Readonly<Record<string, Room>> = {
  errors: { may: [] },
  domain: { may: [], types: ['errors'] },
  understand: { may: ['domain'], types: ['format'] },
  words: { may: [], types: ['domain', 'errors'] },
  world: { may: [], types: ['domain'] },
  format: {
    may: ['domain', 'errors', 'words'],
    types: ['world'],
    packages: /^node:(crypto|url|buffer|module)$|^(?!node:|commander|nodemailer|imapflow|inquirer)/,
  },
  work: { may: ['domain', 'understand', 'format', 'world', 'errors', 'words'] },
  commands: {
    may: ['domain', 'understand', 'format', 'work', 'world', 'errors', 'words'],
    packages: /^commander$/,
  },
  io: {
    may: ['domain', 'format', 'world', 'errors', 'words'],
    packages: /^node:|^(nodemailer|imapflow|inquirer|smtp-server)/,
  },
  cli: {
    may: ['commands', 'domain', 'format', 'world', 'errors', 'words'],
    packages: /^commander$/,
  },
};

interface Import {
  readonly from: string;
  readonly target: string;
  readonly kind: 'value' | 'type' | 'lazy';
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll(sep, '/')))
    .filter((name) => /\.[mc]?[jt]s$/.test(name));
}

function source(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

function importsOf(file: string): readonly Import[] {
  const text = source(file);
  const statically = text.matchAll(/^(?:import|export)\b(?:([^'";]*?)\bfrom )?\s*'([^']+)'/gm);
  const lazily = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...[...statically].map(([, clause = '', target = '']): Import => {
      return { from: file, target, kind: /^\s*type\b/.test(clause) ? 'type' : 'value' };
    }),
    ...[...lazily].map(([, target = '']): Import => ({ from: file, target, kind: 'lazy' })),
  ];
}

function roomOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** Why an import is against the rules; undefined where it is not. */
function complaint({ from, target, kind }: Import): string | undefined {
  const room = roomOf(from);
  const { may, types = [], packages } = ROOMS[room] ?? { may: [] };
  const line = `${from} imports ${target}`;
  if (!target.startsWith('.')) return packages?.test(target) ? undefined : line;
  const other = roomOf(posix.join(posix.dirname(from), target));
  if (other === room || may.includes(other)) return undefined;
  return kind === 'type' && types.includes(other) ? undefined : line;
}

const SOURCES = filesUnder('src');
const IMPORTS = SOURCES.flatMap(importsOf);

test('every room of src/ has its rule, and no room is a lumber-room', () => {
  const rooms = new Set(SOURCES.map(roomOf));
  expect([...rooms].toSorted()).toEqual(Object.keys(ROOMS).toSorted());
  const lumber = SOURCES.filter((file) => /\b(utils?|helpers?|common|core|lib|index)\b/.test(file));
  expect(lumber).toEqual([]);
});

test('imports point inward', () => {
  // Where the reading of imports goes wrong, nothing would be found to complain about.
  expect(IMPORTS.length).toBeGreaterThan(SOURCES.length);
  expect(IMPORTS.flatMap((each) => complaint(each) ?? [])).toEqual([]);
});

test('the front door loads a command only when it is asked for', () => {
  const eager = IMPORTS.filter(
    ({ from, target, kind }) => from === 'src/cli.ts' && kind === 'value' && /command/.test(target),
  );
  expect(eager).toEqual([]);
});

test('commands know only the types of commander', () => {
  const values = IMPORTS.filter(
    ({ from, target, kind }) =>
      roomOf(from) === 'commands' && target === 'commander' && kind !== 'type',
  );
  expect(values).toEqual([]);
});

test('only io/ touches the process, the clock, chance and what the machine is set to', () => {
  const touching =
    /\bprocess\.|\bnew Date\(\)|\bDate\.now\b|\bperformance\.|\bMath\.random\b|\bset(Timeout|Interval)\(|\bconsole\.|\bfetch\(|\bresolvedOptions\(|\bnew Intl\.\w+\(\)|\.toLocale\w*\(\)|\.localeCompare\(|\bgetRandomValues\(|\brandom(UUID|Bytes)\(/;
  const found = SOURCES.filter((file) => roomOf(file) !== 'io').flatMap((file) => {
    const [what] = touching.exec(source(file)) ?? [];
    return what === undefined ? [] : `${file}: ${what}`;
  });
  expect(found).toEqual([]);
});

test('domain/ does nothing that would have to be awaited', () => {
  const found = SOURCES.filter(
    (file) => roomOf(file) === 'domain' && /\basync\b|\bawait\b|\bPromise\b/.test(source(file)),
  );
  expect(found).toEqual([]);
});

test('every file can be read in one sitting', () => {
  const ceilings = [
    // Lists, read piece by piece: of interfaces, of what people write.
    [/^src\/(world\.ts|understand\/lexicon\/)/, 450],
    [/^(src|bin)\//, 320],
    [/^test\//, 600],
  ] as const;
  const long = ['src', 'bin', 'test'].flatMap(filesUnder).flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;
    const ceiling = ceilings.find(([which]) => which.test(file))?.[1] ?? 0;
    return lines <= ceiling ? [] : `${file}: ${lines}`;
  });
  expect(long).toEqual([]);
});

test('a test makes its own world; it puts no other module in the place of ours', () => {
  const mocking = /\bvi\.(mock|doMock|hoisted|stubGlobal)\b/;
  const found = filesUnder('test').filter(
    (file) => !file.endsWith('architecture.test.ts') && mocking.test(source(file)),
  );
  expect(found).toEqual([]);
});

/** The packages that Node.js loads while the real program runs this command line. */
async function packagesLoaded(args: readonly string[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mikronet-loads-'));
  const list = join(folder, 'loaded');
  const hook = `
    import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const register = `
    import { appendFileSync } from 'node:fs';
    import { createRequire, register } from 'node:module';
    import { pathToFileURL } from 'node:url';
    register('data:text/javascript,${encodeURIComponent(hook).replaceAll("'", '%27')}');
    process.on('exit', () => {
      const required = Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache);
      appendFileSync(${JSON.stringify(list)}, required.map((path) => pathToFileURL(path)).join('\\n'));
    });`;
  try {
    await promisify(execFile)(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(register)}`,
        join(ROOT, 'bin/mikronet.js'),
        ...args,
      ],
      { env: { ...process.env, MIKRONET_FOLDER: join(ROOT, 'data/traef-2012') } },
    );
    const urls = (await readFile(list, 'utf8')).split('\n');
    expect(urls.some((url) => url.endsWith('/dist/cli.js'))).toBe(true);
    const names = urls.flatMap(
      (url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
    );
    return [...new Set(names)].toSorted();
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each([
  [['--help'], []],
  [['--version'], []],
  [[], ['commander', 'csv-parse']],
  [['status'], ['commander', 'csv-parse']],
  [
    ['status', '--json'],
    ['commander', 'csv-parse'],
  ],
  [['export-attendees'], ['commander', 'csv-parse', 'csv-stringify']],
])('`mikronet %j` loads no library but %j', async (args, libraries) => {
  expect(await packagesLoaded(args)).toEqual(libraries);
});
