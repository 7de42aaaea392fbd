/**
 * What the facts of the journal amount to. Pure: every prefix of a journal folds, and folding is
 * the only way anything is known.
 */
import type {
  Fact,
  FactDraft,
  JournalBegun,
  MailboxRead,
  MailStamp,
  MailSetAside,
  NetworkAdded,
  OptedOut,
  RequestReceived,
  Retracted,
} from './facts.ts';
import { withoutLateOnes } from './calendar-order.ts';
import type { Instant } from './model.ts';
import { mayHaveArrived, MessagesFolded, type MessageState } from './message-state.ts';
import { wordOf, type Word } from './word.ts';

/** What is known from the journal alone. */
export interface State {
  readonly begun?: JournalBegun;
  /** By Message-ID, in the order in which they were first sent. */
  readonly messages: ReadonlyMap<string, MessageState>;
  /** Those that count, in the order in which they were said. */
  readonly replies: readonly Word[];
  readonly optOuts: readonly OptedOut[];
  /** Still to be looked at. */
  readonly setAside: readonly MailSetAside[];
  readonly requests: readonly RequestReceived[];
  readonly added: readonly NetworkAdded[];
  /** The last reading of the mailbox; it holds all cursors. */
  readonly mailboxRead?: MailboxRead;
  /** When each message left, in the order of the journal: tests too. */
  readonly departures: readonly Instant[];
  /** Keyed hashes of what was erased. */
  readonly erased: ReadonlySet<string>;
  /** Facts that a later one took back. */
  readonly retracted: ReadonlySet<string>;
}

/** The state after these facts, which are in the order of the journal. */
export function fold(facts: readonly Fact[]): State {
  const retractions = facts.filter((fact) => fact.type === 'retracted');
  const folding = new Folding(takenBack(retractions));
  for (const fact of facts) folding.take(fact);
  return folding.state()!;
}

/** Folds facts while they are read: of most of them, only what they amount to is kept. */
export class Folding {
  private readonly known: ReadonlySet<string>;
  private readonly messages = new MessagesFolded();
  private begun: JournalBegun | undefined;
  private beginning = -Infinity;
  private mailboxRead: MailboxRead | undefined;
  private readonly erased = new Set<string>();
  private readonly replies: (Word & { turn: number })[] = [];
  /** What a person looked at, and the facts that settle it. */
  private readonly settlements: { readonly id: string; readonly settles: string }[] = [];
  private readonly optOuts: OptedOut[] = [];
  private readonly setAside: MailSetAside[] = [];
  private readonly requests: RequestReceived[] = [];
  private readonly added: NetworkAdded[] = [];
  private readonly retractions: Retracted[] = [];
  private readonly departures: Instant[] = [];
  private lastAt = '';
  private now = -Infinity;
  private latest = -Infinity;

  /** `known`: facts of which it is known beforehand that a later one takes them back. */
  constructor(known: ReadonlySet<string> = new Set()) {
    this.known = known;
  }

  take(fact: Fact): void {
    // A run writes many facts in one moment.
    if (fact.at !== this.lastAt) {
      this.lastAt = fact.at;
      this.now = Date.parse(fact.at);
      this.latest = Math.max(this.latest, this.now);
    }
    if (isDeparture(fact)) this.departures.push(this.now);
    if (fact.type === 'retracted') this.retractions.push(fact);
    else if (!this.known.has(fact.id)) this.add(fact);
  }

  private add(fact: Exclude<Fact, Retracted>): void {
    if ('settles' in fact && fact.settles !== undefined) {
      this.settlements.push({ id: fact.id, settles: fact.settles });
    }
    switch (fact.type) {
      case 'journal-begun':
        this.begun ??= fact;
        this.beginning = Date.parse(this.begun.at);
        break;
      case 'message-submitted':
      case 'message-sent':
      case 'message-refused':
      case 'message-deferred':
      case 'message-bounced':
      case 'message-delayed':
        this.messages.add(fact, this.now);
        break;
      case 'reply-received':
        // A line below was written later, whatever the clocks of two machines say.
        this.replies.push(wordOf(fact, this.latest, this.beginning));
        break;
      case 'mail-set-aside':
        this.setAside.push(fact);
        break;
      case 'request-received':
        this.requests.push(fact);
        break;
      case 'network-added':
        this.added.push(fact);
        break;
      case 'mailbox-read':
        this.mailboxRead = fact;
        break;
      case 'opted-out':
        this.optOuts.push(fact);
        break;
      case 'erased':
        for (const hash of fact.hashes) this.erased.add(hash);
        break;
      case 'automatic-reply-received':
      case 'mail-dismissed':
      case 'test-sent':
        break;
    }
  }

  /** Facts that a later one took back. */
  get retracted(): ReadonlySet<string> {
    return takenBack(this.retractions);
  }

  /**
   * Undefined where a fact was taken back that cannot be left out any more, as one of a message
   * cannot: then all is to be folded again, with `retracted` known beforehand.
   */
  state(): State | undefined {
    const { retracted, begun, mailboxRead } = this;
    if (!this.canLeaveOut(retracted)) return undefined;
    const counts = (fact: { readonly id: string }) => !retracted.has(fact.id);
    const settled = new Set(this.settlements.filter(counts).map(({ settles }) => settles));
    const isOpen = (fact: { readonly id: string }) => counts(fact) && !settled.has(fact.id);
    return {
      ...(begun && { begun }),
      messages: this.messages.all,
      replies: withoutLateOnes(this.inTurn(counts)),
      optOuts: this.optOuts.filter(counts),
      setAside: once(this.setAside.filter(isOpen)),
      requests: once(this.requests.filter(isOpen)),
      added: this.added.filter(counts),
      ...(mailboxRead && { mailboxRead }),
      departures: this.departures,
      erased: this.erased,
      retracted,
    };
  }

  /** Numbered here, where none is missing any more; a copy of each would cost more than the sorting. */
  private inTurn(counts: (word: Word) => boolean): readonly Word[] {
    // The sort is stable: ties stand in the order of arrival.
    const words = this.replies.filter(counts).toSorted((one, other) => one.said - other.said);
    for (const [turn, word] of words.entries()) word.turn = turn;
    return words;
  }

  /** Of those that were not known beforehand. */
  private canLeaveOut(retracted: ReadonlySet<string>): boolean {
    const unknown = new Set([...retracted].filter((id) => !this.known.has(id)));
    for (const list of [
      this.retractions,
      this.replies,
      this.optOuts,
      this.setAside,
      this.requests,
      this.settlements,
      this.added,
    ]) {
      if (unknown.size === 0) break;
      for (const { id } of list) unknown.delete(id);
    }
    return unknown.size === 0;
  }
}

/** The mail that a fact came by, where one did. */
export function mailOf(fact: Fact | FactDraft): MailStamp | undefined {
  return 'mail' in fact ? fact.mail : undefined;
}

/** Whether something left with it, be it to try it. */
export function isDeparture({ type }: Pick<Fact, 'type'>): boolean {
  return type === 'message-submitted' || type === 'test-sent';
}

/** Each by its id: in a journal that was joined by hand a line stands twice. */
function once<T extends { readonly id: string }>(facts: readonly T[]): readonly T[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

/** What does not count any more; a retraction that was itself taken back takes nothing back. */
function takenBack(retractions: readonly Retracted[]): Set<string> {
  const retracted = new Set<string>();
  for (const { id, fact } of retractions.toReversed()) {
    if (!retracted.has(id)) retracted.add(fact);
  }
  return retracted;
}

/** The meeting is off: somebody has been told so, or may have been. */
export function isCancelled({ messages }: Pick<State, 'messages'>): boolean {
  for (const message of messages.values()) {
    if (message.mailing === 'cancellation' && mayHaveArrived(message)) return true;
  }
  return false;
}
