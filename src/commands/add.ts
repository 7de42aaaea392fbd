/** `add`: a network, or a contact of one, more in networks.csv. */
import { EXIT, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { typedRow } from '../format/lists/typed-row.ts';
import { askRow } from './ask-row.ts';
import { addToList, type AddedRow } from '../work/add-to-list.ts';
import { openMeeting } from '../work/open-meeting.ts';
import { withJournal } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import type { World } from '../world.ts';
import {
  examples,
  nextCommand,
  printJson,
  printLines,
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
    ? await askRow(opened, { network, email, ...flags }, {}, front.language)
    : { network: network ?? '', email: email ?? '', ...flags };
  const row = typedRow(typed, say, await words(front.language, 'reading'));
  const added = await withJournal(opened, (writer) =>
    addToList(opened, writer, row, front.language),
  );
  tellAdded(opened.world, added, say, flags);
  nextCommand(opened.world, say.next);
  return EXIT.done;
}

function tellAdded(world: World, row: AddedRow, say: Say, { json }: Flags): void {
  const { network, name, address, line, backup } = row;
  const isNew = backup !== undefined;
  if (json) {
    const added = { network, name, email: address, line, isNew, backup: backup ?? null };
    printJson(world, { v: 1, added });
  } else {
    const sentence = isNew ? say.added(name, address, line) : say.isThere(address, name, line);
    printLines(world, [printable(sentence)]);
  }
  for (const note of addedNotes(row, say)) world.terminal.err(printable(note));
}

/** What a person should know about a row besides that it is there. */
export function addedNotes(
  { address, backup, leftOut, sharedWith, isErased }: AddedRow,
  say: Say,
): readonly string[] {
  return [
    ...(sharedWith === undefined ? [] : [say.shared(address, sharedWith)]),
    ...(leftOut.length > 0 ? [say.leftOut(leftOut)] : []),
    ...(isErased ? [say.erased(address)] : []),
    ...(backup === undefined ? [] : [say.backup(backup)]),
  ];
}
