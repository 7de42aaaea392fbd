/** What a person decides about a mail that was set aside, and what of it stands in the journal. */
import type {
  AutomaticReplyReceived,
  Fact,
  FactDraft,
  MailDismissed,
  MailSetAside,
  MessageBounced,
  OptedOut,
  ReplyReceived,
  RequestReceived,
} from './facts.ts';
import type { ReplyContent } from './model.ts';
import { mailOf, type State } from './state.ts';

/** A mail that waits for a person. */
export type Waiting = MailSetAside | RequestReceived;

/** What she says it is. A request that is granted is a row in networks.csv instead. */
export type Decision =
  | {
      readonly kind: 'answer';
      readonly network: string;
      /** Absent: it speaks for the whole network. */
      readonly contact?: string;
      readonly reply: ReplyContent;
    }
  | { readonly kind: 'opt-out'; readonly network: string; readonly contact?: string }
  | { readonly kind: 'dismiss' };

/** In the order in which they came. */
export function waitingIn({ setAside, requests }: State): readonly Waiting[] {
  return [...setAside, ...requests].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whose it probably is. */
export function suggestedNetwork(waiting: Waiting): string | undefined {
  return waiting.type === 'mail-set-aside'
    ? waiting.suggestion?.network
    : waiting.suggested?.network;
}

/** What it probably says. */
export function suggestedReply(waiting: Waiting): ReplyContent | undefined {
  return waiting.type === 'mail-set-aside' ? waiting.suggestion?.reply : undefined;
}

/** They want no more mails, and it is not certain that they mean the meeting. */
export function suggestsOptOut(waiting: Waiting): boolean {
  return waiting.type === 'mail-set-aside' && waiting.reason === 'weak-opt-out';
}

/** Characters of a sentence that the journal keeps. */
export const SENTENCE_KEPT = 500;

/** The fact that settles it: a reply counts from when the mail was written. */
export function factOf(waiting: Waiting, decision: Decision): FactDraft {
  if (decision.kind === 'dismiss') return { type: 'mail-dismissed', settles: waiting.id };
  const { network, contact } = decision;
  const aside = waiting.type === 'mail-set-aside' ? waiting : undefined;
  const sentence = aside?.sentence ?? waiting.text.slice(0, SENTENCE_KEPT);
  const about = {
    // A person decided, but the mail says it.
    source: waiting.source ?? 'imap',
    network,
    ...(contact !== undefined && { contact }),
    mail: waiting.mail,
    ...(sentence !== '' && { sentence }),
    settles: waiting.id,
  };
  if (decision.kind === 'opt-out') return { type: 'opted-out', ...about };
  // How it was matched is worth knowing only where the person agreed with it.
  const rung = aside?.suggestion?.network === network ? aside.rung : undefined;
  return {
    type: 'reply-received',
    ...about,
    reply: decision.reply,
    via: wayOf(aside?.reason ?? ''),
    ...(rung !== undefined && { rung }),
  };
}

/** The reasons are named for the way by which the answer came. */
function wayOf(reason: string): ReplyReceived['via'] {
  if (reason.startsWith('calendar-')) return 'calendar';
  return reason.startsWith('form-') ? 'form' : 'words';
}

/** What was filed for a network and may be taken back. */
export type Filed =
  | ReplyReceived
  | OptedOut
  | MessageBounced
  | AutomaticReplyReceived
  | MailDismissed;

/** The subject of the mail that was said to hold no answer. */
export function dismissedSubject({ settles }: MailDismissed, facts: readonly Fact[]): string {
  const settled = facts.find(({ id }) => id === settles);
  return (settled && mailOf(settled)?.subject) ?? '';
}

/** In the order of the journal, without what was taken back. */
export function filedFor(
  network: string,
  facts: readonly Fact[],
  { retracted }: Pick<State, 'retracted'>,
): readonly Filed[] {
  const theirs = new Set(
    facts.flatMap((fact) =>
      fact.type === 'mail-set-aside' && fact.suggestion?.network === network ? [fact.id] : [],
    ),
  );
  return facts.filter((fact): fact is Filed => {
    if (retracted.has(fact.id)) return false;
    switch (fact.type) {
      case 'reply-received':
      case 'opted-out':
      case 'message-bounced':
      case 'automatic-reply-received':
        return fact.network === network;
      case 'mail-dismissed':
        return theirs.has(fact.settles);
      default:
        return false;
    }
  });
}
