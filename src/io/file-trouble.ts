/** What the system says about files, as a FileError. */
import { FileError, type FileTrouble } from '../world.ts';

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  ENOENT: 'not-found',
  ENXIO: 'no-file',
  ESPIPE: 'no-file',
  EISDIR: 'is-directory',
  ENOTDIR: 'not-a-directory',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EEXIST: 'exists',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  ENOSPC: 'full',
  EDQUOT: 'full',
  // A limit on the size of files (`ulimit -f`).
  EFBIG: 'full',
  EROFS: 'read-only',
};

/** Windows answers EPERM where another programme has the file open. */
const ON_WINDOWS: Readonly<Record<string, FileTrouble>> = { EPERM: 'busy' };

/** The FileError that tells what happened to `path`. */
export function asFileError(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const code = codeOf(error);
  const trouble =
    (process.platform === 'win32' ? ON_WINDOWS[code] : undefined) ?? TROUBLES[code] ?? 'other';
  return new FileError(trouble, path, code || String(error));
}

/** `ENOENT`, …; empty where it is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
