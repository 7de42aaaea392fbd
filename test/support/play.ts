/**
 * An organiser, her people and their calendars, in memory: acts in any order, and keeps a list of
 * what should not have happened.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { StatusJson } from '../../src/domain/contract.ts';
import type { OutgoingMessage } from '../../src/world.ts';
import { CalendarClient, calendarOf } from './calendar-client.ts';
import { MEETING, SHIPPED, type } from './meeting.ts';
import { fakeWorld } from './world.ts';

/** The second network has two contacts. */
export const PEOPLE = [
  ['Havnelauget', 'kim@havn.example'],
  ['Lauget', 'anna@laug.example'],
  ['Lauget', 'otto@laug.example'],
  ['Mølleforeningen', 'mette@moelle.example'],
] as const;

const HOUR = 60 * 60 * 1000;
const TIMES = ['2012-05-30T16:30', '2012-05-30T17:30', '2012-05-31T16:30'] as const;
const PLACES = ['Kulturforsyningen', 'Skolen'] as const;

export type Action =
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

export const COMMANDS = [
  ['invite'],
  ['remind'],
  ['remind', '--not-within', '0s'],
  ['remind', '--not-within', '0s', '--tentative'],
  ['send', 'update'],
  ['send', 'confirmation'],
  ['send', 'practical', '--to', 'everyone'],
] as const;

export const ANSWERS = [
  { words: 'Ja tak, vi kommer', partstat: 'ACCEPTED', typed: 'yes' },
  { words: 'Nej tak, vi kommer ikke', partstat: 'DECLINED', typed: 'no' },
  { words: 'Måske', partstat: 'TENTATIVE', typed: 'maybe' },
] as const;

/** What a person has said, and for which time. */
interface Said {
  readonly partstat: string;
  readonly start: string;
}

export class Play {
  /** What should not have happened. */
  readonly wrongs: string[] = [];
  private now = Date.parse('2012-05-02T07:00:00Z');
  private readonly sent: OutgoingMessage[] = [];
  private readonly clients = PEOPLE.map(([, address]) => new CalendarClient(address));
  private readonly said: (Said | undefined)[] = PEOPLE.map(() => undefined);
  /** The start that each was told last. */
  private readonly told: (string | undefined)[] = PEOPLE.map(() => undefined);
  /** The meeting as an invitation or an update described it last. */
  private readonly knows: (string | undefined)[] = PEOPLE.map(() => undefined);
  /** The same by any mail. */
  private readonly heard: (string | undefined)[] = PEOPLE.map(() => undefined);
  private meeting: typeof MEETING & { calendar?: string } = { ...MEETING, capacity: 3 };
  private answers = 0;
  private failing = false;
  private readonly world = fakeWorld({
    files: SHIPPED,
    clock: { now: () => this.now, sleep: () => Promise.resolve(), turn },
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
        const { title, ...is } = entry;
        const must = { start, place: this.meeting.venue.name, partstat };
        const isTrue = is.start === start && is.place === must.place && is.partstat === partstat;
        this.must(isTrue, `${title} stands as ${JSON.stringify(is)}, not ${JSON.stringify(must)}`);
      }
      // Who has said yes to this time has it in the calendar, if there ever was one to put it in.
      const comes = said?.start === start && said.partstat === 'ACCEPTED';
      const isShown = client.shown.length === 1 || client.entries.size === 0;
      this.must(!comes || isShown, `${PEOPLE[index]![1]} comes and has no entry`);
    }
    await this.inAnyOrder();
  }

  async cancel(): Promise<void> {
    this.now += HOUR;
    await this.send(['send', 'cancellation']);
    this.must(
      this.clients.every((client) => client.shown.length === 0),
      'an entry has outlived the cancellation',
    );
    await this.inAnyOrder();
    const before = this.sent.length;
    for (const command of COMMANDS.filter(([name]) => name === 'invite' || name === 'remind')) {
      const { exit } = await type(this.world, ...command, '--yes');
      this.must(exit === 2, `${command.join(' ')} after the cancellation: ${exit}`);
    }
    this.must(this.sent.length === before, 'something was sent after the cancellation');
  }

  private async send(command: readonly string[]): Promise<void> {
    const before = this.sent.length;
    const { networks } = await this.status();
    const { exit, stderr } = await type(this.world, ...command, '--yes', '--max-wait', '0s');
    this.must(exit === 0 || exit === 75, `${command.join(' ')}: ${exit}, ${stderr}`);
    const fresh = this.sent.slice(before);
    for (const message of fresh) await this.deliver(message);
    if (command[0] === 'remind') {
      const asked = command.includes('--tentative')
        ? ['needs-action', 'tentative']
        : ['needs-action'];
      for (const { to } of fresh) {
        const network = networks.find(({ contacts }) =>
          contacts.some(({ email }) => email.toLowerCase() === to),
        );
        this.must(asked.includes(network?.answer ?? ''), `${to} was reminded after an answer`);
      }
    }
    // Each message once; of what is told but once, one a person.
    const ids = this.sent.map(({ messageId }) => messageId);
    this.must(new Set(ids).size === ids.length, 'a message went out twice');
    const once = this.sent
      .filter(({ messageId }) => !/\.(?:update|confirmation)\./.test(messageId))
      .map(({ to, messageId }) => `${to} ${messageId.split('.')[1]}`);
    this.must(new Set(once).size === once.length, 'a mailing went to somebody twice');
  }

  private must(holds: boolean, otherwise: string): void {
    if (!holds) this.wrongs.push(otherwise);
  }

  private async deliver({ to, bytes, messageId }: OutgoingMessage): Promise<void> {
    const index = PEOPLE.findIndex(([, address]) => address === to);
    await this.receive(this.clients[index]!, bytes);
    this.told[index] = this.startNow();
    const { start, end, venue } = this.meeting;
    const now = `${start} ${end} ${venue.name}`;
    const isNews = this.knows[index] !== now || this.heard[index] !== now;
    this.heard[index] = now;
    if (!/\.(?:invitation|update)\./.test(messageId)) return;
    // An update is news, each time.
    this.must(isNews, `${to} was told twice of the same change`);
    this.knows[index] = now;
  }

  /** The SEQUENCE is a higher one where something is another, and the same where nothing is. */
  private async receive(client: CalendarClient, bytes: Uint8Array): Promise<void> {
    const read = await calendarOf(bytes);
    const known = read && client.entries.get(read.entry.uid);
    await client.receive(bytes);
    if (!read || !known) return;
    const { method, entry } = read;
    const isOther =
      method === 'CANCEL' || entry.start !== known.start || entry.place !== known.place;
    const rise = entry.sequence - known.sequence;
    this.must(rise === (isOther ? 1 : 0), `${method}: SEQUENCE rose by ${rise}`);
  }

  /** In whatever order the mails come, the calendar is the same at the end. */
  private async inAnyOrder(): Promise<void> {
    for (const [, address] of PEOPLE) {
      const mails = this.sent.filter(({ to }) => to === address).map(({ bytes }) => bytes);
      const order = [...mails.keys()].toSorted((a, b) => ((a * 7) % 5) - ((b * 7) % 5) || b - a);
      const [straight, mixed] = [new CalendarClient(address), new CalendarClient(address)];
      for (const mail of mails) await straight.receive(mail);
      for (const at of order) await mixed.receive(mails[at]!);
      const one = JSON.stringify([...straight.entries.values()]);
      this.must(one === JSON.stringify([...mixed.entries.values()]), `${address}: order counts`);
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
    this.must(exit === 0, `sync: ${exit}, ${stderr}`);
  }

  /** By hand an answer is the whole network's. */
  private async phone(index: number, { typed, partstat }: (typeof ANSWERS)[number]) {
    const { networks } = await this.status();
    const address = PEOPLE[index]![1];
    const network = networks.find(({ contacts }) =>
      contacts.some(({ email }) => email.toLowerCase() === address),
    );
    if (!network) return;
    const { exit } = await type(this.world, 'record', network.id, typed, '--yes');
    this.must(exit === 0, `record: ${exit}`);
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
