/** Everything that is true of the meeting now, as `status --json` says it. */
import { isForOldTime } from './calendar-part.ts';
import type { NetworkJson, StatusJson, ToReviewJson } from './contract.ts';
import type { MailStamp } from './facts.ts';
import type { Contact, Network, Roster } from './identity.ts';
import type { Meeting, Texts } from './model.ts';
import { allot, type Seated } from './seats.ts';
import { latestOf, standing, type Standing } from './standing.ts';
import { deliveryOf, sentAtOf, type MessageState, type Submitted } from './message-state.ts';
import { isCancelled, type State } from './state.ts';

export function report(
  meeting: Meeting,
  roster: Roster,
  state: State,
  livingRun?: string,
): StatusJson {
  const standings = roster.networks.map(standing);
  const seated = allot(
    meeting,
    roster.networks.flatMap((network, index) => {
      const { history } = standings[index]!;
      if (history.length === 0) return [];
      const { at, confirmedSeats: seats = 0 } = lastConfirmation(network) ?? {};
      const promised = at === undefined ? undefined : { at, seats };
      return { network: network.id, history, promised };
    }),
  );
  const networks = roster.networks.map((network, index) =>
    networkJson(meeting, network, standings[index]!, {
      place: seated.get(network.id) ?? NO_SEATS,
      livingRun,
    }),
  );
  const answered = (answer: NetworkJson['answer']) =>
    networks.filter((network) => network.answer === answer).length;
  const notInvited = networks.filter(
    ({ invited, answer }) => !invited && answer === 'needs-action',
  ).length;
  const reserved = meeting.reserved.reduce((sum, { seats }) => sum + seats, 0);
  const coming = networks.reduce((sum, { seats }) => sum + seats, 0);
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
      networks: networks.length,
      accepted: answered('accepted'),
      declined: answered('declined'),
      tentative: answered('tentative'),
      needsAction: answered('needs-action') - notInvited,
      notInvited,
      optedOut: networks.filter(({ optedOut }) => optedOut).length,
      messages: countMessages(state.messages.values(), livingRun),
      seats: {
        coming,
        waiting: networks.reduce((sum, { waiting }) => sum + waiting, 0),
        reserved,
        free: meeting.capacity === undefined ? null : meeting.capacity - reserved - coming,
      },
      toReview: toReview.length,
    },
    mailboxReadAt: state.mailboxRead?.at ?? null,
    networks,
    unfinished: unfinished(state.messages.values(), livingRun),
    toReview,
  };
}

/** A text in a language, else the first there is. */
export function textIn(texts: Texts, language: string): string {
  return typeof texts === 'string' ? texts : (texts[language] ?? Object.values(texts)[0] ?? '');
}

const NO_SEATS: Seated = { seats: 0, waiting: 0, waitedFor: 0 };

/** What a network's own answers do not say. */
interface Around {
  readonly place: Seated;
  readonly livingRun: string | undefined;
}

function networkJson(
  meeting: Meeting,
  network: Network,
  stands: Standing,
  around: Around,
): NetworkJson {
  const { seats, waiting } = around.place;
  const { livingRun } = around;
  const contacts = network.contacts.map((contact) => {
    const latest = latestOf(contact, stands.replies);
    return {
      name: contact.name ?? null,
      email: contact.address,
      language: contact.language,
      delivery: deliveryOf(invitationOf(contact), livingRun),
      answer: latest?.reply.answer ?? 'needs-action',
      answeredAt: latest ? new Date(latest.said).toISOString() : null,
      source: latest?.source ?? null,
    } as const;
  });
  return {
    id: network.id,
    name: network.name,
    answer: stands.answer,
    forOldTime: isAllForOldTime(meeting, network, stands),
    invited: contacts.some(({ delivery }) => MAY_HAVE_IT.has(delivery)),
    seats,
    seatsAssumed: stands.assumed,
    waiting,
    movedUp: movedUp(network, stands, around.place),
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
    const own = contacts.filter(
      ({ address }) => word.contact === undefined || word.contact === address.toLowerCase(),
    );
    const messages = own.flatMap((contact) => contact.messages);
    const inOrder = messages.toSorted((a, b) => sentAtOf(a) - sentAtOf(b));
    return isForOldTime(meeting, word, inOrder);
  });
}

/** Seats that have become free for it, and that it has not been told of. */
function movedUp(
  network: Network,
  { replies }: Standing,
  { seats, waiting, waitedFor }: Seated,
): number {
  const last = replies.at(-1);
  if (seats === 0 || !last) return 0;
  const confirmation = lastConfirmation(network);
  const isTold = confirmation?.confirms?.includes(last.id);
  const more = isTold ? seats - (confirmation?.confirmedSeats ?? 0) : waitedFor - waiting;
  return Math.max(0, Math.min(seats, more));
}

const MAY_HAVE_IT = new Set<string>(['sent', 'in-doubt', 'sending', 'bounced']);

/** The last invitation of a contact: deliberate second ones replace the first. */
export function invitationOf(contact: Contact): MessageState | undefined {
  return contact.messages.findLast(({ mailing }) => mailing === 'invitation');
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
