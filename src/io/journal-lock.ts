/**
 * The lock beside the journal: a file that says who writes.
 *
 * It comes into being with its content in one step (a link to a finished file), and only where
 * there is none. A lock whose process on this host is gone is not removed, because two who find it
 * could each remove the other's new one: it gets a successor, `….lock.<run of the dead>`, made in
 * the same exclusive way. The holder is the last of that chain. Giving back removes the chain from
 * its head, so whoever still looked at the old head sees, by looking again, that it was too late.
 */
import { link, open, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LockHolder } from '../world.ts';
import { closing } from './files.ts';
import { codeOf } from './file-trouble.ts';

interface Held extends LockHolder {
  /** When the process began, as its system counts: a number given out again is another process. */
  readonly started?: string;
}

interface Link {
  readonly file: string;
  readonly holder: Held;
}

export interface JournalLock {
  /** Whether nobody took it over meanwhile, as after a long sleep of the machine. */
  isOurs(): boolean;
  release(): Promise<void>;
}

/** A lock that nobody can read is somebody's. */
const UNREADABLE: Held = { host: '?', pid: 0, user: '?', since: '', run: '' };

/** Where the lock of a file lies. */
export const lockOf = (file: string) => `${file}.lock`;

/** Takes the lock for `run`, or says who has it. `file` is the head of the chain. */
export async function takeLock(file: string, run: string): Promise<JournalLock | LockHolder> {
  const me: Held = {
    host: hostname(),
    pid: process.pid,
    user: userName(),
    since: new Date().toISOString(),
    run,
    ...withStart(startOf(process.pid).started),
  };
  for (;;) {
    const last = (await chainOf(file)).at(-1);
    if (last && !isGone(last.holder)) return last.holder;
    const ours = last ? successor(file, last.holder) : file;
    const text = `${JSON.stringify(me)}\n`;
    if (!(await makeExclusively(ours, text, me))) continue;
    const chain = await chainOf(file);
    if (chain.at(-1)?.holder.run === run) {
      await sweep(file, chain);
      return lockHeld(file, run, { file: ours, text });
    }
    // The dead one's chain was given back between our two looks: ours hangs on nothing.
    await rm(ours, { force: true });
  }
}

/** Who writes right now, where somebody does. */
export async function lockHolder(file: string): Promise<LockHolder | undefined> {
  const last = (await chainOf(file)).at(-1);
  return last && !isGone(last.holder) ? last.holder : undefined;
}

/** Asked before each append: as it was written, and nobody came after. */
function lockHeld(
  head: string,
  run: string,
  ours: { readonly file: string; readonly text: string },
): JournalLock {
  const heir = successor(head, { run });
  let seen: string | undefined;
  /** One that looks as it did when it was read last holds what it held. */
  const isAsWritten = () => {
    const looks = looksOf(ours.file);
    if (looks !== undefined && looks === seen) return true;
    if (readNow(ours.file) !== ours.text) return false;
    seen = looks;
    return true;
  };
  const isOurs = () => isAsWritten() && looksOf(heir) === undefined;
  return {
    isOurs,
    async release() {
      if (!isOurs()) return;
      for (const { file } of await chainOf(head)) await rm(file, { force: true });
    },
  };
}

async function chainOf(head: string): Promise<readonly Link[]> {
  const chain: Link[] = [];
  for (let file = head; ;) {
    const holder = parse(await readFile(file, 'utf8').catch(nothing));
    if (!holder) return chain;
    // A chain that leads back into itself, as where somebody copied a lock, tells of nobody.
    if (chain.some((each) => each.file === file)) return [...chain, { file, holder: UNREADABLE }];
    chain.push({ file, holder });
    file = successor(head, holder);
  }
}

/** Changes whenever somebody writes a file anew or puts another in its place. */
function looksOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** Between two writes: a glance at a small file, without giving up the thread. */
function readNow(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return nothing(error);
  }
}

function parse(text: string | undefined): Held | undefined {
  if (text === undefined) return undefined;
  try {
    const { host, pid, user, since, run, started } = JSON.parse(text) as Partial<Held>;
    if (typeof host !== 'string' || typeof pid !== 'number') return UNREADABLE;
    return {
      host,
      pid,
      user: String(user),
      since: String(since),
      run: String(run),
      ...withStart(started),
    };
  } catch {
    return UNREADABLE;
  }
}

function withStart(started: string | undefined): { readonly started?: string } {
  return started === undefined ? {} : { started };
}

function nothing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

function successor(head: string, { run }: { readonly run: string }): string {
  return `${head}.${run.replaceAll(/[^\w-]/g, '')}`;
}

/** False where it is there already. */
async function makeExclusively(file: string, text: string, { pid, run }: Held): Promise<boolean> {
  const draft = `${file}-${pid}-${run}.new`;
  await writeNew(draft, text);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // No links there (exFAT, some network folders): nearly the same in two steps.
    return await writeNew(file, text);
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await closing(handle, () => handle.writeFile(text));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what runs that were killed while they took the lock, or gave it back, left behind. */
async function sweep(head: string, chain: readonly Link[]): Promise<void> {
  const prefix = `${basename(head)}.`;
  const ours = new Set(chain.map(({ file }) => basename(file)));
  for (const name of await readdir(dirname(head))) {
    const isOld = name.startsWith(prefix) || name.startsWith(`${basename(head)}-`);
    if (!isOld || ours.has(name)) continue;
    const draftOf = /-(\d+)-[^-]+\.new$/.exec(name);
    if (draftOf && isAlive(Number(draftOf[1]))) continue;
    await rm(join(dirname(head), name), { force: true });
  }
}

function isGone({ host, pid, started }: Held): boolean {
  if (host !== hostname()) return false;
  if (!isAlive(pid)) return true;
  // Containers begin counting anew: the number may be our own.
  return started !== undefined && startOf(pid).started !== started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return startOf(pid).state !== 'Z';
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** From proc(5), where there is one: the state, and the clock ticks after boot of the start. */
function startOf(pid: number): { readonly started?: string; readonly state?: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: state!, started: fields[18]! };
  } catch {
    return {};
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}
