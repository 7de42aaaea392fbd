/** `record`: an answer given by phone or in person, written down. */
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { standsInWords } from '../format/screens/stands-in-words.ts';
import { openMeeting, refold, statusOf } from '../work/open-meeting.ts';
import { contactOf } from '../work/select-contact.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { writeFacts } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import type { Asker } from '../world.ts';
import {
  collect,
  examples,
  nextCommand,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { askNetwork } from './ask-network.ts';
import { answerFrom, replyFrom, seatsFrom, type Typed } from './reply-by-hand.ts';

interface Flags extends SharedFlags {
  readonly contact?: string;
  readonly seats?: string;
  readonly attendee: readonly string[];
  readonly answer: readonly string[];
  readonly remark?: string;
}

type Say = Words<'answers'>;

const record: CommandModule = async (command, front) => {
  const say = await words(front.language, 'answers');
  command
    .argument('[network]', say.network)
    .argument('[answer]', say.answer)
    .option('--contact <who>', say.contact)
    .option('--seats <n>', say.seats)
    .option('--attendee <who>', say.attendee, collect, [])
    .option('--answer <question=text>', say.answerFlag, collect, [])
    .option('--remark <text>', say.remark);
  examples(command, front, say.examples);
  command.action(async (network: string | undefined, answer: string | undefined, flags: Flags) =>
    front.done(await run(front, say, network, answer, flags)),
  );
};

export default record;

async function run(
  front: Front,
  say: Say,
  network: string | undefined,
  answer: string | undefined,
  flags: Flags,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const { terminal } = opened.world;
  const asker =
    (network === undefined || answer === undefined) && terminal.canAsk
      ? await terminal.ask()
      : undefined;
  const missing = [
    ...(network === undefined && !asker ? [{ message: say.missingNetwork }] : []),
    ...(answer === undefined && !asker
      ? [{ message: say.missingAnswer, hint: say.missingHint }]
      : []),
  ];
  if (missing.length > 0) throw new MikronetError(EXIT.usage, missing);

  const before = statusOf(opened);
  const chosen =
    network === undefined
      ? await askNetwork(before.networks, asker!, say)
      : selectNetworks(before.networks, [network], await words(front.language, 'opening'))[0]!;
  const contact = flags.contact === undefined ? undefined : contactOf(chosen, flags.contact, say);
  const typed: Typed =
    answer === undefined
      ? await askReply(flags, asker!, say)
      : { ...flags, answer, answers: flags.answer };
  const reply = replyFrom(typed, opened.meeting, say);

  await writeFacts(opened, {
    type: 'reply-received',
    source: 'manual',
    network: chosen.id,
    ...(contact !== undefined && { contact }),
    reply,
    via: 'hand',
  });
  const after = statusOf(await refold(opened));
  const now = after.networks.find(({ id }) => id === chosen.id)!;
  if (flags.json) printJson(opened.world, { v: 1, network: now });
  else {
    printLines(opened.world, [
      printable(say.recorded(now.name, standsInWords(now, after.counts.seats.free, say))),
    ]);
    nextCommand(opened.world, say.nextUndo);
  }
  return EXIT.done;
}

/** What the flags leave open is asked for; a no has neither seats nor names. */
async function askReply(flags: Flags, asker: Asker, say: Say): Promise<Typed> {
  const answer = await asker.select({
    message: say.askAnswer,
    choices: [
      { name: say.choices.accepted, value: 'yes' },
      { name: say.choices.declined, value: 'no' },
      { name: say.choices.tentative, value: 'maybe' },
      { name: say.choices['needs-action'], value: 'none' },
    ],
  });
  const comes = answerFrom(answer) === 'accepted';
  const seats =
    flags.seats ??
    (comes
      ? await asker.input({
          message: say.askSeats,
          default: '1',
          validate: (value) => seatsFrom(value) !== undefined || say.badSeatsHint,
        })
      : undefined);
  const attendees =
    flags.attendee.length > 0 || !comes
      ? flags.attendee
      : (await asker.input({ message: say.askAttendees }))
          .split(',')
          .filter((name) => name.trim() !== '');
  const remark = flags.remark ?? (await asker.input({ message: say.askRemark }));
  return {
    answer,
    ...(seats !== undefined && { seats }),
    attendee: attendees,
    answers: flags.answer,
    remark,
  };
}
