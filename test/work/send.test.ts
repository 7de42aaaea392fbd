import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import type { Limit } from '../../src/domain/model.ts';
import { LazyTransport } from '../../src/work/lazy-transport.ts';
import { send, type Ending, type Sending } from '../../src/work/send.ts';
import type { Clock, Journal, Outcome, OutgoingMessage, Transport } from '../../src/world.ts';

const NOW = Date.parse('2012-05-02T07:00:00Z');
const SENT: Outcome = { kind: 'sent', response: '250 ok' };

/** A clock that moves only when somebody sleeps. */
function stillClock(): Clock & { slept: number } {
  let now = NOW;
  return {
    slept: 0,
    turn,
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds;
      this.slept += milliseconds;
    },
  };
}

/** A journal in memory that knows whether it is open. */
class MemoryJournal implements Journal {
  readonly path = '/journal.jsonl';
  readonly lines: Fact[] = [];
  isOpen = false;
  private readonly clock: Clock;
  constructor(clock: Clock) {
    this.clock = clock;
  }
  async read() {
    return { facts: [...this.lines], conflictedCopies: [] };
  }
  async open() {
    if (this.isOpen) throw new Error('opened twice');
    this.isOpen = true;
    return {
      facts: [...this.lines],
      run: 'run',
      append: this.append,
      appendSoon: this.append,
      close: async () => {
        this.isOpen = false;
      },
    };
  }
  private append = async (...drafts: readonly FactDraft[]) => {
    if (!this.isOpen) throw new Error('written to while closed');
    const at = new Date(this.clock.now()).toISOString();
    const facts = drafts.map(
      (draft, index) => ({ v: 1, id: `${this.lines.length + index}`, at, ...draft }) as Fact,
    );
    this.lines.push(...facts);
    return facts;
  };
  rewrite() {
    return Promise.resolve();
  }
}

interface Scene {
  readonly count: number;
  /** What the server says to the nth try of a message. */
  answer?(message: string, attempt: number): Outcome;
  readonly connections?: number;
  readonly limits?: readonly Limit[];
  readonly maxWait?: number;
  readonly interruption?: AbortController;
  readonly clock?: Clock;
  /** Told when a wait ends. */
  waiting?(until: number): void;
}

async function play(scene: Scene) {
  const still = stillClock();
  const clock = scene.clock ?? still;
  const journal = new MemoryJournal(clock);
  const attempts = new Map<string, number>();
  const order: string[] = [];
  let atOnce = 0;
  let most = 0;
  const transport: Transport = {
    connections: scene.connections ?? 1,
    async send({ messageId }: OutgoingMessage, beforeContent) {
      order.push(messageId);
      most = Math.max(most, (atOnce += 1));
      const attempt = (attempts.get(messageId) ?? 0) + 1;
      attempts.set(messageId, attempt);
      const outcome = scene.answer?.(messageId, attempt) ?? SENT;
      await Promise.resolve();
      if (outcome.kind !== 'deferred' && outcome.kind !== 'refused') await beforeContent();
      atOnce -= 1;
      return outcome;
    },
    close: () => Promise.resolve(),
  };
  const waits: string[] = [];
  const sending: Sending<string> = {
    clock,
    journal,
    interruption: (scene.interruption ?? new AbortController()).signal,
    limits: scene.limits ?? [],
    maxWait: scene.maxWait,
    transport: new LazyTransport(() => Promise.resolve(transport)),
    messageOf: (step) => step,
    plan: async ({ facts }) => {
      const settled = new Set(
        facts.flatMap((fact) =>
          fact.type === 'message-submitted' || fact.type === 'message-refused' ? fact.message : [],
        ),
      );
      return Array.from({ length: scene.count }, (_, index) => `m${index}`).filter(
        (message) => !settled.has(message),
      );
    },
    compose: async (message) => ({
      message: { messageId: message, from: 'a@b', to: `${message}@c`, bytes: new Uint8Array() },
      network: message,
      begun: () => [{ type: 'message-submitted', message } as FactDraft],
      ended: ({ kind }) =>
        kind === 'in-doubt' ? [] : [{ type: `message-${kind}`, message } as FactDraft],
    }),
    watcher: {
      progress: () => {},
      waiting: (why, until) => {
        scene.waiting?.(until);
        expect(journal.isOpen).toBe(false);
        if (waits.at(-1) !== why) waits.push(why);
      },
    },
  };
  const ending = await send(sending);
  expect(journal.isOpen).toBe(false);
  return { ending, clock: still, journal, order, attempts, waits, most };
}

const kinds = ({ items }: Ending) => items.map(({ outcome }) => outcome.kind);

describe('a run', () => {
  test('sends every message once, over as many connections as there are', async () => {
    const { ending, order, most, journal } = await play({ count: 20, connections: 4 });
    expect(ending).toMatchObject({ left: 0 });
    expect(new Set(order).size).toBe(20);
    expect(order).toHaveLength(20);
    expect(most).toBe(4);
    expect(journal.lines).toHaveLength(40);
  });

  test('writes the beginning of a message before its end', async () => {
    const { journal } = await play({ count: 10, connections: 3 });
    const placeOf = (type: Fact['type']) => (message: string) =>
      journal.lines.findIndex(
        (fact) => fact.type === type && 'message' in fact && fact.message === message,
      );
    for (let index = 0; index < 10; index += 1) {
      expect(placeOf('message-submitted')(`m${index}`)).toBeLessThan(
        placeOf('message-sent')(`m${index}`),
      );
    }
  });

  test('goes on after a refusal', async () => {
    const { ending } = await play({
      count: 3,
      answer: (message) =>
        message === 'm1' ? { kind: 'refused', response: '550 no', stage: 'rcpt' } : SENT,
    });
    expect(kinds(ending)).toEqual(['sent', 'refused', 'sent']);
    expect(ending.left).toBe(0);
  });

  test('tries what was deferred again at the end, with growing pauses', async () => {
    const { ending, order, clock, waits } = await play({
      count: 3,
      answer: (message, attempt) =>
        message === 'm0' && attempt < 4
          ? { kind: 'deferred', response: '450 later', stage: 'rcpt' }
          : SENT,
    });
    expect(ending).toMatchObject({ left: 0 });
    expect(order).toEqual(['m0', 'm1', 'm2', 'm0', 'm0', 'm0']);
    expect(waits).toEqual(['deferred']);
    expect(clock.slept).toBe(5_000 + 5_000 + 15_000);
  });

  test('stops waiting where --max-wait is used up, and says when to go on', async () => {
    const { ending, clock } = await play({
      count: 2,
      maxWait: 120_000,
      answer: (message) =>
        message === 'm0' ? { kind: 'deferred', response: '450 later', stage: 'rcpt' } : SENT,
    });
    expect(ending.left).toBe(1);
    expect(ending.goOnAt).toBeGreaterThan(clock.now());
    expect(clock.slept).toBeLessThanOrEqual(120_000);
    expect(clock.slept).toBeGreaterThan(60_000);
  });

  test.each(['login-refused', 'sender-refused', 'rate-limited', 'certificate'] as const)(
    'ends at once where the trouble is %s',
    async (stop) => {
      const { ending, order, clock } = await play({
        count: 5,
        answer: () => ({ kind: 'deferred', response: '535 no', stage: 'auth', stop }),
      });
      expect(order).toEqual(['m0']);
      expect(ending).toMatchObject({ left: 5, stop: { reason: stop } });
      expect(clock.slept).toBe(0);
    },
  );

  test('does not wait for a server that never answered, and does for one that did', async () => {
    const gone: Outcome = {
      kind: 'deferred',
      response: 'ECONNREFUSED',
      stage: 'connect',
      stop: 'unreachable',
    };
    const never = await play({ count: 3, answer: () => gone });
    expect(never).toMatchObject({ order: ['m0'], ending: { left: 3 } });
    const awhile = await play({
      count: 3,
      answer: (message, attempt) => (message === 'm1' && attempt === 1 ? gone : SENT),
    });
    expect(awhile.ending).toMatchObject({ left: 0 });
    expect(awhile.clock.slept).toBe(5_000);
  });

  test('leaves what is in doubt alone', async () => {
    const { ending, attempts } = await play({
      count: 3,
      answer: (message) =>
        message === 'm1' ? { kind: 'in-doubt', response: 'gone', stop: 'unreachable' } : SENT,
    });
    expect(kinds(ending).toSorted()).toEqual(['in-doubt', 'sent', 'sent']);
    expect(attempts.get('m1')).toBe(1);
  });

  test('that is interrupted finishes the message in hand and no more', async () => {
    const interruption = new AbortController();
    const { ending, order } = await play({
      count: 5,
      interruption,
      answer: (message) => {
        if (message === 'm1') interruption.abort();
        return SENT;
      },
    });
    expect(order).toEqual(['m0', 'm1']);
    expect(kinds(ending)).toEqual(['sent', 'sent']);
    expect(ending.left).toBe(3);
  });

  test('that cannot go on tells what was sent and why it stopped, and lets go of the journal', async () => {
    const clock = stillClock();
    const journal = new MemoryJournal(clock);
    const ending = await send<string>({
      clock,
      journal,
      interruption: new AbortController().signal,
      limits: [],
      maxWait: 0,
      transport: new LazyTransport(() =>
        Promise.resolve({
          connections: 1,
          send: () => Promise.resolve(SENT),
          close: () => Promise.resolve(),
        }),
      ),
      messageOf: (step) => step,
      plan: async () => ['a', 'b', 'c'],
      compose: (message) =>
        message === 'b'
          ? Promise.reject(new Error('disk full'))
          : Promise.resolve({
              message: { messageId: message, from: 'x', to: 'y', bytes: new Uint8Array() },
              network: message,
              begun: () => [],
              ended: () => [],
            }),
      watcher: { progress: () => {}, waiting: () => {} },
    });
    expect(ending).toMatchObject({ left: 2, trouble: new Error('disk full') });
    expect(kinds(ending)).toEqual(['sent']);
    expect(journal.isOpen).toBe(false);
  });
});

describe('limits', () => {
  test('count down while they are waited for, and a clock set back makes no wait longer', async () => {
    let now = NOW;
    let slept = 0;
    const untils = new Set<number>();
    const clock: Clock = {
      turn,
      now: () => now,
      sleep: async (milliseconds) => {
        slept += milliseconds;
        now += slept === 10_000 ? -3_600_000 : milliseconds;
      },
    };
    const { ending } = await play({
      count: 2,
      limits: [{ messages: 1, seconds: 60 }],
      clock,
      waiting: (until) => untils.add(until),
    });
    expect(ending.left).toBe(0);
    expect(slept).toBeLessThanOrEqual(2 * 60_000);
    expect(untils.size).toBeLessThanOrEqual(2);
  });

  test('are never passed in any window, for any limits and number of connections', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            messages: fc.integer({ min: 1, max: 7 }),
            seconds: fc.integer({ min: 1, max: 90 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 25 }),
        async (limits, connections, count) => {
          const { ending, journal } = await play({ count, connections, limits });
          expect(ending.left).toBe(0);
          const times = journal.lines
            .filter(({ type }) => type === 'message-submitted')
            .map(({ at }) => Date.parse(at));
          for (const { messages, seconds } of limits) {
            for (const end of times) {
              const inside = times.filter((time) => time <= end && time > end - seconds * 1000);
              expect(inside.length).toBeLessThanOrEqual(messages);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('that are full are waited for, with the journal free for others', async () => {
    const { waits, clock } = await play({ count: 25, limits: [{ messages: 10, seconds: 60 }] });
    expect(waits).toEqual(['limit']);
    expect(clock.slept).toBe(120_000);
  });

  test('end the run where --max-wait is shorter', async () => {
    const { ending } = await play({
      count: 25,
      limits: [{ messages: 10, seconds: 60 }],
      maxWait: 30_000,
    });
    expect(ending).toMatchObject({ left: 15, goOnAt: NOW + 60_000 });
  });
});
