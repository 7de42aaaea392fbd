/** Everything that is true of the meeting now, as `status --json` says it. */
import { isForOldTime } from './calendar-part.ts';
import type { NetworkJson, StatusJson, ToReviewJson } from './contract.ts';
import type { MailStamp } from './facts.ts';
import { NONE } from './lists.ts';
import type { Contact, Network, Roster } from './identity.ts';
import type { Delivery, Meeting } from './model.ts';
import { allot, type Claim, type Seated } from './seats.ts';
import { latestOf, standing, type Standing } from './standing.ts';
import {
  ASKING,
  deliveryOf,
  sentAtOf,
  type MessageState,
  type Submitted,
} from './message-state.ts';
import { isCancelled, type State } from './state.ts';
import { textIn } from './texts.ts';

/** `livingRun` is the run that holds the journal now: what it sends is under way, not in doubt. */
export function report(
  meeting: Meeting,
  roster: Roster,
  state: State,
  livingRun?: string,
): StatusJson {
  const asking: Asking[] = [];
  const networks = roster.networks.map((network): NetworkJson => {
    const stands = standing(network);
    const draft = draftOf(meeting, network, stands, livingRun);
    if (stands.history.some(({ wanted }) => wanted > 0))
      asking.push(askingOf(network, stands, draft));
    return draft;
  });
  const seated = allot(meeting, asking);
  for (const each of asking) giveSeats(each, seated.get(each.network)!);
  const toReview = [
    ...state.setAside.map(({ mail, reason, suggestion }) =>
      reviewJson(mail, reason, suggestion?.reply?.answer, suggestion?.network),
    ),
    ...state.requests.map(({ mail, suggested }) =>
      reviewJson(mail, 'request', undefined, suggested?.network),
    ),
  ];
  return {
    v: 1,
    meeting: {
      id: meeting.id,
      title: textIn(meeting.title, meeting.language),
      start: meeting.start.iso,
      end: meeting.end.iso,
      timeZone: meeting.timeZone,
      venue: meeting.venue.name,
      replyBy: meeting.replyBy?.date ?? null,
      capacity: meeting.capacity ?? null,
      cancelled: isCancelled(state),
    },
    counts: {
      ...countAnswers(networks),
      messages: countMessages(state.messages.values(), livingRun),
      seats: countSeats(meeting, networks),
      toReview: toReview.length,
    },
    mailboxReadAt: state.mailboxRead?.at ?? null,
    networks,
    unfinished: unfinished(state.messages.values(), livingRun),
    toReview,
  };
}

/** What is said of a network, while the seats are being given away. */
type Draft = { -readonly [K in keyof NetworkJson]: NetworkJson[K] };

/** A network that wants seats, or has wanted some. */
interface Asking extends Claim {
  readonly draft: Draft;
  /** The seats that it was told of, where it has said nothing since. */
  readonly told: number | undefined;
}

function askingOf(network: Network, { history, replies }: Standing, draft: Draft): Asking {
  const { at, confirms, confirmedSeats: seats = 0 } = lastConfirmation(network) ?? {};
  const last = replies.at(-1);
  return {
    network: network.id,
    history,
    promised: at === undefined ? undefined : { at, seats },
    draft,
    told: last && confirms?.includes(last.id) ? seats : undefined,
  };
}

function giveSeats({ draft, told }: Asking, { seats, waiting, waitedFor }: Seated): void {
  draft.seats = seats;
  draft.waiting = waiting;
  const more = told === undefined ? waitedFor - waiting : seats - told;
  draft.movedUp = Math.max(0, Math.min(seats, more));
}

/** A network without its seats. */
function draftOf(
  meeting: Meeting,
  network: Network,
  stands: Standing,
  livingRun: string | undefined,
): Draft {
  const contacts = network.contacts.map((contact) => {
    const latest = latestOf(contact, stands.replies);
    // That there is no answer after all is none.
    const answered = latest?.reply.answer === 'needs-action' ? undefined : latest;
    return {
      name: contact.name ?? null,
      email: contact.address,
      language: contact.language,
      delivery: deliveryOf(invitationOf(contact), livingRun),
      cameBack: cameBack(contact, network),
      answer: answered?.reply.answer ?? 'needs-action',
      answeredAt: answered ? new Date(answered.said).toISOString() : null,
      source: answered?.source ?? null,
    } as const;
  });
  return {
    id: network.id,
    name: network.name,
    answer: stands.answer,
    forOldTime: isAllForOldTime(meeting, network, stands),
    invited: contacts.some(({ delivery }) => INVITED.has(delivery)),
    seats: 0,
    seatsAssumed: stands.assumed,
    waiting: 0,
    movedUp: 0,
    conflict: stands.conflict,
    optedOut: hasOptedOut(network),
    gone: network.gone,
    attendees: stands.attendees,
    answers: stands.answers,
    remark: stands.remark,
    contacts,
  };
}

/** The words that make the answer what it is were all said of another time. */
function isAllForOldTime(meeting: Meeting, { contacts }: Network, stands: Standing): boolean {
  if (stands.answer === 'needs-action') return false;
  return stands.replies.every((word) => {
    if (word.reply.answer !== stands.answer) return true;
    const messages = contacts.flatMap((contact) =>
      word.contact === undefined || word.contact === contact.address.toLowerCase()
        ? contact.messages
        : NONE,
    );
    return isForOldTime(
      meeting,
      word,
      messages.toSorted((a, b) => sentAtOf(a) - sentAtOf(b)),
    );
  });
}

/** What counts as invited, also where the mail came back. */
const INVITED: ReadonlySet<Delivery> = new Set(['sent', 'in-doubt', 'sending', 'bounced']);

/** The last invitation of a contact: deliberate second ones replace the first. */
function invitationOf(contact: Contact): MessageState | undefined {
  return contact.messages.findLast(({ mailing }) => mailing === 'invitation');
}

/** What became of the last mail to a contact, where it did not arrive and nobody has had it instead. */
function cameBack(contact: Contact, network: Network): NetworkJson['contacts'][number]['cameBack'] {
  for (const { mailing, delivery, cameBack: status } of contact.messages.toReversed()) {
    if (delivery === 'submitted' || delivery === 'deferred') continue;
    if (delivery === 'sent' && status === undefined) return null;
    // Any contact of a network may be asked.
    if (ASKING.has(mailing) && isReplaced(contact, network)) return null;
    return { mailing, delivery, status: status || null };
  }
  return null;
}

/** The address was mended in networks.csv, or taken out, and another one was written to. */
function isReplaced({ row }: Contact, { contacts }: Network): boolean {
  return (
    row === undefined &&
    contacts.some(
      (other) =>
        other.row !== undefined && other.messages.some(({ delivery }) => delivery === 'sent'),
    )
  );
}

/** The whole network, or each of its contacts. */
function hasOptedOut({ contacts, optOuts }: Network): boolean {
  if (optOuts.length === 0) return false;
  if (optOuts.some(({ contact }) => contact === undefined)) return true;
  const left = new Set(optOuts.map(({ contact }) => contact?.toLowerCase()));
  return contacts.length > 0 && contacts.every(({ address }) => left.has(address.toLowerCase()));
}

/** What the network was told last of its answer, as far as it may have arrived. */
function lastConfirmation({ contacts }: Network): Submitted | undefined {
  let last: Submitted | undefined;
  for (const { messages } of contacts) {
    for (const { mailing, delivery, submitted } of messages) {
      const counts =
        mailing === 'confirmation' && (delivery === 'sent' || delivery === 'submitted');
      if (!counts || !submitted) continue;
      if (!last || submitted.at >= last.at) last = submitted;
    }
  }
  return last;
}

function countAnswers(networks: readonly NetworkJson[]) {
  const answered = (answer: NetworkJson['answer']) =>
    networks.filter((network) => network.answer === answer).length;
  const notInvited = networks.filter(
    ({ invited, answer }) => !invited && answer === 'needs-action',
  ).length;
  return {
    networks: networks.length,
    accepted: answered('accepted'),
    declined: answered('declined'),
    tentative: answered('tentative'),
    needsAction: answered('needs-action') - notInvited,
    notInvited,
    optedOut: networks.filter(({ optedOut }) => optedOut).length,
  };
}

function countSeats(
  { capacity, reserved: kept }: Meeting,
  networks: readonly NetworkJson[],
): StatusJson['counts']['seats'] {
  const reserved = kept.reduce((sum, { seats }) => sum + seats, 0);
  const coming = networks.reduce((sum, { seats }) => sum + seats, 0);
  return {
    coming,
    waiting: networks.reduce((sum, { waiting }) => sum + waiting, 0),
    reserved,
    free: capacity === undefined ? null : capacity - reserved - coming,
  };
}

function countMessages(
  messages: Iterable<MessageState>,
  livingRun: string | undefined,
): StatusJson['counts']['messages'] {
  const counts = { sent: 0, inDoubt: 0, deferred: 0, refused: 0, bounced: 0 };
  for (const message of messages) {
    const delivery = deliveryOf(message, livingRun);
    if (delivery === 'in-doubt') counts.inDoubt += 1;
    else if (delivery !== 'sending' && delivery !== 'not-sent') counts[delivery] += 1;
  }
  return counts;
}

function unfinished(
  messages: Iterable<MessageState>,
  livingRun: string | undefined,
): StatusJson['unfinished'] {
  const list: StatusJson['unfinished'][number][] = [];
  for (const message of messages) {
    const delivery = deliveryOf(message, livingRun);
    if (delivery !== 'in-doubt' && delivery !== 'deferred') continue;
    const { network, address: email, mailing } = message;
    list.push({ network, email, mailing, delivery });
  }
  return list;
}

function reviewJson(
  mail: MailStamp,
  reason: string,
  suggestion: ToReviewJson['suggestion'] | undefined,
  network: string | undefined,
): ToReviewJson {
  return {
    mail: mail.messageId,
    from: mail.from,
    subject: mail.subject,
    date: mail.date ?? mail.received ?? null,
    reason,
    suggestion: suggestion ?? null,
    network: network ?? null,
  };
}

/** Answers have come by saved mails (`sync --from`): there may be no mailbox to read. */
export function readsSavedMails({ networks }: Pick<StatusJson, 'networks'>): boolean {
  return networks.some(({ contacts }) => contacts.some(({ source }) => source === 'file'));
}

/** An answer is still hoped for. */
export function isAwaited({ answer, optedOut, gone }: NetworkJson): boolean {
  return answer === 'needs-action' && !optedOut && !gone;
}
