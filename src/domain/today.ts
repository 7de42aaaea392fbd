/** What is to be done today: a few things, the most pressing first. */
import type { NetworkJson, StatusJson } from './contract.ts';
import type { Instant, Mailing } from './model.ts';
import { isAwaited, readsSavedMails } from './report.ts';
import { DAY } from './zoned-time.ts';

/** Something to do, with the numbers that its sentence needs. */
export type Task =
  | { readonly kind: 'in-doubt'; readonly mails: number }
  | { readonly kind: 'read-mailbox'; readonly days: number | null }
  | { readonly kind: 'review'; readonly mails: number }
  | { readonly kind: 'invite'; readonly networks: number }
  | {
      readonly kind: 'send-again';
      readonly mails: number;
      readonly mailings: readonly Mailing[];
    }
  | { readonly kind: 'overbooked'; readonly seats: number }
  /** They know the meeting as it was before. */
  | { readonly kind: 'update'; readonly contacts: number }
  /** Seats have become free for them. */
  | { readonly kind: 'moved-up'; readonly networks: number }
  | { readonly kind: 'remind'; readonly networks: number; readonly daysLeft: number }
  /** The mail cannot reach them, or the time is up. */
  | { readonly kind: 'phone'; readonly networks: readonly NetworkJson[] }
  /** They come, no mail reaches them, and they do not know what the others were told. */
  | {
      readonly kind: 'tell';
      readonly networks: readonly NetworkJson[];
      readonly cancelled: boolean;
    }
  | { readonly kind: 'practical'; readonly daysLeft: number }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'purge' };

/** What `status` does not say. */
export interface Circumstances {
  readonly now: Instant;
  /** The instant at which the last day to answer ends. */
  readonly replyByEnds?: Instant;
  /** Mailings of which something was sent. */
  readonly mailingsSent: ReadonlySet<string>;
  /** When an update or the cancellation was last sent. */
  readonly newsSentAt?: Instant;
  /** Contacts to whom an update would go now. */
  readonly toUpdate: number;
}

/** A reminder is due this long before the last day to answer, practical mails before the meeting. */
const REMIND_BEFORE = 5 * DAY;
const PRACTICAL_BEFORE = 3 * DAY;
const STALE = DAY;

/** The most pressing first; none where there is nothing to do. */
export function tasks(status: StatusJson, circumstances: Circumstances): readonly Task[] {
  const over = Date.parse(status.meeting.end) < circumstances.now;
  const anybodyInvited = status.networks.some((network) => network.invited);
  const list: Task[] = [];
  const { counts } = status;
  if (counts.messages.inDoubt > 0) list.push({ kind: 'in-doubt', mails: counts.messages.inDoubt });
  if (counts.toReview > 0) list.push({ kind: 'review', mails: counts.toReview });
  if (!over) list.push(...theUnaware(status, circumstances));
  if (status.meeting.cancelled) return list;
  if (over) return [...list, ...afterwards(anybodyInvited, circumstances)];
  if (anybodyInvited) list.push(...mailbox(status, circumstances.now));
  if (circumstances.toUpdate > 0) list.push({ kind: 'update', contacts: circumstances.toUpdate });
  list.push(...invitations(status));
  if (counts.seats.free !== null && counts.seats.free < 0) {
    list.push({ kind: 'overbooked', seats: -counts.seats.free });
  }
  const movedUp = status.networks.filter((network) => network.movedUp > 0).length;
  if (movedUp > 0) list.push({ kind: 'moved-up', networks: movedUp });
  list.push(...theSilent(status, circumstances));
  const untilStart = Date.parse(status.meeting.start) - circumstances.now;
  const practical = untilStart < PRACTICAL_BEFORE && counts.accepted > 0;
  if (practical && !circumstances.mailingsSent.has('practical')) {
    list.push({ kind: 'practical', daysLeft: daysIn(untilStart) });
  }
  return list;
}

function mailbox(status: StatusJson, now: Instant): readonly Task[] {
  if (status.mailboxReadAt === null) {
    return readsSavedMails(status) ? [] : [{ kind: 'read-mailbox', days: null }];
  }
  const age = now - Date.parse(status.mailboxReadAt);
  return age >= STALE ? [{ kind: 'read-mailbox', days: Math.floor(age / DAY) }] : [];
}

function invitations({ networks, unfinished }: StatusJson): readonly Task[] {
  // What was put off is named below; where the address was refused, only the phone helps.
  const uninvited = networks.filter(
    (network) =>
      !network.invited &&
      isAwaited(network) &&
      network.contacts.some(({ delivery }) => delivery === 'not-sent'),
  ).length;
  const deferred = unfinished.flatMap(({ delivery, mailing }) =>
    delivery === 'deferred' ? mailing : [],
  );
  return [
    ...(uninvited > 0 ? [{ kind: 'invite', networks: uninvited } as const] : []),
    ...(deferred.length > 0
      ? [{ kind: 'send-again', mails: deferred.length, mailings: [...new Set(deferred)] } as const]
      : []),
  ];
}

/** No mail reaches anybody there. */
function isUnreachable({ contacts }: NetworkJson): boolean {
  return contacts.every(({ delivery }) => delivery === 'bounced' || delivery === 'refused');
}

/** A reminder while there is time; the phone where mail does not arrive, or no time is left. */
function theSilent(status: StatusJson, { now, replyByEnds, mailingsSent }: Circumstances) {
  const silent = status.networks.filter(
    (network) => isAwaited(network) && (network.invited || isUnreachable(network)),
  );
  const unreachable = silent.filter(isUnreachable);
  const reachable = silent.filter((network) => !unreachable.includes(network));
  const left = (replyByEnds ?? Date.parse(status.meeting.start)) - now;
  const remindNow = left >= 0 && left < REMIND_BEFORE && !mailingsSent.has('reminder');
  const list: Task[] = [];
  if (remindNow && reachable.length > 0) {
    list.push({ kind: 'remind', networks: reachable.length, daysLeft: daysIn(left) });
  }
  const isToPhone = (network: NetworkJson) =>
    unreachable.includes(network) ||
    network.contacts.every(({ cameBack, delivery }) => cameBack !== null || delivery === 'bounced');
  const toPhone = left < 0 ? silent : silent.filter(isToPhone);
  if (toPhone.length > 0) list.push({ kind: 'phone', networks: toPhone });
  return list;
}

/** Whoever answers after the news is taken to have heard of it. */
function theUnaware({ networks, meeting }: StatusJson, { newsSentAt }: Circumstances) {
  if (newsSentAt === undefined) return [];
  const unaware = networks.filter(
    (network) =>
      (network.answer === 'accepted' || network.answer === 'tentative') &&
      (network.optedOut || isUnreachable(network)) &&
      network.contacts.every(
        ({ answeredAt }) => answeredAt === null || Date.parse(answeredAt) < newsSentAt,
      ),
  );
  const { cancelled } = meeting;
  return unaware.length > 0 ? [{ kind: 'tell', networks: unaware, cancelled } as const] : [];
}

function afterwards(anybodyInvited: boolean, { mailingsSent }: Circumstances): readonly Task[] {
  if (!anybodyInvited) return [];
  return mailingsSent.has('thanks') ? [{ kind: 'purge' }] : [{ kind: 'thanks' }, { kind: 'purge' }];
}

function daysIn(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / DAY));
}
