/** What a mailing must say of itself so that it can be planned. */
import type { SkipReason } from '../plan.ts';
import type { MessageState } from '../message-state.ts';
import type { Case } from './case.ts';

export interface Rule {
  /** Of one that asks for an answer: it has been given. */
  isAnswered?(one: Case): boolean;
  /** Also those whose row is gone from networks.csv. */
  readonly toGone: boolean;
  /** Those who want no mails get it all the same: they come, and would stand before a closed door. */
  evenOptedOut?(one: Case): boolean;
  /** Why it is not for this contact, whether or not it was sent. */
  whyNot(one: Case): SkipReason | undefined;
  /** The message that has said it already, or was to say it; nothing where there is news. */
  said(one: Case): MessageState | undefined;
}
