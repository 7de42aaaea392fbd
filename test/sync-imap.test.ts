/** `sync` over IMAP: nothing is changed in the mailbox, nothing is lost here. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../src/domain/facts.ts';
import { openImapMailbox } from '../src/io/imap-mailbox.ts';
import { ImapServer } from './support/imap-server.ts';
import { temporaryFolder } from './support/journal.ts';
import { aMeeting, MEETING, NETWORKS, type } from './support/meeting.ts';
import { run, start } from './support/program.ts';
import { calendarReply, HAVN, invited, LAUG, mailFrom } from './support/replies.ts';
import type { FakeWorld } from './support/world.ts';

let server: ImapServer;
let world: FakeWorld;

const env = () => ({
  MIKRONET_IMAP_URL: `imap://127.0.0.1:${server.settings.port}`,
  MIKRONET_USER: 'info@mikronet.example',
  MIKRONET_PASSWORD: server.password,
  MIKRONET_NOW: '2012-05-04T07:00:00Z',
});

beforeEach(async () => {
  server = await ImapServer.start();
  world = aMeeting({ facts: invited(), env: env(), over: { openMailbox: openImapMailbox } });
});

afterEach(() => server.stop());

async function sync(...args: readonly string[]) {
  const { stdout } = await type(world, 'sync', '--json', ...args);
  return { counts: JSON.parse(stdout) };
}

const facts = (kind: Fact['type']) => world.facts('/meeting').filter((fact) => fact.type === kind);

const invoice = () => mailFrom('x@firma.example', { subject: 'Faktura', text: 'Hermed faktura' });

const may = (day: number) => new Date(`2012-05-${day}T10:00:00Z`);

describe('sync', () => {
  it('reads what is new once, and marks nothing as read', async () => {
    server.deliver(mailFrom('kim@havn.example'));
    server.deliver(invoice());
    expect((await sync()).counts).toMatchObject({ read: 2, answers: 1, passedOver: 1 });
    server.deliver(calendarReply(LAUG));
    expect((await sync()).counts).toMatchObject({ read: 1, calendarReplies: 1 });
    expect((await sync()).counts).toMatchObject({ read: 0 });
    expect(facts('reply-received')).toHaveLength(2);
    expect(server.commands.join('\n')).not.toMatch(/\bSELECT\b|\bSTORE\b|BODY\[|\bAPPEND\b/);
  });

  it('reads all of it again where the mailbox was made anew, which changes nothing', async () => {
    server.deliver(mailFrom('kim@havn.example'));
    await sync();
    server.folder('INBOX').uidValidity = 99;
    server.deliver(calendarReply(LAUG));
    expect((await sync()).counts).toMatchObject({ read: 2, known: 1, calendarReplies: 1 });
    expect((await sync()).counts).toMatchObject({ read: 0 });
  });

  it('survives a connection that breaks between the mails', async () => {
    for (let count = 0; count < 20; count += 1) server.deliver(invoice());
    server.deliver(mailFrom('kim@havn.example'));
    server.breakAfter = 7;
    expect((await sync()).counts).toMatchObject({ read: 21, answers: 1 });
    expect(server.commands.filter((line) => line === 'LOGIN')).toHaveLength(2);
  });

  it('reads of a mail of 50 MB only its beginning, where what people write stands', async () => {
    const text = `Ja tak, vi kommer\n\n${'x'.repeat(70)}\n`.padEnd(
      50 * 1024 * 1024,
      `${'y'.repeat(75)}\n`,
    );
    server.deliver(mailFrom('kim@havn.example', { text }));
    expect((await sync()).counts).toMatchObject({ read: 1 });
    const asked = server.commands.filter((line) => line.includes('BODY'));
    expect(asked.every((line) => /BODY\.PEEK\[\]<0\.\d{1,7}>/.test(line))).toBe(true);
  });

  it('files a duplicate once, and a broken mail stops nothing', async () => {
    const mail = mailFrom('kim@havn.example');
    server.deliver(mail);
    server.deliver(mail);
    server.deliver(Buffer.from([0xff, 0xfe, 0x00, 0x41, 0x0d, 0x0a, 0x0d, 0x0a, 0x00]));
    server.deliver('From: kim@havn.example\nContent-Type: multipart/mixed; boundary="x\n\n--x');
    server.deliver(calendarReply(LAUG));
    const { counts } = await sync();
    expect(counts).toMatchObject({ read: 5, answers: 1, calendarReplies: 1 });
    expect(facts('reply-received')).toHaveLength(2);
  });

  it('in the folders outside INBOX counts only what shows that it answers ours', async () => {
    server.folder('Spam', String.raw`\Junk`);
    server.deliver(mailFrom('kim@havn.example'), { folder: 'Spam' });
    server.deliver(mailFrom('x@privat.example', { headers: `In-Reply-To: <${LAUG.message}>\n` }), {
      folder: 'Spam',
    });
    expect((await sync()).counts).toMatchObject({ read: 2, answers: 1, passedOver: 1 });
    expect(facts('reply-received')).toMatchObject([{ network: LAUG.network, rung: 'message-id' }]);
  });

  it('leaves no gap where it is told to read from a later day on', async () => {
    server.deliver(invoice(), { received: may(10) });
    await sync();
    server.deliver(mailFrom('kim@havn.example'), { received: may(11) });
    server.deliver(calendarReply(LAUG), { received: may(15) });
    const { counts } = await sync('--since', '2012-05-14');
    expect(counts).toMatchObject({ answers: 1, calendarReplies: 1 });
  });
});

async function until(what: () => boolean): Promise<void> {
  while (!what()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

const idles = () => server.commands.filter((line) => line === 'IDLE').length;

/** The real program, since a signal ends it. */
describe('sync --watch', () => {
  let cwd: string;

  beforeEach(() => {
    cwd = temporaryFolder();
    const lines = invited().map((fact) => `${JSON.stringify(fact)}\n`);
    writeFileSync(join(cwd, 'meeting.json'), JSON.stringify(MEETING));
    writeFileSync(join(cwd, 'networks.csv'), NETWORKS);
    writeFileSync(join(cwd, 'journal.jsonl'), lines.join(''));
  });

  const answers = () =>
    readFileSync(join(cwd, 'journal.jsonl'), 'utf8').match(/"type":"reply-received"/g)?.length ?? 0;

  it('reads as mail comes, holds no lock while it waits, and ends with Ctrl-C', async () => {
    server.deliver(mailFrom('kim@havn.example'));
    const watching = start(['sync', '--watch', '--json'], { cwd, env: env() });
    await until(() => idles() === 1);
    expect(answers()).toBe(1);

    const recorded = await run(['record', 'havn', 'no'], { cwd, env: env() });
    expect([recorded.exit, recorded.stderr]).toEqual([0, '']);

    server.deliver(calendarReply(LAUG));
    await until(() => idles() === 2);
    expect(answers()).toBe(3);

    watching.kill('SIGINT');
    const { exit, stdout } = await watching.ended;
    expect(exit).toBe(130);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { read: 1, answers: 1 },
      { read: 1, calendarReplies: 1 },
    ]);
  });

  it.each([
    ['sync', 'EXAMINE', 'SIGINT'],
    ['sync', 'UID SEARCH', 'SIGTERM'],
    ['sync', 'UID FETCH', 'SIGINT'],
    ['sync --watch', 'UID FETCH', 'SIGINT'],
    ['sync --watch', 'DONE', 'SIGINT'],
    ['remind --yes', 'UID FETCH', 'SIGTERM'],
  ] as const)('%s is left where the server says nothing to %s', async (line, verb, signal) => {
    server.silentTo.add(verb);
    server.deliver(mailFrom('kim@havn.example'));
    const smtp = { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:9' };
    const running = start(line.split(' '), { cwd, env: { ...env(), ...smtp } });
    const asked = verb === 'DONE' ? 'IDLE' : verb;
    await until(() => server.commands.some((each) => each.startsWith(asked)));
    running.kill(signal);
    const { exit, stderr } = await running.ended;
    // Of a mailbox that cannot be reached or is tried again nothing is said.
    expect([exit, stderr.replace(/^.*read, .*\n/, '')]).toEqual([130, '']);
    expect(readFileSync(join(cwd, 'journal.jsonl'), 'utf8')).not.toContain(
      '"type":"mailbox-read","cursors":[]',
    );
  });

  it('goes on where the connection breaks while it waits', async () => {
    const watching = start(['sync', '--watch', '--json'], { cwd, env: env() });
    await until(() => idles() === 1);
    server.breakConnections();
    server.deliver(mailFrom(HAVN.address));
    await until(() => answers() === 1);
    watching.kill('SIGTERM');
    expect((await watching.ended).exit).toBe(130);
  });
});
