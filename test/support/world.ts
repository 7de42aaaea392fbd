/** A whole world in memory, in one call: what a command reads and writes is there to be looked at. */
import { posix } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import {
  FileError,
  type Clock,
  type Files,
  type Journal,
  type Journals,
  type World,
} from '../../src/world.ts';
import { terminal, type RecordedTerminal } from './terminal.ts';

export interface FakeWorld extends World {
  readonly terminal: RecordedTerminal;
  /** Absolute path -> bytes. */
  readonly disk: Map<string, Uint8Array>;
  /** The facts of a folder's journal. */
  facts(folder: string): readonly Fact[];
}

export interface WorldOptions {
  /** Absolute path -> content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folder -> facts. */
  readonly journals?: Readonly<Record<string, readonly Fact[]>>;
  /** ISO instant; the clock stands still there. */
  readonly now?: string;
  /** Instead: one that a test moves. */
  readonly clock?: Clock;
  readonly cwd?: string;
  readonly timeZone?: string;
  readonly env?: World['env'];
  readonly terminal?: Parameters<typeof terminal>[0];
  readonly over?: Omit<Partial<World>, 'terminal'>;
}

const encoder = new TextEncoder();

/** A world without a DNS. */
const noDns: World['dns'] = {
  mx: () => Promise.resolve(undefined),
  txt: () => Promise.resolve(undefined),
  hasAddress: () => Promise.resolve(undefined),
};

export function fakeWorld(options: WorldOptions = {}): FakeWorld {
  const disk = new Map(
    Object.entries(options.files ?? {}).map(([path, content]) => [
      path,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
  const lines = new Map(
    Object.entries(options.journals ?? {}).map(([folder, facts]) => [folder, [...facts]]),
  );
  const cwd = options.cwd ?? '/meeting';
  const start = Date.parse(options.now ?? '2012-05-02T07:00:00Z');
  const clock = options.clock ?? { now: () => start, sleep: () => Promise.resolve(), turn };
  return {
    clock,
    terminal: terminal(options.terminal),
    files: memoryFiles(disk, cwd),
    journals: {
      ...memoryJournals(lines, clock),
      readCopy: async (path) => {
        if (!disk.has(posix.resolve(cwd, path))) throw new FileError('is-directory', path);
        const text = new TextDecoder().decode(disk.get(posix.resolve(cwd, path)));
        return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Fact]));
      },
    },
    env: options.env ?? {},
    cwd,
    timeZone: () => options.timeZone ?? 'UTC',
    random: (bytes) => new Uint8Array(bytes).fill(7),
    interruption: new AbortController().signal,
    openTransport: () => Promise.reject(new Error('no mail server in this world')),
    tryTransport: () => Promise.resolve({ stop: 'unreachable', response: 'no such host' }),
    dns: noDns,
    openMailbox: () => Promise.reject(new Error('no mailbox in this world')),
    openMailServer: () => Promise.reject(new Error('no mail server in this world')),
    runSelf: () => Promise.reject(new Error('no other processes in this world')),
    openFile: () => Promise.resolve(false),
    ...options.over,
    disk,
    facts: (folder) => lines.get(folder) ?? [],
  };
}

function memoryFiles(disk: Map<string, Uint8Array>, cwd: string): Files {
  const path = (...parts: readonly string[]) => posix.resolve(cwd, ...parts);
  const isFolder = (folder: string) =>
    [...disk.keys()].some((each) => each.startsWith(folder === '/' ? '/' : `${folder}/`));
  let temporary = 0;
  return {
    shipped: '/shipped',
    path,
    async read(name, limit = 64 * 1024 * 1024) {
      const at = path(name);
      const bytes = disk.get(at);
      if (!bytes) throw new FileError(isFolder(at) ? 'is-directory' : 'not-found', at);
      if (bytes.length > limit) throw new FileError('too-large', at);
      return bytes;
    },
    async stat(name) {
      const at = path(name);
      const bytes = disk.get(at);
      if (bytes) return { kind: 'file', size: bytes.length };
      return isFolder(at) ? { kind: 'folder', size: 0 } : undefined;
    },
    isLink: () => Promise.resolve(false),
    async list(name, kind) {
      const prefix = `${path(name)}/`;
      const inside = [...disk.keys()].filter((each) => each.startsWith(prefix));
      const names = new Set(inside.map((each) => each.slice(prefix.length).split('/')[0]!));
      return [...names].filter((each) => kind === undefined || disk.has(prefix + each)).toSorted();
    },
    async write(name, content, { ifAbsent = false } = {}) {
      const at = path(name);
      if (ifAbsent && disk.has(at)) throw new FileError('exists', at);
      disk.set(at, typeof content === 'string' ? encoder.encode(content) : content);
    },
    async makeFolder() {},
    async remove(name) {
      disk.delete(path(name));
    },
    async temporaryFolder(prefix) {
      temporary += 1;
      return `/tmp/${prefix}${temporary}`;
    },
  };
}

function memoryJournals(lines: Map<string, Fact[]>, ownClock: Clock): Pick<Journals, 'at'> {
  return {
    at(folder, clock = ownClock): Journal {
      const facts = () => lines.get(folder) ?? [];
      let count = facts().length;
      return {
        path: `${folder}/journal.jsonl`,
        read: (take) => {
          if (take) for (const fact of facts()) take(fact);
          return Promise.resolve({ conflictedCopies: [] });
        },
        open() {
          const append = (...drafts: readonly FactDraft[]) => {
            const written = drafts.map((draft): Fact => {
              count += 1;
              const at = new Date(clock.now()).toISOString();
              return { v: 1, id: `f${count}`, at, ...draft } as Fact;
            });
            lines.set(folder, [...facts(), ...written]);
            return Promise.resolve(written);
          };
          return Promise.resolve({
            facts: [...facts()],
            run: 'run-1',
            append,
            appendSoon: append,
            close: () => Promise.resolve(),
          });
        },
        rewrite: (change) => {
          lines.set(folder, [...change(facts())]);
          return Promise.resolve();
        },
      };
    },
  };
}
