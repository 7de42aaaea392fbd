/** `merge`: joins another copy of the journal with this one. */
import { namesIn } from '../domain/identity.ts';
import { merge as join, type Merged } from '../domain/merge.ts';
import type { Fact } from '../domain/facts.ts';
import { EXIT, MikronetError, type ExitCode, type Problem } from '../errors.ts';
import { erasedHash } from '../format/keyed.ts';
import { printable } from '../format/screens/lines.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { words, type Words } from '../words/words.ts';
import { FileError } from '../world.ts';
import {
  examples,
  nextCommand,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

type Say = Words<'journal'>['merge'];

const merge: CommandModule = async (command, front) => {
  const { merge: say } = await words(front.language, 'journal');
  command.argument('<file>', say.argument);
  examples(command, front, say.examples);
  command.action(async (file: string, flags: SharedFlags) =>
    front.done(await run(front, say, file, flags)),
  );
};

export default merge;

async function run(front: Front, say: Say, typed: string, flags: SharedFlags): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const { world, journal, roster } = opened;
  const file = await whichFile(opened, typed);
  const theirs = await readCopy(opened, file, say);
  let joined: Merged = { facts: [], added: 0, twice: [] };
  await journal.rewrite((ours) => (joined = joinSafely(ours, theirs)).facts);
  const aside = await moveAside(opened, file);

  const { added, twice } = joined;
  const { terminal } = world;
  if (flags.json) printJson(world, { v: 1, added, sentTwice: twice });
  else printLines(world, [say.done(added)]);
  const nameOf = namesIn(roster);
  for (const { network, address } of twice) {
    terminal.err(printable(say.twice(nameOf(network), address)));
  }
  if (aside !== undefined) terminal.err(printable(say.moved(file, aside)));
  nextCommand(world, say.next);
  return twice.length > 0 ? EXIT.attention : EXIT.done;
}

/** As it was typed; else the one beside the journal, which every command names without its folder. */
async function whichFile({ world: { files }, folder }: Opened, typed: string): Promise<string> {
  if (await files.stat(typed)) return typed;
  const beside = files.path(folder, typed);
  return (await files.stat(beside)) ? beside : typed;
}

/** Only a copy of the very same journal can be joined: the key tells. */
async function readCopy(
  { world, journal, state }: Opened,
  file: string,
  say: Say,
): Promise<readonly Fact[]> {
  if (world.files.path(file) === journal.path) throw refuse({ file, message: say.itself });
  const kind = (await world.files.stat(file))?.kind;
  if (kind === undefined) throw new FileError('not-found', file);
  const { begun } = state;
  if (!begun) throw refuse({ message: say.unbegun, hint: say.unbegunHint });
  const facts = await world.journals.readCopy(file);
  const other = facts.find((fact) => fact.type === 'journal-begun');
  if (!other) throw refuse({ file, message: say.notAJournal });
  if (other.key !== begun.key) {
    throw refuse(
      other.meeting === begun.meeting
        ? { file, message: say.otherBeginning, hint: say.otherBeginningHint }
        : { file, message: say.otherMeeting(begun.meeting, other.meeting) },
    );
  }
  return facts;
}

function refuse(problem: Problem): MikronetError {
  return new MikronetError(EXIT.usage, problem);
}

/** What was forgotten in either stays forgotten. */
function joinSafely(ours: readonly Fact[], theirs: readonly Fact[]): Merged {
  const both = [...ours, ...theirs];
  const hashes = new Set(both.flatMap((fact) => (fact.type === 'erased' ? fact.hashes : [])));
  const begun = both.find((fact) => fact.type === 'journal-begun');
  return join(
    ours,
    theirs,
    (text) => hashes.size > 0 && hashes.has(erasedHash(begun?.key ?? '', text)),
  );
}

/** A copy beside the journal would be named by every command: it gets another ending. */
async function moveAside({ world, folder }: Opened, file: string): Promise<string | undefined> {
  const { files } = world;
  const path = files.path(file);
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (files.path(folder, name) !== path) return undefined;
  const aside = `${name}.merged`;
  await files.write(files.path(folder, aside), await files.read(path));
  await files.remove(path);
  return aside;
}
