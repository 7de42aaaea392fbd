import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../src/io/file-trouble.ts';
import { realFiles, replaceFile } from '../../src/io/files.ts';
import { environment } from '../../src/io/real-world.ts';
import { temporaryFolder } from '../support/journal.ts';

const failing = (code: string) => Object.assign(new Error(code), { code });

test('a folder lists everything, or plain files and links to them', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'b.eml'), 'b');
  mkdirSync(join(folder, 'cur'));
  symlinkSync(join(folder, 'b.eml'), join(folder, 'a.eml'));
  symlinkSync(join(folder, 'cur'), join(folder, 'c.eml'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'd.eml'));
  const files = realFiles(folder, folder);
  expect(await files.list('.')).toEqual(['a.eml', 'b.eml', 'c.eml', 'cur', 'd.eml']);
  expect(await files.list('.', 'file')).toEqual(['a.eml', 'b.eml']);
});

/** A new folder with one in it. */
function aPipe(): string {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  return folder;
}

describe('a pipe that is read', () => {
  test('gives what somebody writes into it, however large', async () => {
    const folder = aPipe();
    const text = 'MIKRONET_USER=kim\n'.repeat(20_000);
    const writing = writeFile(join(folder, 'pipe'), text);
    const bytes = await realFiles(folder, folder).read('pipe');
    await writing;
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });

  test('and holds more than it may is given up', async () => {
    const folder = aPipe();
    const writing = writeFile(join(folder, 'pipe'), 'x'.repeat(200_000)).catch(codeOf);
    await expect(realFiles(folder, folder).read('pipe', 1_000)).rejects.toMatchObject({
      trouble: 'too-large',
    });
    expect(await writing).toBe('EPIPE');
  });

  test('and into which nobody writes is no file', async () => {
    const folder = aPipe();
    await expect(realFiles(folder, folder).read('pipe')).rejects.toMatchObject({
      trouble: 'no-file',
    });
  });

  test('is left when the person stops', async () => {
    const folder = aPipe();
    const holding = openSync(join(folder, 'pipe'), 'r+');
    const stop = new AbortController();
    const reading = realFiles(folder, folder, stop.signal).read('pipe');
    stop.abort();
    await expect(reading).rejects.toMatchObject({ trouble: 'other' });
    closeSync(holding);
  });
});

describe('a file that is written', () => {
  test('is the owner’s alone when it is new, and keeps its mode when it is not', async () => {
    const folder = temporaryFolder();
    const files = realFiles(folder, folder);
    await files.write('new.txt', 'a');
    expect(statSync(join(folder, 'new.txt')).mode & 0o777).toBe(0o600);
    writeFileSync(join(folder, 'old.csv'), 'a', { mode: 0o644 });
    await files.write('old.csv', 'b');
    expect(statSync(join(folder, 'old.csv')).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder).toSorted()).toEqual(['new.txt', 'old.csv']);
  });

  test('never takes the place of one that is there already, where it must not', async () => {
    const folder = temporaryFolder();
    const files = realFiles(folder, folder);
    await files.write('a', 'first', { ifAbsent: true });
    await expect(files.write('a', 'second', { ifAbsent: true })).rejects.toMatchObject({
      trouble: 'exists',
    });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('first');
  });

  test('through a link is written where the link leads', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'shared'));
    writeFileSync(join(folder, 'shared/list.csv'), 'a');
    symlinkSync('shared/list.csv', join(folder, 'list.csv'));
    await realFiles(folder, folder).write('list.csv', 'b');
    expect(readFileSync(join(folder, 'shared/list.csv'), 'utf8')).toBe('b');
  });

  test('over a link takes its place, and leaves alone where it led', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync('real', join(folder, 'link'));
    symlinkSync('/dev/null', join(folder, 'device'));
    const files = realFiles(folder, folder);
    for (const name of ['link', 'device', 'real']) {
      await files.write(name, 'new', { overLinks: true });
      expect(lstatSync(join(folder, name)).isFile()).toBe(true);
      expect(readFileSync(join(folder, 'real'), 'utf8')).toBe(name === 'real' ? 'new' : 'old');
    }
  });

  test('goes through a pipe and leaves it standing, as /dev/stdout', async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');
    await realFiles(folder, folder).write('pipe', 'through');
    expect(await read).toBe('through');
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  test('into a pipe that nobody reads is refused', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(realFiles(folder, folder).write('pipe', 'a')).rejects.toMatchObject({
      trouble: 'no-file',
    });
  });

  test('into a folder that is missing says so', async () => {
    const folder = temporaryFolder();
    await expect(realFiles(folder, folder).write('lists/a.csv', 'a')).rejects.toMatchObject({
      trouble: 'no-folder',
    });
  });
});

describe('a folder that is made', () => {
  test('is made with those above it, and is no trouble where it is there', async () => {
    const folder = temporaryFolder();
    const files = realFiles(folder, folder);
    await files.makeFolder('a/b/c');
    await Promise.all([
      files.makeFolder('a/b/c'),
      files.makeFolder('a/x'),
      files.makeFolder('a/x'),
    ]);
    expect(readdirSync(join(folder, 'a')).toSorted()).toEqual(['b', 'x']);
  });

  test('is refused at once where there can be none', async () => {
    const folder = temporaryFolder();
    const files = realFiles(folder, folder);
    writeFileSync(join(folder, 'file'), 'a');
    await expect(files.makeFolder('file')).rejects.toMatchObject({ trouble: 'not-a-directory' });
    await expect(files.makeFolder('file/x')).rejects.toMatchObject({ trouble: 'not-a-directory' });
  });
});

// Nowhere else a folder is at hand that takes no others, from anybody.
test.runIf(process.platform === 'linux')('a folder that cannot be is told of at once', async () => {
  const files = realFiles('/', '/');
  await expect(files.makeFolder('/proc/x/y')).rejects.toMatchObject({ trouble: 'other' });
});

describe('on systems that are not at hand here', () => {
  test('a file that antivirus only glances at is replaced all the same', async () => {
    const codes = ['EPERM', 'EBUSY'];
    const moved: string[] = [];
    await replaceFile('from', 'to', [0, 0, 0], (from, to) => {
      const code = codes.shift();
      if (code) return Promise.reject(failing(code));
      moved.push(`${from} ${to}`);
      return Promise.resolve();
    });
    expect(moved).toEqual(['from to']);
  });

  test('one that stays open elsewhere is an error after a while, another trouble at once', async () => {
    let tries = 0;
    const refuse = (code: string) => () => {
      tries += 1;
      return Promise.reject(failing(code));
    };
    await expect(replaceFile('a', 'b', [0, 0], refuse('EBUSY'))).rejects.toThrow('EBUSY');
    expect(tries).toBe(3);
    await expect(replaceFile('a', 'b', [0, 0], refuse('ENOSPC'))).rejects.toThrow('ENOSPC');
    expect(tries).toBe(4);
  });

  test.each([
    ['win32', {}, 'da-DK'],
    ['win32', { LANG: 'en_GB' }, 'en_GB'],
    ['linux', {}, undefined],
    ['darwin', { LANG: 'da_DK.UTF-8' }, 'da_DK.UTF-8'],
  ] as const)('the language of the screens on %s with %j is %s', (platform, env, language) => {
    expect(environment(env, platform, () => 'da-DK')['LANG']).toBe(language);
  });
});
