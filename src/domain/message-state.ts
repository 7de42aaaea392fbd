/** What the facts about a message amount to. */
import type { CalendarEntry, Fact, MessageSubmitted, PrintedQuestion, Told } from './facts.ts';
import type { Delivery, Instant, Mailing } from './model.ts';

/** Mailings that ask for an answer. */
export const ASKING: ReadonlySet<Mailing> = new Set(['invitation', 'reminder']);

/** A message as it stands. `submitted`: on its way, or in doubt if the run that sent it is over. */
export interface MessageState {
  /** Our Message-ID, without angle brackets. */
  readonly message: string;
  readonly network: string;
  readonly address: string;
  readonly mailing: Mailing;
  readonly delivery: 'submitted' | 'sent' | 'refused' | 'deferred' | 'bounced';
  /** What was in it; absent where it never came to sending its content. */
  readonly submitted?: Submitted | undefined;
  /** Of the last fact about it. */
  readonly at: Instant;
  /** When it was first sent. */
  readonly sentAt?: Instant | undefined;
  readonly serverMessageId?: string | undefined;
  /** It came back, with this status (RFC 3463), or none. */
  readonly cameBack?: string | undefined;
  /** The run that wrote the last fact. */
  readonly run?: string | undefined;
}

/** What was in a message, and when it was about to leave: of the fact, what its message does not say. */
type InMessage = Omit<
  MessageSubmitted,
  'v' | 'id' | 'at' | 'type' | 'message' | 'network' | 'address' | 'mailing' | 'run'
>;
export type Submitted = { readonly at: Instant } & {
  readonly [K in keyof InMessage]:
    | InMessage[K]
    | (object extends Pick<InMessage, K> ? undefined : never);
};

export type AboutMessage = Extract<
  Fact,
  {
    type:
      | 'message-submitted'
      | 'message-sent'
      | 'message-refused'
      | 'message-deferred'
      | 'message-bounced'
      | 'message-delayed';
  }
>;

/** A message while its facts are being folded; nobody else has it yet. */
type Changing = { -readonly [K in keyof MessageState]: MessageState[K] };

/** Messages while the facts about them are being folded. */
export class MessagesFolded {
  private readonly messages = new Map<string, Changing>();
  /** The first of each template. */
  private readonly firsts = new Map<string, Submitted>();

  /** By Message-ID, in the order in which they were first sent. */
  get all(): ReadonlyMap<string, MessageState> {
    return this.messages;
  }

  /** The message as one more fact leaves it: changed in its place, since a run writes two for each. */
  add(fact: AboutMessage, at: Instant): void {
    const { message, network, address, mailing, run } = fact;
    const before = this.messages.get(message);
    // Two copies of a journal may tell of one message: what was sent stays sent.
    const isOut = before?.delivery === 'sent' || before?.delivery === 'bounced';
    if (isOut && OF_AN_ATTEMPT.has(fact.type)) return;
    // The doubt about another run's attempt is not cleared by one that never came to the content.
    const isInDoubt = before?.delivery === 'submitted' && before.run !== run;
    if (isInDoubt && fact.type === 'message-deferred') return;

    const after: Changing = before ?? {
      message,
      network,
      address,
      mailing,
      delivery: 'submitted',
      submitted: undefined,
      at,
      sentAt: undefined,
      serverMessageId: undefined,
      cameBack: undefined,
      run,
    };
    if (!before) this.messages.set(message, after);
    after.mailing = mailing;
    after.at = at;
    if (run !== undefined) after.run = run;
    switch (fact.type) {
      case 'message-submitted':
        after.network = network;
        after.address = address;
        after.delivery = 'submitted';
        after.submitted = this.submitted(fact, at);
        after.cameBack = undefined;
        break;
      case 'message-sent':
        // Evidence that it arrived says nothing against a bounce that came before it was read.
        if (after.delivery !== 'bounced' || !fact.evidence) after.delivery = 'sent';
        after.sentAt ??= at;
        if (fact.serverMessageId !== undefined) after.serverMessageId = fact.serverMessageId;
        break;
      case 'message-refused':
        after.delivery = 'refused';
        break;
      case 'message-deferred':
        after.delivery = 'deferred';
        break;
      case 'message-bounced':
        // A full mailbox, or a policy, says nothing about the address: it was sent all the same.
        after.delivery = fact.permanent ? 'bounced' : settledBy(after);
        after.cameBack = fact.status ?? '';
        break;
      case 'message-delayed':
        after.delivery = settledBy(after);
        break;
    }
  }

  /** A mailing says the same to thousands: what equals what the first of them says is kept once. */
  private submitted(fact: MessageSubmitted, at: Instant): Submitted {
    const first = this.firsts.get(fact.digest);
    const submitted: Submitted = {
      at,
      networkName: fact.networkName,
      contactName: fact.contactName,
      language: fact.language,
      reference: fact.reference,
      n: fact.n,
      subject: once(fact.subject, first?.subject),
      digest: once(fact.digest, first?.digest),
      calendar: fact.calendar && entryOnce(fact.calendar, first?.calendar),
      told: fact.told && toldOnce(fact.told, first?.told),
      questions: fact.questions && questionsOnce(fact.questions, first?.questions),
      alongside: fact.alongside,
      confirms: fact.confirms,
      confirmedSeats: fact.confirmedSeats,
    };
    if (!first) this.firsts.set(fact.digest, submitted);
    return submitted;
  }
}

/** The text that is kept already, where it is the same. */
function once<T extends string>(text: T, kept: T | undefined): T {
  return text === kept ? kept : text;
}

function toldOnce<T extends Told>(told: T, kept: Told | undefined): T {
  return {
    ...told,
    start: once(told.start, kept?.start),
    end: once(told.end, kept?.end),
    title: once(told.title, kept?.title),
    place: once(told.place, kept?.place),
  };
}

function entryOnce(entry: CalendarEntry, kept: CalendarEntry | undefined): CalendarEntry {
  const { partstat } = entry;
  const told = toldOnce(entry, kept);
  return partstat === undefined ? told : { ...told, partstat: once(partstat, kept?.partstat) };
}

function questionsOnce(
  questions: readonly PrintedQuestion[],
  kept: readonly PrintedQuestion[] | undefined,
): readonly PrintedQuestion[] {
  const isSame =
    kept?.length === questions.length &&
    questions.every(({ letter, id, text }, index) => {
      const other = kept[index]!;
      return letter === other.letter && id === other.id && text === other.text;
    });
  return isSame ? kept : questions;
}

/** What is told by the one who sends it; the others know only what became of it. */
const OF_AN_ATTEMPT: ReadonlySet<Fact['type']> = new Set([
  'message-submitted',
  'message-refused',
  'message-deferred',
]);

/** Somebody's server speaks of the message: so ours had taken it. */
function settledBy({ delivery }: MessageState): MessageState['delivery'] {
  return delivery === 'submitted' ? 'sent' : delivery;
}

/** Its reader may have seen it, be it in doubt or came it back. */
export function mayHaveArrived({ delivery }: Pick<MessageState, 'delivery'>): boolean {
  return delivery !== 'deferred' && delivery !== 'refused';
}

/** When a message went out, or was to. */
export function sentAtOf({ sentAt, submitted, at }: MessageState): Instant {
  return sentAt ?? submitted?.at ?? at;
}

/** What became of a message; `livingRun` is the run that holds the journal now, if any. */
export function deliveryOf(message: MessageState | undefined, livingRun?: string): Delivery {
  if (!message) return 'not-sent';
  if (message.delivery !== 'submitted') return message.delivery;
  return message.run !== undefined && message.run === livingRun ? 'sending' : 'in-doubt';
}

/** Why a mail came back, where the address may be right all the same. */
export type WhyReturned = 'full' | 'policy' | 'closed-list' | 'unknown';

/** By its status (RFC 3463). */
export function whyReturned(status: string): WhyReturned {
  // Exchange's lists that only members may write to: a mail will never arrive.
  if (status === '5.7.124' || status === '5.7.133') return 'closed-list';
  if (status.startsWith('5.7.')) return 'policy';
  return status === '5.2.2' ? 'full' : 'unknown';
}
