/** `sync`: reads the answers home, files what is certain, and sets the rest aside. */
import type { Instant } from '../domain/model.ts';
import { EXIT, gravest, MikronetError, type ExitCode } from '../errors.ts';
import { printable, wrap } from '../format/lines.ts';
import { dateFrom } from '../format/typed-time.ts';
import { mailSettings } from '../work/mail-settings.ts';
import type { Unreadable } from '../work/mail-files.ts';
import { explainMailbox } from '../work/mailbox-trouble.ts';
import { openMeeting, refold, type Opened } from '../work/open-meeting.ts';
import { dayBegins, syncFiles, syncMailbox, type Listener } from '../work/sync.ts';
import { emptyTally, syncJson, type Tally } from '../work/take-in.ts';
import { words, type Words } from '../words/words.ts';
import { MailboxError, type Mailbox, type MailboxSettings } from '../world.ts';
import {
  examples,
  nextCommand,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { openConfirming, type Confirm } from './confirm-answers.ts';
import { mailLine } from './sync-lines.ts';

interface Flags extends SharedFlags {
  readonly from?: readonly string[];
  readonly watch?: boolean;
  readonly since?: string;
  readonly confirm?: boolean;
}

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
  command.action(async (flags: Flags) => front.done(await run(front, say, flags)));
};

export default sync;

async function run(front: Front, say: Say, flags: Flags): Promise<ExitCode> {
  if (flags.watch && flags.from) {
    throw new MikronetError(EXIT.usage, { message: say.sync.watchFrom });
  }
  const opened = await openMeeting(front, flags);
  const since = flags.since === undefined ? undefined : sinceDay(flags.since, opened, say);
  const confirm = flags.confirm ? await openConfirming(front, opened) : nothingMore;
  if (flags.from) {
    const exit = await readFiles(opened, flags.from, flags, say);
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
  flags: Flags,
  say: Say,
  since: Instant | undefined,
): Promise<ExitCode> {
  const tally = emptyTally();
  let mailbox: Mailbox | undefined;
  try {
    mailbox = await opened.world.openMailbox(imap);
    await syncMailbox(opened, mailbox, tally, listenerOf(opened, flags, say), {
      note: true,
      ...(since !== undefined && { since }),
    });
  } catch (error) {
    explainMailbox(error, imap.host, say);
  } finally {
    await mailbox?.close();
  }
  return conclude(opened, tally, flags, say);
}

async function readFiles(
  opened: Opened,
  paths: readonly string[],
  flags: Flags,
  say: Say,
): Promise<ExitCode> {
  const { terminal } = opened.world;
  const tally = emptyTally();
  const skipped: Unreadable[] = [];
  await syncFiles(opened, paths, tally, listenerOf(opened, flags, say), (what) => {
    skipped.push(what);
  });
  const missing = skipped.filter(({ trouble }) => trouble === 'not-found');
  for (const { file, trouble } of skipped) {
    if (trouble === 'outlook') {
      terminal.err(printable(say.sync.outlookFile(file)));
      terminal.err(printable(say.sync.outlookFileHint));
    } else if (trouble === 'not-mail') terminal.err(printable(say.sync.notMail(file)));
  }
  if (missing.length > 0) {
    const problems = missing.map(({ file }) => ({ file, message: say.sync.noFile }));
    throw new MikronetError(EXIT.usage, problems);
  }
  const exit = conclude(opened, tally, flags, say);
  return skipped.length > 0 ? EXIT.attention : exit;
}

/** Junk and archive get no word of new mail; they are looked at this often. */
const LOOK_AGAIN = 10 * 60_000;
const TRY_AGAIN = 60_000;
/** A line in the journal says this often that nothing came. */
const NOTE_EVERY = 60 * 60_000;

async function watch(
  first: Opened,
  imap: MailboxSettings,
  flags: Flags,
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
    explainMailbox(error, imap.host, say);
  } finally {
    await mailbox?.close();
  }
  return EXIT.interrupted;
}

/** A server that is away, or somebody else who writes the journal just now. */
function whyItPasses(error: unknown, host: string, say: Say): string | undefined {
  if (error instanceof MailboxError && WAITS.has(error.trouble)) {
    return say.mailbox[error.trouble](host, error.detail);
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

function listenerOf({ world, roster }: Opened, flags: Flags, say: Say): Listener {
  const { terminal } = world;
  const names = new Map(roster.networks.map(({ id, name }) => [id, name]));
  const nameOf = (network: string) => names.get(network) ?? network;
  // With --json the lines are talk.
  const tell = (text: string) => {
    if (flags.json) {
      if (flags.verbose) terminal.err(text);
    } else terminal.out(hanging(text, screenWidth(world)));
  };
  return {
    mail(mail) {
      const line = mailLine(mail, nameOf, say);
      if (line !== undefined) tell(printable(line));
    },
    cleared: ({ network, address }) => tell(printable(say.line.cleared(nameOf(network), address))),
    noFolder: (folder, known) => terminal.err(printable(say.sync.noFolder(folder, known))),
    progress: (folder, read) => terminal.progress(printable(say.sync.reading(folder, read))),
  };
}

/** A line that does not fit goes on indented, so that each mail is seen. */
function hanging(text: string, width: number): string {
  const [first = '', ...rest] = wrap(text, width);
  const more = wrap(rest.join(' '), width - 2);
  return [first, ...(rest.length > 0 ? more.map((line) => `  ${line}`) : [])]
    .map((line) => `${line}\n`)
    .join('');
}

function conclude(opened: Opened, tally: Tally, flags: Flags, say: Say): ExitCode {
  const { world } = opened;
  const counts = syncJson(tally);
  const toReview = counts.setAside + counts.requests;
  if (flags.json) world.terminal.out(`${JSON.stringify(counts, null, flags.watch ? 0 : 2)}\n`);
  else {
    const { read, passedOver, known } = counts;
    const filed = read - toReview - passedOver - known;
    const line =
      read === 0
        ? opened.state.messages.size === 0
          ? say.sync.nothingSent
          : say.sync.nothingNew
        : say.sync.summary({ read, filed, setAside: toReview, passedOver, known });
    world.terminal.err(line);
    nextCommand(world, toReview > 0 ? say.sync.next.review : say.sync.next.status);
  }
  return toReview > 0 ? EXIT.attention : EXIT.done;
}
