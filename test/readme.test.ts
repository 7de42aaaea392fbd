/** What the README says is true: its walk, its commands and flags, its tables, its links. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { knownServers } from '../src/domain/mail-hosts.ts';
import { EXIT } from '../src/errors.ts';
import { MEETING_KEYS, readMeeting } from '../src/format/meeting-json.ts';
import reading from '../src/words/en/reading.ts';
import { temporaryFolder } from './support/journal.ts';
import { run } from './support/program.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** From its heading to the next of the same rank. */
function section(heading: string): string {
  const from = README.indexOf(`\n${heading}\n`);
  if (from === -1) throw new Error(`the README has no ${heading}`);
  const rank = heading.slice(0, heading.indexOf(' ') + 1);
  const to = README.indexOf(`\n${rank}`, from + 1);
  return README.slice(from, to === -1 ? undefined : to);
}

/** The cells of a table's rows, without its heading. */
function rows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codes(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The first word of each code: `--only <network>` is `--only`. */
function firstWords(cell: string): readonly string[] {
  return codes(cell).map((code) => code.split(' ')[0] ?? '');
}

interface Typed {
  readonly line: string;
  readonly shown: string;
}

/** What is typed in a section's console blocks, and what the README shows for it. */
function typedIn(text: string): readonly Typed[] {
  const blocks = [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return { line: part.slice(0, end), shown: part.slice(end + 1).trimEnd() };
      }),
  );
}

/** `…` alone on a line stands for lines left out, within a line for the rest of a word or path. */
function asPattern(shown: string): RegExp {
  const lines = shown.split('\n').map((line) =>
    line === '…'
      ? '(?:.*\n)*?'
      : `${line
          .split('…')
          .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}\n`,
  );
  return new RegExp(`^${shown === '' ? '' : lines.join('')}$`);
}

/** Types the lines into one shell, one after the other; what each printed. */
async function inShell(lines: readonly string[]): Promise<readonly string[]> {
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const program = `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'bin/mikronet.js')}' "$@"\n`;
  await writeFile(join(bin, 'mikronet'), program);
  await chmod(join(bin, 'mikronet'), 0o755);
  const script = lines.map((line) => `{ ${line}\n} 2>&1\necho '<end>'\n`).join('');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    cwd: folder,
    env: {
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      HOME: folder,
      COLUMNS: '80',
      MIKRONET_LANG: 'en',
    },
  });
  return stdout.split('<end>\n').slice(0, -1);
}

test('the walk shows what really happens', async () => {
  const walk = typedIn(section('## A walk'));
  expect(walk.length).toBeGreaterThan(8);
  const printed = await inShell(walk.map(({ line }) => line));
  walk.forEach(({ line, shown }, at) => {
    const really = printed[at]?.replace(/^\(rehearsal: .*\n/, '');
    expect(really, `$ ${line}`).toMatch(asPattern(shown));
  });
}, 120_000);

/** Names of flags that a help screen lists, of one of its groups. */
function flagsOf(help: string, group: string): readonly string[] {
  const part = help.split(`${group}:\n`)[1]?.split('\n\n')[0] ?? '';
  const flags = [...part.matchAll(/^  (?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag);
  return flags.filter((flag) => flag !== '--help').toSorted();
}

describe('every command and flag is in the README as in --help', async () => {
  const overview = (await run(['--help'], { cwd: ROOT })).stdout;
  const commands = [...overview.matchAll(/^  ([a-z-]+)  /gm)].map(([, name = '']) => name);
  const text = section('## Commands');
  const [, everywhere = ''] = /In every command: ([^.]*)\./.exec(text) ?? [];
  const documented = new Map(
    rows(text.slice(0, text.indexOf('\nIn every command:'))).map(([name = '', , flags = '']) => [
      firstWords(name)[0],
      firstWords(flags).toSorted(),
    ]),
  );

  test('the commands', () => {
    expect([...documented.keys()].toSorted()).toEqual(commands.toSorted());
  });

  test.each(commands)('%s', async (name) => {
    const { stdout } = await run([name, '--help'], { cwd: ROOT });
    expect(documented.get(name)).toEqual(flagsOf(stdout, 'Options'));
    expect(
      firstWords(everywhere)
        .filter((flag) => flag.startsWith('--'))
        .toSorted(),
    ).toEqual(flagsOf(stdout, 'In every command'));
  });
});

test('the mails are understood as well as it says', async () => {
  const [, table = ''] = /```text\n([\s\S]*?)```/.exec(section('## Understanding')) ?? [];
  expect(table).not.toBe('');
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'test/eval.mjs')]);
  expect(stdout).toContain(table);
});

test('its meeting.json is one, with every key there can be', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(section('### meeting.json')) ?? [];
  expect(readMeeting(new TextEncoder().encode(json), reading).problems).toEqual([]);
  expect(Object.keys(JSON.parse(json) as object)).toEqual(MEETING_KEYS);
});

test('the exit codes are those of the program', () => {
  const listed = rows(section('### Exit codes')).map(([code]) => Number(code));
  expect(listed.toSorted()).toEqual(Object.values(EXIT).toSorted());
});

test('the servers of the providers are those that init proposes', () => {
  const hosts: Readonly<Record<string, string>> = {
    Gmail: 'google.com',
    'Microsoft 365': 'mail.protection.outlook.com',
    DanDomain: 'dandomain.dk',
    Gigahost: 'gigahost.dk',
    YouSee: 'mail.dk',
    iCloud: 'mail.icloud.com',
    Fastmail: 'messagingengine.com',
    GMX: 'gmx.net',
  };
  for (const [provider = '', smtp = '', imap = ''] of rows(section('## Your own mailbox'))) {
    const known = knownServers('info@example.org', [`mx.${hosts[provider] ?? provider}`]);
    expect({ provider, smtp: codes(smtp)[0], imap: codes(imap)[0] }).toEqual({
      provider: known?.provider,
      smtp: known?.smtp,
      imap: known?.imap,
    });
  }
});

test('what it links to is there', () => {
  const links = [...README.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, to = '']) => to);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});
