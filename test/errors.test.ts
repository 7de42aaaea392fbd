/**
 * The exact words of the errors, in both languages, each with files that provoke it
 * (test/errors/*.error). Such a file holds a title, the command lines, the files of the meeting's
 * folder that differ from a good one, and what is said. `npx vitest run test/errors.test.ts -u` writes
 * what is said now: read it before it is committed.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWorld } from './support/folder-world.ts';
import { temporaryFolder } from './support/journal.ts';
import { MEETING, NETWORKS, type } from './support/meeting.ts';

const ERRORS = fileURLToPath(new URL('errors/', import.meta.url));
const LANGUAGES = ['en', 'da'] as const;

interface Case {
  /** Without `mikronet`, as typed. */
  readonly line: string;
  /** `networks.csv` -> its bytes; undefined: it is not there; a name with / at the end is a folder. */
  readonly files: ReadonlyMap<string, Buffer | undefined>;
  readonly env: Readonly<Record<string, string>>;
}

/** Sections begin with `=== `; `\xNN` in a file is a byte. */
function parse(text: string): Case {
  const [head = '', ...sections] = text.split(/^=== /m);
  const lines = head.split('\n');
  const typed = lines.find((each) => each.startsWith('$ '))!.slice(2);
  const [, settings = '', line = ''] = /^((?:[A-Z_]+=\S+ )*)mikronet ?(.*)$/.exec(typed)!;
  const files = new Map<string, Buffer | undefined>();
  for (const section of sections) {
    const [, name = '', content = ''] = /^(.*)\n([\s\S]*)$/.exec(section)!;
    if (name === 'en' || name === 'da') continue;
    if (name.startsWith('no ')) files.set(name.slice(3), undefined);
    else files.set(name, bytesOf(content));
  }
  return {
    line,
    files,
    env: Object.fromEntries(
      settings
        .trim()
        .split(' ')
        .filter(Boolean)
        .map((each) => each.split('=')),
    ),
  };
}

function bytesOf(content: string): Buffer {
  const bytes = content.replace(/\n$/, '').split(/(\\x[0-9a-f]{2})/i);
  return Buffer.concat(
    bytes.map((part) =>
      /^\\x[0-9a-f]{2}$/i.test(part)
        ? Buffer.from([Number.parseInt(part.slice(2), 16)])
        : Buffer.from(part),
    ),
  );
}

function folderFor({ files }: Case): string {
  const folder = temporaryFolder();
  const all = new Map<string, Buffer | undefined>([
    ['meeting.json', Buffer.from(JSON.stringify(MEETING, null, 2))],
    ['networks.csv', Buffer.from(NETWORKS)],
    ...files,
  ]);
  for (const [name, bytes] of all) {
    if (bytes === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (name.endsWith('/')) mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  }
  return folder;
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

/** Quotation marks keep words together. */
function argsOf(line: string): readonly string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((each) => each.replace(/^"(.*)"$/, '$1'));
}

async function run(given: Case, language: string) {
  const folder = folderFor(given);
  const world = folderWorld(folder, { env: { ...given.env, MIKRONET_LANG: language } });
  const { exit, stdout, stderr } = await type(world, ...argsOf(given.line));
  const said = `${stdout}${stderr}`.replaceAll(folder, '/meeting').trimEnd();
  return {
    exit,
    said,
    left: listing(folder),
  };
}

const names = readdirSync(ERRORS).toSorted();

test.each(names)('%s', async (name) => {
  const file = join(ERRORS, name);
  const text = readFileSync(file, 'utf8');
  const given = parse(text);
  const before = listing(folderFor(given));
  let [now = ''] = text.split(/^=== en\n/m);
  for (const language of LANGUAGES) {
    const { exit, said, left } = await run(given, language);
    now = `${now.replace(/^exit .*$/m, `exit ${exit}`)}=== ${language}\n${said}\n`;
    expect(left).toEqual(before);
  }
  await expect(now).toMatchFileSnapshot(file);
});

describe('where a file is wrong, invite', () => {
  test.each(names.filter((name) => /^(?:meeting(?!-elsewhere)|networks|template)-/.test(name)))(
    'sends and writes nothing: %s',
    async (name) => {
      const given = parse(readFileSync(join(ERRORS, name), 'utf8'));
      const folder = folderFor(given);
      const before = listing(folder);
      let sent = 0;
      let open = 0;
      const world = folderWorld(folder, {
        env: { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:9' },
        over: {
          openTransport: () => {
            open += 1;
            return Promise.resolve({
              connections: 1,
              send: () => {
                sent += 1;
                return Promise.reject(new Error('nothing was to be sent'));
              },
              close: async () => {
                open -= 1;
              },
            });
          },
        },
      });
      expect((await type(world, 'invite', '--yes')).exit).toBe(2);
      expect({ sent, open }).toEqual({ sent: 0, open: 0 });
      expect(listing(folder)).toEqual(before);
    },
  );
});
