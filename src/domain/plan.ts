/**
 * What would be sent, and why not. A plan is a value: it is printed, compared, tested, and then
 * sent. After it was sent, it is empty. What is particular to a mailing stands in mailings/.
 */
import {
  calendarPart,
  changesFor,
  ourDomain,
  toldNow,
  type CalendarPart,
  type Changes,
} from './calendar-part.ts';
import type { StatusJson } from './contract.ts';
import type { Told } from './facts.ts';
import type { Contact, Network, Roster } from './identity.ts';
import { hadAgain } from './mailings/again.ts';
import { whyNotIn, type Audience } from './mailings/audience.ts';
import { Case, Overview } from './mailings/case.ts';
import { answeredMail } from './mailings/confirmation.ts';
import type { Rule } from './mailings/rule.ts';
import { ruleOf } from './mailings/rules.ts';
import type { Instant, Mailing, Meeting } from './model.ts';
import { noted, type Noted } from './noted.ts';
import { latestOf, standing } from './standing.ts';
import type { State } from './state.ts';

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
  /** Of an update: what is not any more as this contact was told it. */
  readonly changes: Changes;
  /** The contact's own answer, where it has given one. */
  readonly noted?: Noted;
  /** Of a confirmation: the reply that it confirms, and the seats that it promises. */
  readonly confirms?: readonly string[];
  readonly confirmedSeats?: number;
  /** Of a confirmation: the mail of theirs that it answers, where it can be named. */
  readonly inReplyTo?: string;
}

/** Why a contact gets nothing; keys of words/…/sending.ts. */
export type SkipReason =
  | 'already-sent'
  | 'being-sent'
  | 'in-doubt'
  | 'refused'
  | 'bounced'
  | 'answered'
  | 'answered-accepted'
  | 'answered-declined'
  | 'answered-tentative'
  | 'declined-by-calendar'
  | 'no-answer'
  | 'not-waiting'
  | 'nothing-changed'
  | 'confirmed-today'
  | 'no-mail-to-answer'
  | 'too-soon'
  | 'opted-out'
  | 'new-address'
  | 'gone'
  | 'erased'
  | 'not-invited'
  | 'to-review'
  | 'beyond-limit';

/** A contact that gets nothing, and why. */
export interface Skip {
  readonly network: Network;
  readonly contact: Contact;
  readonly reason: SkipReason;
}

/** Each contact of the chosen networks is in a step or a skip. */
export interface Plan {
  readonly mailing: Mailing;
  readonly steps: readonly Step[];
  readonly skips: readonly Skip[];
  /** Networks that the journal knows under another name: said, and no reason to send. */
  readonly renamed: readonly Network[];
}

/** What was asked for. */
export interface Wish {
  readonly mailing: Mailing;
  /** Contacts in one of these; all where absent. */
  readonly audiences?: readonly Audience[];
  /** Ids of networks; all where absent. */
  readonly only?: ReadonlySet<string>;
  /** Ids of networks whose message in doubt is to be sent again. */
  readonly resend?: ReadonlySet<string>;
  /** Once more to those who have had it. */
  readonly again?: boolean;
  /** Reminds those who said maybe, too. */
  readonly tentative?: boolean;
  /** Milliseconds since the last mail within which nobody is reminded. */
  readonly notWithin?: number;
  /** Confirms by itself: each answer once, and only where there is a mail to answer. */
  readonly automatic?: boolean;
  readonly limit?: number;
}

/** What was asked for, and all that is known. */
export interface Planning extends Wish {
  readonly now: Instant;
  readonly meeting: Meeting;
  readonly roster: Roster;
  readonly state: State;
  /** `report` of the same roster and state. */
  readonly status: StatusJson;
  readonly livingRun?: string;
  /** Of a contact that has none yet. */
  referenceOf(network: string, address: string): string;
  /** Whether `forget` has erased this address. */
  isErased(address: string): boolean;
}

/** What would be sent now, in the order of the roster. */
export function plan(planning: Planning): Plan {
  const { roster, mailing, only, limit = Infinity } = planning;
  const rule = ruleOf(mailing);
  const chosen = roster.networks.filter(({ id }) => !only || only.has(id));
  const verdicts = judged(planning, rule, chosen);
  const steps: Step[] = [];
  const skips: Skip[] = [];
  for (const network of verdicts) {
    const reached = network.flatMap(({ one, reason }) => (reason ? [] : one.contact.address));
    for (const { one, reason } of network) {
      const skip = { network: one.network, contact: one.contact };
      if (reason !== undefined) skips.push({ ...skip, reason });
      else if (steps.length >= limit) skips.push({ ...skip, reason: 'beyond-limit' });
      else {
        const alongside = reached.filter((address) => address !== one.contact.address);
        steps.push(stepOf(one, rule, alongside));
      }
    }
  }
  const renamed = chosen.filter(({ gone, formerName }) => !gone && formerName !== undefined);
  return { mailing, steps, skips, renamed };
}

interface Verdict {
  readonly one: Case;
  readonly reason: SkipReason | undefined;
}

/** The contacts of each network, with why they get nothing. */
function judged(
  planning: Planning,
  rule: Rule,
  networks: readonly Network[],
): readonly (readonly Verdict[])[] {
  const cases = caseMaker(planning);
  const verdicts = networks.map((network) =>
    cases(network).map((one) => ({ one, reason: reasonOf(one, rule) })),
  );
  if (!planning.again) return verdicts;
  const had = hadAgain(verdicts.flat().flatMap(({ one, reason }) => (reason ? [] : one)));
  return verdicts.map((network) =>
    network.map(({ one, reason }) => ({
      one,
      reason: reason ?? (had(one) ? 'already-sent' : undefined),
    })),
  );
}

/** A step for everybody in networks.csv who is meant, whatever was sent: to look at, and to try. */
export function specimens(planning: Planning): Plan {
  const { roster, mailing, only } = planning;
  const rule = ruleOf(mailing);
  const cases = caseMaker(planning);
  const chosen = roster.networks.filter(({ id }) => !only || only.has(id));
  const steps = chosen.flatMap((network) =>
    cases(network)
      .filter(({ contact }) => contact.row !== undefined)
      .map((one) => stepOf(one, rule, [])),
  );
  return { mailing, steps, skips: [], renamed: [] };
}

/** Each contact of a network with what is known of it, looked up once. */
function caseMaker(planning: Planning): (network: Network) => readonly Case[] {
  const { status } = planning;
  const statuses = new Map(status.networks.map((network) => [network.id, network]));
  const overview = new Overview(planning);
  return (network) => {
    const counting = standing(network).replies;
    return network.contacts.map((contact) => {
      const past = { contact, replies: network.replies, word: latestOf(contact, counting) };
      return new Case(overview, network, contact, statuses.get(network.id)!, past);
    });
  };
}

function reasonOf(one: Case, rule: Rule): SkipReason | undefined {
  const { planning, network, contact } = one;
  if (planning.isErased(contact.address)) return 'erased';
  if (one.hasOptedOut && !rule.evenOptedOut?.(one)) return 'opted-out';
  const delivery = one.delivery(rule.said(one));
  if (delivery === 'sending') return 'being-sent';
  if (delivery === 'in-doubt' && !planning.resend?.has(network.id)) return 'in-doubt';
  if (!contact.row && !rule.toGone) return 'gone';
  if (delivery === 'in-doubt') {
    // Nobody is asked again for what they have answered meanwhile.
    return rule.isAnswered?.(one) ? 'answered' : undefined;
  }
  // An address that was refused may be tried again where it is named; nothing else will mend it.
  const deadEnd = planning.again && one.isNamed ? undefined : one.deadEnd();
  if (deadEnd) return deadEnd;
  const why = rule.whyNot(one) ?? whyNotIn(one, planning.audiences ?? ['everyone']);
  if (why) return why;
  return delivery === 'sent' && !planning.again ? 'already-sent' : undefined;
}

function stepOf(one: Case, rule: Rule, alongside: readonly string[]): Step {
  const { planning, network, contact, status, past } = one;
  const { meeting, mailing } = planning;
  const reference =
    contact.messages.findLast(({ submitted }) => submitted)?.submitted?.reference ??
    planning.referenceOf(network.id, contact.address);
  const { n, message } = identityOf(one, rule, reference);
  const calendar = calendarPart(meeting, mailing, reference, past);
  const answer = past.word && noted(status, past.word);
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
    changes: mailing === 'update' ? changesFor(meeting, contact) : {},
    ...(answer && { noted: answer }),
    ...(mailing === 'confirmation' && confirming(one)),
  };
}

/** What never arrived keeps its Message-ID, and so does what is sent again because of a doubt. */
function identityOf(one: Case, rule: Rule, reference: string): { n: number; message: string } {
  const { mailing, meeting } = one.planning;
  const last = one.last(mailing);
  const said = rule.said(one);
  const unfinished = one.delivery(last) === 'deferred' ? last : undefined;
  const same = one.delivery(said) === 'in-doubt' ? said : unfinished;
  if (same) return { n: same.submitted?.n ?? 1, message: same.message };
  const n = last ? (last.submitted?.n ?? 1) + 1 : 1;
  // Joined it is one piece in memory; a long list keeps thousands.
  return { n, message: [[reference, mailing, n].join('.'), ourDomain(meeting)].join('@') };
}

/** The seats are the network's, whoever of it said what: what it has then, it keeps. */
function confirming(one: Case): Pick<Step, 'confirms' | 'confirmedSeats' | 'inReplyTo'> {
  const { word } = one.past;
  const inReplyTo = answeredMail(one);
  return {
    confirms: word ? [word.id] : [],
    confirmedSeats: one.status.seats,
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
}

/** The meeting has ended. */
export function isPast(meeting: Pick<Meeting, 'end'>, now: Instant): boolean {
  return meeting.end.instant < now;
}
