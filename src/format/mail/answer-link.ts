/** Links that open a prefilled answer in the reader's own mail programme (RFC 6068). */
import type { PrintedQuestion } from '../../domain/facts.ts';
import type { GivenAnswer } from '../../domain/model.ts';
import { shownReference } from '../../domain/reference.ts';
import { answerForm } from './answer-form.ts';

export interface AnswerLinks {
  readonly yes: string;
  readonly no: string;
  readonly maybe: string;
  /** Asks to be left alone. */
  readonly noMore: string;
}

/** Outlook with a browser cuts links near 2,000 characters; some mobile clients earlier. */
const LONGEST_LINK = 900;
const LONGEST_TITLE = 60;
/** The ends of their lines alone take more than there is room for. */
const MOST_QUESTIONS = LONGEST_LINK / 12;

export function answerLinks(of: {
  /** Where answers go. */
  readonly address: string;
  readonly language: string;
  readonly title: string;
  /** As the journal holds it. */
  readonly reference: string;
  readonly questions: readonly PrintedQuestion[];
}): AnswerLinks {
  const form = answerForm(of.language);
  const reference = shownReference(of.reference);
  const last = `${form.reference}: ${reference} (${form.keepLine})`;
  const answerLink = (answer: GivenAnswer) => {
    const says = form.says[answer];
    const subject = (title: string) => `${says} - ${title} (ref. ${reference})`;
    const counted = answer === 'declined' ? [] : [`${form.seats}: `, `${form.names}: `];
    const body = (questions: readonly PrintedQuestion[]) => [
      `${form.answer}: ${says}`,
      ...counted,
      '',
      ...questions.flatMap(({ letter, text }) => [`${letter}. ${text}`, '']),
      `${form.remark}: `,
      '',
      last,
    ];
    return fitting(of.address, of.title, subject, body, of.questions);
  };
  return {
    yes: answerLink('accepted'),
    no: answerLink('declined'),
    maybe: answerLink('tentative'),
    noMore: mailto(of.address, `${form.noMoreMails} (ref. ${reference})`, [
      `${form.noMoreMails}.`,
      '',
      last,
    ]),
  };
}

/** The questions go first, from the last; then the end of the title. */
function fitting(
  address: string,
  title: string,
  subject: (title: string) => string,
  body: (questions: readonly PrintedQuestion[]) => readonly string[],
  questions: readonly PrintedQuestion[],
): string {
  const letters = Array.from(title.replace(/\s+/g, ' ').trim());
  let shown = letters.length <= LONGEST_TITLE ? letters : letters.slice(0, LONGEST_TITLE);
  for (let count = Math.min(questions.length, MOST_QUESTIONS); count >= 0; count -= 1) {
    const link = mailto(address, subject(shown.join('')), body(questions.slice(0, count)));
    if (link.length < LONGEST_LINK) return link;
  }
  for (;;) {
    const link = mailto(address, subject(shown.join('').trim()), body([]));
    if (link.length < LONGEST_LINK || shown.length === 0) return link;
    shown = shown.slice(0, shown.length - 4);
  }
}

/** How many questions had no room in a link, and stand in the mail alone. */
export function questionsLeftOut(link: string, questions: readonly PrintedQuestion[]): number {
  return questions.filter(({ letter, text }) => !link.includes(encode(`${letter}. ${text}`)))
    .length;
}

/** `%20` for a space, `%0D%0A` for the end of a line (RFC 6068 section 5). */
function mailto(address: string, subject: string, body: readonly string[]): string {
  const lines = body.map(encode).join('%0D%0A');
  return `mailto:${encode(address).replace('%40', '@')}?subject=${encode(subject)}&body=${lines}`;
}

function encode(text: string): string {
  // A half of a surrogate pair cannot be encoded.
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
