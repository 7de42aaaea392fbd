/**
 * What would be sent, and why not. A plan is a value: it is printed, compared, tested, and then
 * sent. After it was sent, it is empty.
 */
import {
  calendarPart,
  changesFor,
  toldNow,
  type CalendarPart,
  type Changes,
  type Correspondence,
} from './calendar-part.ts';
import type { StatusJson } from './contract.ts';
import type { ReplyReceived, Told } from './facts.ts';
import type { Contact, Network, Roster } from './identity.ts';
import type { Instant, Mailing, Meeting } from './model.ts';
import { noted, type Noted } from './noted.ts';
import { latestOf, standing } from './standing.ts';
import { deliveryOf, repliesByNetwork, type MessageState, type State } from './state.ts';

/** One message to one contact. */
export interface Step {
  readonly network: Network;
  readonly contact: Contact;
  readonly mailing: Mailing;
  /** Counts deliberate second mailings, from 1. */
  readonly n: number;
  readonly reference: string;
  /** The Message-ID, without angle brackets; a resend keeps it. */
  readonly message: string;
  /** The network's other contacts that this plan reaches too. */
  readonly alongside: readonly string[];
  /** What stands in its calendar part; absent where it carries none. */
  readonly calendar?: CalendarPart;
  /** What it tells of the meeting: journalled where there is no calendar part. */
  readonly told: Told;
  /** What is not any more as this contact was told it; nothing, mostly. */
  readonly changes: Changes;
  /** The contact's own answer, where it has given one. */
  readonly noted?: Noted;
}

/** Why a contact gets nothing; keys of words/…/sending.ts. */
export type SkipReason =
  | 'already-sent'
  | 'being-sent'
  | 'in-doubt'
  | 'refused'
  | 'bounced'
  | 'answered'
  | 'opted-out'
  | 'new-address'
  | 'erased'
  | 'not-invited'
  | 'to-review'
  | 'beyond-limit';

export interface Skip {
  readonly network: Network;
  readonly contact: Contact;
  readonly reason: SkipReason;
}

export interface Plan {
  readonly mailing: Mailing;
  readonly steps: readonly Step[];
  readonly skips: readonly Skip[];
  /** Networks that the journal knows under another name: said, and no reason to send. */
  readonly renamed: readonly Network[];
}

export interface Planning {
  readonly meeting: Meeting;
  readonly roster: Roster;
  readonly state: State;
  /** `report` of the same roster and state. */
  readonly status: StatusJson;
  readonly mailing: 'invitation' | 'reminder';
  /** Ids of networks; all where absent. */
  readonly only?: ReadonlySet<string>;
  /** Ids of networks whose message in doubt is to be sent again. */
  readonly resend?: ReadonlySet<string>;
  readonly limit?: number;
  readonly livingRun?: string;
  /** Of a contact that has none yet. */
  referenceOf(network: string, address: string): string;
  /** Whether `forget` has erased this address. */
  isErased(address: string): boolean;
}

export function plan(planning: Planning): Plan {
  const { roster, mailing, only, limit = Infinity } = planning;
  const chosen = roster.networks.filter(({ id, gone }) => !gone && (!only || only.has(id)));
  const facts = new Facts(planning);
  const steps: Step[] = [];
  const skips: Skip[] = [];
  for (const network of chosen) {
    const listed = network.contacts.filter(({ row }) => row !== undefined);
    const verdicts = listed.map((contact) => ({ contact, reason: facts.reason(network, contact) }));
    const reached = verdicts.filter(({ reason }) => reason === undefined);
    for (const { contact, reason } of verdicts) {
      if (reason !== undefined) skips.push({ network, contact, reason });
      else if (steps.length >= limit) skips.push({ network, contact, reason: 'beyond-limit' });
      else {
        const alongside = reached
          .map((other) => other.contact.address)
          .filter((address) => address !== contact.address);
        steps.push(facts.step(network, contact, alongside));
      }
    }
  }
  const renamed = chosen.filter(({ formerName }) => formerName !== undefined);
  return { mailing, steps, skips, renamed };
}

/** What is known, looked up once. */
class Facts {
  private readonly planning: Planning;
  private readonly answers: ReadonlyMap<string, StatusJson['networks'][number]>;
  private readonly inReview: ReadonlySet<string>;
  private readonly replies: ReadonlyMap<string, readonly ReplyReceived[]>;

  constructor(planning: Planning) {
    this.planning = planning;
    this.answers = new Map(planning.status.networks.map((network) => [network.id, network]));
    this.replies = repliesByNetwork(planning.state);
    this.inReview = new Set(planning.status.toReview.flatMap(({ network }) => network ?? []));
  }

  reason(network: Network, contact: Contact): SkipReason | undefined {
    const { mailing } = this.planning;
    if (this.planning.isErased(contact.address)) return 'erased';
    if (this.hasOptedOut(network, contact)) return 'opted-out';
    return mailing === 'invitation'
      ? this.whyNoInvitation(network, contact)
      : this.whyNoReminder(network, contact);
  }

  step(network: Network, contact: Contact, alongside: readonly string[]): Step {
    const { mailing, meeting, referenceOf } = this.planning;
    const before = last(contact, mailing);
    const reference =
      contact.messages.findLast(({ submitted }) => submitted)?.submitted?.reference ??
      referenceOf(network.id, contact.address);
    const n = before?.submitted?.n ?? 1;
    const domain = meeting.organizer.email.slice(meeting.organizer.email.lastIndexOf('@') + 1);
    const message = before?.message ?? `${reference}.${mailing}.${n}@${domain}`;
    const past = this.past(network, contact);
    const calendar = calendarPart(meeting, mailing, reference, past);
    const status = this.answers.get(network.id);
    const answer = past.word && status && noted(status, past.word);
    return {
      network,
      contact,
      mailing,
      n,
      reference,
      message,
      alongside,
      ...(calendar && { calendar }),
      told: toldNow(meeting, contact.language),
      changes: changesFor(meeting, contact, message),
      ...(answer && { noted: answer }),
    };
  }

  private past(network: Network, contact: Contact): Correspondence {
    const replies = this.replies.get(network.id) ?? [];
    return { contact, replies, word: latestOf(contact, standing(network, replies).replies) };
  }

  private whyNoInvitation(network: Network, contact: Contact): SkipReason | undefined {
    const before = last(contact, 'invitation');
    switch (this.delivery(before)) {
      case 'sent':
        return 'already-sent';
      case 'sending':
        return 'being-sent';
      case 'in-doubt':
        return this.planning.resend?.has(network.id) ? undefined : 'in-doubt';
      case 'refused':
        return 'refused';
      case 'bounced':
        return 'bounced';
      case 'deferred':
        // It was in a plan before: nothing new about it.
        return undefined;
      case 'not-sent':
        break;
    }
    if (this.answerOf(network) !== 'needs-action') return 'answered';
    return this.isNewInInvited(network, contact) ? 'new-address' : undefined;
  }

  /** Somebody else there has the invitation, and nobody asked for this one by name. */
  private isNewInInvited(network: Network, contact: Contact): boolean {
    if (this.planning.only?.has(network.id)) return false;
    const others = network.contacts.filter((other) => other !== contact);
    const have = others.filter((other) =>
      ['sent', 'sending', 'in-doubt'].includes(this.delivery(last(other, 'invitation'))),
    );
    // A run that was cut off between the contacts of a network meant to reach them all.
    const meant = have.some((other) =>
      last(other, 'invitation')?.submitted?.alongside?.some(
        (address) => address.toLowerCase() === contact.address.toLowerCase(),
      ),
    );
    return have.length > 0 && !meant;
  }

  private whyNoReminder(network: Network, contact: Contact): SkipReason | undefined {
    const invitation = this.delivery(last(contact, 'invitation'));
    if (invitation === 'refused' || invitation === 'bounced') return invitation;
    if (invitation !== 'sent') return invitation === 'in-doubt' ? 'in-doubt' : 'not-invited';
    if (this.answerOf(network) !== 'needs-action') return 'answered';
    if (this.inReview.has(network.id)) return 'to-review';
    switch (this.delivery(last(contact, 'reminder'))) {
      case 'not-sent':
      case 'deferred':
        return undefined;
      case 'in-doubt':
        return this.planning.resend?.has(network.id) ? undefined : 'in-doubt';
      case 'sending':
        return 'being-sent';
      case 'refused':
        return 'refused';
      case 'bounced':
        return 'bounced';
      case 'sent':
        return 'already-sent';
    }
  }

  private delivery(message: MessageState | undefined) {
    return deliveryOf(message, this.planning.livingRun);
  }

  private answerOf({ id }: Network) {
    return this.answers.get(id)?.answer ?? 'needs-action';
  }

  private hasOptedOut({ id }: Network, { address }: Contact): boolean {
    return this.planning.state.optOuts.some(
      (out) =>
        out.network === id &&
        (out.contact === undefined || out.contact.toLowerCase() === address.toLowerCase()),
    );
  }
}

function last({ messages }: Contact, mailing: Mailing): MessageState | undefined {
  return messages.findLast((message) => message.mailing === mailing);
}

/** When a run is over for good: the meeting has ended, or was cancelled. */
export function isPast(meeting: Pick<Meeting, 'end'>, now: Instant): boolean {
  return meeting.end.instant < now;
}

export function isCancelled({ messages }: State): boolean {
  for (const { mailing, delivery } of messages.values()) {
    if (mailing === 'cancellation' && delivery === 'sent') return true;
  }
  return false;
}
