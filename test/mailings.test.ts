/**
 * Whatever an organiser does, in whatever order, and whatever people answer: nobody is reminded
 * after an answer, nobody gets a mailing twice, and no calendar ends wrong.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusJson } from '../src/domain/contract.ts';
import type { OutgoingMessage } from '../src/world.ts';
import { CalendarClient } from './support/calendar-client.ts';
import { MEETING, SHIPPED, type } from './support/meeting.ts';
import { fakeWorld } from './support/world.ts';

/** The second network has two contacts. */
const PEOPLE = [
  ['Havnelauget', 'kim@havn.example'],
  ['Lauget', 'anna@laug.example'],
  ['Lauget', 'otto@laug.example'],
  ['Mølleforeningen', 'mette@moelle.example'],
] as const;

const HOUR = 60 * 60 * 1000;
const TIMES = ['2012-05-30T16:30', '2012-05-30T17:30', '2012-05-31T16:30'] as const;
const PLACES = ['Kulturforsyningen', 'Skolen'] as const;

type Action =
  | {
      readonly do: 'type';
      readonly command: readonly string[];
      /** The server puts the first message of the run off. */
      readonly fails: boolean;
    }
  | { readonly do: 'write' | 'press'; readonly who: number; readonly answer: number }
  | { readonly do: 'phone'; readonly who: number; readonly answer: number }
  | { readonly do: 'move'; readonly time: number; readonly place: number }
  | { readonly do: 'edit'; readonly left: readonly boolean[]; readonly how: number }
  | { readonly do: 'wait'; readonly hours: number };

const COMMANDS = [
  ['invite'],
  ['remind'],
  ['remind', '--tentative'],
  ['send', 'update'],
  ['send', 'confirmation'],
  ['send', 'practical', '--to', 'everyone'],
] as const;

const ANSWERS = [
  { words: 'Ja tak, vi kommer', partstat: 'ACCEPTED', typed: 'yes' },
  { words: 'Nej tak, vi kommer ikke', partstat: 'DECLINED', typed: 'no' },
  { words: 'Måske', partstat: 'TENTATIVE', typed: 'maybe' },
] as const;

const who = fc.nat(PEOPLE.length - 1);
const answer = fc.nat(ANSWERS.length - 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      command: fc.constantFrom(...COMMANDS),
      fails: fc.nat(5).map((n) => n === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('write', 'press'), who, answer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('phone' as const), who, answer }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), time: fc.nat(2), place: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      left: fc.array(fc.boolean(), { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
      how: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 60 }),
    }),
  },
);

/** What a person has said, and for which time. */
interface Said {
  readonly partstat: string;
  readonly start: string;
}

class Play {
  private now = Date.parse('2012-05-02T07:00:00Z');
  private readonly sent: OutgoingMessage[] = [];
  private readonly clients = PEOPLE.map(([, address]) => new CalendarClient(address));
  private readonly said: (Said | undefined)[] = PEOPLE.map(() => undefined);
  /** The start that each was told last. */
  private readonly told: (string | undefined)[] = PEOPLE.map(() => undefined);
  /** The meeting as an invitation or an update described it last. */
  private readonly knows: (string | undefined)[] = PEOPLE.map(() => undefined);
  private meeting: typeof MEETING & { calendar?: string } = { ...MEETING, capacity: 3 };
  private answers = 0;
  private failing = false;
  private readonly world = fakeWorld({
    files: SHIPPED,
    clock: { now: () => this.now, sleep: () => Promise.resolve() },
    env: { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:2525' },
    over: {
      openTransport: () =>
        Promise.resolve({
          connections: 1,
          send: async (message, beforeContent) => {
            if (this.failing) {
              this.failing = false;
              return { kind: 'deferred', response: '450 later', stage: 'rcpt' };
            }
            await beforeContent();
            // The list may say it in capitals: it is the same person.
            this.sent.push({ ...message, to: message.to.toLowerCase() });
            return { kind: 'sent', response: '250 ok' };
          },
          close: () => Promise.resolve(),
        }),
    },
  });

  constructor() {
    this.writeMeeting();
    this.writeList(PEOPLE.map(([network, address]) => `${network};${address}`));
  }

  async act(one: Action): Promise<void> {
    this.now += 60_000;
    switch (one.do) {
      case 'type':
        this.failing = one.fails;
        return this.send(one.command);
      case 'write':
        return this.write(one.who, ANSWERS[one.answer]!);
      case 'press':
        return this.press(one.who, ANSWERS[one.answer]!);
      case 'phone':
        return this.phone(one.who, ANSWERS[one.answer]!);
      case 'move':
        this.meeting = {
          ...this.meeting,
          start: TIMES[one.time]!,
          end: TIMES[one.time]!.replace(/T.*/, 'T21:00'),
          venue: { name: PLACES[one.place]! },
        };
        return this.writeMeeting();
      case 'edit':
        return this.edit(one.left, one.how);
      case 'wait':
        this.now += one.hours * HOUR;
    }
  }

  /** Everything is told, and everything is confirmed: now each calendar must say what is true. */
  async settle(): Promise<void> {
    this.failing = false;
    for (const command of [
      ['send', 'update'],
      ['send', 'confirmation'],
    ]) {
      this.now += 49 * HOUR;
      await this.send(command);
    }
    const start = this.startNow();
    for (const [index, client] of this.clients.entries()) {
      const said = this.said[index];
      const partstat = said?.start === start ? said.partstat : 'NEEDS-ACTION';
      for (const entry of client.shown) {
        expect(entry).toMatchObject({ start, place: this.meeting.venue.name, partstat });
      }
      // Who has said yes to this time has it in the calendar, if there ever was one to put it in.
      const comes = said?.start === start && said.partstat === 'ACCEPTED';
      if (comes && client.entries.size > 0) expect(client.shown).toHaveLength(1);
    }
    await this.inAnyOrder();
  }

  async cancel(): Promise<void> {
    this.now += HOUR;
    await this.send(['send', 'cancellation']);
    expect(this.clients.flatMap((client) => client.shown)).toEqual([]);
    await this.inAnyOrder();
    const before = this.sent.length;
    for (const command of COMMANDS.filter(([name]) => name === 'invite' || name === 'remind')) {
      expect((await type(this.world, ...command, '--yes')).exit).toBe(2);
    }
    expect(this.sent).toHaveLength(before);
  }

  private async send(command: readonly string[]): Promise<void> {
    const before = this.sent.length;
    const { networks } = await this.status();
    const { exit, stderr } = await type(this.world, ...command, '--yes', '--max-wait', '0s');
    expect([0, 75], stderr).toContain(exit);
    const fresh = this.sent.slice(before);
    for (const message of fresh) await this.deliver(message);
    if (command[0] === 'remind') {
      for (const { to } of fresh) {
        const network = networks.find(({ contacts }) =>
          contacts.some(({ email }) => email.toLowerCase() === to),
        );
        const spared = command.includes('--tentative') ? ['accepted', 'declined'] : [];
        expect([...spared, 'unknown']).not.toContain(network?.answer ?? 'unknown');
        if (spared.length === 0) expect(network?.answer).toBe('needs-action');
      }
    }
    // Each message once; of what is told but once, one a person.
    const ids = this.sent.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const once = ids.filter((id) => !/\.(?:update|confirmation)\./.test(id));
    expect(once.every((id) => /\.1@/.test(id))).toBe(true);
    const whom = this.sent.map(({ to, messageId }) => `${to} ${messageId.split('.')[1]}`);
    const twice = whom.filter((each, index) => whom.indexOf(each) !== index);
    expect(twice.filter((each) => !/ (?:update|confirmation)$/.test(each))).toEqual([]);
  }

  private async deliver({ to, bytes, messageId }: OutgoingMessage): Promise<void> {
    const index = PEOPLE.findIndex(([, address]) => address === to);
    await this.clients[index]!.receive(bytes);
    this.told[index] = this.startNow();
    if (!/\.(?:invitation|update)\./.test(messageId)) return;
    // An update is news, each time.
    const { start, end, venue } = this.meeting;
    const now = `${start} ${end} ${venue.name}`;
    expect(this.knows[index]).not.toBe(now);
    this.knows[index] = now;
  }

  /** In whatever order the mails come, the calendar is the same at the end. */
  private async inAnyOrder(): Promise<void> {
    for (const [, address] of PEOPLE) {
      const mails = this.sent.filter(({ to }) => to === address).map(({ bytes }) => bytes);
      const order = [...mails.keys()].toSorted((a, b) => ((a * 7) % 5) - ((b * 7) % 5) || b - a);
      const [straight, mixed] = [new CalendarClient(address), new CalendarClient(address)];
      for (const mail of mails) await straight.receive(mail);
      for (const at of order) await mixed.receive(mails[at]!);
      expect([...mixed.entries.values()]).toEqual([...straight.entries.values()]);
    }
  }

  private async write(index: number, { words, partstat }: (typeof ANSWERS)[number]) {
    const address = PEOPLE[index]![1];
    const last = this.sent.findLast(({ to }) => to === address);
    if (!last) return;
    await this.read(address, `In-Reply-To: <${last.messageId}>`, words);
    this.said[index] = { partstat, start: this.told[index]! };
  }

  private async press(index: number, { partstat }: (typeof ANSWERS)[number]) {
    const client = this.clients[index]!;
    const [entry] = client.shown;
    if (!entry) return;
    const text = client.press(entry.uid, partstat, new Date(this.now));
    const headers = 'Content-Type: text/calendar; method=REPLY; charset=utf-8';
    await this.read(PEOPLE[index]![1], headers, text);
    this.said[index] = { partstat, start: entry.start };
  }

  private async read(from: string, headers: string, text: string): Promise<void> {
    this.answers += 1;
    const name = `/meeting/in/${this.answers}.eml`;
    const type_ = headers.startsWith('Content-Type')
      ? ''
      : '\r\nContent-Type: text/plain; charset=utf-8';
    this.world.disk.set(
      name,
      Buffer.from(
        `Message-ID: <a${this.answers}@${from}>\r\nDate: ${new Date(this.now).toUTCString()}\r\nFrom: ${from}\r\nTo: info@mikronet.example\r\nSubject: Sv: hej\r\nMIME-Version: 1.0\r\n${headers}${type_}\r\n\r\n${text}\r\n`,
      ),
    );
    const { exit, stderr } = await type(this.world, 'sync', '--from', name);
    expect(exit, stderr).toBe(0);
  }

  /** By hand an answer is the whole network's. */
  private async phone(index: number, { typed, partstat }: (typeof ANSWERS)[number]) {
    const { networks } = await this.status();
    const address = PEOPLE[index]![1];
    const network = networks.find(({ contacts }) =>
      contacts.some(({ email }) => email.toLowerCase() === address),
    );
    if (!network) return;
    expect((await type(this.world, 'record', network.id, typed, '--yes')).exit).toBe(0);
    for (const { email } of network.contacts) {
      const at = PEOPLE.findIndex(([, each]) => each === email.toLowerCase());
      this.said[at] = { partstat, start: this.told[at] ?? this.startNow() };
    }
  }

  /** Rows go and come back, change order, names and languages. */
  private edit(left: readonly boolean[], how: number): void {
    const rows = PEOPLE.filter((_, index) => left[index] || !left.some(Boolean)).map(
      ([network, address]) =>
        how === 1 ? `Nyt navn ${network};${address.toUpperCase()}` : `${network};${address}`,
    );
    const list = how === 2 ? rows.toReversed() : rows;
    this.writeList(how === 3 ? list.map((row) => `${row};en`) : list);
  }

  private writeList(rows: readonly string[]): void {
    const text = ['network;email;language', ...rows.map((row) => `${row};`), ''].join('\n');
    this.world.disk.set('/meeting/networks.csv', Buffer.from(text));
  }

  private writeMeeting(): void {
    this.world.disk.set('/meeting/meeting.json', Buffer.from(JSON.stringify(this.meeting)));
  }

  private startNow(): string {
    return new Date(`${this.meeting.start}:00+02:00`).toISOString();
  }

  private async status(): Promise<StatusJson> {
    return JSON.parse((await type(this.world, 'status', '--json')).stdout) as StatusJson;
  }
}

test(
  'no reminder after an answer, no mailing twice, no calendar wrong',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
        const play = new Play();
        await play.act({ do: 'type', command: ['invite'], fails: false });
        for (const each of actions) await play.act(each);
        await play.settle();
        await play.cancel();
      }),
      { numRuns: Number(process.env['RUNS'] ?? 25) },
    );
  },
);
