/**
 * Takes mails in: each is understood, matched and filed, its facts go into the journal, and what
 * was done before is not done again. The lock is held only while facts are written.
 */
import type { SyncJson } from '../domain/contract.ts';
import type { Cursor, FactDraft, MailStamp } from '../domain/facts.ts';
import { mailOf } from '../domain/state.ts';
import type { AboutOne, Meaning } from '../understand/meaning.ts';
import { fileMail, type Counted } from './filing.ts';
import type { KnownMails } from './known-mails.ts';
import type { ArrivedMail } from './new-mails.ts';
import type { Opened } from './open-meeting.ts';
import { withJournal } from './write-journal.ts';

/** A mail that was parsed, understood and matched. */
export interface ReadMail {
  readonly stamp: MailStamp;
  readonly meaning: Meaning;
  /** Messages in doubt that it shows to have arrived. */
  readonly proves: readonly AboutOne[];
}

/** The journal that facts go into. */
type Into = Pick<Opened, 'journal' | 'meeting' | 'world'>;

export interface TakingIn {
  readonly into: Into;
  readonly known: KnownMails;
  /** Parses, understands and matches; throws where a mail cannot be read. */
  read(mail: ArrivedMail): Promise<ReadMail>;
  /** What is left of a mail that `read` could not read. */
  leftOf(mail: ArrivedMail): Promise<ReadMail>;
  /** Called for each mail once it is filed, in order. */
  tell(mail: ReadMail): void;
  /** Stop after the mail in hand. */
  readonly signal: AbortSignal;
}

/** How many mails came to what. */
export type Tally = Record<Counted, number>;

export function emptyTally(): Tally {
  return {
    answers: 0,
    calendarReplies: 0,
    bounces: 0,
    autoReplies: 0,
    optOuts: 0,
    requests: 0,
    setAside: 0,
    passedOver: 0,
    known: 0,
  };
}

/** Each mail is in one of the counts. */
export function syncJson(tally: Tally): SyncJson {
  const read = Object.values(tally).reduce((sum, count) => sum + count, 0);
  return { v: 1, read, ...tally };
}

/** So many mails are filed at once. */
const GROUP = 100;

/**
 * Takes in all of `mails`, adding to `tally`. Resolves once every fact is on the disk: only then
 * may a cursor say that they were read. What was read before the mails broke off is filed too.
 */
export async function takeIn(
  mails: AsyncIterable<ArrivedMail>,
  { into, known, read, leftOf, tell, signal }: TakingIn,
  tally: Tally,
): Promise<void> {
  let waiting: { readonly mail: ReadMail; readonly facts: readonly FactDraft[] }[] = [];
  const file = async () => {
    const filed = waiting;
    waiting = [];
    await fileFresh(
      into,
      filed.flatMap(({ facts }) => facts),
    );
    for (const { mail } of filed) tell(mail);
  };
  try {
    for await (const mail of mails) {
      const understood = await read(mail).catch(() => leftOf(mail));
      const { stamp, meaning, proves } = understood;
      if (known.has(stamp.messageId)) {
        tally.known += 1;
        continue;
      }
      known.add(stamp.messageId);
      const { counted, facts } = fileMail(meaning, stamp, mail.source, proves);
      tally[counted] += 1;
      waiting.push({ mail: understood, facts });
      if (waiting.length >= GROUP) await file();
      if (signal.aborted) break;
    }
  } finally {
    await file();
  }
}

/** The line that says when, and how far, the mailbox was read. */
export async function noteReading(into: Into, cursors: readonly Cursor[]): Promise<void> {
  await fileFresh(into, [{ type: 'mailbox-read', cursors }]);
}

/** Writes facts, but none of a mail that somebody else filed since the journal was read. */
export async function fileFresh(into: Into, facts: readonly FactDraft[]): Promise<void> {
  if (facts.length === 0) return;
  await withJournal(into, async (writer) => {
    const filed = new Set<string | undefined>(
      writer.facts.flatMap((fact) => mailOf(fact)?.messageId ?? []),
    );
    const fresh = facts.filter((fact) => !filed.has(mailOf(fact)?.messageId));
    if (fresh.length > 0) await writer.append(...fresh);
  });
}
