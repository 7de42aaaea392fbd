/** `undo`: the last thing a person wrote down does not count any more. */
import type { Fact, MailDismissed, OptedOut, ReplyReceived } from '../domain/facts.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/lines.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { withJournal } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import { examples, type CommandModule, type Front, type SharedFlags } from './command.ts';

type ByHand = ReplyReceived | MailDismissed | OptedOut;

const undo: CommandModule = async (command, front) => {
  const say = await words(front.language, 'answers');
  examples(command, front, say.undoExamples);
  command.action(async (flags: SharedFlags) => front.done(await run(front, say, flags)));
};

export default undo;

async function run(front: Front, say: Words<'answers'>, flags: SharedFlags): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  // Chosen under the lock, so that two people cannot take back the same thing.
  const undone = await withJournal(opened, async (writer) => {
    const last = lastByHand(writer.facts);
    if (!last) {
      throw new MikronetError(EXIT.usage, {
        message: say.nothingToUndo,
        hint: say.nothingToUndoHint,
      });
    }
    await writer.append({ type: 'retracted', fact: last.id, why: 'undo' });
    return last;
  });
  const { terminal } = opened.world;
  if (flags.json) terminal.out(`${JSON.stringify({ v: 1, retracted: undone }, null, 2)}\n`);
  else terminal.out(`${printable(say.undone(inWords(undone, opened, say)))}\n`);
  return EXIT.done;
}

function lastByHand(facts: readonly Fact[]): ByHand | undefined {
  const retracted = new Set(
    facts.flatMap((fact) => (fact.type === 'retracted' ? [fact.fact] : [])),
  );
  return facts.findLast(
    (fact): fact is ByHand =>
      !retracted.has(fact.id) &&
      (fact.type === 'mail-dismissed' ||
        ((fact.type === 'reply-received' || fact.type === 'opted-out') &&
          fact.source === 'manual')),
  );
}

function inWords(fact: ByHand, { roster, reading }: Opened, say: Words<'answers'>): string {
  if (fact.type === 'mail-dismissed') {
    const settled = reading.facts.find(({ id }) => id === fact.settles);
    return say.whatDismissed(settled && 'mail' in settled ? (settled.mail?.subject ?? '') : '');
  }
  const network = roster.networks.find(({ id }) => id === fact.network)?.name ?? fact.network;
  if (fact.type === 'opted-out') return say.whatOptedOut(fact.contact ?? network);
  const seats = fact.reply.seats ?? fact.reply.attendees.length;
  const what = [say.group[fact.reply.answer], ...(seats > 0 ? [say.seatsCount(seats)] : [])];
  return say.whatReply(network, what.join(', '));
}
