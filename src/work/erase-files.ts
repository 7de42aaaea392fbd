/**
 * What else lies in the meeting's folder: mails that were written there, previews, backups of the
 * list, what was cut off or already joined of the journal. What is ours goes; what is the
 * organiser's own is named.
 */
import { ENV_FILE } from '../format/env-file.ts';
import { mailText } from '../format/mail-text.ts';
import { NETWORKS_FILE } from '../format/networks-csv.ts';
import { FileError, JOURNAL_FILE, type Files } from '../world.ts';

export interface FileErasure {
  /** Relative to the folder. */
  readonly removed: readonly string[];
  /** They still name somebody, and are not ours to remove. */
  readonly left: readonly string[];
}

const DEEPEST = 4;
const MOST_FILES = 20_000;
const LARGEST = 32 * 1024 * 1024;

/** Cared for elsewhere: the journal, the list and the settings. */
const OTHERWISE = new Set([JOURNAL_FILE, NETWORKS_FILE, ENV_FILE, '.gitignore']);

/** Written by a command, and only a copy of what stands elsewhere. */
const OURS: readonly RegExp[] = [
  /^journal.*\.(?:torn|merged)$/,
  /^networks\.csv\.bak/,
  /\.eml$/,
  /(?:^|\/)preview\/index\.html$/,
  // A run that was killed while it wrote.
  /(?:^|\/)\.[^/]+\.[0-9a-f]{8}\.new$/,
];

/** Removes what of ours `names` them, and lists what else does. */
export async function eraseFromFiles(
  files: Files,
  folder: string,
  names: (text: string) => boolean,
): Promise<FileErasure> {
  const removed: string[] = [];
  const left: string[] = [];
  for (const file of await filesBelow(files, folder)) {
    if (!(await isNamedIn(files, files.path(folder, file), names)) && !names(file)) continue;
    if (isOurs(file)) {
      await files.remove(files.path(folder, file));
      removed.push(file);
    } else left.push(file);
  }
  return { removed, left };
}

/** Removes all of ours, whomever it names. */
export async function eraseCopies(files: Files, folder: string): Promise<readonly string[]> {
  const ours = (await filesBelow(files, folder)).filter(isOurs);
  for (const file of ours) await files.remove(files.path(folder, file));
  return ours;
}

function isOurs(file: string): boolean {
  return OURS.some((pattern) => pattern.test(file));
}

async function filesBelow(files: Files, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (below: string, depth: number): Promise<void> => {
    for (const name of await files.list(files.path(folder, below))) {
      const file = below === '' ? name : `${below}/${name}`;
      const kind = (await files.stat(files.path(folder, file)))?.kind;
      const isOther = OTHERWISE.has(file) || name === '.git' || name === 'node_modules';
      if (isOther || found.length >= MOST_FILES) continue;
      if (kind === 'file') found.push(file);
      else if (kind === 'folder' && depth < DEEPEST) await look(file, depth + 1);
    }
  };
  await look('', 1);
  return found;
}

async function isNamedIn(
  files: Files,
  path: string,
  names: (text: string) => boolean,
): Promise<boolean> {
  try {
    const bytes = await files.read(path, LARGEST);
    return ['utf-8', 'windows-1252', 'utf-16le'].some((encoding) => {
      const text = new TextDecoder(encoding).decode(bytes);
      return names(text) || (path.endsWith('.eml') && names(mailText(text)));
    });
  } catch (error) {
    // What cannot be read cannot be judged; it is too large for anything of ours.
    if (error instanceof FileError) return false;
    throw error;
  }
}
