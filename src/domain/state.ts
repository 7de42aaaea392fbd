/**
 * What the facts of the journal amount to. Pure: every prefix of a journal folds, and folding is
 * the only way anything is known.
 */
import type {
  AutomaticReplyReceived,
  Fact,
  JournalBegun,
  MailboxRead,
  MailSetAside,
  MessageSubmitted,
  NetworkAdded,
  OptedOut,
  ReplyReceived,
  RequestReceived,
} from './facts.ts';
import { withoutLateOnes } from './calendar-order.ts';
import type { Delivery, Mailing } from './model.ts';

/** A message as it stands. `submitted`: on its way, or in doubt if the run that sent it is over. */
export interface MessageState {
  /** Our Message-ID, without angle brackets. */
  readonly message: string;
  readonly network: string;
  readonly address: string;
  readonly mailing: Mailing;
  readonly delivery: 'submitted' | 'sent' | 'refused' | 'deferred' | 'bounced';
  /** The fact with what was in it; absent where it never came to sending its content. */
  readonly submitted?: MessageSubmitted;
  /** Of the last fact about it, ISO. */
  readonly at: string;
  /** When it was first sent, ISO. */
  readonly sentAt?: string;
  readonly serverMessageId?: string;
  /** The server's last reply line, or the bounce's words. */
  readonly response?: string;
  /** The server has said that it is late. */
  readonly delayed?: true;
  /** The run that wrote the last fact. */
  readonly run?: string;
}

export interface State {
  readonly begun?: JournalBegun;
  /** By Message-ID, in the order in which they were first sent. */
  readonly messages: ReadonlyMap<string, MessageState>;
  /** Those that count, in the order in which they were said (`saidAt`). */
  readonly replies: readonly ReplyReceived[];
  readonly optOuts: readonly OptedOut[];
  readonly automatic: readonly AutomaticReplyReceived[];
  /** Still to be looked at. */
  readonly setAside: readonly MailSetAside[];
  readonly requests: readonly RequestReceived[];
  readonly added: readonly NetworkAdded[];
  /** The last reading of the mailbox; it holds all cursors. */
  readonly mailboxRead?: MailboxRead;
  /** Keyed hashes of what was erased. */
  readonly erased: ReadonlySet<string>;
  /** Facts that a later one took back. */
  readonly retracted: ReadonlySet<string>;
}

export function fold(facts: readonly Fact[]): State {
  const retracted = retractedIn(facts);

  let begun: JournalBegun | undefined;
  let mailboxRead: MailboxRead | undefined;
  const messages = new Map<string, Changing>();
  const replies: ReplyReceived[] = [];
  const optOuts: OptedOut[] = [];
  const automatic: AutomaticReplyReceived[] = [];
  const setAside: MailSetAside[] = [];
  const requests: RequestReceived[] = [];
  const added: NetworkAdded[] = [];
  const settled = new Set<string>();
  const erased = new Set<string>();
  let latest = -Infinity;
  let lastAt = '';

  for (const fact of facts) {
    // A run writes many facts in one moment.
    if (fact.at !== lastAt) latest = Math.max(latest, Date.parse(fact.at));
    lastAt = fact.at;
    if (retracted.has(fact.id)) continue;
    switch (fact.type) {
      case 'journal-begun':
        begun ??= fact;
        break;
      case 'message-submitted':
      case 'message-sent':
      case 'message-refused':
      case 'message-deferred':
      case 'message-bounced':
      case 'message-delayed':
        messages.set(fact.message, afterwards(messages.get(fact.message), fact));
        break;
      case 'reply-received':
        // A line below was written later, whatever the clocks of two machines say.
        replies.push(Date.parse(fact.at) < latest ? { ...fact, at: iso(latest) } : fact);
        if (fact.settles !== undefined) settled.add(fact.settles);
        break;
      case 'mail-set-aside':
        setAside.push(fact);
        break;
      case 'request-received':
        requests.push(fact);
        break;
      case 'mail-dismissed':
        settled.add(fact.settles);
        break;
      case 'network-added':
        added.push(fact);
        if (fact.settles !== undefined) settled.add(fact.settles);
        break;
      case 'automatic-reply-received':
        automatic.push(fact);
        break;
      case 'mailbox-read':
        mailboxRead = fact;
        break;
      case 'opted-out':
        optOuts.push(fact);
        if (fact.settles !== undefined) settled.add(fact.settles);
        break;
      case 'erased':
        for (const hash of fact.hashes) erased.add(hash);
        break;
      case 'test-sent':
      case 'retracted':
        break;
    }
  }
  const open = (fact: { readonly id: string }) => !settled.has(fact.id);
  return {
    ...(begun && { begun }),
    messages,
    // The sort is stable: ties stand in the order of arrival.
    replies: withoutLateOnes(inOrder(replies)),
    optOuts,
    automatic,
    setAside: setAside.filter(open),
    requests: requests.filter(open),
    added,
    ...(mailboxRead && { mailboxRead }),
    erased,
    retracted,
  };
}

/** What does not count any more; a retraction that was itself taken back takes nothing back. */
function retractedIn(facts: readonly Fact[]): Set<string> {
  const retracted = new Set<string>();
  for (let at = facts.length - 1; at >= 0; at -= 1) {
    const fact = facts[at]!;
    if (fact.type === 'retracted' && !retracted.has(fact.id)) retracted.add(fact.fact);
  }
  return retracted;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

type AboutMessage = Extract<
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

/** The message as one more fact leaves it: changed in its place, since a run writes two for each. */
function afterwards(before: Changing | undefined, fact: AboutMessage): Changing {
  const { message, network, address, mailing, at, run } = fact;
  // Two copies of a journal may tell of one message: what was sent stays sent.
  const isOut = before?.delivery === 'sent' || before?.delivery === 'bounced';
  if (isOut && OF_AN_ATTEMPT.has(fact.type)) return before;
  // The doubt about another run's attempt is not cleared by one that never came to the content.
  const isInDoubt = before?.delivery === 'submitted' && before.run !== run;
  if (isInDoubt && fact.type === 'message-deferred') return before;

  const after: Changing = before ?? {
    message,
    network,
    address,
    mailing,
    at,
    delivery: 'submitted',
  };
  after.mailing = mailing;
  after.at = at;
  if (run !== undefined) after.run = run;
  switch (fact.type) {
    case 'message-submitted':
      after.network = network;
      after.address = address;
      after.delivery = 'submitted';
      after.submitted = fact;
      break;
    case 'message-sent':
      // Evidence that it arrived says nothing against a bounce that came before it was read.
      if (after.delivery !== 'bounced' || !fact.evidence) after.delivery = 'sent';
      after.sentAt ??= at;
      if (fact.response !== undefined) after.response = fact.response;
      if (fact.serverMessageId !== undefined) after.serverMessageId = fact.serverMessageId;
      break;
    case 'message-refused':
      after.delivery = 'refused';
      after.response = fact.response;
      break;
    case 'message-deferred':
      after.delivery = 'deferred';
      after.response = fact.response;
      break;
    case 'message-bounced': {
      const words = fact.diagnostic ?? fact.status;
      // A full mailbox, or a policy, says nothing about the address: it was sent all the same.
      after.delivery = fact.permanent ? 'bounced' : settledBy(after);
      if (words !== undefined) after.response = words;
      break;
    }
    case 'message-delayed':
      after.delivery = settledBy(after);
      after.delayed = true;
      break;
  }
  return after;
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

/** Those of each network, in the order in which they are given. */
export function byNetwork<T extends { readonly network: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const each of list) {
    const own = map.get(each.network);
    if (own) own.push(each);
    else map.set(each.network, [each]);
  }
  return map;
}

/** As they were said; the time of each is read once. */
function inOrder(replies: readonly ReplyReceived[]): readonly ReplyReceived[] {
  return replies
    .map((reply) => ({ reply, said: saidAt(reply) }))
    .toSorted((a, b) => a.said - b.said)
    .map(({ reply }) => reply);
}

/** When a reply was said: the earliest of the mail's Date, its receipt, and its reading. */
export function saidAt({ mail, at }: ReplyReceived): number {
  return Math.min(instantOf(mail?.date), instantOf(mail?.received), instantOf(at));
}

/** What cannot be read was never. */
function instantOf(time: string | undefined): number {
  const instant = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(instant) ? Infinity : instant;
}

/** When a message went out, or was to. */
export function sentAtOf({ sentAt, submitted, at }: MessageState): number {
  return Date.parse(sentAt ?? submitted?.at ?? at);
}

/** What became of a message; `livingRun` is the run that holds the journal now, if any. */
export function deliveryOf(message: MessageState | undefined, livingRun?: string): Delivery {
  if (!message) return 'not-sent';
  if (message.delivery !== 'submitted') return message.delivery;
  return message.run !== undefined && message.run === livingRun ? 'sending' : 'in-doubt';
}

/** The meeting is off: somebody has been told so, or may have been. */
export function isCancelled({ messages }: Pick<State, 'messages'>): boolean {
  for (const { mailing, delivery } of messages.values()) {
    if (mailing === 'cancellation' && delivery !== 'deferred' && delivery !== 'refused') {
      return true;
    }
  }
  return false;
}
