/** The reminder: to those who were invited and whose network has given no answer. */
import { sentAtOf } from '../message-state.ts';
import type { Case } from './case.ts';
import type { Rule } from './rule.ts';

const HOUR = 60 * 60 * 1000;

/** Nobody is reminded so soon after the last mail. */
const REMIND_NOT_WITHIN = 48 * HOUR;

export const reminder: Rule = {
  toGone: false,
  isAnswered: (one) => !isAsked(one),
  said: (one) => one.last('reminder'),
  whyNot(one) {
    const invitations = one.contact.messages.filter(({ mailing }) => mailing === 'invitation');
    const became = new Set(invitations.map((message) => one.delivery(message)));
    if (!became.has('sent')) {
      if (became.has('in-doubt')) return 'in-doubt';
      return became.has('sending') ? 'being-sent' : 'not-invited';
    }
    if (!isAsked(one)) return 'answered';
    // What waits to be read may be the answer.
    if (one.overview.isInReview(one.network)) return 'to-review';
    return isTooSoon(one) ? 'too-soon' : undefined;
  },
};

function isAsked(one: Case): boolean {
  if (one.status.answer === 'needs-action') return true;
  // In a network that says maybe, whoever said no is left alone.
  const saysMaybe = one.status.answer === 'tentative' && one.answer === 'tentative';
  return saysMaybe && one.planning.tentative === true;
}

function isTooSoon(one: Case): boolean {
  const { now, notWithin = REMIND_NOT_WITHIN } = one.planning;
  return one.contact.messages.some(
    (message) => one.mayHave(message) && now - sentAtOf(message) < notWithin,
  );
}
