/**
 * The folder of a preview: the mails, the page, and a note of what the templates said, so that a
 * later sending can tell whether its text is the one that was looked at. What an earlier preview
 * left there goes; nothing else in the folder is touched, and nothing of it is in the journal.
 */
import type { Mailing } from '../domain/model.ts';
import { FileError, type Files } from '../world.ts';

/** Within the folder of a meeting, where no other is named. */
export const PREVIEW_FOLDER = 'preview';

const PREVIEW_PAGE = 'index.html';

const NOTE = 'previewed.json';
const NOTE_LIMIT = 16 * 1024 * 1024;

/** Language -> digest of the templates (Composer.digest). */
export type Digests = Readonly<Record<string, string>>;

interface Note {
  readonly v: 1;
  readonly mailings: Readonly<Record<Mailing, Digests>>;
  /** The mails that stand there now. */
  readonly files: readonly string[];
}

/** Somebody else may have laid a link to another file where a preview is written. */
const OVER_LINKS = { overLinks: true };

export interface PreviewFolder {
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the page; its path. */
  finish(page: string, mailing: Mailing, digests: Digests): Promise<string>;
}

/** Makes the folder where there is none, and takes away the mails of the last preview. */
export async function openPreviewFolder(files: Files, folder: string): Promise<PreviewFolder> {
  await files.makeFolder(folder);
  const before = await readNote(files, folder);
  for (const name of before.files) {
    // Nobody else's file, whatever the note says.
    if (!/^\d{2,}-[a-z0-9-]*\.eml$/.test(name)) continue;
    if (await files.stat(files.path(folder, name))) await files.remove(files.path(folder, name));
  }
  const written: string[] = [];
  return {
    write(name, bytes) {
      written.push(name);
      return files.write(files.path(folder, name), bytes, OVER_LINKS);
    },
    async finish(page, mailing, digests) {
      const note: Note = {
        v: 1,
        mailings: { ...before.mailings, [mailing]: { ...before.mailings[mailing], ...digests } },
        files: written,
      };
      await files.write(files.path(folder, NOTE), `${JSON.stringify(note, null, 2)}\n`, OVER_LINKS);
      const path = files.path(folder, PREVIEW_PAGE);
      await files.write(path, page, OVER_LINKS);
      return path;
    },
  };
}

/** Whether a mailing was looked at in the meeting's own preview folder, and its text has changed since. */
export async function changedSincePreview(
  files: Files,
  meetingFolder: string,
  mailing: Mailing,
  now: Digests,
): Promise<boolean> {
  const { mailings } = await readNote(files, files.path(meetingFolder, PREVIEW_FOLDER));
  const seen = mailings[mailing] ?? {};
  return Object.entries(now).some(
    ([language, digest]) => seen[language] !== undefined && seen[language] !== digest,
  );
}

/** A note that is missing or broken notes nothing: it is made anew. */
async function readNote(files: Files, folder: string): Promise<Note> {
  try {
    const bytes = await files.read(files.path(folder, NOTE), NOTE_LIMIT);
    const note = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Note> | null;
    return {
      v: 1,
      mailings: isTable(note?.mailings) ? note.mailings : {},
      files: Array.isArray(note?.files) ? note.files.map(String) : [],
    };
  } catch (error) {
    if (!(error instanceof FileError || error instanceof SyntaxError)) throw error;
    return { v: 1, mailings: {}, files: [] };
  }
}

function isTable(value: unknown): value is Readonly<Record<Mailing, Digests>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'object' && each !== null)
  );
}
