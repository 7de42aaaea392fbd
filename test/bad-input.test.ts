/** Files that are something else altogether, met by the real program. */
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/journal.ts';
import { MEETING, NETWORKS } from './support/meeting.ts';
import { run } from './support/program.ts';

const BIN = fileURLToPath(new URL('../bin/mikronet.js', import.meta.url));
/** Where nobody would take a mail. */
const ENV = { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:9', MIKRONET_NOW: '2012-05-02T07:00:00Z' };

function aFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify(MEETING));
  writeFileSync(join(folder, 'networks.csv'), NETWORKS);
  return folder;
}

/** Takes no place on the disk. */
function zeros(file: string, megabytes: number): void {
  const handle = openSync(file, 'w');
  ftruncateSync(handle, megabytes * 1024 * 1024);
  closeSync(handle);
}

describe('200 MB of zeros', () => {
  test.each(['meeting.json', 'networks.csv'])(
    'as %s are an error, read in no time',
    async (name) => {
      const cwd = aFolder();
      zeros(join(cwd, name), 200);
      expect(await run(['invite', '--yes'], { cwd, env: ENV })).toMatchObject({
        exit: 2,
        stdout: '',
        stderr: expect.stringContaining(`${name}: too large to be what it should be`),
      });
      expect(existsSync(join(cwd, 'journal.jsonl'))).toBe(false);
    },
  );

  test('as journal.jsonl or .env are an error too', async () => {
    const cwd = aFolder();
    zeros(join(cwd, 'journal.jsonl'), 200);
    const journal = await run(['status'], { cwd, env: ENV });
    expect(journal).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('journal.jsonl:1: a line of more than 4 MB'),
    });
    const other = aFolder();
    zeros(join(other, '.env'), 200);
    const env = await run(['sync'], { cwd: other, env: ENV });
    expect(env).toMatchObject({ exit: 2, stderr: expect.stringContaining('too large') });
  });
});

/** Root may read everything: then the program is run as somebody else. */
function asNobody(args: readonly string[], cwd: string) {
  const isRoot = process.getuid?.() === 0;
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], XDG_CONFIG_HOME: cwd, MIKRONET_LANG: 'en', ...ENV },
    encoding: 'utf8',
    ...(isRoot && { uid: 65_534, gid: 65_534 }),
  });
  return { exit: status, stderr };
}

function belongingToNobody(folder: string): string {
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) {
    if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
  }
  return folder;
}

describe('a file that one may not read', () => {
  test.each(['meeting.json', 'networks.csv', 'journal.jsonl'])('%s is named', (name) => {
    const cwd = aFolder();
    writeFileSync(join(cwd, name), '', { flag: 'a' });
    belongingToNobody(cwd);
    chmodSync(join(cwd, name), 0);
    const { exit, stderr } = asNobody(['status'], cwd);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${name}: no permission to read or write it`);
    expect(stderr).not.toMatch(/at .*\.js|EACCES/);
  });

  test.each([
    ['.env', 'invite --yes', '.env'],
    ['templates/invitation.da.md.hbs', 'invite --dry-run', 'templates/invitation.da.md.hbs'],
  ])('%s is no missing one', (name, line, shown) => {
    const cwd = aFolder();
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, name), '');
    belongingToNobody(cwd);
    chmodSync(join(cwd, name), 0);
    const { exit, stderr } = asNobody(line.split(' '), cwd);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${shown}: no permission to read or write it`);
  });

  test('nothing is written in the place of one that may only be read', () => {
    const cwd = aFolder();
    const record = () => asNobody(['record', 'Havnelauget', 'yes'], cwd);
    belongingToNobody(cwd);
    expect(record().exit).toBe(0);
    for (const protectedFile of ['networks.csv', 'journal.jsonl']) {
      const before = ['networks.csv', 'journal.jsonl'].map((name) => readFileSync(join(cwd, name)));
      chmodSync(join(cwd, protectedFile), 0o400);
      for (const line of ['forget Havnelauget --yes', 'add Ny ny@ny.example']) {
        const { exit, stderr } = asNobody(line.split(' '), cwd);
        expect([line, exit]).toEqual([line, 2]);
        expect(stderr).toContain(`${protectedFile}: no permission to read or write it`);
      }
      chmodSync(join(cwd, protectedFile), 0o600);
      expect(
        ['networks.csv', 'journal.jsonl'].map((name) => readFileSync(join(cwd, name))),
      ).toEqual(before);
      expect(readdirSync(cwd).toSorted()).toEqual([
        'journal.jsonl',
        'meeting.json',
        'networks.csv',
      ]);
    }
  });

  test('a folder that one may not write into is said before anything is sent', () => {
    const cwd = belongingToNobody(aFolder());
    chmodSync(cwd, 0o500);
    const { exit, stderr } = asNobody(['invite', '--yes'], cwd);
    expect(exit).toBe(2);
    expect(stderr).toContain('no permission to read or write it');
    chmodSync(cwd, 0o700);
    expect(readdirSync(cwd).toSorted()).toEqual(['meeting.json', 'networks.csv']);
  });
});

describe('a pipe or a folder in the place of a file', () => {
  test.each([
    ['meeting.json', 'status'],
    ['networks.csv', 'status'],
    ['journal.jsonl', 'status'],
    ['templates/invitation.da.md.hbs', 'invite --dry-run'],
    ['.env', 'sync'],
  ])('as %s is named at once by `%s`', async (name, line) => {
    for (const [make, message] of [
      ['mkfifo', 'this is a pipe or a device, not a file'],
      ['mkdir', 'this is a folder, not a file'],
    ] as const) {
      const cwd = aFolder();
      mkdirSync(join(cwd, 'templates'));
      rmSync(join(cwd, name), { force: true });
      execFileSync(make, [join(cwd, name)]);
      const { exit, stderr } = await run(line.split(' '), { cwd, env: ENV });
      expect([exit, stderr]).toEqual([2, expect.stringContaining(`${name}: ${message}`)]);
    }
  });

  test('.env may be a pipe into which a password manager writes', async () => {
    const cwd = aFolder();
    execFileSync('mkfifo', [join(cwd, '.env')]);
    const writing = writeFile(join(cwd, '.env'), 'MIKRONET_IMAP_URL=imap://127.0.0.1:9\n');
    const { exit, stderr } = await run(['sync'], { cwd, env: ENV });
    await writing;
    expect([exit, stderr]).toEqual([2, expect.stringContaining('MIKRONET_IMAP_URL')]);
  });
});
