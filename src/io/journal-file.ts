/**
 * journal.jsonl on the disk. What `append` has promised survives a crash, a kill and a loss of
 * power; what was cut off in the middle never counts.
 */
import { fdatasync, ftruncateSync, statSync, writeSync } from 'node:fs';
import { appendFile, open, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Fact, FactDraft } from '../domain/facts.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { formatFact } from '../format/journal-lines.ts';
import { words, type ScreenLanguage } from '../words/words.ts';
import type { Clock, Journal, JournalWriter } from '../world.ts';
import { asFileError } from './file-trouble.ts';
import { closing, flushFolder, writeWhole } from './files.ts';
import { lockOf, takeLock, type JournalLock } from './journal-lock.ts';
import { readAsItStands, readJournal } from './journal-reading.ts';

const flush = promisify(fdatasync);

/**
 * How long facts that nobody waits for wait for one that somebody does, to be written with it. In a
 * busy process the next is on its way; in an idle one so many turns of the loop are over at once.
 */
const TURNS = 8;

export interface JournalSetting {
  readonly clock: Clock;
  readonly language: ScreenLanguage;
  random(bytes: number): Uint8Array;
}

/** `path` is absolute. The file comes into being with the first append. */
export function journalFile(path: string, setting: JournalSetting): Journal {
  const lockFile = lockOf(path);

  /** Does `work` under the lock; gives the lock back if it fails. */
  const locked = async <T>(work: (lock: JournalLock, run: string) => Promise<T>): Promise<T> => {
    const run = newRun(setting);
    const lock = await takeLock(lockFile, run).catch((error: unknown) => {
      throw asFileError(error, lockFile);
    });
    if (!('release' in lock)) {
      const say = await words(setting.language, 'journal');
      throw new MikronetError(EXIT.unfinished, {
        file: basename(path),
        message: say.locked(lock.user, lock.host, lock.since),
        hint: say.lockedHint(basename(lockFile)),
      });
    }
    try {
      return await work(lock, run);
    } catch (error) {
      await lock.release();
      throw error;
    }
  };

  return {
    path,
    read: (take) => readAsItStands(path, setting.language, take),
    open: () =>
      locked(async (lock, run) => {
        const facts: Fact[] = [];
        const { counted, torn } = await readJournal(path, setting.language, (fact) =>
          facts.push(fact),
        );
        const handle = await openForAppending(path);
        try {
          if (torn) await cutOff(path, counted, torn.bytes);
          const { ino, dev } = await handle.stat();
          return new Appending({ path, handle, ino, dev, counted, lock, run, facts, setting });
        } catch (error) {
          await handle.close();
          throw asFileError(error, path);
        }
      }),
    rewrite: (change) =>
      locked(async (lock) => {
        const facts: Fact[] = [];
        const { torn } = await readJournal(path, setting.language, (fact) => facts.push(fact));
        if (torn) await keepAside(path, torn.bytes);
        const text = change(facts).map(formatFact).join('');
        await writeWhole(path, text, {}).catch((error: unknown) => {
          throw asFileError(error, path);
        });
        await lock.release();
      }),
  };
}

async function openForAppending(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path, 'a', 0o600);
    // Its name in the folder must outlive a loss of power as well.
    if ((await handle.stat()).size === 0) await flushFolder(dirname(path));
    return handle;
  } catch (error) {
    throw asFileError(error, path);
  }
}

/** Cuts a torn last line from the journal. Windows does not let a handle for appending cut. */
async function cutOff(path: string, counted: number, torn: Uint8Array): Promise<void> {
  await keepAside(path, torn);
  const handle = await open(path, 'r+');
  await closing(handle, async () => {
    await handle.truncate(counted);
    await handle.datasync();
  });
}

/** Where a person may look at it. */
function keepAside(path: string, torn: Uint8Array): Promise<void> {
  return appendFile(`${path}.torn`, Buffer.concat([torn, Buffer.from('\n')]), { mode: 0o600 });
}

interface Waiting {
  readonly text: string;
  /** Shall be on the disk before it resolves. */
  readonly promised: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

const isPromised = ({ promised }: Waiting) => promised;

interface Opened {
  readonly path: string;
  readonly handle: FileHandle;
  readonly ino: number;
  readonly dev: number;
  /** Bytes in the file. */
  readonly counted: number;
  readonly lock: JournalLock;
  readonly run: string;
  readonly facts: readonly Fact[];
  readonly setting: JournalSetting;
}

class Appending implements JournalWriter {
  readonly facts: readonly Fact[];
  readonly run: string;
  private readonly opened: Opened;
  /** Bytes in the file, as far as we know. */
  private size: number;
  /** Something is written that may not be on the disk yet. */
  private unflushed = false;
  private count = 0;
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;
  /** After a failed write nothing more is promised. */
  private broken: unknown;

  constructor(opened: Opened) {
    this.opened = opened;
    this.size = opened.counted;
    this.facts = opened.facts;
    this.run = opened.run;
  }

  append(...drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    return this.take(drafts, true);
  }

  appendSoon(...drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    return this.take(drafts, false);
  }

  async close(): Promise<void> {
    await this.writing;
    const { handle, lock } = this.opened;
    try {
      if (this.unflushed) await flush(handle.fd);
    } catch (error) {
      throw await this.explain(error);
    } finally {
      await handle.close();
      await lock.release();
    }
  }

  private async take(drafts: readonly FactDraft[], promised: boolean): Promise<readonly Fact[]> {
    if (drafts.length === 0) return [];
    const at = new Date(this.opened.setting.clock.now()).toISOString();
    const facts = drafts.map((draft): Fact => {
      this.count += 1;
      return { v: 1, id: `${this.run}.${this.count}`, at, ...draft } as Fact;
    });
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ text: facts.map(formatFact).join(''), promised, resolve, reject });
      this.writing ??= this.writeAll();
    });
    return facts;
  }

  /** Writes until nobody waits; who comes meanwhile shares the next flush. */
  private async writeAll(): Promise<void> {
    const { clock } = this.opened.setting;
    // What several servers said in the same moment is heard in one turn of the loop: it comes along.
    await clock.turn();
    for (let turns = 1; turns < TURNS && !this.waiting.some(isPromised); turns += 1) {
      await clock.turn();
    }
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        if (this.broken !== undefined) throw this.broken;
        await this.write(group.map(({ text }) => text).join(''), group.some(isPromised));
        for (const { resolve } of group) resolve();
      } catch (error) {
        this.broken = error;
        for (const { reject } of group) reject(error);
      }
    }
    this.writing = undefined;
  }

  private async write(text: string, promised: boolean): Promise<void> {
    const { fd } = this.opened.handle;
    if (!this.opened.lock.isOurs() || !this.isUntouched()) throw await this.lost();
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) {
        written += writeSync(fd, bytes, written);
      }
      if (promised) await flush(fd);
      this.size += bytes.length;
      this.unflushed = !promised;
    } catch (error) {
      // What was not promised shall not count. Where this fails too, the next run cuts it.
      try {
        ftruncateSync(fd, this.size);
      } catch {
        // The disk has had enough.
      }
      throw await this.explain(error);
    }
  }

  /** A sync service or an editor may put another file in its place, or write into it. */
  private isUntouched(): boolean {
    const { path, ino, dev } = this.opened;
    const there = statSync(path, { throwIfNoEntry: false });
    // Windows counts its disks differently for an open file and for a name.
    const sameDisk = process.platform === 'win32' || there?.dev === dev;
    return there?.size === this.size && there.ino === ino && sameDisk;
  }

  private async lost(): Promise<Error> {
    const { path, setting } = this.opened;
    const say = await words(setting.language, 'journal');
    return new MikronetError(EXIT.unfinished, {
      file: basename(path),
      message: say.lockLost,
      hint: say.lockLostHint,
    });
  }

  private async explain(error: unknown): Promise<Error> {
    const { path, setting } = this.opened;
    const known = asFileError(error, path);
    if (known.trouble !== 'full') return known;
    const say = await words(setting.language, 'journal');
    return new MikronetError(EXIT.unfinished, {
      file: basename(path),
      message: say.full,
      hint: say.fullHint,
    });
  }
}

/** Ten letters and digits: tells runs apart, and makes the ids of facts unique. */
function newRun({ random }: JournalSetting): string {
  return [...random(10)].map((byte) => (byte % 32).toString(32)).join('');
}
