/** `review` on a terminal: one mail after the other, and what it is. */
import type { NetworkJson } from '../domain/contract.ts';
import type { Answer, ReplyContent } from '../domain/model.ts';
import {
  suggestedNetwork,
  suggestedReply,
  suggestsOptOut,
  type Waiting,
} from '../domain/review.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { formatProblem } from '../format/screens/problem.ts';
import {
  suggestionInWords,
  waitingHandles,
  waitingLines,
} from '../format/screens/review-screen.ts';
import { typedRow } from '../format/lists/typed-row.ts';
import { words } from '../words/words.ts';
import { FileError, type Asker } from '../world.ts';
import { askRow } from './ask-row.ts';
import { askNetwork } from './ask-network.ts';
import { nextCommand, printLines } from './command.ts';
import { seatsFrom } from './reply-by-hand.ts';
import { carryOut, type Choice, type Reviewing } from './review-choice.ts';
import { completed, speaker } from './review-flags.ts';

/** The journal is held only while a decision is written, not while she thinks. */
export async function askOneByOne(
  reviewing: Reviewing,
  mails: readonly Waiting[],
): Promise<ExitCode> {
  const { opened, say, screen } = reviewing;
  const { terminal } = opened.world;
  const asker = await terminal.ask();
  const short = waitingHandles(mails);
  let left = 0;
  let invited = false;
  for (const [index, mail] of mails.entries()) {
    if (index > 0) terminal.err('');
    terminal.err(screen.paint.bold(say.heading(index + 1, mails.length, short.of(mail))));
    for (const line of waitingLines(mail, screen)) terminal.err(line);
    terminal.err('');
    const { choice, done } = await decided(reviewing, mail, asker);
    printLines(opened.world, [printable(done?.sentence ?? say.settled(mail.mail.subject))]);
    for (const line of done?.talk ?? []) terminal.err(printable(line));
    if (choice.kind === 'later') left += 1;
    invited ||= done?.added !== undefined;
  }
  if (left > 0) terminal.err(say.stillWaiting(left));
  nextCommand(opened.world, invited ? reviewing.adding.next : say.next.status);
  return EXIT.done;
}

/**
 * What stands in the way (a list open in Excel, somebody else who writes, a name that the list
 * cannot hold) is said, and she is asked again: nothing of what she decided before is lost.
 */
async function decided(reviewing: Reviewing, mail: Waiting, asker: Asker) {
  const { terminal } = reviewing.opened.world;
  for (;;) {
    const choice = await ask(reviewing, mail, asker);
    try {
      return { choice, done: await carryOut(reviewing, mail, choice) };
    } catch (error) {
      const general = await words(reviewing.language, 'general');
      if (error instanceof MikronetError) {
        for (const problem of error.problems) terminal.err(formatProblem(problem, general));
      } else if (error instanceof FileError) {
        terminal.err(printable(`${error.path}: ${general.files[error.trouble]}`));
      } else throw error;
    }
  }
}

type Picked = 'accept' | Answer | 'other-network' | 'opt-out' | 'dismiss' | 'later';

async function ask(reviewing: Reviewing, mail: Waiting, asker: Asker): Promise<Choice> {
  const { networks } = reviewing;
  const picked = await asker.select<Picked>({
    message: reviewing.say.asks,
    choices: choices(reviewing, mail),
  });
  switch (picked) {
    case 'later':
      return { kind: 'later' };
    case 'dismiss':
      return { kind: 'dismiss' };
    case 'accept':
      if (mail.type === 'request-received') return askInvitation(reviewing, mail);
      break;
    case 'other-network':
      return askAnswer(reviewing, mail, asker);
    default:
      break;
  }
  const network =
    networks.find(({ id }) => id === suggestedNetwork(mail)) ??
    (await askNetwork(networks, asker, reviewing.answers));
  if (picked === 'opt-out' || (picked === 'accept' && suggestsOptOut(mail))) {
    return { kind: 'opt-out', ...whose(mail, network) };
  }
  const suggestion = suggestedReply(mail);
  const reply =
    picked === 'accept' && suggestion
      ? suggestion
      : await askDetails(reviewing, picked as Answer, suggestion, asker);
  return { kind: 'answer', ...whose(mail, network), reply };
}

function whose(mail: Waiting, network: NetworkJson) {
  const contact = speaker(mail, network);
  return { network: network.id, ...(contact !== undefined && { contact }) };
}

/** The suggestion first, so that Enter is enough where it is right. */
function choices({ say, screen }: Reviewing, mail: Waiting) {
  const suggestion = suggestionInWords(mail, screen);
  const suggested = suggestedReply(mail)?.answer;
  const isRequest = mail.type === 'request-received';
  const answers = (['accepted', 'declined', 'tentative'] as const)
    .filter((answer) => !isRequest && answer !== suggested)
    .map((value) => ({ name: say.choices[value], value }));
  const list: readonly { readonly name: string; readonly value: Picked }[] = [
    ...(isRequest ? [{ name: say.choices.invite, value: 'accept' as const }] : []),
    ...(suggestion === undefined || isRequest
      ? []
      : [{ name: printable(say.choices.accept(suggestion)), value: 'accept' as const }]),
    ...answers,
    {
      name: isRequest ? say.choices.someNetwork : say.choices.otherNetwork,
      value: 'other-network',
    },
    ...(suggestsOptOut(mail) || isRequest
      ? []
      : [{ name: say.choices.optOut, value: 'opt-out' as const }]),
    { name: isRequest ? say.choices.nothingToDo : say.choices.notAnAnswer, value: 'dismiss' },
    { name: say.choices.later, value: 'later' },
  ];
  return list;
}

/** An answer of a network that she picks. */
async function askAnswer(reviewing: Reviewing, mail: Waiting, asker: Asker): Promise<Choice> {
  const { networks, say, answers } = reviewing;
  const network = await askNetwork(networks, asker, answers);
  const suggestion = suggestedReply(mail);
  const answer = await asker.select<Answer>({
    message: answers.askAnswer,
    choices: (['accepted', 'declined', 'tentative'] as const).map((value) => ({
      name: say.choices[value],
      value,
    })),
    ...(suggestion && suggestion.answer !== 'needs-action' && { default: suggestion.answer }),
  });
  const reply = await askDetails(reviewing, answer, suggestion, asker);
  return { kind: 'answer', ...whose(mail, network), reply };
}

/** A yes has a number, where somebody knows it. */
async function askDetails(
  { say }: Reviewing,
  answer: Answer,
  suggestion: ReplyContent | undefined,
  asker: Asker,
): Promise<ReplyContent> {
  const known = suggestion?.seats;
  const typed =
    answer === 'accepted'
      ? await asker.input({
          message: say.askSeats,
          ...(known !== undefined && { default: String(known) }),
          validate: (value) =>
            value.trim() === '' || seatsFrom(value) !== undefined || say.badSeats,
        })
      : '';
  const seats = seatsFrom(typed);
  return completed(
    { answer, attendees: [], answers: {}, ...(seats !== undefined && { seats }) },
    suggestion,
  );
}

async function askInvitation(
  { opened, adding, language }: Reviewing,
  mail: Waiting,
): Promise<Choice> {
  const suggested = mail.type === 'request-received' ? mail.suggested : undefined;
  const typed = await askRow(
    opened,
    {},
    {
      email: mail.mail.from,
      ...(suggested?.network !== undefined && { network: suggested.network }),
      ...(suggested?.contact !== undefined && { contact: suggested.contact }),
    },
    language,
  );
  return { kind: 'invite', row: typedRow(typed, adding, await words(language, 'reading')) };
}
