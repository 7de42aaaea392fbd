/**
 * What else lies in the meeting's folder: mails that were written there, previews, backups of the
 * list, what was cut off or already joined of the journal. What is ours goes; what is the
 * organiser's own is named.
 */
import { ENV_FILE } from '../format/env-file.ts';
import { mailText } from '../format/mail/mail-text.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import { FileError, JOURNAL_FILE, type Files, type FileTrouble } from '../world.ts';

export interface FileErasure {
  /** Relative to the folder. */
  readonly removed: readonly string[];
  /** They still name somebody, and are not ours to remove. */
  readonly left: readonly string[];
  /** What nobody could look into, or remove: they may still name somebody. */
  readonly unseen: readonly Unseen[];
}

export interface Unseen {
  readonly file: string;
  readonly why: FileTrouble | 'elsewhere' | 'too-deep' | 'too-many';
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
  const { found, unseen } = await filesBelow(files, folder);
  for (const { file, isLink } of found) {
    await trying(file, unseen, async () => {
      const path = files.path(folder, file);
      if (!names(file) && !(await isNamedIn(files, path, names))) return;
      // What a link leads to lies elsewhere.
      if (!isOurs(file) || isLink) return void left.push(file);
      await files.remove(path);
      removed.push(file);
    });
  }
  return { removed, left, unseen };
}

/** Removes all of ours, whomever it names. */
export async function eraseCopies(
  files: Files,
  folder: string,
): Promise<Omit<FileErasure, 'left'>> {
  const removed: string[] = [];
  const { found, unseen } = await filesBelow(files, folder);
  for (const { file } of found.filter((each) => isOurs(each.file))) {
    await trying(file, unseen, async () => {
      await files.remove(files.path(folder, file));
      removed.push(file);
    });
  }
  return { removed, unseen };
}

/** What cannot be done with one file keeps nobody from the next. */
async function trying(file: string, unseen: Unseen[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    // It went by itself meanwhile.
    if (error.trouble !== 'not-found') unseen.push({ file, why: error.trouble });
  }
}

function isOurs(file: string): boolean {
  return OURS.some((pattern) => pattern.test(file));
}

interface Below {
  readonly found: readonly { readonly file: string; readonly isLink: boolean }[];
  readonly unseen: Unseen[];
}

/** A link to another folder is not followed: what lies there is not the meeting's. */
async function filesBelow(files: Files, folder: string): Promise<Below> {
  const found: { file: string; isLink: boolean }[] = [];
  const unseen: Unseen[] = [];
  let beyond: Unseen | undefined;
  const look = async (below: string, depth: number): Promise<void> => {
    for (const name of await files.list(files.path(folder, below))) {
      const file = below === '' ? name : `${below}/${name}`;
      if (OTHERWISE.has(file) || name === '.git' || name === 'node_modules') continue;
      await trying(file, unseen, async () => {
        const path = files.path(folder, file);
        const [kind, isLink] = [(await files.stat(path))?.kind, await files.isLink(path)];
        if (kind === 'file' && found.length < MOST_FILES) found.push({ file, isLink });
        else if (kind === 'file') beyond ??= { file: '.', why: 'too-many' };
        else if (kind !== 'folder') return;
        else if (isLink) unseen.push({ file, why: 'elsewhere' });
        else if (depth < DEEPEST) await look(file, depth + 1);
        else unseen.push({ file, why: 'too-deep' });
      });
    }
  };
  await look('', 1);
  if (beyond) unseen.push(beyond);
  return { found, unseen };
}

async function isNamedIn(
  files: Files,
  path: string,
  names: (text: string) => boolean,
): Promise<boolean> {
  const bytes = await files.read(path, LARGEST);
  return ['utf-8', 'windows-1252', 'utf-16le'].some((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return names(text) || (path.endsWith('.eml') && names(mailText(text)));
  });
}
