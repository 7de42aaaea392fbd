/** One contact in the eyes of a mailing, with what is known of it. */
import { hasNews, type Correspondence } from '../calendar-part.ts';
import type { NetworkJson } from '../contract.ts';
import type { Contact, Network } from '../identity.ts';
import type { Answer, Delivery, Mailing } from '../model.ts';
import type { Planning } from '../plan.ts';
import { deliveryOf, type MessageState } from '../message-state.ts';

/** Sent, or perhaps: the contact may have it. */
const MAY_HAVE_IT: ReadonlySet<Delivery> = new Set(['sent', 'sending', 'in-doubt']);

/** What is the same for all contacts, found out once and only where it is asked for. */
export class Overview {
  readonly planning: Planning;
  private readonly inReview: ReadonlySet<string>;
  private news: boolean | undefined;

  constructor(planning: Planning) {
    this.planning = planning;
    this.inReview = new Set(planning.status.toReview.flatMap(({ network }) => network ?? []));
  }

  /** A mail that may be this network's waits to be read by a person. */
  isInReview({ id }: Network): boolean {
    return this.inReview.has(id);
  }

  /** Somebody knows the meeting as it was before. */
  hasNews(): boolean {
    const { meeting, roster } = this.planning;
    return (this.news ??= roster.networks.some(({ contacts }) =>
      contacts.some((contact) => hasNews(meeting, contact)),
    ));
  }
}

export class Case {
  readonly overview: Overview;
  readonly network: Network;
  readonly contact: Contact;
  readonly status: NetworkJson;
  readonly past: Correspondence;

  constructor(
    overview: Overview,
    network: Network,
    contact: Contact,
    status: NetworkJson,
    past: Correspondence,
  ) {
    this.overview = overview;
    this.network = network;
    this.contact = contact;
    this.status = status;
    this.past = past;
  }

  get planning(): Planning {
    return this.overview.planning;
  }

  /** The contact's own answer, else its network's. */
  get answer(): Answer {
    const own = this.past.word?.reply.answer ?? 'needs-action';
    return own === 'needs-action' ? this.status.answer : own;
  }

  /** Its network was asked for by name, and not only because of a doubt. */
  get isNamed(): boolean {
    const { only, resend } = this.planning;
    return only?.has(this.network.id) === true && !resend?.has(this.network.id);
  }

  last(mailing: Mailing, contact = this.contact): MessageState | undefined {
    return contact.messages.findLast((message) => message.mailing === mailing);
  }

  delivery(message: MessageState | undefined): Delivery {
    return deliveryOf(message, this.planning.livingRun);
  }

  mayHave(message: MessageState): boolean {
    return MAY_HAVE_IT.has(this.delivery(message));
  }

  /** Why nothing reaches that address: the last that is known of a mail to it. */
  deadEnd(contact = this.contact): 'refused' | 'bounced' | undefined {
    const known = contact.messages.findLast(
      ({ delivery }) => delivery === 'sent' || delivery === 'refused' || delivery === 'bounced',
    );
    const { delivery } = known ?? {};
    return delivery === 'refused' || delivery === 'bounced' ? delivery : undefined;
  }

  /** Somebody there has had a mail of ours. */
  isReached(contact = this.contact): boolean {
    return (
      this.deadEnd(contact) === undefined &&
      contact.messages.some((message) => this.mayHave(message))
    );
  }

  /**
   * Has had a mail, or takes the place of those who cannot be reached any more: an address that was
   * mended in networks.csv, or one of a network that answered before it was ever written to.
   */
  get isInTouch(): boolean {
    if (this.isReached()) return true;
    const others = this.network.contacts.filter((other) => other !== this.contact);
    if (others.some((other) => this.isReached(other))) return false;
    const wasReached = others.some((other) =>
      other.messages.some(({ delivery }) => delivery === 'sent'),
    );
    return this.answer !== 'needs-action' || wasReached;
  }

  get hasOptedOut(): boolean {
    const address = this.contact.address.toLowerCase();
    return this.network.optOuts.some(
      ({ contact }) => contact === undefined || contact.toLowerCase() === address,
    );
  }
}
