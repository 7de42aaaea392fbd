import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFile } from '../../src/io/open-file.ts';

const { PATH } = process.env;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mikronet-open-'));
  process.env['PATH'] = folder;
});

afterEach(() => {
  process.env['PATH'] = PATH;
  rmSync(folder, { recursive: true });
});

test.each([
  ['linux', 'xdg-open'],
  ['darwin', 'open'],
  ['win32', 'explorer'],
] as const)(
  'On %s a file is handed to %s, whole, whatever is in its name',
  async (platform, name) => {
    const opener = join(folder, name);
    writeFileSync(
      opener,
      `#!/bin/sh\necho "$#:$1" > "${folder}/half" && /bin/mv "${folder}/half" "${folder}/seen"\n`,
    );
    chmodSync(opener, 0o755);
    expect(await openFile('/a b/$(x) & "y".html', platform)).toBe(true);
    await expect.poll(() => existsSync(join(folder, 'seen')), { timeout: 10_000 }).toBe(true);
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe('1:/a b/$(x) & "y".html\n');
  },
);

test('Where there is no such programme it says so', async () => {
  expect(await openFile('/index.html', 'linux')).toBe(false);
});
