/**
 * An evening that is invited to, moved, reminded of and cancelled, with the real program and a real
 * SMTP server. Every calendar message is read back with ical.js and put into a calendar that keeps
 * to RFC 5546: at each station it must say what is true.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SendingJson, StatusJson } from '../src/domain/contract.ts';
import { CalendarClient, calendarOf } from './support/calendar-client.ts';
import { temporaryFolder } from './support/journal.ts';
import { meetingOf, run } from './support/program.ts';

const PEOPLE = ['anna', 'bo', 'carl', 'dorte', 'erik', 'freja', 'gerda', 'hans'] as const;
type Person = (typeof PEOPLE)[number];

const addressOf = (person: Person) => `${person}@${person}.example`;

/** All that a server took, by recipient, oldest first. */
async function mailServer() {
  const mails = new Map<string, Uint8Array[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) {
          mails.set(address, [...(mails.get(address) ?? []), Buffer.concat(chunks)]);
        }
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.server.address() as AddressInfo;
  return { mails, url: `smtp://127.0.0.1:${port}` };
}

const MEETING = {
  id: 'traef',
  title: 'Træf',
  language: 'da',
  start: '2027-05-30T16:30',
  end: '2027-05-30T21:00',
  timeZone: 'Europe/Copenhagen',
  venue: { name: 'Kulturforsyningen', address: 'Nykøbing' },
  organizer: { name: 'Mikronet', email: 'info@mikronet.example' },
};
const MOVED = {
  ...MEETING,
  start: '2027-05-30T17:30',
  end: '2027-05-30T22:00',
  venue: { name: 'Skolen', address: 'Stubbekøbing' },
};
const AS_FIRST = { start: '2027-05-30T14:30:00.000Z', place: 'Kulturforsyningen, Nykøbing' };
const AS_MOVED = { start: '2027-05-30T15:30:00.000Z', place: 'Skolen, Stubbekøbing' };

/** A folder with the meeting, its people's calendars, and a server between them. */
async function evening() {
  const cwd = temporaryFolder();
  const { mails, url } = await mailServer();
  const clients = new Map(PEOPLE.map((each) => [each, new CalendarClient(addressOf(each))]));
  const fetched = new Map<Person, number>();
  let answers = 0;
  /** Freja's mails lie on a slow server. */
  const late: Uint8Array[] = [];

  const write = (meeting: object, people: readonly Person[] = PEOPLE) => {
    writeFileSync(join(cwd, 'meeting.json'), JSON.stringify(meeting));
    const rows = people.map((each) => `${each} og venner;${each};${addressOf(each)}`);
    writeFileSync(join(cwd, 'networks.csv'), ['netværk;kontakt;email', ...rows, ''].join('\r\n'));
  };
  const type = async (now: string, ...args: readonly string[]) =>
    run(args, { cwd, env: { MIKRONET_NOW: now, MIKRONET_SMTP_URL: url } });
  const fetchMail = async () => {
    for (const person of PEOPLE) {
      const all = mails.get(addressOf(person)) ?? [];
      const fresh = all.slice(fetched.get(person) ?? 0);
      fetched.set(person, all.length);
      if (person === 'freja') late.push(...fresh);
      else for (const mail of fresh) await clients.get(person)!.receive(mail);
    }
  };
  const client = (person: Person) => clients.get(person)!;
  return {
    cwd,
    write,
    type,
    late,
    client,
    mails: (person: Person) => mails.get(addressOf(person)) ?? [],
    entry: (person: Person) => client(person).shown,
    /** Sends, and everybody fetches their mail. */
    async send(now: string, ...args: readonly string[]) {
      const { exit, stdout, stderr } = await type(now, ...args, '--yes', '--json');
      expect({ exit, stderr }).toMatchObject({ exit: 0 });
      await fetchMail();
      return JSON.parse(stdout) as SendingJson;
    },
    /** What people sent back is read from files. */
    async sync(now: string, ...replies: readonly string[]) {
      const folder = join(cwd, `in-${(answers += 1)}`);
      mkdirSync(folder);
      replies.forEach((mail, index) => writeFileSync(join(folder, `${index}.eml`), mail));
      const { exit, stderr } = await type(now, 'sync', '--from', folder);
      expect({ exit, stderr }).toMatchObject({ exit: 0 });
    },
    async status(now: string) {
      const { stdout } = await type(now, 'status', '--json');
      return JSON.parse(stdout) as StatusJson;
    },
    /** An answer in words to the last mail. */
    async words(person: Person, date: string, text: string) {
      const { messageId, subject } = await simpleParser(
        Buffer.from(mails.get(addressOf(person))!.at(-1)!),
      );
      return reply(person, date, `Sv: ${subject}`, `In-Reply-To: ${messageId}\r\n`, text);
    },
    /** An answer by the calendar's button. */
    button(person: Person, date: string, partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE') {
      const [entry] = client(person).shown;
      const text = client(person).press(entry!.uid, partstat, new Date(date));
      return reply(
        person,
        date,
        'Accepteret',
        'Auto-Submitted: auto-generated\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n',
        text,
      );
    },
  };
}

let count = 0;

function reply(person: Person, date: string, subject: string, headers: string, text: string) {
  count += 1;
  const type = headers.includes('Content-Type')
    ? ''
    : 'Content-Type: text/plain; charset=utf-8\r\n';
  return [
    `Message-ID: <r${count}@${person}.example>`,
    `Date: ${new Date(date).toUTCString()}`,
    `From: ${person} <${addressOf(person)}>`,
    'To: info@mikronet.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `MIME-Version: 1.0\r\n${headers}${type}`,
    text,
    '',
  ].join('\r\n');
}

describe('an evening from invitation to cancellation', { timeout: 120_000 }, () => {
  test('is right in every calendar at every station', async () => {
    const { write, send, sync, words, button, entry, status, client, mails, late, type, cwd } =
      await evening();
    write(MEETING);
    expect((await send('2027-05-02T08:00Z', 'invite')).sent).toHaveLength(8);
    for (const person of ['anna', 'bo', 'hans'] as const) {
      expect(entry(person)).toMatchObject([
        { ...AS_FIRST, sequence: 0, partstat: 'NEEDS-ACTION', rsvp: true, title: 'Træf' },
      ]);
    }

    // Bo and Erik press buttons, Carl, Dorte, Freja and Gerda write, Anna and Hans are silent.
    const day = '2027-05-03T08:00Z';
    await sync(
      '2027-05-03T12:00Z',
      button('bo', day, 'ACCEPTED'),
      button('erik', day, 'DECLINED'),
      await words('carl', day, 'Ja tak, vi kommer 2'),
      await words('dorte', day, 'Nej tak, vi kommer ikke'),
      await words('freja', day, 'Ja tak, vi kommer'),
      await words('gerda', day, 'Måske'),
    );
    const confirmed = await send('2027-05-03T13:00Z', 'send', 'confirmation');
    expect(confirmed.sent).toHaveLength(6);
    expect(entry('bo')).toMatchObject([{ ...AS_FIRST, partstat: 'ACCEPTED', rsvp: false }]);
    expect(entry('carl')).toMatchObject([{ ...AS_FIRST, partstat: 'ACCEPTED', rsvp: false }]);
    expect(entry('dorte')).toMatchObject([{ ...AS_FIRST, partstat: 'DECLINED', rsvp: false }]);
    expect(entry('gerda')).toMatchObject([{ ...AS_FIRST, partstat: 'TENTATIVE' }]);
    // Declined by the calendar itself: the confirmation does not put it back.
    expect(entry('erik')).toEqual([]);
    expect((await send('2027-05-03T14:00Z', 'send', 'confirmation')).sent).toEqual([]);

    // An hour later, in another house; Hans is no longer in the list, and holds an entry.
    write(MOVED, PEOPLE.slice(0, 7));
    const updated = await send('2027-05-05T08:00Z', 'send', 'update');
    expect(updated.sent).toHaveLength(7);
    expect(updated.skipped).toMatchObject([{ reason: 'declined-by-calendar' }]);
    for (const person of ['anna', 'bo', 'carl', 'dorte', 'gerda', 'hans'] as const) {
      expect(entry(person)).toMatchObject([
        { ...AS_MOVED, sequence: 1, partstat: 'NEEDS-ACTION', rsvp: true },
      ]);
    }
    expect(entry('erik')).toEqual([]);
    const { text = '' } = await simpleParser(Buffer.from(mails('carl').at(-1)!));
    expect(text).toContain('16.30');
    expect(text).toContain('17.30');
    expect(text).toContain('Kulturforsyningen');
    expect(text).toContain('Skolen');

    // The answers are kept, and said to be for the old time; Bo answers anew.
    const kept = (await status('2027-05-05T09:00Z')).networks;
    expect(kept.find(({ id }) => id === 'carl-og-venner')).toMatchObject({
      answer: 'accepted',
      seats: 2,
      forOldTime: true,
    });
    await sync('2027-05-06T08:00Z', button('bo', '2027-05-06T07:00Z', 'ACCEPTED'));
    expect(
      (await status('2027-05-06T09:00Z')).networks.find(({ id }) => id === 'bo-og-venner'),
    ).toMatchObject({ answer: 'accepted', forOldTime: false });

    // Only Anna has never answered and is in the list.
    const reminded = await send('2027-05-10T08:00Z', 'remind');
    expect(reminded.sent).toMatchObject([{ email: addressOf('anna') }]);
    expect(entry('anna')).toMatchObject([{ ...AS_MOVED, sequence: 1, partstat: 'NEEDS-ACTION' }]);
    const maybe = await send('2027-05-10T09:00Z', 'remind', '--tentative');
    expect(maybe.sent).toMatchObject([{ email: addressOf('gerda') }]);

    // Another house once more: what was answered for this time is kept.
    write({ ...MOVED, venue: MEETING.venue }, PEOPLE.slice(0, 7));
    await send('2027-05-12T08:00Z', 'send', 'update');
    expect(entry('bo')).toMatchObject([
      { start: AS_MOVED.start, place: AS_FIRST.place, sequence: 2, partstat: 'ACCEPTED' },
    ]);
    expect(entry('carl')).toMatchObject([{ sequence: 2, partstat: 'NEEDS-ACTION' }]);

    const cancelled = await send('2027-05-14T08:00Z', 'send', 'cancellation');
    expect(cancelled.sent).toHaveLength(7);
    const others = PEOPLE.filter((person) => person !== 'freja');
    expect(others.flatMap(entry)).toEqual([]);
    expect(await type('2027-05-15T08:00Z', 'invite', '--yes')).toMatchObject({ exit: 2 });
    expect(await type('2027-05-15T08:00Z', 'remind', '--yes')).toMatchObject({ exit: 2 });
    expect((await send('2027-05-15T08:00Z', 'send', 'cancellation')).sent).toEqual([]);

    // Freja's mails arrive all at once, the last one first, and the one before it last.
    for (const mail of [late.at(-1)!, ...late.slice(0, -1)]) await client('freja').receive(mail);
    expect(late).toHaveLength(5);
    expect(client('freja').shown).toEqual([]);
    const backwards = new CalendarClient(addressOf('freja'));
    for (const mail of late.slice(0, -1).toReversed()) await backwards.receive(mail);
    expect(backwards.shown).toMatchObject([{ sequence: 2, start: AS_MOVED.start }]);

    // One UID a contact, for all of its mails; nobody's is another's.
    const uids = new Set<string>();
    for (const person of PEOPLE) {
      const parts = await Promise.all(mails(person).map((mail) => calendarOf(mail)));
      const own = new Set(parts.flatMap((part) => part?.entry.uid ?? []));
      expect(own.size).toBe(1);
      for (const uid of own) uids.add(uid);
    }
    expect(uids.size).toBe(PEOPLE.length);
    expect(readFileSync(join(cwd, 'journal.jsonl'), 'utf8')).not.toContain('undefined');
  });

  test('sync --confirm answers each answer once, as a machine says it is one', async () => {
    const { write, send, words, button, mails, entry, type, cwd } = await evening();
    write(MEETING);
    await send('2027-05-02T08:00Z', 'invite');
    writeFileSync(
      join(cwd, 'carl.eml'),
      await words('carl', '2027-05-03T08:00Z', 'Ja tak, vi kommer 2'),
    );
    writeFileSync(join(cwd, 'bo.eml'), button('bo', '2027-05-03T08:00Z', 'ACCEPTED'));
    writeFileSync(
      join(cwd, 'anna.eml'),
      (await words('anna', '2027-05-03T08:00Z', 'Jeg er på ferie. Ja!')).replace(
        'MIME-Version',
        'Auto-Submitted: auto-replied\r\nMIME-Version',
      ),
    );
    const sync = ['sync', '--confirm', '--from', 'carl.eml', 'bo.eml', 'anna.eml'];
    expect(await type('2027-05-03T12:00Z', ...sync)).toMatchObject({ exit: 0 });
    expect(await type('2027-05-05T12:00Z', ...sync)).toMatchObject({ exit: 0 });
    expect([mails('carl'), mails('bo'), mails('anna')].map(({ length }) => length)).toEqual([
      2, 2, 1,
    ]);
    const { headers, inReplyTo } = await simpleParser(Buffer.from(mails('carl').at(-1)!));
    expect(headers.get('auto-submitted')).toBe('auto-replied');
    expect(inReplyTo).toMatch(/^<r\d+@carl\.example>$/);
    // What the organiser sends herself is no machine's.
    await send('2027-05-06T08:00Z', 'send', 'practical');
    const practical = await simpleParser(Buffer.from(mails('carl').at(-1)!));
    expect(practical.headers.has('auto-submitted')).toBe(false);
    expect(entry('carl')).toMatchObject([AS_FIRST]);
  });
});

describe('the time in a calendar is the meeting’s, whatever the machine’s zone', () => {
  test.each([
    [
      'the night to summer time',
      'Europe/Copenhagen',
      '2027-03-27T22:00',
      '2027-03-28T04:00',
      '2027-03-27T21:00:00.000Z',
      '2027-03-28T02:00:00.000Z',
    ],
    [
      'the night to winter time',
      'Europe/Copenhagen',
      '2027-10-30T22:00',
      '2027-10-31T04:00',
      '2027-10-30T20:00:00.000Z',
      '2027-10-31T03:00:00.000Z',
    ],
    [
      'another continent',
      'Asia/Tokyo',
      '2027-05-30T16:30',
      '2027-05-30T21:00',
      '2027-05-30T07:30:00.000Z',
      '2027-05-30T12:00:00.000Z',
    ],
  ])('%s', async (_, timeZone, start, end, from, to) => {
    const cwd = meetingOf(1, { timeZone, start, end });
    const env = { MIKRONET_NOW: '2027-01-02T08:00Z', TZ: 'America/New_York' };
    const { exit } = await run(['invite', '--outbox', 'out', '--yes'], { cwd, env });
    expect(exit).toBe(0);
    const { stdout } = await run(['preview', '--json'], { cwd, env });
    const { mails } = JSON.parse(stdout) as { mails: readonly { file: string }[] };
    const part = await calendarOf(readFileSync(join(cwd, 'preview', mails[0]!.file)));
    expect(part?.entry).toMatchObject({ start: from, end: to });
  });
});
