/** To whom a mailing goes that is for all, or for those with one answer: practical, thanks, one's own. */
import type { Answer, Mailing } from '../model.ts';
import type { SkipReason } from '../plan.ts';
import type { Case } from './case.ts';
import type { Rule } from './rule.ts';

export const AUDIENCES = [
  'everyone',
  'accepted',
  'declined',
  'tentative',
  'silent',
  'waiting',
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** Where `--to` does not say it. A mailing of the organiser's own has none: she must say it. */
export const USUAL_AUDIENCE: ReadonlyMap<Mailing, Audience> = new Map([
  ['update', 'everyone'],
  ['cancellation', 'everyone'],
  ['confirmation', 'everyone'],
  ['practical', 'accepted'],
  ['thanks', 'accepted'],
]);

export const toAudience: Rule = {
  toGone: true,
  said: (one) => one.last(one.planning.mailing),
  whyNot(one) {
    if (!one.isInTouch) return 'not-invited';
    return one.contact.row ? undefined : 'gone';
  },
};

const WHY: Readonly<Record<Answer, SkipReason>> = {
  accepted: 'answered-accepted',
  declined: 'answered-declined',
  tentative: 'answered-tentative',
  'needs-action': 'no-answer',
};

/** Why a contact is in none of the audiences; undefined where it is in one. */
export function whyNotIn(one: Case, audiences: readonly Audience[]): SkipReason | undefined {
  if (audiences.some((audience) => isIn(one, audience))) return undefined;
  const waitsNot = audiences.includes('waiting') && one.answer === 'accepted';
  return waitsNot ? 'not-waiting' : WHY[one.answer];
}

function isIn(one: Case, audience: Audience): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'silent':
      return one.answer === 'needs-action';
    case 'waiting':
      return one.answer === 'accepted' && one.status.waiting > 0;
    default:
      return one.answer === audience;
  }
}
