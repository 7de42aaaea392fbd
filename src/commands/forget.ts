/** `forget`: erases a network or an address from the journal and the list, for good. */
import { erasedDraft } from '../domain/erase.ts';
import { withoutThem, type Forgotten } from '../domain/forgetting.ts';
import { forgottenOf } from '../work/held.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { erasedHash } from '../format/keyed.ts';
import { printable } from '../format/screens/lines.ts';
import { NETWORKS_FILE, withoutLines } from '../format/lists/networks-csv.ts';
import { eraseFromFiles } from '../work/erase-files.ts';
import { selectPeople, type Selected } from '../work/select-people.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { newFact } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { tellUnseen } from './unseen-files.ts';

const forget: CommandModule = async (command, front) => {
  const say = await words(front.language, 'privacy');
  command.argument('<network|address>', say.who);
  examples(command, front, say.forget.examples);
  command.action(async (typed: string, flags: SharedFlags) =>
    front.done(await run(front, say, typed, flags)),
  );
};

export default forget;

async function run(
  front: Front,
  say: Words<'privacy'>,
  typed: string,
  flags: SharedFlags,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const { terminal, files } = opened.world;
  const who = await named(front, opened, typed, say);
  const forgotten = forgottenOf(opened, who);
  const { erased, mentions } = withoutThem(await readFacts(opened.journal), forgotten);
  const { own, shared } = theirLines(opened, who);
  if (who.networks.length === 0 && erased === 0) {
    throw new MikronetError(EXIT.usage, {
      message: say.unknownAddress(typed),
      hint: say.unknownAddressHint,
    });
  }
  if (!flags.yes) {
    if (!terminal.canAsk) throw new MikronetError(EXIT.usage, say.forget.needsYes);
    terminal.err(say.forget.about(printable(who.shown), erased, own.length));
    const sure = await (await terminal.ask()).confirm({ message: say.forget.ask, default: false });
    if (!sure) return EXIT.interrupted;
  }

  // A journal that cannot be written is said before the list is.
  if (opened.state.begun) await (await opened.journal.open()).close();
  // The list first: were it the other way round, an interruption would leave them to be invited.
  if (own.length > 0) await takeOutOfList(opened, own);
  await eraseFromJournal(opened, forgotten);
  const { removed, left, unseen } = await eraseFromFiles(files, opened.folder, mentions);
  // Cut-off lines that were kept aside may name anybody, in pieces.
  const torn = `${opened.journal.path}.torn`;
  if (await files.stat(torn)) await files.remove(torn);
  if (flags.json) {
    printJson(opened.world, { v: 1, facts: erased, rows: own.length, removed, left, unseen });
  } else {
    printLines(opened.world, [say.forget.done(printable(who.shown), erased, own.length)]);
    if (removed.length > 0) printLines(opened.world, [printable(say.forget.removed(removed))]);
  }
  for (const line of shared) terminal.err(say.forget.shared(line));
  for (const file of left) terminal.err(printable(say.forget.left(file)));
  tellUnseen(front, unseen, say.forget);
  for (const line of say.forget.remains) terminal.err(line);
  return shared.length + left.length + unseen.length > 0 ? EXIT.attention : EXIT.done;
}

/** Also somebody who is no contact: who asked to be invited, or comes along with others. */
async function named(
  front: Front,
  opened: Opened,
  typed: string,
  say: Words<'privacy'>,
): Promise<Selected> {
  const address = typed.trim().toLowerCase();
  const isKnown = opened.roster.networks.some(({ contacts }) =>
    contacts.some((contact) => contact.address.toLowerCase() === address),
  );
  return address.includes('@') && !isKnown
    ? { shown: address, networks: [], address, addresses: [address] }
    : selectPeople(opened, typed, say, await words(front.language, 'opening'));
}

/** Lines that hold nobody else, and those that do. */
function theirLines({ rows }: Opened, who: Selected) {
  const theirs = new Set(who.addresses);
  const isTheirs = (address: string) => theirs.has(address.toLowerCase());
  const lines = [
    ...new Set(rows.filter(({ address }) => isTheirs(address)).map(({ line }) => line)),
  ];
  const alone = (line: number) => rows.every((row) => row.line !== line || isTheirs(row.address));
  return { own: lines.filter(alone), shared: lines.filter((line) => !alone(line)) };
}

async function takeOutOfList({ world, folder }: Opened, lines: readonly number[]): Promise<void> {
  const path = world.files.path(folder, NETWORKS_FILE);
  await world.files.write(path, withoutLines(await world.files.read(path), lines));
}

async function eraseFromJournal({ journal, state, world }: Opened, who: Forgotten): Promise<void> {
  const key = state.begun?.key;
  // Nothing was ever written about anybody.
  if (key === undefined) return;
  await journal.rewrite((facts) => {
    const { facts: left, erased, traces } = withoutThem(facts, who);
    const hashes = traces.map((trace) => erasedHash(key, trace));
    return [...left, newFact(world, erasedDraft('forget', erased, hashes))];
  });
}
