/** The real world, behind the windows of world.ts. What is heavy loads when it is first used. */
import { fileURLToPath } from 'node:url';
import type { Journal, World } from '../world.ts';
import { realClock } from './clock.ts';
import { realFiles } from './files.ts';
import { interruption } from './interruption.ts';
import { realTerminal } from './terminal.ts';

/** Of the package: from src/io and from dist/io it is as far. */
const SHIPPED = fileURLToPath(new URL('../../', import.meta.url));

export function realWorld(): World {
  const { env } = process;
  const cwd = process.cwd();
  const stop = interruption();
  const clock = realClock(env['MIKRONET_NOW']);
  const files = realFiles(cwd, SHIPPED);
  return {
    clock,
    files,
    terminal: realTerminal(env, () => stop.abort()),
    journals: { at: (folder) => notYet(files.path(folder, 'journal.jsonl')) },
    env,
    cwd,
    random: (bytes) => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
    interruption: stop.signal,
    openTransport: () => Promise.reject(new Error('not built yet')),
    openMailbox: async (settings) => (await import('./imap-mailbox.ts')).openImapMailbox(settings),
    openMailServer: async () => (await import('./mail-server.ts')).openMailServer(),
    runSelf: async (args, options) =>
      (await import('./run-self.ts')).runSelf(
        files.path(SHIPPED, 'bin/mikronet.js'),
        args,
        options,
      ),
  };
}

function notYet(path: string): Journal {
  return { path, read: notBuilt, open: notBuilt, rewrite: notBuilt };
}

function notBuilt(): Promise<never> {
  return Promise.reject(new Error('not built yet'));
}
