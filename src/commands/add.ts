/** `add`: a network, or a contact of one, more in networks.csv. */
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/lines.ts';
import { typedName, typedRow } from '../format/typed-row.ts';
import { addToList, type AddedRow } from '../work/add-to-list.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { withJournal } from '../work/write-journal.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import type { World } from '../world.ts';
import {
  examples,
  nextCommand,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly contact?: string;
  readonly language?: string;
  readonly phone?: string;
}

type Say = Words<'adding'>;

const add: CommandModule = async (command, front) => {
  const say = await words(front.language, 'adding');
  command
    .argument('[network]', say.network)
    .argument('[email]', say.email)
    .option('--contact <name>', say.contact)
    .option('--language <language>', say.language)
    .option('--phone <number>', say.phone);
  examples(command, front, say.examples);
  command.action(async (network: string | undefined, email: string | undefined, flags: Flags) =>
    front.done(await run(front, say, network, email, flags)),
  );
};

export default add;

async function run(
  front: Front,
  say: Say,
  network: string | undefined,
  email: string | undefined,
  flags: Flags,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags, { mayBeEmpty: true });
  const { terminal } = opened.world;
  const asks = (network === undefined || email === undefined) && terminal.canAsk;
  const typed = asks
    ? await askRow(opened, { network, email, ...flags }, front.language, say)
    : { network: network ?? '', email: email ?? '', ...flags };
  const row = typedRow(typed, say, await words(front.language, 'reading'));
  const added = await withJournal(opened, (writer) =>
    addToList(opened, writer, row, front.language),
  );
  tellAdded(opened.world, added, say, flags);
  return EXIT.done;
}

/** Only what the file has a column for. */
async function askRow(
  { world, networks }: Opened,
  given: Partial<
    Record<'network' | 'email' | 'contact' | 'language' | 'phone', string | undefined>
  >,
  screen: ScreenLanguage,
  say: Say,
) {
  const asker = await world.terminal.ask();
  const reading = await words(screen, 'reading');
  const has = (column: string) => networks.headings.some((heading) => heading.column === column);
  const network =
    given.network ??
    (await asker.input({
      message: say.askNetwork,
      validate: (value) => typedName(value) !== undefined || say.missing('network'),
    }));
  const email =
    given.email ??
    (await asker.input({
      message: say.askEmail,
      validate: (value) => fault({ network, email: value }, say, reading) ?? true,
    }));
  const contact =
    given.contact ?? (has('contact') ? await asker.input({ message: say.askContact }) : '');
  const language =
    given.language ?? (has('language') ? await asker.input({ message: say.askLanguage }) : '');
  return { network, email, contact, language, phone: given.phone ?? '' };
}

function fault(
  typed: { readonly network: string; readonly email: string },
  say: Say,
  reading: Words<'reading'>,
): string | undefined {
  try {
    typedRow(typed, say, reading);
    return undefined;
  } catch (error) {
    if (error instanceof MikronetError) return error.problems[0]?.message;
    throw error;
  }
}

/** What was written, and what a person should know about it. */
export function tellAdded(
  world: World,
  { network, name, address, line, backup, leftOut, sharedWith, isErased }: AddedRow,
  say: Say,
  { json }: { readonly json?: boolean },
): void {
  const { terminal } = world;
  const tell = (sentence: string) => terminal.err(printable(sentence));
  const isNew = backup !== undefined;
  if (json) {
    const added = { network, name, email: address, line, isNew, backup: backup ?? null };
    terminal.out(`${JSON.stringify({ v: 1, added }, null, 2)}\n`);
  } else if (isNew) terminal.out(`${printable(say.added(name, address, line))}\n`);
  else terminal.out(`${printable(say.isThere(address, name, line))}\n`);
  if (sharedWith !== undefined) tell(say.shared(address, sharedWith));
  if (leftOut.length > 0) tell(say.leftOut(leftOut));
  if (isErased) tell(say.erased(address));
  if (isNew) tell(say.backup(backup));
  nextCommand(world, say.next);
}
