/** Mails that lie in files: .eml, mbox, Maildir, a folder of them, or standard input. */
import { FileError, type Files, type FileTrouble, type Terminal } from '../world.ts';

export interface FiledMail {
  /** The file as it was named; `#3` behind it for the third of an mbox. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What cannot be read, and why. */
export interface Unreadable {
  readonly file: string;
  readonly trouble: 'outlook' | 'not-mail' | FileTrouble;
  /** By whoever typed the command, and not found in a folder. */
  readonly named: boolean;
}

const FILE_BYTES = 512 * 1024 * 1024;
/** Of a larger mail the beginning is read. */
const MAIL_BYTES = 8 * 1024 * 1024;

/** In the order named; files of a folder by name. What is no mail is told to `skip`. */
export async function* mailFiles(
  world: { readonly files: Files; readonly terminal: Pick<Terminal, 'readInput'> },
  paths: readonly string[],
  skip: (what: Unreadable) => void,
): AsyncGenerator<FiledMail> {
  for (const path of paths) {
    if (path === '-') {
      yield* mailsIn('-', await world.terminal.readInput(FILE_BYTES), skip, true);
      continue;
    }
    const stat = await trying(path, skip, true, () => world.files.stat(path));
    if (stat === 'failed') continue;
    if (stat?.kind === 'folder') yield* folder(world.files, path, skip);
    else yield* fileAt(world.files, path, skip, true);
  }
}

/** A file that cannot be read keeps nobody from reading the others. */
async function trying<T>(
  file: string,
  skip: (what: Unreadable) => void,
  named: boolean,
  work: () => Promise<T>,
): Promise<T | 'failed'> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    skip({ file, trouble: error.trouble, named });
    return 'failed';
  }
}

async function* fileAt(
  files: Files,
  file: string,
  skip: (what: Unreadable) => void,
  named: boolean,
): AsyncGenerator<FiledMail> {
  const bytes = await trying(file, skip, named, () => files.read(file, FILE_BYTES));
  if (bytes !== 'failed') yield* mailsIn(file, bytes, skip, named);
}

/** So many at once, or so many bytes, whichever comes first. */
const HANDFUL = { mails: 16, bytes: 1024 * 1024 };

/** Parsing one mail is mostly waiting for the next turn of the loop: several share the turns. */
export async function* handfuls(
  mails: AsyncIterable<FiledMail>,
): AsyncGenerator<readonly FiledMail[]> {
  let held: FiledMail[] = [];
  let bytes = 0;
  for await (const mail of mails) {
    held.push(mail);
    bytes += mail.bytes.length;
    if (held.length < HANDFUL.mails && bytes < HANDFUL.bytes) continue;
    yield held;
    held = [];
    bytes = 0;
  }
  if (held.length > 0) yield held;
}

async function* folder(
  files: Files,
  path: string,
  skip: (what: Unreadable) => void,
): AsyncGenerator<FiledMail> {
  const names = await trying(path, skip, true, () => files.list(path));
  if (names === 'failed') return;
  const maildir = names.includes('cur') && names.includes('new');
  const boxes = maildir ? ['cur', 'new'].map((name) => `${path}/${name}`) : [path];
  for (const box of boxes) {
    const listed = await trying(box, skip, true, () => files.list(box, 'file'));
    if (listed === 'failed') continue;
    const wanted = listed.filter(
      (name) => maildir || /\.(?:eml|mbox|mbx|mail|msg|txt)$/i.test(name),
    );
    for (const name of wanted) {
      yield* fileAt(files, `${box}/${name}`, skip, false);
    }
  }
}

function* mailsIn(
  file: string,
  bytes: Uint8Array,
  skip: (what: Unreadable) => void,
  named: boolean,
): Generator<FiledMail> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    skip({ file, trouble: 'outlook', named });
    return;
  }
  if (text(bytes.subarray(0, 5)) !== 'From ') {
    if (bytes.length === 0 || bytes.subarray(0, 2_000).includes(0))
      skip({ file, trouble: 'not-mail', named });
    else yield { file, bytes: bytes.subarray(0, MAIL_BYTES) };
    return;
  }
  let count = 0;
  for (const mail of splitMbox(bytes)) {
    count += 1;
    yield { file: `${file}#${count}`, bytes: mail };
  }
}

/** RFC 4155: a line `From ` at the start, or behind an empty line, begins a mail. */
function* splitMbox(bytes: Uint8Array): Generator<Uint8Array> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  while (start < whole.length) {
    const end = nextMail(whole, start);
    const first = whole.indexOf(10, start) + 1;
    if (first === 0) return;
    const mail = whole.subarray(first, Math.min(end, first + MAIL_BYTES));
    // mboxrd: `>From ` in the text was `From `.
    yield mail.includes('\n>From ')
      ? Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
      : mail;
    start = end;
  }
}

function nextMail(whole: Buffer, from: number): number {
  for (let at = from; ;) {
    const found = whole.indexOf('\nFrom ', at);
    if (found === -1) return whole.length;
    const before = whole[found - 1] === 13 ? whole[found - 2] : whole[found - 1];
    if (before === 10) return found + 1;
    at = found + 1;
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
