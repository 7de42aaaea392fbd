/**
 * Update and cancellation: to everybody whose evening or whose calendar is another one now, also
 * where the row is gone from networks.csv. A no by mail or phone leaves an entry in the calendar;
 * a no by the calendar's own button does not.
 */
import { hasNews, heldEntry } from '../calendar-part.ts';
import type { SkipReason } from '../plan.ts';
import type { MessageState } from '../message-state.ts';
import type { Case } from './case.ts';
import type { Rule } from './rule.ts';

export const update: Rule = {
  toGone: true,
  evenOptedOut: comes,
  whyNot(one) {
    const hasNothing = !isNews(one) && !saidBefore(one) && !one.planning.again;
    return whyNotConcerned(one) ?? (hasNothing ? 'nothing-changed' : undefined);
  },
  said: (one) => (isNews(one) ? undefined : saidBefore(one)),
};

export const cancellation: Rule = {
  toGone: true,
  evenOptedOut: comes,
  whyNot: whyNotConcerned,
  said: (one) => one.last('cancellation'),
};

function comes(one: Case): boolean {
  return one.answer === 'accepted';
}

function whyNotConcerned(one: Case): SkipReason | undefined {
  if (!one.isInTouch) return 'not-invited';
  if (one.answer !== 'declined' || heldEntry(one.past)) return undefined;
  return one.past.word?.via === 'calendar' ? 'declined-by-calendar' : 'answered-declined';
}

/** To whom nothing was ever written, a change is news as soon as it is to anybody. */
function isNews(one: Case): boolean {
  return one.isReached() ? hasNews(one.planning.meeting, one.contact) : one.overview.hasNews();
}

function saidBefore(one: Case): MessageState | undefined {
  return one.contact.messages.findLast(
    (message) => message.mailing === 'update' && one.mayHave(message),
  );
}
