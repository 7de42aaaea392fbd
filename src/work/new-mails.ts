/** What is new in the mailbox and may concern the meeting: folder by folder, in order of arrival. */
import type { Cursor } from '../domain/facts.ts';
import type { Instant, MailSource } from '../domain/model.ts';
import { readMailStart } from '../format/mail/mail-start.ts';
import { MailboxError, type Mailbox, type MailFolder, type MailHead } from '../world.ts';
import { mightConcern, type Ties } from './might-concern.ts';

/** A mail as it came, before it is understood. */
export interface ArrivedMail {
  readonly bytes: Uint8Array;
  /** When the receiving server took it, ISO, where known. */
  readonly received?: string;
  /** Outside INBOX only what shows that it answers ours counts. */
  readonly strongOnly: boolean;
  readonly source: MailSource;
  /** For people: folder or file. */
  readonly place: string;
}

/** Of a larger mail the beginning is read: what people write stands there, attachments follow. */
const MAIL_BYTES = 4 * 1024 * 1024;
const GROUP_BYTES = 16 * 1024 * 1024;

/** What is to be read, and who is told of it. */
export interface NewMails {
  readonly mailbox: Mailbox;
  readonly folders: readonly MailFolder[];
  readonly cursors: ReadonlyMap<string, Cursor>;
  readonly since: Instant;
  readonly ties: Ties;
  /** Whether a mail was filed, set aside or erased before. */
  isKnown(messageId: string): boolean;
  /** Called for mails that are not given out. */
  count(what: 'passedOver' | 'known'): void;
  /** Called when a folder has been read to its end. */
  readTo(cursor: Cursor): void;
  progress(folder: string, read: number): void;
}

/** INBOX, junk, the archive (Gmail: all mail), and the folders named in meeting.json. */
export function foldersToRead(
  folders: readonly MailFolder[],
  named: readonly string[],
): { readonly folders: readonly MailFolder[]; readonly missing: readonly string[] } {
  const wanted = new Set(['\\Inbox', '\\Junk', '\\Archive', '\\All']);
  const names = new Set(named.map(same));
  const chosen = folders.filter(
    ({ path, specialUse = '' }) => wanted.has(specialUse) || isInbox(path) || names.has(same(path)),
  );
  const there = new Set(folders.map(({ path }) => same(path)));
  return {
    // INBOX first: what was moved to another folder meanwhile is known by then.
    folders: chosen.toSorted((a, b) => Number(isInbox(b.path)) - Number(isInbox(a.path))),
    missing: [...names].filter((name) => !there.has(name)),
  };
}

/** Throws a MailboxError where the mailbox cannot be read any more. */
export async function* newMails(reading: NewMails): AsyncGenerator<ArrivedMail> {
  for (const { path } of reading.folders) {
    const opened = await open(reading, path);
    if (!opened) continue;
    let read = 0;
    for await (const heads of opened.batches) {
      yield* candidates(reading, path, heads);
      reading.progress(path, (read += heads.length));
    }
    reading.readTo({ folder: path, uidValidity: opened.uidValidity, uid: opened.lastUid });
  }
}

async function open({ mailbox, cursors, since }: NewMails, path: string) {
  try {
    return await mailbox.heads(path, cursors.get(path), since);
  } catch (error) {
    // Deleted since the folders were listed.
    if (error instanceof MailboxError && error.trouble === 'no-folder') return undefined;
    throw error;
  }
}

async function* candidates(
  { mailbox, ties, isKnown, count }: NewMails,
  folder: string,
  heads: readonly MailHead[],
): AsyncGenerator<ArrivedMail> {
  const strongOnly = !isInbox(folder);
  const chosen = heads.filter(({ start }) => {
    const mail = readMailStart(start);
    if (mail.messageId !== undefined && isKnown(mail.messageId)) {
      count('known');
      return false;
    }
    const may = mightConcern(mail, ties, strongOnly);
    if (!may) count('passedOver');
    return may;
  });
  for (const group of groups(chosen)) {
    const whole = new Map<number, Uint8Array>();
    const larger = group.filter(({ size, start }) => size > start.length);
    for await (const { uid, bytes } of mailbox.bodies(folder, larger, MAIL_BYTES)) {
      whole.set(uid, bytes);
    }
    for (const { uid, start, received } of group) {
      yield {
        bytes: whole.get(uid) ?? start,
        ...(received && { received }),
        strongOnly,
        source: 'imap',
        place: folder,
      };
    }
  }
}

/** So many at once that memory does not notice and the server is not asked for each. */
function groups(heads: readonly MailHead[]): readonly (readonly MailHead[])[] {
  const all: MailHead[][] = [];
  let bytes = 0;
  for (const head of heads) {
    bytes += Math.min(head.size, MAIL_BYTES);
    const group = all.at(-1);
    if (group && bytes <= GROUP_BYTES) group.push(head);
    else {
      all.push([head]);
      bytes = Math.min(head.size, MAIL_BYTES);
    }
  }
  return all;
}

/** INBOX is the one name without case (RFC 9051, 5.1). */
function same(path: string): string {
  return isInbox(path) ? 'INBOX' : path.normalize('NFC');
}

function isInbox(path: string): boolean {
  return path.toUpperCase() === 'INBOX';
}
