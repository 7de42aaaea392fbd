/** What is not wrong enough to stop a mailing, and should be mended all the same. */
import type { Contact, Network } from '../domain/identity.ts';
import { ASKING } from '../domain/message-state.ts';
import type { Mailing } from '../domain/model.ts';
import type { Problem } from '../errors.ts';
import { valuesFor } from '../format/templates/fill-values.ts';
import type { FilledTemplate } from '../format/templates/template.ts';
import type { Words } from '../words/words.ts';
import type { Edition } from './message.ts';

const LONGEST_SUBJECT = 70;

export function remarksOn(
  mailing: Mailing,
  edition: Edition,
  headings: readonly string[],
  say: Words<'templates'>,
): readonly Problem[] {
  const { file, template } = edition;
  const remarks: Problem[] = [];
  const { subject } = standInFilled(edition, headings);
  if (subject.length > LONGEST_SUBJECT) {
    const message = say.longSubject(subject, subject.length);
    remarks.push({ file, line: 1, message, hint: say.longSubjectHint });
  }
  if (ASKING.has(mailing) && !template.used.has('answer.yes')) {
    remarks.push({ file, message: say.noWayToAnswer, hint: say.noWayToAnswerHint });
  }
  if (!template.used.has('answer.noMore')) {
    remarks.push({ file, message: say.noWayOut, hint: say.noWayOutHint });
  }
  return remarks;
}

const NOBODY: Contact = { address: 'x@example.org', language: 'en', messages: [] };
const NOWHERE: Network = {
  id: '',
  name: '',
  contacts: [NOBODY],
  replies: [],
  optOuts: [],
  gone: false,
};

/** Filled for nobody: enough to see that it can be filled, and how long a subject is at least. */
export function standInFilled(
  { template, shared, language }: Edition,
  headings: readonly string[],
): FilledTemplate {
  const values = valuesFor(shared, {
    network: NOWHERE,
    contact: NOBODY,
    headings,
    reference: '000000000',
    isTest: false,
    changes: {},
    reply: undefined,
    coming: [],
  });
  return template.fill(values, language);
}
