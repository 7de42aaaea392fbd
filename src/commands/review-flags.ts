/** A decision as flags say it; every fault at once. */
import type { NetworkJson } from '../domain/contract.ts';
import type { Answer, ReplyContent } from '../domain/model.ts';
import {
  suggestedNetwork,
  suggestedReply,
  suggestsOptOut,
  type Waiting,
} from '../domain/review.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { typedRow } from '../format/lists/typed-row.ts';
import { contactOf } from '../work/select-contact.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { words } from '../words/words.ts';
import { replyFrom } from './reply-by-hand.ts';
import type { Choice, Reviewing } from './review-choice.ts';

export interface DecisionFlags {
  readonly accept?: boolean;
  readonly answer?: string;
  readonly network?: string;
  readonly contact?: string;
  readonly seats?: string;
  readonly attendee?: readonly string[];
  readonly notAnAnswer?: boolean;
  readonly optOut?: boolean;
  readonly later?: boolean;
}

/** Without a decision of its own, a flag such as --network accepts the suggestion for that one. */
export async function choiceFrom(
  reviewing: Reviewing,
  waiting: Waiting,
  flags: DecisionFlags,
): Promise<Choice> {
  const { say } = reviewing;
  const { accept, answer, notAnAnswer, optOut, later } = flags;
  const decisions = [accept, answer, notAnAnswer, optOut, later].filter(
    (flag) => flag !== undefined,
  );
  if (decisions.length > 1) throw new MikronetError(EXIT.usage, { message: say.oneOnly });
  if (later) return { kind: 'later' };
  if (notAnAnswer) return { kind: 'dismiss' };
  if (waiting.type === 'request-received' && answer === undefined && !optOut) {
    return invitation(reviewing, waiting, flags);
  }
  if (optOut || (answer === undefined && suggestsOptOut(waiting))) {
    return { kind: 'opt-out', ...whoseOf(reviewing, waiting, flags) };
  }
  const suggestion = suggestedReply(waiting);
  if (answer === undefined && !suggestion) {
    throw new MikronetError(EXIT.usage, {
      message: say.noneToAccept(waiting.mail.subject),
      hint: say.noneToAcceptHint,
    });
  }
  const said = replyFrom(
    {
      answer: answer ?? SPOKEN[suggestion!.answer],
      ...(flags.seats !== undefined && { seats: flags.seats }),
      ...(flags.attendee && { attendee: flags.attendee }),
    },
    reviewing.opened.meeting,
    reviewing.answers,
  );
  return {
    kind: 'answer',
    ...whoseOf(reviewing, waiting, flags),
    reply: completed(said, suggestion),
  };
}

const SPOKEN: Readonly<Record<Answer, string>> = {
  accepted: 'yes',
  declined: 'no',
  tentative: 'maybe',
  'needs-action': 'none',
};

/** What the mail says besides the answer still holds, unless it goes with a yes alone. */
export function completed(said: ReplyContent, mail: ReplyContent | undefined): ReplyContent {
  if (!mail) return said;
  const comes = said.answer === 'accepted' || said.answer === 'tentative';
  const isNamed = said.attendees.length > 0;
  const seats = said.seats ?? (comes && !isNamed ? mail.seats : undefined);
  return {
    answer: said.answer,
    ...(seats !== undefined && { seats }),
    attendees: isNamed || !comes ? said.attendees : mail.attendees,
    answers: mail.answers,
    ...(mail.remark !== undefined && { remark: mail.remark }),
  };
}

/** The network named, else the suggested one; of that, the contact. */
function whoseOf(
  { networks, say, opening, answers }: Reviewing,
  waiting: Waiting,
  { network: typed, contact }: DecisionFlags,
): { readonly network: string; readonly contact?: string } {
  const suggested = suggestedNetwork(waiting);
  const network =
    typed === undefined
      ? networks.find(({ id }) => id === suggested)
      : selectNetworks(networks, [typed], opening)[0];
  if (!network) {
    throw new MikronetError(EXIT.usage, {
      message: say.networkMissing(waiting.mail.subject),
      hint: say.networkMissingHint,
    });
  }
  const whose =
    contact === undefined ? speaker(waiting, network) : contactOf(network, contact, answers);
  return { network: network.id, ...(whose !== undefined && { contact: whose }) };
}

/** The contact whose invitation it answers, else the one who wrote; else it speaks for them all. */
export function speaker(waiting: Waiting, network: NetworkJson): string | undefined {
  const suggestion = waiting.type === 'mail-set-aside' ? waiting.suggestion : undefined;
  if (suggestion?.network === network.id) return suggestion.contact;
  const from = waiting.mail.from.toLowerCase();
  return network.contacts.find(({ email }) => email.toLowerCase() === from)?.email;
}

async function invitation(
  { say, adding, answers, language }: Reviewing,
  waiting: Waiting,
  { network, contact, seats, attendee }: DecisionFlags,
): Promise<Choice> {
  const suggested = waiting.type === 'request-received' ? waiting.suggested : undefined;
  const name = network ?? suggested?.network;
  const problems = [
    ...(name === undefined
      ? [{ message: say.nameMissing(waiting.mail.subject), hint: say.nameMissingHint }]
      : []),
    ...(seats === undefined && attendee === undefined
      ? []
      : [{ message: answers.seatsWithoutYes, hint: answers.badAnswerHint }]),
  ];
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  const typed = {
    network: name!,
    email: waiting.mail.from,
    contact: contact ?? suggested?.contact ?? '',
  };
  return { kind: 'invite', row: typedRow(typed, adding, await words(language, 'reading')) };
}
