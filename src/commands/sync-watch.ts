/** `sync --watch`: stays, and reads as mail comes, until Ctrl-C. */
import type { Instant } from '../domain/model.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { explained } from '../work/mailbox-trouble.ts';
import { refold, type Opened } from '../work/open-meeting.ts';
import { syncMailbox } from '../work/sync.ts';
import { emptyTally, syncJson } from '../work/take-in.ts';
import type { Words } from '../words/words.ts';
import { MailboxError, type Mailbox, type MailboxSettings } from '../world.ts';
import type { Confirm } from './confirm-answers.ts';
import { conclude, listenerOf, type SyncFlags } from './sync-talk.ts';

type Say = Words<'replies'>;

/** Junk and archive get no word of new mail; they are looked at this often. */
const LOOK_AGAIN = 10 * 60_000;
const TRY_AGAIN = 60_000;
/** A line in the journal says this often that nothing came. */
const NOTE_EVERY = 60 * 60_000;

/** Ends with Ctrl-C (130); what does not pass by itself is thrown. */
export async function watch(
  first: Opened,
  imap: MailboxSettings,
  flags: SyncFlags,
  say: Say,
  since: Instant | undefined,
  confirm: Confirm,
): Promise<ExitCode> {
  const { clock, interruption, terminal, openMailbox } = first.world;
  let opened = first;
  let mailbox: Mailbox | undefined;
  let noted = -Infinity;
  let trouble = '';
  try {
    while (!interruption.aborted) {
      try {
        mailbox ??= await openMailbox(imap);
        const tally = emptyTally();
        const note = clock.now() - noted >= NOTE_EVERY;
        const from = note && noted === -Infinity && since !== undefined ? { since } : {};
        await syncMailbox(opened, mailbox, tally, listenerOf(opened, flags, say), {
          note,
          ...from,
        });
        if (note) noted = clock.now();
        trouble = '';
        if (syncJson(tally).read > 0) conclude(opened, tally, flags, say);
        await confirm(opened);
        if (!interruption.aborted) terminal.progress(say.sync.watching);
        await waitForMail(mailbox, first);
      } catch (error) {
        const why = whyItPasses(error, imap.host, say);
        if (why === undefined) throw error;
        const said = printable(say.sync.again(why));
        // A night without the server is one line.
        if (said !== trouble) terminal.err(said);
        trouble = said;
        await mailbox?.close();
        mailbox = undefined;
        await clock.sleep(TRY_AGAIN, interruption);
      }
      opened = await refold(opened);
    }
  } catch (error) {
    throw explained(error, imap.host, say);
  } finally {
    await mailbox?.close();
  }
  return EXIT.interrupted;
}

/** A server that is away, or somebody else who writes the journal just now. */
function whyItPasses(error: unknown, host: string, say: Say): string | undefined {
  if (error instanceof MailboxError) {
    const { trouble, detail } = error;
    return trouble !== 'interrupted' && WAITS.has(trouble)
      ? say.mailbox[trouble](host, detail)
      : undefined;
  }
  const isUnfinished = error instanceof MikronetError && error.exit === EXIT.unfinished;
  return isUnfinished ? error.problems[0]?.message : undefined;
}

/** What passes by itself. */
const WAITS: ReadonlySet<string> = new Set([
  'unreachable',
  'refused',
  'folder-renewed',
  'not-imap',
]);

async function waitForMail(mailbox: Mailbox, { world }: Opened): Promise<void> {
  const enough = new AbortController();
  const stop = () => enough.abort();
  world.interruption.addEventListener('abort', stop);
  if (world.interruption.aborted) stop();
  const slept = world.clock.sleep(LOOK_AGAIN, enough.signal).then(stop);
  try {
    await mailbox.waitForMail(enough.signal);
  } finally {
    stop();
    await slept;
    world.interruption.removeEventListener('abort', stop);
  }
}
