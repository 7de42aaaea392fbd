/** Reads journal.jsonl: strictly, line by line, in chunks. */
import { lstatSync } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { basename, dirname } from 'node:path';
import type { Fact } from '../domain/facts.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { isTrouble, parseFact, type LineTrouble } from '../format/journal-lines.ts';
import { words, type ScreenLanguage } from '../words/words.ts';
import type { JournalReading } from '../world.ts';
import { asFileError, codeOf } from './file-trouble.ts';
import { closing, OPEN_TO_READ } from './files.ts';
import { lockHolder, lockOf } from './journal-lock.ts';

const CHUNK = 256 * 1024;
const LONGEST_LINE = 4 * 1024 * 1024;
const NEWLINE = 0x0a;
/** Characters of a bad line that are quoted. */
const QUOTED = 60;
const BOM = '\uFEFF';
/** How every journal begins. */
const BEGINNING = '{"v":1,"id":"';

/** Where the lines of a journal end. */
export interface JournalEnd {
  /** Bytes up to and with the last newline: what counts. */
  readonly counted: number;
  /** The last line, where it does not end in a newline. */
  readonly torn?: { readonly line: number; readonly bytes: Uint8Array };
}

/**
 * Gives `take` one fact after the other, so that a journal of any size needs no more room than what
 * is made of it. A file that does not exist is an empty journal; a bad line is a MikronetError with
 * its number.
 */
export async function readJournal(
  path: string,
  language: ScreenLanguage,
  take: (fact: Fact) => void,
): Promise<JournalEnd> {
  let handle: FileHandle;
  try {
    handle = await open(path, OPEN_TO_READ);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw asFileError(error, path);
    if (!isLink(path)) return { counted: 0 };
    const say = await words(language, 'journal');
    const problem = { file: basename(path), message: say.deadLink, hint: say.deadLinkHint };
    throw new MikronetError(EXIT.usage, problem);
  }
  return closing(handle, () => readLines(handle, path, language, take));
}

/** One that leads nowhere is no empty journal: the drive that holds it may be away. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** All of them, of a journal that is joined or written anew. */
export async function readFacts(path: string, language: ScreenLanguage): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  await readJournal(path, language, (fact) => facts.push(fact));
  return facts;
}

async function readLines(
  handle: FileHandle,
  path: string,
  language: ScreenLanguage,
  take: (fact: Fact) => void,
): Promise<JournalEnd> {
  const file = basename(path);
  let line = 0;
  let counted = 0;
  /** Begins with what was left over of the line that the last chunk cut. */
  let buffer = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
    const { bytesRead } = await handle
      .read(buffer, filled, buffer.length - filled, counted + filled)
      .catch((error: unknown) => {
        throw asFileError(error, path);
      });
    if (bytesRead === 0) break;
    const bytes = buffer.subarray(0, filled + bytesRead);
    const sound = isUtf8(bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1));
    let begin = 0;
    for (let end; (end = bytes.indexOf(NEWLINE, begin)) >= 0; begin = end + 1) {
      line += 1;
      // A line for itself: one without letters beyond ASCII, as most are, is read twice as fast.
      const text = bytes.toString('utf8', begin, end);
      const clean = line === 1 && text.startsWith(BOM) ? text.slice(1) : text;
      const parsed = parseFact(clean);
      if (isTrouble(parsed)) throw await explain(parsed, file, line, clean, language);
      if (!sound && clean.includes('\uFFFD')) {
        const say = await words(language, 'journal');
        throw badLine(file, line, say.notUtf8, say.mendHint);
      }
      take(parsed);
    }
    counted += begin;
    filled = bytes.length - begin;
    buffer.copyWithin(0, begin, bytes.length);
    if (filled > LONGEST_LINE) {
      const say = await words(language, 'journal');
      throw badLine(file, line + 1, say.tooLong(LONGEST_LINE / 1024 / 1024), say.mendHint);
    }
  }
  if (line === 0 && filled > 0) {
    const text = buffer.toString('utf8', 0, filled);
    if (!mayBeBeginning(text)) {
      const say = await words(language, 'journal');
      throw badLine(file, 1, say.ruined, say.ruinedHint);
    }
  }
  return {
    counted,
    ...(filled > 0 && {
      torn: { line: line + 1, bytes: Uint8Array.from(buffer.subarray(0, filled)) },
    }),
  };
}

/**
 * A journal whose first line was cut off as it was begun: nothing was sent yet. Whatever else holds
 * no line, as zeros after a power cut, was a journal once: to begin anew would invite everybody again.
 */
function mayBeBeginning(text: string): boolean {
  const isOurs = text.startsWith(BEGINNING) || BEGINNING.startsWith(text);
  return isOurs && !/[\r\0]/.test(text);
}

async function explain(
  { trouble, value }: LineTrouble,
  file: string,
  line: number,
  text: string,
  language: ScreenLanguage,
): Promise<MikronetError> {
  const say = await words(language, 'journal');
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text.trimEnd();
  switch (trouble) {
    case 'not-json':
      return badLine(file, line, say.notJson(quoted), say.mendHint);
    case 'bad-field':
      return badLine(file, line, say.badField(value, quoted), say.mendHint);
    case 'newer-type':
      return badLine(file, line, say.newerType(value), say.newerHint);
    case 'newer-version':
      return badLine(file, line, say.newerVersion(value), say.newerHint);
  }
}

function badLine(file: string, line: number, message: string, hint: string): MikronetError {
  return new MikronetError(EXIT.usage, { file, line, message, hint });
}

/** Reads the journal as those do who do not write: with what stands around it. */
export async function readAsItStands(
  path: string,
  language: ScreenLanguage,
  take: (fact: Fact) => void = () => {},
): Promise<JournalReading> {
  const { torn } = await readJournal(path, language, take);
  const holder = await lockHolder(lockOf(path));
  return {
    conflictedCopies: await conflictedCopies(path),
    ...(torn && { torn: { line: torn.line, bytes: torn.bytes.length } }),
    ...(holder && { holder }),
  };
}

/**
 * Copies that OneDrive (`journal-PC.jsonl`), Dropbox and Nextcloud (`journal (… conflicted copy …)`),
 * iCloud (`journal 2.jsonl`) or Syncthing (`journal.sync-conflict-….jsonl`) left beside the journal.
 */
async function conflictedCopies(path: string): Promise<readonly string[]> {
  try {
    const names = await readdir(dirname(path));
    return names
      .filter((name) => /^journal.+\.jsonl$/i.test(name) && name !== basename(path))
      .toSorted();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw asFileError(error, dirname(path));
  }
}
