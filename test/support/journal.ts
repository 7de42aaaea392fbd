/** Real journals in temporary folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { journalFile } from '../../src/io/journal-file.ts';
import type { Clock, Journal } from '../../src/world.ts';

/** A new empty folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mikronet-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const fixedClock: Clock = {
  now: () => Date.parse('2012-05-02T07:00:00Z'),
  sleep: () => Promise.resolve(),
  turn,
};

export function journalIn(
  folder: string,
  clock: Clock = fixedClock,
  language: 'en' | 'da' = 'en',
): Journal {
  return journalFile(join(folder, 'journal.jsonl'), {
    clock,
    language,
    random: (bytes) => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
  });
}
