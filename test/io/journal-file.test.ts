import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FactDraft } from '../../src/domain/facts.ts';
import { MikronetError } from '../../src/errors.ts';
import { readFacts } from '../../src/work/read-journal.ts';
import { journalIn, temporaryFolder } from '../support/journal.ts';

const begun: FactDraft = { type: 'journal-begun', meeting: 'traef-2012', key: 'k' };
const dismissed = (settles: string): FactDraft => ({ type: 'mail-dismissed', settles });

async function written(...drafts: readonly FactDraft[]): Promise<string> {
  const folder = temporaryFolder();
  const writer = await journalIn(folder).open();
  await writer.append(...drafts);
  await writer.close();
  return folder;
}

const file = (folder: string) => join(folder, 'journal.jsonl');

async function troubleOf(promise: Promise<unknown>): Promise<MikronetError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MikronetError);
  return error as MikronetError;
}

describe('a journal', () => {
  test('that does not exist is empty', async () => {
    const journal = journalIn(temporaryFolder());
    expect(await journal.read()).toEqual({ conflictedCopies: [] });
    expect(await readFacts(journal)).toEqual([]);
  });

  test('behind a link that leads nowhere is not taken for an empty one', async () => {
    const folder = temporaryFolder();
    symlinkSync('/mnt/usb/journal.jsonl', file(folder));
    const { exit, problems } = await troubleOf(journalIn(folder).read());
    expect([exit, problems]).toEqual([
      2,
      [
        {
          file: 'journal.jsonl',
          message: 'this is a link, and where it leads there is nothing',
          hint: expect.stringContaining('nobody knows who was invited'),
        },
      ],
    ]);
    await troubleOf(journalIn(folder).open());
  });

  test('that is a pipe is refused at once', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [file(folder)]);
    await expect(journalIn(folder).read()).rejects.toMatchObject({ trouble: 'no-file' });
  });

  test('gives back what was appended, with a time and ids of their own', async () => {
    const folder = await written(begun, dismissed('a'), dismissed('b'));
    const facts = await readFacts(journalIn(folder));
    expect(facts).toMatchObject([begun, dismissed('a'), dismissed('b')]);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(3);
    expect(facts[0]!.at).toBe('2012-05-02T07:00:00.000Z');
  });

  test('is for its owner alone', async () => {
    const folder = await written(begun);
    expect(statSync(file(folder)).mode & 0o777).toBe(0o600);
  });

  test('writes in order what is appended at once, and everything has its line', async () => {
    const folder = temporaryFolder();
    const writer = await journalIn(folder).open();
    const names = Array.from({ length: 50 }, (_, index) => `m${index}`);
    await Promise.all(names.map((name) => writer.append(dismissed(name))));
    await writer.close();
    const facts = await readFacts(journalIn(folder));
    expect(facts.map((fact) => 'settles' in fact && fact.settles)).toEqual(names);
  });

  test('writes in order, too, what nobody waits for, at once or with the next that somebody does', async () => {
    const folder = temporaryFolder();
    const writer = await journalIn(folder).open();
    const soon = writer.appendSoon(dismissed('a'));
    expect(readFileSync(file(folder), 'utf8')).toBe('');
    await soon;
    expect(readFileSync(file(folder), 'utf8')).toContain('"a"');
    const both = [writer.appendSoon(dismissed('b')), writer.append(dismissed('c'))];
    void writer.appendSoon(dismissed('d'));
    await Promise.all(both);
    await writer.close();
    const facts = await readFacts(journalIn(folder));
    expect(facts.map((fact) => 'settles' in fact && fact.settles)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is read in chunks: a character or a line may lie across two', async () => {
    const long = 'å'.repeat(100_000);
    const folder = await written(...Array.from({ length: 12 }, () => dismissed(long)));
    const facts = await readFacts(journalIn(folder));
    expect(facts.every((fact) => 'settles' in fact && fact.settles === long)).toBe(true);
    expect(facts).toHaveLength(12);
  });

  test('may have a BOM and CRLF, as an editor on Windows leaves it', async () => {
    const folder = await written(begun, dismissed('a'));
    const text = readFileSync(file(folder), 'utf8');
    writeFileSync(file(folder), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(await readFacts(journalIn(folder))).toHaveLength(2);
  });

  test.each([
    ['', '"" is not a line that mikronet wrote'],
    ['hello', '"hello" is not a line that mikronet wrote'],
    ['null', '"null" is not a line that mikronet wrote'],
    ['{"v":1,"id":"x","at":"2012-05-02T07:00:00Z","type":"dreamt"}', 'newer mikronet ("dreamt")'],
    ['{"v":2,"id":"x","at":"2012-05-02T07:00:00Z","type":"erased"}', 'newer mikronet (version 2'],
    ['{"v":1,"id":"x","at":"later","type":"mail-dismissed","settles":"x"}', '"at" is missing'],
    [
      '{"v":1,"id":"x","at":"2012-05-02T07:00:00Z","type":"mail-dismissed"}',
      '"settles" is missing',
    ],
  ])('refuses the foreign line %j with its number', async (line, message) => {
    const folder = await written(begun, dismissed('a'));
    const lines = readFileSync(file(folder), 'utf8').split('\n');
    writeFileSync(file(folder), [lines[0], line, lines[1], ''].join('\n'));
    const { exit, problems } = await troubleOf(journalIn(folder).read());
    expect(exit).toBe(2);
    expect(problems[0]).toMatchObject({ file: 'journal.jsonl', line: 2 });
    expect(problems[0]!.message).toContain(message);
    expect(await troubleOf(journalIn(folder).open())).toMatchObject({ exit: 2 });
  });

  test('cut at any byte of its last line counts without that line, and goes on after it', async () => {
    const folder = await written(begun, dismissed('first'), dismissed('læst'));
    const whole = readFileSync(file(folder));
    const start = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let cut = start; cut <= whole.length; cut += 1) {
      writeFileSync(file(folder), whole.subarray(0, cut));
      const reading = await journalIn(folder).read();
      const complete = cut === whole.length;
      expect(await readFacts(journalIn(folder))).toHaveLength(complete ? 3 : 2);
      expect(reading.torn).toEqual(
        complete || cut === start ? undefined : { line: 3, bytes: cut - start },
      );
      const writer = await journalIn(folder).open();
      await writer.append(dismissed('next'));
      await writer.close();
      const after = await readFacts(journalIn(folder));
      expect(after.at(-1)).toMatchObject(dismissed('next'));
      expect(after).toHaveLength(complete ? 4 : 3);
    }
    const aside = readFileSync(`${file(folder)}.torn`, 'utf8');
    expect(aside.split('\n')).toHaveLength(whole.length - start);
  });

  test('whose first line was cut off is begun again', async () => {
    const folder = await written(begun);
    const [line = ''] = readFileSync(file(folder), 'utf8').split('\n');
    for (const cut of [1, 10, 30, line.length]) {
      writeFileSync(file(folder), line.slice(0, cut));
      expect((await journalIn(folder).read()).torn).toEqual({ line: 1, bytes: cut });
    }
  });

  test.each([
    ['zeros, after a power cut', () => '\0'.repeat(4096)],
    ['a page of a sync service', () => '<html>Sign in</html>'],
    ['lines that end as on an old Mac', (text: string) => text.replaceAll('\n', '\r')],
    ['a line with zeros in it', (text: string) => `${text.slice(0, 40)}\0\0\0`],
  ])('is not begun anew, for everybody to be invited again, where it holds %s', async (...row) => {
    const [, ruin] = row;
    const folder = await written(begun, dismissed('a'));
    writeFileSync(file(folder), ruin(readFileSync(file(folder), 'utf8')));
    expect(await troubleOf(journalIn(folder).read())).toMatchObject({ exit: 2 });
    expect(await troubleOf(journalIn(folder).open())).toMatchObject({ exit: 2 });
  });

  test.each([
    'journal-BENTES-PC.jsonl',
    "journal (Bente's conflicted copy 2012-05-02).jsonl",
    'journal 2.jsonl',
    'journal.sync-conflict-20120502-101010-ABCDEFG.jsonl',
  ])('names the copy %s that a sync service left', async (name) => {
    const folder = await written(begun);
    writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, 'journal.jsonl.torn'), '');
    expect((await journalIn(folder).read()).conflictedCopies).toEqual([name]);
  });

  test('is written anew whole', async () => {
    const folder = await written(begun, dismissed('a'), dismissed('b'));
    await journalIn(folder).rewrite((facts) => facts.slice(0, 2));
    expect(await readFacts(journalIn(folder))).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });
});

describe('two at once', () => {
  test('the second is told who writes, and may write afterwards', async () => {
    const folder = temporaryFolder();
    const first = await journalIn(folder).open();
    const { exit, problems } = await troubleOf(journalIn(folder).open());
    expect(exit).toBe(75);
    expect(problems[0]!.message).toMatch(
      /is writing the journal right now \(since \d{4}-\d\d-\d\d \d\d:\d\d UTC\)$/,
    );
    expect((await journalIn(folder).read()).holder).toMatchObject({ pid: process.pid });
    await first.close();
    const second = await journalIn(folder).open();
    await second.append(begun);
    await second.close();
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });

  test('a lock whose process is gone is taken over by exactly one of many', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(
        `${file(folder)}.lock`,
        JSON.stringify({ ...(await ourLock(folder)), pid: 2 ** 22 + 1, run: `dead${round}` }),
      );
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, () => journalIn(folder).open()),
      );
      const open = tries.filter((each) => each.status === 'fulfilled');
      expect(open).toHaveLength(1);
      await open[0]!.value.append(dismissed(`${round}`));
      await open[0]!.value.close();
      expect(readdirSync(folder)).toEqual(['journal.jsonl']);
    }
    expect(await readFacts(journalIn(folder))).toHaveLength(20);
  });

  test('a lock of another computer is never taken over', async () => {
    const folder = temporaryFolder();
    const lock = { ...(await ourLock(folder)), host: 'bentes-pc', user: 'bente', pid: 1, run: 'x' };
    writeFileSync(`${file(folder)}.lock`, JSON.stringify(lock));
    const { problems } = await troubleOf(journalIn(folder).open());
    expect(problems[0]!.message).toContain('bente on bentes-pc');
  });

  test("a lock that names itself as its successor is somebody's", async () => {
    const folder = await written(begun);
    const lock = { ...(await ourLock(folder)), pid: 2 ** 22 + 1, run: 'x' };
    writeFileSync(`${file(folder)}.lock`, JSON.stringify(lock));
    writeFileSync(`${file(folder)}.lock.x`, JSON.stringify(lock));
    expect((await troubleOf(journalIn(folder).open())).exit).toBe(75);
    expect((await journalIn(folder).read()).holder).toMatchObject({ host: '?' });
  });

  test('who lost the lock during a long sleep writes nothing more', async () => {
    const folder = temporaryFolder();
    const sleeper = await journalIn(folder).open();
    renameSync(`${file(folder)}.lock`, `${file(folder)}.lost`);
    const other = await journalIn(folder).open();
    await other.append(dismissed('other'));
    expect(await troubleOf(sleeper.append(dismissed('sleeper')))).toMatchObject({ exit: 75 });
    await sleeper.close();
    await other.append(dismissed('again'));
    await other.close();
    expect(await readFacts(journalIn(folder))).toHaveLength(2);
  });

  test('who finds another text in the lock writes nothing more, be it as long as the own', async () => {
    const folder = temporaryFolder();
    const writer = await journalIn(folder).open();
    await writer.append(dismissed('a'));
    const lock = `${file(folder)}.lock`;
    const ours = readFileSync(lock, 'utf8');
    utimesSync(lock, new Date(0), new Date(0));
    await writer.append(dismissed('b'));
    writeFileSync(lock, ours.replace(/"run":"./, '"run":"-'));
    expect(await troubleOf(writer.append(dismissed('c')))).toMatchObject({ exit: 75 });
    await writer.close();
    expect(await readFacts(journalIn(folder))).toHaveLength(2);
  });

  test('nothing is written into a file that a sync service has replaced or changed', async () => {
    const folder = await written(begun);
    const writer = await journalIn(folder).open();
    renameSync(file(folder), join(folder, 'old'));
    writeFileSync(file(folder), '');
    expect(await troubleOf(writer.append(dismissed('a')))).toMatchObject({ exit: 75 });
    await writer.close();

    const another = await journalIn(folder).open();
    await another.append(begun);
    appendFileSync(file(folder), readFileSync(join(folder, 'old')));
    expect(await troubleOf(another.append(dismissed('a')))).toMatchObject({ exit: 75 });
    await another.close();
  });
});

async function ourLock(folder: string): Promise<object> {
  const writer = await journalIn(folder).open();
  const lock = JSON.parse(readFileSync(`${file(folder)}.lock`, 'utf8')) as object;
  await writer.close();
  return lock;
}
