/**
 * The prefilled answer: what a mailto link writes into the mail that comes back, and what is looked
 * for in it. One definition for the side that writes (answer-link.ts) and the side that reads
 * (understand/form.ts).
 *
 *     JA - Træf (ref. 7QK-2M4-XDF)        subject, which alone must suffice
 *
 *     Svar: JA
 *     Antal:
 *     Navne:
 *     A. Hvad lykkes hos jer?
 *
 *     Besked:
 *
 *     Ref: 7QK-2M4-XDF (slet ikke denne linje)
 *
 * Labels are ASCII: older Outlooks read the link as Windows-1252.
 */
import type { GivenAnswer } from '../../domain/model.ts';

export interface AnswerForm {
  readonly answer: string;
  readonly seats: string;
  readonly names: string;
  readonly remark: string;
  readonly reference: string;
  /** Behind the reference, in brackets. */
  readonly keepLine: string;
  /** After `Svar:` and first in the subject. */
  readonly says: Readonly<Record<GivenAnswer, string>>;
  /** Of the mail that asks for no more mails: subject and text. */
  readonly noMoreMails: string;
}

const ANSWER_FORMS = {
  da: {
    answer: 'Svar',
    seats: 'Antal',
    names: 'Navne',
    remark: 'Besked',
    reference: 'Ref',
    keepLine: 'slet ikke denne linje',
    says: { accepted: 'JA', declined: 'NEJ', tentative: 'MAASKE' },
    noMoreMails: 'Ingen flere mails, tak',
  },
  en: {
    answer: 'Answer',
    seats: 'Number',
    names: 'Names',
    remark: 'Message',
    reference: 'Ref',
    keepLine: 'please keep this line',
    says: { accepted: 'YES', declined: 'NO', tentative: 'MAYBE' },
    noMoreMails: 'No more mails, please',
  },
  de: {
    answer: 'Antwort',
    seats: 'Anzahl',
    names: 'Namen',
    remark: 'Nachricht',
    reference: 'Ref',
    keepLine: 'diese Zeile bitte nicht entfernen',
    says: { accepted: 'JA', declined: 'NEIN', tentative: 'VIELLEICHT' },
    noMoreMails: 'Bitte keine weiteren Mails',
  },
} as const satisfies Readonly<Record<string, AnswerForm>>;

/** A language without a form of its own answers in English. */
export function answerForm(language: string): AnswerForm {
  return (ANSWER_FORMS as Readonly<Record<string, AnswerForm>>)[language] ?? ANSWER_FORMS.en;
}

/** `A`, `B` …: the letter printed before a question. */
export function questionLetter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
