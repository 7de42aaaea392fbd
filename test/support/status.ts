/** Builders for `status --json`. */
import type { NetworkJson, StatusJson } from '../../src/domain/contract.ts';

type ContactJson = NetworkJson['contacts'][number];

export function contactJson(over: Partial<ContactJson> = {}): ContactJson {
  const { delivery } = over;
  const failed = delivery === 'bounced' || delivery === 'refused';
  return {
    name: 'Kim Holm',
    email: 'kim@havn.example',
    language: 'da',
    delivery: 'sent',
    cameBack: failed ? { mailing: 'invitation', delivery, status: null } : null,
    answer: 'needs-action',
    answeredAt: null,
    source: null,
    ...over,
  };
}

export function networkJson(over: Partial<NetworkJson> = {}): NetworkJson {
  return {
    id: 'havn',
    name: 'Havnelauget',
    answer: 'needs-action',
    forOldTime: false,
    invited: true,
    seats: 0,
    seatsAssumed: false,
    waiting: 0,
    movedUp: 0,
    conflict: false,
    optedOut: false,
    gone: false,
    attendees: [],
    answers: {},
    remark: null,
    contacts: [contactJson()],
    ...over,
  };
}

/** The counts that do not follow from the networks are given. */
export function statusJson(
  networks: readonly NetworkJson[],
  over: {
    readonly meeting?: Partial<StatusJson['meeting']>;
    readonly messages?: Partial<StatusJson['counts']['messages']>;
    readonly mailboxReadAt?: string | null;
    readonly unfinished?: StatusJson['unfinished'];
    readonly toReview?: number;
  } = {},
): StatusJson {
  const meeting = {
    id: 'traef',
    title: 'Træf for netværksansvarlige',
    start: '2012-05-30T16:30:00+02:00',
    end: '2012-05-30T21:00:00+02:00',
    timeZone: 'Europe/Copenhagen',
    venue: 'Kulturforsyningen',
    replyBy: '2012-05-18',
    capacity: 60,
    cancelled: false,
    ...over.meeting,
  };
  const answered = (answer: NetworkJson['answer']) =>
    networks.filter((network) => network.answer === answer).length;
  const notInvited = networks.filter(
    (network) => !network.invited && network.answer === 'needs-action',
  ).length;
  const coming = networks.reduce((sum, network) => sum + network.seats, 0);
  const waiting = networks.reduce((sum, network) => sum + network.waiting, 0);
  return {
    v: 1,
    meeting,
    counts: {
      networks: networks.length,
      accepted: answered('accepted'),
      declined: answered('declined'),
      tentative: answered('tentative'),
      needsAction: answered('needs-action') - notInvited,
      notInvited,
      optedOut: networks.filter((network) => network.optedOut).length,
      messages: { sent: 0, inDoubt: 0, deferred: 0, refused: 0, bounced: 0, ...over.messages },
      seats: {
        coming,
        waiting,
        reserved: 2,
        free: meeting.capacity === null ? null : meeting.capacity - 2 - coming,
      },
      toReview: over.toReview ?? 0,
    },
    mailboxReadAt: over.mailboxReadAt ?? null,
    networks,
    unfinished: over.unfinished ?? networks.flatMap(unfinishedInvitations),
    toReview: [],
  };
}

function unfinishedInvitations({ id, contacts }: NetworkJson): StatusJson['unfinished'] {
  return contacts.flatMap(({ email, delivery }) =>
    delivery === 'in-doubt' || delivery === 'deferred'
      ? [{ network: id, email, mailing: 'invitation', delivery }]
      : [],
  );
}
