/** `opt-out`: a network or an address gets no more mails; `--undo` takes that back. */
import type { FactDraft } from '../domain/facts.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { printable } from '../format/lines.ts';
import { nameThem, type Named } from '../work/name-people.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { writeFacts } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import { examples, type CommandModule, type Front, type SharedFlags } from './command.ts';

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
  const who = nameThem(opened, typed, say, await words(front.language, 'opening'));
  const standing = theirOptOuts(opened, who);
  const facts: FactDraft[] = flags.undo
    ? standing.map(({ id }) => ({ type: 'retracted', fact: id, why: 'opt-out --undo' }))
    : standing.length > 0
      ? []
      : who.networks.map((network) => ({
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
    terminal.out(
      `${JSON.stringify({ v: 1, networks: who.networks, address: who.address ?? null, optedOut }, null, 2)}\n`,
    );
  } else terminal.out(`${printable(sentence(who.shown))}\n`);
  return EXIT.done;
}

/** Of the network as a whole, or of the very address. */
function theirOptOuts({ state }: Opened, who: Named) {
  return state.optOuts.filter(
    ({ network, contact }) =>
      who.networks.includes(network) &&
      (who.address === undefined
        ? contact === undefined || who.addresses.includes(contact.toLowerCase())
        : contact?.toLowerCase() === who.address),
  );
}
