/** A world with a real folder and a real journal in it; all else is in memory. */
import { fileURLToPath } from 'node:url';
import { screenLanguage } from '../../src/words/words.ts';
import { realFiles } from '../../src/io/files.ts';
import { fakeWorld, type FakeWorld, type WorldOptions } from './world.ts';
import { journalIn } from './journal.ts';

const SHIPPED = fileURLToPath(new URL('../../', import.meta.url));

export function folderWorld(folder: string, options: WorldOptions = {}): FakeWorld {
  return fakeWorld({
    ...options,
    cwd: folder,
    over: {
      files: realFiles(folder, SHIPPED),
      journals: {
        at: (at, clock) => journalIn(at, clock, screenLanguage(options.env ?? {})),
        readCopy: () => Promise.reject(new Error('no other copies in this world')),
      },
      random: (bytes) => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
      ...options.over,
    },
  });
}
