/** Reads the answers home: from the mailbox, or from files; each mail once. */
import type { Cursor, Fact } from '../domain/facts.ts';
import type { Instant } from '../domain/model.ts';
import { referencesIn } from '../domain/reference.ts';
import { deliveryOf } from '../domain/message-state.ts';
import { DAY, dayBegins, wallClock } from '../domain/zoned-time.ts';
import { erasedHash } from '../format/keyed.ts';
import { lookUps, type LookUps } from '../understand/look-ups.ts';
import type { Mailbox } from '../world.ts';
import { knownMails, type KnownMails } from './known-mails.ts';
import { mailFiles, type Unreadable } from './mail-files.ts';
import type { Ties } from './might-concern.ts';
import { foldersToRead, newMails, type ArrivedMail } from './new-mails.ts';
import type { Opened } from './open-meeting.ts';
import { readFacts } from './read-journal.ts';
import { leftOf, readMail } from './read-mail.ts';
import { evidenceInSent, type Doubtful } from './sent-folder.ts';
import { fileFresh, noteReading, takeIn, type ReadMail, type Tally } from './take-in.ts';

/** Told while the mails are read. */
export interface Listener {
  /** A mail was dealt with. */
  mail(mail: ReadMail): void;
  /** A message in doubt stands in the Sent folder. */
  cleared(message: Doubtful): void;
  /** A folder of meeting.json that the mailbox does not have. */
  noFolder(folder: string, known: readonly string[]): void;
  progress(folder: string, read: number): void;
}

export interface MailboxReadingOptions {
  /** Read from then on, whatever was read before. */
  readonly since?: Instant;
  /** Say when it was read even where nothing was new. */
  readonly note: boolean;
}

/** Reads what is new in the mailbox; facts first, then the cursors. */
export async function syncMailbox(
  opened: Opened,
  mailbox: Mailbox,
  tally: Tally,
  listener: Listener,
  options: MailboxReadingOptions,
): Promise<void> {
  const { state, meeting } = opened;
  const facts = await readFacts(opened.journal);
  const ups = lookUpsOf(opened, facts);
  const known = knownOf(opened, facts);
  const all = await mailbox.folders();
  const { folders, missing } = foldersToRead(all, meeting.mailbox.folders);
  for (const folder of missing) {
    listener.noFolder(
      folder,
      all.map(({ path }) => path),
    );
  }
  const before = new Map((state.mailboxRead?.cursors ?? []).map((each) => [each.folder, each]));
  const cursors = new Map(before);
  const mails = newMails({
    mailbox,
    folders,
    cursors: options.since === undefined ? before : new Map(),
    since: Math.min(options.since ?? Infinity, notRead(opened, options)),
    ties: tiesOf(ups),
    isKnown: (id) => known.has(id),
    count: (what) => {
      tally[what] += 1;
    },
    // A folder whose reading was broken off keeps the cursor it had.
    readTo: (cursor) => void cursors.set(cursor.folder, cursor),
    progress: listener.progress,
  });
  await take(opened, mails, ups, known, tally, listener);
  // What was broken off is no reading.
  if (opened.world.interruption.aborted) return;
  await clearDoubts(opened, mailbox, listener);
  const moved = [...cursors.values()].some((cursor) => !isSame(cursor, before.get(cursor.folder)));
  if (options.note || moved) await noteReading(opened, [...cursors.values()]);
}

/** Reads mails from files; says nothing about the mailbox. */
export async function syncFiles(
  opened: Opened,
  paths: readonly string[],
  tally: Tally,
  listener: Listener,
  skip: (what: Unreadable) => void,
): Promise<void> {
  const mails = arrived(mailFiles(opened.world, paths, skip));
  const facts = await readFacts(opened.journal);
  await take(opened, mails, lookUpsOf(opened, facts), knownOf(opened, facts), tally, listener);
}

async function* arrived(files: ReturnType<typeof mailFiles>): AsyncGenerator<ArrivedMail> {
  for await (const { file, bytes } of files) {
    yield { bytes, strongOnly: false, source: 'file', place: file };
  }
}

async function take(
  opened: Opened,
  mails: AsyncIterable<ArrivedMail>,
  ups: LookUps,
  known: KnownMails,
  tally: Tally,
  listener: Listener,
): Promise<void> {
  const ties = tiesOf(ups);
  await takeIn(
    mails,
    {
      into: opened,
      known,
      read: (mail) => readMail(mail, ups),
      leftOf: (mail) => leftOf(mail, ties),
      tell: listener.mail,
      signal: opened.world.interruption,
    },
    tally,
  );
}

/** Files the proofs that the Sent folder holds; what it does not hold stays in doubt. */
export async function clearDoubts(
  opened: Opened,
  mailbox: Mailbox,
  listener: Pick<Listener, 'cleared'>,
): Promise<void> {
  const doubtful = [...opened.state.messages.values()].filter(
    (message) => deliveryOf(message, opened.reading.holder?.run) === 'in-doubt',
  );
  const proofs = await evidenceInSent(mailbox, doubtful);
  await fileFresh(opened, proofs);
  for (const proof of proofs) {
    if (proof.type === 'message-sent') listener.cleared(proof);
  }
}

/**
 * From when on mails were not read yet. Told to read from a later day on, we leave no gap behind
 * the last reading: what is before the new cursors counts as read.
 */
function notRead(opened: Opened, { since }: MailboxReadingOptions): Instant {
  const { mailboxRead } = opened.state;
  if (since === undefined) return beginning(opened);
  return mailboxRead ? Date.parse(mailboxRead.at) - DAY : Infinity;
}

/** The day on which the journal was begun, where the meeting is. */
function beginning({ state, meeting, world }: Opened): Instant {
  const begun = state.begun ? Date.parse(state.begun.at) : world.clock.now();
  return dayBegins(wallClock(begun, meeting.timeZone).isoDay, meeting.timeZone) ?? begun;
}

function isSame(one: Cursor, other: Cursor | undefined): boolean {
  return other?.uid === one.uid && other.uidValidity === one.uidValidity;
}

function lookUpsOf({ meeting, state, roster }: Opened, facts: readonly Fact[]): LookUps {
  return lookUps(meeting, state, roster, facts);
}

function knownOf({ state }: Opened, facts: readonly Fact[]): KnownMails {
  const key = state.begun?.key;
  return knownMails(facts, (id) => (key === undefined ? '' : erasedHash(key, id)));
}

function tiesOf(ups: LookUps): Ties {
  return {
    isOurMessage: (id) => ups.ofMessage(id) !== undefined || ups.isTestMessage(id),
    isContact: (address) => ups.ofAddress(address).length > 0,
    isContactDomain: (domain) => ups.ofDomain(domain).length > 0,
    holdsReference: (text) =>
      referencesIn(text).some(
        (reference) => ups.isTestReference(reference) || ups.ofReference(reference) !== undefined,
      ),
    subjects: ups.subjects,
    titles: ups.titles,
  };
}
