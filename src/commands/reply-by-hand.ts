/** What was typed for an answer given by phone: flags into a reply, every fault at once. */
import type { Answer, Attendee, Meeting, ReplyContent } from '../domain/model.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';

/** In English and Danish, whatever the language of the screen. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  yes: 'accepted',
  ja: 'accepted',
  no: 'declined',
  nej: 'declined',
  maybe: 'tentative',
  måske: 'tentative',
  maaske: 'tentative',
  none: 'needs-action',
  ingen: 'needs-action',
};

/** Undefined where the word is none of these. */
export function answerFrom(typed: string): Answer | undefined {
  const word = typed.normalize('NFC').trim().toLowerCase();
  return Object.hasOwn(ANSWERS, word) ? ANSWERS[word] : undefined;
}

const MOST_SEATS = 999;

/** A whole number from 1 to 999. */
export function seatsFrom(typed: string): number | undefined {
  const seats = /^\s*[0-9]{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return seats >= 1 && seats <= MOST_SEATS ? seats : undefined;
}

/** `Anna Holm <anna@example.dk>`, a name alone, or an address alone. */
function attendeeFrom(typed: string): Attendee | undefined {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const [, name = '', email = ''] = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>$/.exec(text) ?? [];
  if (email !== '') return { ...(name.trim() && { name: name.trim() }), email };
  if (text === '' || /[<>]/.test(text)) return undefined;
  return /^\S+@\S+$/.test(text) ? { email: text } : { name: text };
}

/** As it was typed, or chosen. */
export interface Typed {
  readonly answer: string;
  readonly seats?: string;
  readonly attendee?: readonly string[];
  /** `question=answer` each. */
  readonly answers?: readonly string[];
  readonly remark?: string;
}

/** Throws everything that is wrong with it, at once (exit 2). */
export function replyFrom(
  typed: Typed,
  meeting: Pick<Meeting, 'questions'>,
  say: Words<'answers'>,
): ReplyContent {
  const problems: Problem[] = [];
  const wrong = (message: string, hint: string) => {
    problems.push({ message, hint });
  };

  const answer = answerFrom(typed.answer);
  if (!answer) wrong(say.badAnswer(typed.answer), say.badAnswerHint);

  const seats = typed.seats === undefined ? undefined : seatsFrom(typed.seats);
  if (typed.seats !== undefined && seats === undefined) {
    wrong(say.badSeats(typed.seats), say.badSeatsHint);
  }

  const attendees: Attendee[] = [];
  for (const each of typed.attendee ?? []) {
    const attendee = attendeeFrom(each);
    if (attendee) attendees.push(attendee);
    else wrong(say.badAttendee(each), say.badAttendeeHint);
  }
  const comesPerhaps = answer === 'accepted' || answer === 'tentative';
  if (answer && !comesPerhaps && (typed.seats !== undefined || attendees.length > 0)) {
    wrong(say.seatsWithoutYes, say.badAnswerHint);
  }

  const answers: Record<string, string> = {};
  const questions = meeting.questions.map(({ id }) => id);
  for (const each of typed.answers ?? []) {
    const at = each.indexOf('=');
    const question = questions.find(
      (id) => id.toLowerCase() === each.slice(0, at).trim().toLowerCase(),
    );
    if (at === -1) wrong(say.badAnswerFlag(each), say.questionsAre(questions));
    else if (question === undefined) {
      wrong(say.unknownQuestion(each.slice(0, at).trim()), say.questionsAre(questions));
    } else answers[question] = each.slice(at + 1).trim();
  }

  if (problems.length > 0 || !answer) throw new MikronetError(EXIT.usage, problems);
  const remark = typed.remark?.trim();
  return {
    answer,
    ...(seats !== undefined && { seats }),
    attendees,
    answers,
    ...(remark && { remark }),
  };
}
