/** `sync`: reads the answers home, files what is certain, and sets the rest aside. */
import type { Instant } from '../domain/model.ts';
import { dayBegins } from '../domain/zoned-time.ts';
import { EXIT, gravest, MikronetError, type ExitCode, type Problem } from '../errors.ts';
import { dateFrom } from '../format/typed-time.ts';
import { mailSettings, withMailbox } from '../work/mail-settings.ts';
import type { Unreadable } from '../work/mail-files.ts';
import { explained } from '../work/mailbox-trouble.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { syncFiles, syncMailbox } from '../work/sync.ts';
import { emptyTally } from '../work/take-in.ts';
import { words, type Words } from '../words/words.ts';
import type { MailboxSettings } from '../world.ts';
import { examples, type CommandModule, type Front } from './command.ts';
import type { Confirm } from './confirm-answers.ts';
import { tellSkipped } from './skipped-files.ts';
import { conclude, listenerOf, type SyncFlags } from './sync-talk.ts';
import { watch } from './sync-watch.ts';

type Say = Words<'replies'>;

const sync: CommandModule = async (command, front) => {
  const [say, mailings] = await Promise.all([
    words(front.language, 'replies'),
    words(front.language, 'mailings'),
  ]);
  command
    .option('--from <path...>', say.sync.from)
    .option('--watch', say.sync.watch)
    .option('--since <day>', say.sync.since)
    .option('--confirm', mailings.flags.confirm);
  examples(command, front, say.sync.examples);
  command.action(async (flags: SyncFlags) => front.done(await run(front, say, flags)));
};

export default sync;

async function run(front: Front, say: Say, flags: SyncFlags): Promise<ExitCode> {
  if (flags.watch && flags.from) {
    throw new MikronetError(EXIT.usage, { message: say.sync.watchFrom });
  }
  const opened = await openMeeting(front, flags);
  const since = flags.since === undefined ? undefined : sinceDay(flags.since, opened, say);
  const confirm = flags.confirm ? await confirming(front, opened) : nothingMore;
  if (flags.from) {
    const exit = await readFiles(front, opened, flags.from, flags, say);
    return gravest([exit, await confirm(opened)]);
  }
  const servers = await words(front.language, 'servers');
  const { imap } = await mailSettings(opened.world, opened.folder, servers, 'imap');
  if (!imap) {
    throw new MikronetError(EXIT.usage, {
      message: say.sync.noMailbox,
      hint: say.sync.noMailboxHint,
    });
  }
  if (flags.watch) return watch(opened, imap, flags, say, since, confirm);
  const exit = await readOnce(opened, imap, flags, say, since);
  return gravest([exit, await confirm(opened)]);
}

/** Composing and sending load only where something may be sent. */
async function confirming(front: Front, opened: Opened): Promise<Confirm> {
  const { openConfirming } = await import('./confirm-answers.ts');
  return openConfirming(front, opened);
}

/** Where answers are read and not confirmed. */
const nothingMore: Confirm = () => Promise.resolve(EXIT.done);

function sinceDay(typed: string, { meeting }: Opened, say: Say): Instant {
  const date = dateFrom(typed);
  const instant = date && dayBegins(date, meeting.timeZone);
  if (!instant) {
    throw new MikronetError(EXIT.usage, {
      message: say.sync.badSince(typed),
      hint: say.sync.badSinceHint,
    });
  }
  return instant;
}

async function readOnce(
  opened: Opened,
  imap: MailboxSettings,
  flags: SyncFlags,
  say: Say,
  since: Instant | undefined,
): Promise<ExitCode> {
  const tally = emptyTally();
  const options = { note: true, ...(since !== undefined && { since }) };
  try {
    await withMailbox(opened.world, imap, (mailbox) =>
      syncMailbox(opened, mailbox, tally, listenerOf(opened, flags, say), options),
    );
  } catch (error) {
    throw explained(error, imap.host, say);
  }
  return conclude(opened, tally, flags, say);
}

async function readFiles(
  front: Front,
  opened: Opened,
  paths: readonly string[],
  flags: SyncFlags,
  say: Say,
): Promise<ExitCode> {
  // A slip in one name, and nothing is filed: the line can be typed again as it was meant.
  await refuseMissing(front, paths, say);
  const tally = emptyTally();
  const skipped: Unreadable[] = [];
  await syncFiles(opened, paths, tally, listenerOf(opened, flags, say), (what) => {
    skipped.push(what);
  });
  const exit = conclude(opened, tally, flags, say);
  tellSkipped(front, skipped, say);
  return skipped.length > 0 ? EXIT.attention : exit;
}

async function refuseMissing(
  { say: general, world: { files } }: Front,
  paths: readonly string[],
  { sync: say }: Say,
): Promise<void> {
  const missing: Problem[] = [];
  for (const file of paths) {
    if (file !== '-' && !(await files.stat(file))) {
      missing.push({ file, message: say.noFile, hint: general.filesHints['not-found']! });
    }
  }
  if (missing.length > 0) throw new MikronetError(EXIT.usage, missing);
}
