/**
 * The exchange that the evening is for: what the networks wrote to the questions whose answers are
 * shared, network by network, in the meeting's language. Strangers wrote it: in Markdown no word of
 * theirs becomes a heading, a link or HTML.
 */
import type { NetworkJson, StatusJson } from '../../domain/contract.ts';
import type { Meeting, Question } from '../../domain/model.ts';
import { answerTo, textIn } from '../../domain/texts.ts';
import { listWords } from '../../words/list-headings.ts';
import { mailWords } from '../../words/mail-words.ts';
import type { ListTable } from './attendee-list.ts';
import { mailDates } from '../templates/mail-dates.ts';

export interface SharedAnswers {
  readonly network: string;
  /** By question id, in the order of the questions; only what was written. */
  readonly answers: Readonly<Record<string, string>>;
}

export function sharedQuestions({ questions }: Pick<Meeting, 'questions'>): readonly Question[] {
  return questions.filter(({ shared }) => shared);
}

/** Networks that have written something, by name; also those that do not come. */
export function sharedAnswers(status: StatusJson, meeting: Meeting): readonly SharedAnswers[] {
  const { compare } = new Intl.Collator(meeting.language);
  const questions = sharedQuestions(meeting);
  return status.networks
    .map(({ name, answers }: NetworkJson) => ({
      network: name,
      answers: Object.fromEntries(
        questions.flatMap(({ id }) => {
          const written = answerTo(answers, id).trim();
          return written === '' ? [] : [[id, written]];
        }),
      ),
    }))
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .toSorted((a, b) => compare(a.network, b.network));
}

export function sharedAnswersTable(answers: readonly SharedAnswers[], meeting: Meeting): ListTable {
  const questions = sharedQuestions(meeting);
  return {
    headings: [
      listWords(meeting.language).network,
      ...questions.map(({ text }) => textIn(text, meeting.language)),
    ],
    rows: answers.map((each) => [
      each.network,
      ...questions.map(({ id }) => answerTo(each.answers, id)),
    ]),
  };
}

/** A page that reads well as it is, in a mail or on a screen. */
export function sharedAnswersPage(answers: readonly SharedAnswers[], meeting: Meeting): string {
  const { language, timeZone, start, end, venue } = meeting;
  const { exchange } = listWords(language);
  const dates = mailDates(mailWords(language), timeZone);
  const when = dates.when(dates.moment(start.instant), dates.moment(end.instant));
  const blocks = [
    `# ${plain(textIn(meeting.title, language))}`,
    plain([when, venue.name].join(', ')),
    exchange.heading,
    ...(answers.length === 0 ? [exchange.nothing] : []),
    ...answers.flatMap((each) => [
      `## ${plain(each.network)}`,
      ...sharedQuestions(meeting).flatMap(({ id, text }) => {
        const written = answerTo(each.answers, id);
        return written === ''
          ? []
          : [`**${plain(textIn(text, language))}**`, ...paragraphs(written)];
      }),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Empty lines part paragraphs; a single line break is kept by two blanks, which nobody sees. */
function paragraphs(written: string): readonly string[] {
  return written
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.split('\n').map(plain).filter(Boolean).join('  \n'))
    .filter(Boolean);
}

/** One line in which Markdown and HTML have no say; what has no meaning there stays as typed. */
function plain(line: string): string {
  return line
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
