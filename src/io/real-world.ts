/** The real world, behind the windows of world.ts. What is heavy loads when it is first used. */
import { fileURLToPath } from 'node:url';
import { JOURNAL_FILE, type Journal, type World } from '../world.ts';
import { screenLanguage } from '../words/words.ts';
import { realClock } from './clock.ts';
import { realFiles } from './files.ts';
import { interruption } from './interruption.ts';
import type { JournalSetting } from './journal-file.ts';
import { realTerminal } from './terminal.ts';

/** Of the package: from src/io and from dist/io it is as far. */
const SHIPPED = fileURLToPath(new URL('../../', import.meta.url));

/** Of this process; made once, by bin/mikronet.js. */
export function realWorld(): World {
  const env = environment(process.env, process.platform);
  const cwd = process.cwd();
  const stop = interruption();
  const clock = realClock(env['MIKRONET_NOW']);
  const files = realFiles(cwd, SHIPPED, stop.signal);
  const language = screenLanguage(env);
  return {
    clock,
    files,
    terminal: realTerminal(env, language, stop),
    journals: {
      at: (folder, ownClock = clock) =>
        lazyJournal(files.path(folder, JOURNAL_FILE), { clock: ownClock, language, random }),
      readCopy: async (path) =>
        (await import('./journal-reading.ts')).readFacts(files.path(path), language),
    },
    env,
    cwd,
    timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    random,
    interruption: stop.signal,
    openTransport: async (settings) =>
      (await import('./smtp-transport.ts')).openSmtpTransport(settings),
    tryTransport: async (settings) =>
      (await import('./smtp-transport.ts')).trySmtpLogin(settings, stop.signal),
    openMailbox: async (settings) =>
      (await import('./imap-mailbox.ts')).openImapMailbox(settings, stop.signal),
    dns: {
      mx: async (domain) => (await import('./dns.ts')).mailHosts(domain, stop.signal),
      txt: async (name) => (await import('./dns.ts')).texts(name, stop.signal),
      hasAddress: async (host) => (await import('./dns.ts')).hasAddress(host, stop.signal),
    },
    openMailServer: async () => (await import('./mail-server.ts')).openMailServer(),
    runSelf: async (args, options) =>
      (await import('./run-self.ts')).runSelf(
        files.path(SHIPPED, 'bin/mikronet.js'),
        args,
        options,
        stop.signal,
      ),
    openFile: async (path) => (await import('./open-file.ts')).openFile(path, process.platform),
  };
}

/** Windows says nothing of its language in the environment; there the system's own is taken. */
export function environment(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  locale = () => new Intl.DateTimeFormat().resolvedOptions().locale,
): NodeJS.ProcessEnv {
  return platform !== 'win32' || env['LC_ALL'] || env['LANG'] ? env : { ...env, LANG: locale() };
}

function random(bytes: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(bytes));
}

/** The journal of a folder; its file is read and written by what loads only then. */
function lazyJournal(path: string, setting: JournalSetting): Journal {
  const loaded = async () => (await import('./journal-file.ts')).journalFile(path, setting);
  return {
    path,
    read: async (take) =>
      (await import('./journal-reading.ts')).readAsItStands(path, setting.language, take),
    open: async () => (await loaded()).open(),
    rewrite: async (change) => (await loaded()).rewrite(change),
  };
}
