/** The rule of each mailing; the organiser's own go to an audience. */
import type { Mailing } from '../model.ts';
import { toAudience } from './audience.ts';
import { cancellation, update } from './change.ts';
import { confirmation } from './confirmation.ts';
import { invitation } from './invitation.ts';
import { reminder } from './reminder.ts';
import type { Rule } from './rule.ts';

const RULES: ReadonlyMap<Mailing, Rule> = new Map([
  ['invitation', invitation],
  ['reminder', reminder],
  ['update', update],
  ['cancellation', cancellation],
  ['confirmation', confirmation],
]);

export function ruleOf(mailing: Mailing): Rule {
  return RULES.get(mailing) ?? toAudience;
}
