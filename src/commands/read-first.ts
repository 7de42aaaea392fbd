/** Reads the answers home before a command that must know the last of them. */
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { mailSettings, withMailbox } from '../work/mail-settings.ts';
import { explained } from '../work/mailbox-trouble.ts';
import { refold, type Opened } from '../work/open-meeting.ts';
import { syncMailbox } from '../work/sync.ts';
import { emptyTally } from '../work/take-in.ts';
import { words } from '../words/words.ts';
import type { Front } from './command.ts';
import { tellingBy } from './sync-talk.ts';

/** The meeting with what was read, and the exit code that goes with it. */
export interface ReadFirst {
  readonly opened: Opened;
  /** A mail was set aside: a person is needed. */
  readonly exit: ExitCode;
}

/** What it reads is said on stderr; a mailbox that cannot be read stops the command (75). */
export async function readFirst(front: Front, opened: Opened): Promise<ReadFirst> {
  const [say, servers, more] = await Promise.all([
    words(front.language, 'replies'),
    words(front.language, 'servers'),
    words(front.language, 'mailings'),
  ]);
  const { world } = opened;
  const { terminal } = world;
  const { imap } = await mailSettings(world, opened.folder, servers);
  if (!imap) {
    terminal.err(more.noMailbox);
    return { opened, exit: EXIT.done };
  }
  const tally = emptyTally();
  const listener = tellingBy(opened, say, (line) => terminal.err(line));
  try {
    await withMailbox(world, imap, (mailbox) =>
      syncMailbox(opened, mailbox, tally, listener, { note: true }),
    );
  } catch (error) {
    throw withWayOut(explained(error, imap.host, say), more.orNoSync);
  }
  const isSetAside = tally.setAside + tally.requests > 0;
  return { opened: await refold(opened), exit: isSetAside ? EXIT.attention : EXIT.done };
}

function withWayOut(error: unknown, wayOut: string): unknown {
  if (!(error instanceof MikronetError)) return error;
  const problems = error.problems.map((problem) => ({
    ...problem,
    hint: problem.hint ? `${problem.hint}; ${wayOut}` : wayOut,
  }));
  return new MikronetError(error.exit, problems);
}
