/** `opt-out`: a network or an address gets no more mails; `--undo` takes that back. */
import type { FactDraft, OptedOut } from '../domain/facts.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { selectPeople, type Selected } from '../work/select-people.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { writeFacts } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly undo?: boolean;
}

const optOut: CommandModule = async (command, front) => {
  const say = await words(front.language, 'privacy');
  command.argument('<network|address>', say.who).option('--undo', say.optOut.undo);
  examples(command, front, say.optOut.examples);
  command.action(async (typed: string, flags: Flags) =>
    front.done(await run(front, say, typed, flags)),
  );
};

export default optOut;

async function run(
  front: Front,
  say: Words<'privacy'>,
  typed: string,
  flags: Flags,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const who = selectPeople(opened, typed, say, await words(front.language, 'opening'));
  const facts: readonly FactDraft[] = flags.undo
    ? theirOptOuts(opened, who).map(({ id }) => ({
        type: 'retracted',
        fact: id,
        why: 'opt-out --undo',
      }))
    : who.networks
        .filter((network) => !isCovered(opened, network, who.address))
        .map((network) => ({
          type: 'opted-out',
          network,
          ...(who.address !== undefined && { contact: who.address }),
          source: 'manual',
        }));
  if (facts.length > 0) await writeFacts(opened, ...facts);
  const sentence = flags.undo
    ? facts.length > 0
      ? say.optOut.undone
      : say.optOut.nothing
    : facts.length > 0
      ? say.optOut.done
      : say.optOut.already;
  const { terminal } = opened.world;
  if (flags.json) {
    const optedOut = !flags.undo;
    const { networks, address = null } = who;
    printJson(opened.world, { v: 1, networks, address, optedOut });
  } else printLines(opened.world, [printable(sentence(who.shown))]);
  if (flags.undo) {
    for (const name of stillWhole(opened, who))
      terminal.err(printable(say.optOut.stillWhole(name)));
  }
  return EXIT.done;
}

/** The network wants no mails, or this address of it; that somebody else there wants none is not enough. */
function isCovered({ state }: Opened, network: string, address: string | undefined): boolean {
  return state.optOuts.some(
    (each) =>
      each.network === network &&
      (each.contact === undefined ||
        (address !== undefined && each.contact.toLowerCase() === address)),
  );
}

/** Networks of an address that want no mails as a whole: taking back its own word changes nothing. */
function stillWhole({ roster }: Opened, { address, networks }: Selected): readonly string[] {
  if (address === undefined) return [];
  return roster.networks
    .filter(({ id, optOuts }) => networks.includes(id) && optOuts.some(isOfNetwork))
    .map(({ name }) => name);
}

function isOfNetwork({ contact }: OptedOut): boolean {
  return contact === undefined;
}

/** Of the network as a whole, or of the very address. */
function theirOptOuts({ state }: Opened, who: Selected) {
  return state.optOuts.filter(
    ({ network, contact }) =>
      who.networks.includes(network) &&
      (who.address === undefined
        ? contact === undefined || who.addresses.includes(contact.toLowerCase())
        : contact?.toLowerCase() === who.address),
  );
}
