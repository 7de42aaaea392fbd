/** Files that are something else altogether, met by the real program. */
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
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
