/** Pipes and devices in the place of files: what somebody else writes, or reads, at their other end. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { FileError } from '../world.ts';
import { codeOf } from './file-trouble.ts';

const OPEN_TO_LOOK = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);

/** Who is at the other end for us, as a password manager that fills .env, is there at once. */
const UNTIL_SOMEBODY_COMES = 1_000;
const GLANCE = 20;

interface Reading {
  readonly file: string;
  /** In bytes. */
  readonly limit: number;
  readonly isPipe: boolean;
  readonly stop: AbortSignal | undefined;
}

/** All that comes out of `handle`, for as long as somebody holds the other end. */
export async function readThrough(
  handle: FileHandle,
  { file, limit, isPipe, stop }: Reading,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let alone = 0;
  for (;;) {
    if (stop?.aborted) throw new FileError('other', file, 'interrupted');
    const chunk = await readNow(handle);
    if (chunk && chunk.length > 0) {
      total += chunk.length;
      if (total > limit) throw new FileError('too-large', file, `more than ${limit} bytes`);
      chunks.push(chunk);
      continue;
    }
    if (chunk) {
      if (total > 0 || !isPipe) return Buffer.concat(chunks);
      // Nobody has opened the other end yet.
      if ((alone += GLANCE) > UNTIL_SOMEBODY_COMES) throw new FileError('no-file', file);
    }
    await pause();
  }
}

/** Empty where nobody writes any more; undefined where somebody will. */
async function readNow(handle: FileHandle): Promise<Uint8Array | undefined> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(64 * 1024));
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined;
    throw error;
  }
}

export async function writeThrough(device: string, bytes: Uint8Array | string): Promise<void> {
  const reader = await whereSomebodyReads(device);
  try {
    const handle = await open(device, 'w');
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  } finally {
    await reader.close();
  }
}

async function whereSomebodyReads(device: string): Promise<FileHandle> {
  for (let alone = 0; ; alone += GLANCE) {
    try {
      return await open(device, OPEN_TO_LOOK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || alone > UNTIL_SOMEBODY_COMES) throw error;
      await pause();
    }
  }
}

function pause(): Promise<unknown> {
  return new Promise((over) => setTimeout(over, GLANCE));
}
