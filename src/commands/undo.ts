/**
 * `undo`: the last thing a person wrote down does not count any more. Typed again it takes back the
 * one before that.
 */
import type {
  Fact,
  MailDismissed,
  NetworkAdded,
  OptedOut,
  ReplyReceived,
  Retracted,
} from '../domain/facts.ts';
import { dismissedSubject } from '../domain/review.ts';
import { fold } from '../domain/state.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { withJournal } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

type ByHand = ReplyReceived | MailDismissed | OptedOut | NetworkAdded | Retracted;

const undo: CommandModule = async (command, front) => {
  const say = await words(front.language, 'answers');
  examples(command, front, say.undoExamples);
  command.action(async (flags: SharedFlags) => front.done(await run(front, say, flags)));
};

export default undo;

async function run(front: Front, say: Words<'answers'>, flags: SharedFlags): Promise<ExitCode> {
  const opened = await openMeeting(front, flags, { mayBeEmpty: true });
  const choose = (facts: readonly Fact[]): ByHand => {
    const last = lastByHand(facts);
    if (last) return last;
    throw new MikronetError(EXIT.usage, {
      message: say.nothingToUndo,
      hint: say.nothingToUndoHint,
    });
  };
  // Nothing is begun where there is nothing to take back.
  const before = await readFacts(opened.journal);
  choose(before);
  // Chosen again under the lock, so that two people cannot take back the same thing.
  const undone = await withJournal(opened, async (writer) => {
    const last = choose(writer.facts);
    await writer.append({ type: 'retracted', fact: last.id, why: 'undo' });
    return last;
  });
  const { terminal } = opened.world;
  if (flags.json) printJson(opened.world, { v: 1, retracted: undone });
  else printLines(opened.world, [printable(inWords(undone, before, opened, say))]);
  if ('settles' in undone && undone.settles !== undefined) terminal.err(say.backInReview);
  const row = rowLeft(undone, opened);
  if (!row) return EXIT.done;
  terminal.err(printable(say.rowStays(row.line, row.address)));
  return EXIT.attention;
}

function lastByHand(facts: readonly Fact[]): ByHand | undefined {
  const { retracted } = fold(facts);
  return facts.findLast((fact): fact is ByHand => {
    if (retracted.has(fact.id)) return false;
    switch (fact.type) {
      case 'mail-dismissed':
      case 'network-added':
        return true;
      case 'reply-received':
      case 'opted-out':
        return fact.source === 'manual' || fact.settles !== undefined;
      case 'retracted':
        return fact.why === 'review' || fact.why === 'opt-out --undo';
      default:
        return false;
    }
  });
}

/** The row itself is the organiser's: it stays in networks.csv until she takes it out. */
function rowLeft(fact: ByHand, { rows }: Opened) {
  if (fact.type !== 'network-added') return undefined;
  return rows.find(({ address }) => address.toLowerCase() === fact.address.toLowerCase());
}

function inWords(
  fact: ByHand,
  facts: readonly Fact[],
  opened: Opened,
  say: Words<'answers'>,
): string {
  switch (fact.type) {
    case 'mail-dismissed':
      return say.undone(say.whatDismissed(dismissedSubject(fact, facts)));
    case 'network-added':
      return say.undone(say.whatAdded(fact.name));
    case 'retracted': {
      const before = facts.find(({ id }) => id === fact.fact);
      if (before?.type === 'reply-received') return say.countsAgain(answerOf(before, opened, say));
      if (before?.type === 'opted-out') return say.countsAgain(optOutOf(before, opened, say));
      return say.countsAgain(say.somethingFiled);
    }
    case 'opted-out':
      return say.undone(optOutOf(fact, opened, say));
    case 'reply-received':
      return say.undone(answerOf(fact, opened, say));
  }
}

function optOutOf(fact: OptedOut, { roster }: Opened, say: Words<'answers'>): string {
  const network = roster.networks.find(({ id }) => id === fact.network)?.name;
  return say.whatOptedOut(fact.contact ?? network ?? fact.network);
}

function answerOf(fact: ReplyReceived, { roster }: Opened, say: Words<'answers'>): string {
  const network = roster.networks.find(({ id }) => id === fact.network)?.name ?? fact.network;
  const seats = fact.reply.seats ?? fact.reply.attendees.length;
  const what = [say.group[fact.reply.answer], ...(seats > 0 ? [say.seatsCount(seats)] : [])];
  return say.whatReply(network, what.join(', '));
}
