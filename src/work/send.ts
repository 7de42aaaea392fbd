/**
 * The engine that sends a plan: plan -> compose -> transport -> journal, over as many connections
 * as the transport has. It decides nothing from memory: before every round it takes the journal's
 * lock and plans anew from what stands there, and while it waits it gives the lock back.
 *
 * What the journal says and when: `begun` is on the disk before the first byte of the content
 * leaves, `ended` after the server's word. A message that begun and did not end is in doubt.
 */
import type { FactDraft } from '../domain/facts.ts';
import type { Instant, Limit } from '../domain/model.ts';
import { earliest, departuresIn, sendingTimes } from '../domain/pace.ts';
import { EXIT, MikronetError } from '../errors.ts';
import type {
  Clock,
  Journal,
  JournalWriter,
  Outcome,
  OutgoingMessage,
  StopReason,
} from '../world.ts';
import { Ahead } from './ahead.ts';
import { Gathering } from './gathering.ts';
import type { LazyTransport } from './lazy-transport.ts';

/** A message ready to leave, and what the journal is to say about it. */
export interface Prepared {
  readonly message: OutgoingMessage;
  /** Of the network, for what is printed. */
  readonly network: string;
  begun(run: string): readonly FactDraft[];
  ended(outcome: Outcome, run: string): readonly FactDraft[];
}

export interface Sending<Step> {
  readonly clock: Clock;
  readonly interruption: AbortSignal;
  readonly journal: Journal;
  /** Under the lock: what is left to send. Steps keep their `messageOf` from plan to plan. */
  plan(writer: JournalWriter): Promise<readonly Step[]>;
  /** The Message-ID. */
  messageOf(step: Step): string;
  compose(step: Step): Promise<Prepared>;
  /** Closed when the run ends. */
  readonly transport: LazyTransport;
  readonly limits: readonly Limit[];
  /** Milliseconds that all waiting together may last; undefined: as long as it takes. */
  readonly maxWait: number | undefined;
  readonly watcher: Watcher;
}

/** Tells a person how it goes. */
export interface Watcher {
  progress(done: number, of: number): void;
  /** Called about every second of a wait; `until` is when it ends. */
  waiting(why: 'limit' | 'deferred', until: Instant): void;
}

export interface SentItem {
  readonly network: string;
  readonly address: string;
  readonly messageId: string;
  readonly outcome: Outcome;
}

/** How a run ended. */
export interface Ending {
  /** One for each message that was tried, with what became of it at last. */
  readonly items: readonly SentItem[];
  /** Messages that are still to be sent. */
  readonly left: number;
  /** What ended the run before its time. */
  readonly stop?: { readonly reason: StopReason; readonly response: string };
  /** Where `maxWait` ended the run: when to go on. */
  readonly goOnAt?: Instant;
  /** What kept the run from going on, as a full disk or a lost lock: to be thrown once all is told. */
  readonly trouble?: unknown;
}

/** Before the first, the second, … new try of what was deferred. */
const PAUSES = [5_000, 15_000, 45_000, 135_000, 405_000, 1_200_000];

/** While another command writes a line or two. */
const LOCK_PAUSES = [250, 500, 1_000, 2_000, 4_000];

/** A server that has answered in this run may be back in a moment; the others ask for a person. */
const MAY_PASS: ReadonlySet<StopReason> = new Set(['unreachable', 'timeout', 'not-smtp']);

export async function send<Step>(sending: Sending<Step>): Promise<Ending> {
  try {
    return await rounds(sending);
  } finally {
    await sending.transport.close();
  }
}

async function rounds<Step>(sending: Sending<Step>): Promise<Ending> {
  const { clock, interruption, maxWait, transport, watcher } = sending;
  const items = new Map<string, SentItem>();
  const ahead = new Map<Instant, Instant>();
  let patience = maxWait ?? Number.POSITIVE_INFINITY;
  for (let pauses = 0, first = true; ; first = false) {
    const writer = await openPatiently(sending, first);
    let round: Round<Step>;
    try {
      const planned = await sending.plan(writer);
      // Once is enough for a run, also where a message in doubt was asked for by name.
      const steps = planned.filter((step) => {
        const before = items.get(sending.messageOf(step));
        return before === undefined || before.outcome.kind === 'deferred';
      });
      const times = sendingTimes(departuresIn(writer.facts), clock.now(), ahead);
      round = new Round(sending, writer, steps, items, times);
      await round.run();
    } finally {
      await writer.close();
    }
    if (round.trouble !== undefined) {
      return { items: [...items.values()], left: round.left, trouble: round.trouble };
    }
    const { left, stop, fullUntil } = round;
    if (left === 0 || interruption.aborted) return { items: [...items.values()], left };
    const final = stop && !(MAY_PASS.has(stop.reason) && transport.hasAnswered) ? stop : undefined;
    const wait =
      fullUntil === undefined ? (PAUSES[pauses] ?? PAUSES.at(-1)!) : fullUntil - clock.now();
    if (final || wait > patience) {
      return {
        items: [...items.values()],
        left,
        ...(stop && { stop }),
        ...(!final && { goOnAt: clock.now() + wait }),
      };
    }
    patience -= wait;
    // Pauses grow only while nothing gets through.
    pauses = round.progressed || fullUntil !== undefined ? 0 : pauses + 1;
    const until = clock.now() + wait;
    await waitTill(until, sending, () =>
      watcher.waiting(fullUntil === undefined ? 'deferred' : 'limit', until),
    );
    if (interruption.aborted) return { items: [...items.values()], left };
  }
}

/** At first, who else writes is said at once; after a wait of ours they may finish their line. */
async function openPatiently<Step>(
  { journal, clock, interruption }: Sending<Step>,
  first: boolean,
): Promise<JournalWriter> {
  for (const pause of first ? [] : LOCK_PAUSES) {
    try {
      return await journal.open();
    } catch (error) {
      if (!(error instanceof MikronetError) || error.exit !== EXIT.unfinished) throw error;
      await clock.sleep(pause, interruption);
    }
  }
  return journal.open();
}

/** A clock that is set back meanwhile makes no wait longer. */
async function waitTill<Step>(
  until: Instant,
  { clock, interruption }: Sending<Step>,
  tick: () => void,
): Promise<void> {
  let left = until - clock.now();
  while (!interruption.aborted && left > 0) {
    tick();
    const nap = Math.min(1_000, left);
    await clock.sleep(nap, interruption);
    left = Math.min(left - nap, until - clock.now());
  }
}

/** Every step once, under one lock. */
class Round<Step> {
  left: number;
  stop: { readonly reason: StopReason; readonly response: string } | undefined;
  /** A limit is reached: when the next message may go. */
  fullUntil: Instant | undefined;
  /** Something was sent. */
  progressed = false;
  /** The first failure that is none of the server's: nothing more is begun after it. */
  trouble: unknown;
  private readonly sending: Sending<Step>;
  private readonly writer: JournalWriter;
  private readonly steps: readonly Step[];
  private readonly items: Map<string, SentItem>;
  private readonly before: number;
  private readonly messages: Ahead<Step, Prepared>;
  private readonly begins: Gathering;
  /** When messages went out, in order. */
  private readonly times: Instant[];
  private underWay = 0;
  /** The last facts that nobody waits for yet on their way to the disk; all others come before them. */
  private ending: Promise<unknown> = Promise.resolve();

  constructor(
    sending: Sending<Step>,
    writer: JournalWriter,
    steps: readonly Step[],
    items: Map<string, SentItem>,
    times: Instant[],
  ) {
    this.sending = sending;
    this.writer = writer;
    this.steps = steps;
    this.items = items;
    this.left = steps.length;
    this.before = [...items.values()].filter(({ outcome }) => outcome.kind !== 'deferred').length;
    this.times = times;
    const { clock } = sending;
    this.messages = new Ahead({
      clock,
      steps,
      compose: (step) => sending.compose(step),
      isBusy: () => this.begins.isOpen,
    });
    this.begins = new Gathering(clock, (...facts) => {
      const written = writer.append(...facts);
      // While the disk is busy we need not be idle.
      void this.messages.goOn();
      return written;
    });
  }

  async run(): Promise<void> {
    if (this.left === 0) return;
    const { connections } = await this.sending.transport.opened();
    const workers = Array.from({ length: Math.min(connections, this.left) }, () => this.work());
    void this.messages.goOn();
    await Promise.all(workers);
    await this.ending;
  }

  /** One connection's share. */
  private async work(): Promise<void> {
    try {
      while (this.mayGoOn()) await this.sendNext();
    } catch (error) {
      this.trouble ??= error;
    }
  }

  private mayGoOn(): boolean {
    const { clock, interruption, limits } = this.sending;
    if (this.messages.isEmpty || interruption.aborted) return false;
    if (this.stop || this.fullUntil !== undefined || this.trouble !== undefined) return false;
    const now = clock.now();
    const free = earliest(limits, this.times, now, this.underWay);
    if (free <= now) return true;
    this.fullUntil = free;
    return false;
  }

  private async sendNext(): Promise<void> {
    const { writer, sending } = this;
    const { step, message } = this.messages.next();
    this.underWay += 1;
    const prepared = await message;
    const transport = await sending.transport.opened();
    const outcome = await transport.send(prepared.message, async () => {
      await this.begins.join(prepared.begun(writer.run), this.underWay);
      this.times.push(sending.clock.now());
    });
    this.underWay -= 1;
    sending.transport.hasAnswered ||= outcome.kind === 'sent' || outcome.kind === 'refused';
    this.note(step, prepared, outcome);
    const facts = prepared.ended(outcome, writer.run);
    if (facts.length > 0) this.appendSoon(facts);
  }

  /** The next message does not wait for it; its beginning comes after it in the journal. */
  private appendSoon(facts: readonly FactDraft[]): void {
    this.ending = this.writer
      .appendSoon(...facts)
      .catch((error: unknown) => (this.trouble ??= error));
  }

  private note(step: Step, { message, network }: Prepared, outcome: Outcome): void {
    const { messageId, to } = message;
    this.items.set(this.sending.messageOf(step), { network, address: to, messageId, outcome });
    if (outcome.kind !== 'deferred') this.left -= 1;
    if (outcome.kind === 'sent') this.progressed = true;
    if ('stop' in outcome && outcome.stop) {
      this.stop ??= { reason: outcome.stop, response: outcome.response };
    }
    const done = this.before + this.steps.length - this.left;
    this.sending.watcher.progress(done, this.before + this.steps.length);
  }
}
