/** The disk. Every failure is a FileError; what is written stands there whole or not at all. */
import {
  access,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { readFileSync, statSync, type Dirent } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { FileError, type Files, type Writing } from '../world.ts';
import { asFileError, codeOf } from './file-trouble.ts';

/** Alone at a pipe, `open` would wait for ever; with a plain file all is as ever. */
export const OPEN_TO_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const READ_LIMIT = 64 * 1024 * 1024;

/** `cwd` and `shipped` are absolute; `stop` ends waiting for somebody who writes into a pipe. */
export function realFiles(cwd: string, shipped: string, stop?: AbortSignal): Files {
  const path = (...parts: readonly string[]) => resolve(cwd, ...parts);
  /** Does `work` at an absolute path and names that path in what goes wrong. */
  const at = async <T>(name: string, work: (absolute: string) => Promise<T>): Promise<T> => {
    const absolute = path(name);
    try {
      return await work(absolute);
    } catch (error) {
      throw asFileError(error, absolute);
    }
  };
  return {
    shipped,
    path,
    read: (name, limit = READ_LIMIT) => at(name, (file) => readWhole(file, limit, stop)),
    stat: (name) =>
      at(name, async (file) => {
        const found = statNow(file);
        if (!found) return undefined;
        const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
        return {
          kind,
          size: found.size,
          ...(process.platform !== 'win32' && { othersMayRead: (found.mode & 0o044) !== 0 }),
        };
      }),
    isLink: (name) =>
      at(name, async (file) => {
        const found = await lstat(file).catch(nothingThere);
        return found?.isSymbolicLink() ?? false;
      }),
    list: (name, kind) =>
      at(name, async (folder) => {
        if (kind === undefined) return (await readdir(folder)).toSorted();
        const entries = await readdir(folder, { withFileTypes: true });
        return entries
          .filter((entry) => isPlain(entry, folder))
          .map((entry) => entry.name)
          .toSorted();
      }),
    write: (name, bytes, options = {}) => at(name, (file) => writeWhole(file, bytes, options)),
    makeFolder: (name) => at(name, makeFolders),
    remove: (name) => at(name, (file) => rm(file, { recursive: true, force: true })),
    temporaryFolder: (prefix) => at(tmpdir(), (folder) => mkdtemp(join(folder, prefix))),
  };
}

/** As `mkdir` with `recursive`, which never ends where a parent takes no folders, as /proc does. */
async function makeFolders(folder: string): Promise<void> {
  if (statNow(folder)?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder && !statNow(parent)) await makeFolders(parent);
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw new FileError('other', folder, code);
    // Somebody else may have made it meanwhile.
    if (code !== 'EEXIST') throw error;
    if (!statNow(folder)?.isDirectory()) throw new FileError('not-a-directory', folder, code);
  }
}

const SMALL = 1024 * 1024;

function statNow(file: string) {
  try {
    return statSync(file);
  } catch (error) {
    return nothingThere(error);
  }
}

/** A file, or a link to one. */
function isPlain(entry: Dirent, folder: string): boolean {
  const linked = entry.isSymbolicLink() ? statNow(join(folder, entry.name)) : undefined;
  return entry.isFile() || linked?.isFile() === true;
}

/** Handing each call to a thread takes longer than reading a small plain file at once. */
function readSmall(file: string, limit: number): Uint8Array | undefined {
  const found = statSync(file);
  if (!found.isFile() || found.size > Math.min(SMALL, limit)) return undefined;
  const bytes = readFileSync(file);
  return bytes.length <= limit ? bytes : undefined;
}

/** Never holds more than `limit` bytes, also where the file grows meanwhile or is no plain file. */
async function readWhole(file: string, limit: number, stop?: AbortSignal): Promise<Uint8Array> {
  const small = readSmall(file, limit);
  if (small) return small;
  const handle = await open(file, OPEN_TO_READ);
  try {
    const found = await handle.stat();
    if (!found.isFile() && !found.isDirectory()) {
      const { readThrough } = await import('./pipes.ts');
      return await readThrough(handle, { file, limit, isPipe: found.isFIFO(), stop });
    }
    const { size } = found;
    if (size > limit) throw new FileError('too-large', file, `${size} bytes`);
    const chunks: Uint8Array[] = [];
    let total = 0;
    // One byte more than expected finds the end of a plain file in one call.
    for (let room = size + 1; ; room = 64 * 1024) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(room), 0, room);
      if (bytesRead === 0) break;
      total += bytesRead;
      if (total > limit) throw new FileError('too-large', file, `more than ${limit} bytes`);
      chunks.push(buffer.subarray(0, bytesRead));
      if (total === size) break;
    }
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

/** A new file beside the old one, flushed, takes its place; through a link, the linked file's place. */
export async function writeWhole(
  named: string,
  bytes: Uint8Array | string,
  { mode, ifAbsent = false, overLinks = false }: Writing,
): Promise<void> {
  const isLink = overLinks && (await lstat(named).catch(nothingThere))?.isSymbolicLink();
  const old = isLink ? undefined : await stat(named).catch(nothingThere);
  if (old?.isDirectory()) throw new FileError('is-directory', named);
  if (old && ifAbsent) throw new FileError('exists', named);
  // A device or a pipe, as /dev/stdout, takes what is written; a file in its place would end it.
  if (old && !old.isFile()) return (await import('./pipes.ts')).writeThrough(named, bytes);
  const file = isLink ? named : ((await realpath(named).catch(nothingThere)) ?? named);
  // To put another in its place, the system does not ask whether it may be written itself.
  if (old) await access(file, constants.W_OK);
  const suffix = globalThis.crypto.randomUUID().slice(0, 8);
  const fresh = join(dirname(file), `.${basename(file)}.${suffix}.new`);
  try {
    const handle = await open(fresh, 'wx', 0o600).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? new FileError('no-folder', file) : error;
    });
    await closing(handle, async () => {
      await handle.writeFile(bytes);
      await handle.chmod(mode ?? (old ? old.mode & 0o777 : 0o600));
      await handle.sync();
    });
    await (ifAbsent ? placeAnew(fresh, file) : replaceFile(fresh, file));
  } finally {
    await rm(fresh, { force: true });
  }
  await flushFolder(dirname(file));
}

/** A link fails where somebody was faster; a rename would take their place. */
async function placeAnew(fresh: string, file: string): Promise<void> {
  try {
    await link(fresh, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // No links there (exFAT, some network folders): nearly the same in two steps.
    await copyFile(fresh, file, constants.COPYFILE_EXCL);
  }
}

/** Windows lets nobody replace a file while another program looks at it, as antivirus ones do briefly. */
const LOOKED_AT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const GLANCES = [10, 50, 200, 800];

/** `rename`, tried again while somebody only glances at the file; `pauses` in milliseconds. */
export async function replaceFile(
  fresh: string,
  file: string,
  pauses: readonly number[] = process.platform === 'win32' ? GLANCES : [],
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  for (const pause of pauses) {
    try {
      return await move(fresh, file);
    } catch (error) {
      if (!LOOKED_AT.has(codeOf(error))) throw error;
      await new Promise((over) => setTimeout(over, pause));
    }
  }
  return move(fresh, file);
}

/** Makes names written in a folder last. Where the system cannot, it does not need it. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle) await closing(handle, () => handle.sync().catch(() => {}));
}

export async function closing<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await handle.close();
  }
}

/** For `catch`: nothing at a path is no trouble. */
function nothingThere(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
  throw error;
}
