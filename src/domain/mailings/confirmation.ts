/**
 * The confirmation: to those who have answered since their last one, and to those who have moved
 * up from the waiting list. At most one a day, so that two machines never talk to each other; a
 * seat that became free is said at once, since no mail of theirs asks for it.
 */
import { sentAtOf, type MessageState } from '../message-state.ts';
import { DAY } from '../zoned-time.ts';
import type { Case } from './case.ts';
import type { Rule } from './rule.ts';

export const confirmation: Rule = {
  // Whoever answers is answered.
  toGone: true,
  whyNot(one) {
    const { word } = one.past;
    if (!word || word.reply.answer === 'needs-action') return 'no-answer';
    if (one.planning.automatic && answeredMail(one) === undefined) return 'no-mail-to-answer';
    if (one.planning.again || confirmation.said(one)) return undefined;
    return isToday(one) && !isToldOfASeat(one) ? 'confirmed-today' : undefined;
  },
  said: (one) => confirmations(one).findLast((message) => isAbout(one, message)),
};

/** The mail that the contact answered with, where it has a Message-ID that can be quoted. */
export function answeredMail(one: Case): string | undefined {
  const id = one.past.word?.mail;
  return id !== undefined && /^[^\s<>()]{1,250}@[^\s<>()]{1,250}$/.test(id) ? id : undefined;
}

function isToday(one: Case): boolean {
  return confirmations(one).some((message) => one.planning.now - sentAtOf(message) < DAY);
}

function confirmations(one: Case): readonly MessageState[] {
  return one.contact.messages.filter(
    (message) => message.mailing === 'confirmation' && one.mayHave(message),
  );
}

/** It confirmed what counts now, and no seat has become free since. */
function isAbout(one: Case, { submitted }: MessageState): boolean {
  const { word } = one.past;
  if (!word || !submitted?.confirms?.includes(word.id)) return false;
  return !isToldOfASeat(one);
}

/** The organiser tells of a place that became free, no machine: it may be taken again in a moment. */
function isToldOfASeat(one: Case): boolean {
  return one.planning.automatic !== true && one.answer === 'accepted' && one.status.movedUp > 0;
}
