/** What a reading of the mailbox says while it goes, what it comes to, and the exit code that goes with it. */
import { namesIn } from '../domain/identity.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { jsonText, printable, wrap } from '../format/screens/lines.ts';
import type { Opened } from '../work/open-meeting.ts';
import type { Listener } from '../work/sync.ts';
import { syncJson, type Tally } from '../work/take-in.ts';
import type { Words } from '../words/words.ts';
import { nextCommand, screenWidth, type SharedFlags } from './command.ts';
import { mailLine } from './sync-lines.ts';

type Say = Words<'replies'>;

export interface SyncFlags extends SharedFlags {
  readonly from?: readonly string[];
  readonly watch?: boolean;
  readonly since?: string;
  readonly confirm?: boolean;
}

/** Says of each mail what became of it: as data, with --json as talk. */
export function listenerOf(opened: Opened, flags: SyncFlags, say: Say): Listener {
  const { world } = opened;
  return tellingBy(opened, say, (text) => {
    if (!flags.json) world.terminal.out(hanging(text, screenWidth(world)));
    else if (flags.verbose) world.terminal.err(text);
  });
}

/** The same for a command that reads the mailbox on its way to something else. */
export function tellingBy(
  { world: { terminal }, roster }: Opened,
  say: Say,
  tell: (line: string) => void,
): Listener {
  const nameOf = namesIn(roster);
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

/** What was read, in one line, and what is to be done now. */
export function conclude(opened: Opened, tally: Tally, flags: SyncFlags, say: Say): ExitCode {
  const { world } = opened;
  const counts = syncJson(tally);
  const toReview = counts.setAside + counts.requests;
  if (flags.json) world.terminal.out(jsonText(counts, flags.watch ? 0 : 2));
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
