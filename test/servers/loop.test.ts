/**
 * The whole way round with real parts: the real program sends through a real Postfix; real bounces
 * and automatic replies come back, people answer with a real mail client, and the answers are read
 * from a real Dovecot. The tests are the chapters of one story.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type {
  CheckJson,
  NetworkJson,
  SendingJson,
  StatusJson,
  SyncJson,
} from '../../src/domain/contract.ts';
import { run } from '../support/program.ts';
import { MAILBOXES, PASSWORD } from './dovecot.ts';
import { pressLink, reply } from './mail-client.ts';
import { startMailServers, type MailServers } from './mail-servers.ts';
import { until } from './site.ts';

const MEETING = {
  id: 'traef',
  title: 'Træf for netværk',
  language: 'da',
  start: '2099-05-29T16:30',
  end: '2099-05-29T21:00',
  timeZone: 'Europe/Copenhagen',
  venue: { name: 'Det gamle værft' },
  organizer: { name: 'Foreningen på Falster', email: MAILBOXES.association },
};

const NETWORKS = [
  'Netværk;Kontaktperson;E-mail',
  `Håndværkerlauget;Anna Kjærgård;${MAILBOXES.anna}`,
  `Havnelauget;Bo Høg;${MAILBOXES.bo}`,
  `Kunstnerne;Åse Lund;${MAILBOXES.away}`,
  'Findes ikke her;Kim;kim@kunst.test',
  'Findes ikke der;Kim;kim@hard.test',
  'Fuld postkasse;Kim;kim@full.test',
  'Taget for spam;Kim;kim@spam.test',
  'Langsom;Kim;kim@slow.test',
  'Afvist;Kim;kim@strict.test',
  'Udskudt;Kim;kim@grey.test',
  '',
].join('\n');

let servers: MailServers;
let folder: string;

beforeAll(async () => {
  servers = await startMailServers();
  folder = join(servers.folder, 'meeting');
  await mkdir(folder);
  await writeFile(join(folder, 'meeting.json'), JSON.stringify(MEETING));
  await writeFile(join(folder, 'networks.csv'), NETWORKS);
});

afterAll(async () => {
  await servers?.stop();
});

beforeEach(() => {
  onTestFailed(async () => {
    process.stderr.write(`${await servers.log()}\n`);
  });
});

/** The program, with both servers over TLS from the first byte unless `settings` say otherwise. */
async function mikronet<T>(args: string, settings: Readonly<Record<string, string>> = {}) {
  const { ports, authority } = servers;
  const { exit, stdout, stderr } = await run([...args.split(' '), '--json'], {
    cwd: folder,
    env: {
      NODE_EXTRA_CA_CERTS: authority,
      MIKRONET_SMTP_URL: `smtps://localhost:${ports.smtps}`,
      MIKRONET_IMAP_URL: `imaps://localhost:${ports.imaps}`,
      MIKRONET_USER: MAILBOXES.association,
      MIKRONET_PASSWORD: PASSWORD,
      ...settings,
    },
  });
  try {
    return { exit, stderr, json: JSON.parse(stdout) as T };
  } catch {
    throw new Error(`mikronet ${args} ended with ${exit} and said:\n${stdout}\n${stderr}`);
  }
}

function names(items: SendingJson['sent']): readonly string[] {
  return (items ?? []).map((item) => item.network).toSorted();
}

/** Waits until there are so many mails in somebody's mailbox; the folder is of its Maildir. */
function mailsOf(address: string, count: number, name = 'new'): Promise<readonly ParsedMail[]> {
  const inbox = join(servers.maildir(address), name);
  return until(`${count} mails to ${address}`, async () => {
    const files = await readdir(inbox).catch(() => []);
    if (files.length < count) return undefined;
    return Promise.all(files.map(async (file) => simpleParser(await readFile(join(inbox, file)))));
  });
}

/** All that happened, but for when the mailbox was read. */
async function facts(): Promise<readonly string[]> {
  const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n');
  return lines.filter((line) => !line.includes('"type":"mailbox-read"'));
}

async function network(name: string): Promise<NetworkJson> {
  const { json } = await mikronet<StatusJson>('status');
  const found = json.networks.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not in status`);
  return found;
}

test('one invitation goes over TLS from the first byte, with a login', async () => {
  const { exit, json } = await mikronet<SendingJson>('invite --yes --only håndværker');
  expect({ exit, sent: names(json.sent) }).toEqual({ exit: 0, sent: ['haandvaerkerlauget'] });
  const [invitation] = await mailsOf(MAILBOXES.anna, 1);
  expect(invitation?.subject).toContain('Træf for netværk');
  expect(invitation?.text).toContain('Kære Anna');
});

test('the others go over STARTTLS; what the server says to RCPT is believed', async () => {
  const { exit, json } = await mikronet<SendingJson>('invite --yes --max-wait 1s', {
    MIKRONET_SMTP_URL: `smtp://localhost:${servers.ports.submission}?tls=required`,
  });
  expect(json.sent).toHaveLength(7);
  expect(names(json.refused)).toEqual(['afvist']);
  expect(json.refused?.[0]?.response).toContain('550 5.1.1');
  expect(names(json.deferred)).toEqual(['udskudt']);
  expect(json.deferred?.[0]?.response).toContain('450 4.2.0');
  expect(json.inDoubt).toEqual([]);
  expect(exit).toBe(1);
});

test('the same command again tries only what was put off', async () => {
  // Four bounces and an automatic reply are under way: a server that reloads could lose them.
  await mailsOf(MAILBOXES.association, 5);
  await servers.endGreylisting();
  const { exit, json } = await mikronet<SendingJson>('invite --yes');
  expect({ exit, sent: names(json.sent) }).toEqual({ exit: 0, sent: ['udskudt'] });
  expect(json.refused).toEqual([]);
});

test('two people answer with a mail client: one by Reply, one by the link', async () => {
  await reply(
    servers,
    { name: 'Anna Kjærgård', address: MAILBOXES.anna },
    servers.maildir(MAILBOXES.anna),
    'Ja tak, vi kommer to.\n\nHilsen Anna',
  );
  const [invitation] = await mailsOf(MAILBOXES.bo, 1);
  const links = [...String(invitation?.html).matchAll(/href="(mailto:[^"]+)"/g)].map(
    ([, link = '']) => link.replaceAll('&amp;', '&'),
  );
  const yes = links.find((link) => link.includes('subject=JA'));
  expect(yes).toBeDefined();
  await pressLink(servers, { name: 'Bo Høg', address: MAILBOXES.bo }, yes ?? '', {
    Antal: '1',
    Navne: 'Bo Høg',
  });
});

test('answers, bounces, a delay and an automatic reply are read, each for what it is', async () => {
  const total = { answers: 0, bounces: 0, autoReplies: 0 };
  await until('all that comes back', async () => {
    const { json } = await mikronet<SyncJson>('sync');
    total.answers += json.answers;
    total.bounces += json.bounces;
    total.autoReplies += json.autoReplies;
    return total.answers >= 2 && total.bounces >= 5 && total.autoReplies >= 1;
  });
  // Unknown here, unknown there, full, spam; and the delay.
  expect(total).toEqual({ answers: 2, bounces: 5, autoReplies: 1 });

  expect(await network('Håndværkerlauget')).toMatchObject({
    answer: 'accepted',
    seats: 2,
    seatsAssumed: false,
    contacts: [{ delivery: 'sent', source: 'imap' }],
  });
  expect(await network('Havnelauget')).toMatchObject({
    answer: 'accepted',
    seats: 1,
    attendees: [{ name: 'Bo Høg', nameAssumed: false }],
  });
  expect(await network('Kunstnerne')).toMatchObject({
    answer: 'needs-action',
    contacts: [{ delivery: 'sent' }],
  });
  const { json } = await mikronet<StatusJson>('status');
  const delivery = Object.fromEntries(
    json.networks.map(({ name, contacts }) => [name, contacts[0]?.delivery]),
  );
  expect(delivery).toMatchObject({
    'Findes ikke her': 'bounced',
    'Findes ikke der': 'bounced',
    // Full, or a policy: the address is not to blame.
    'Fuld postkasse': 'sent',
    'Taget for spam': 'sent',
    Langsom: 'sent',
    Afvist: 'refused',
    Udskudt: 'sent',
  });
  expect(json.toReview).toEqual([]);
  expect(json.mailboxReadAt).not.toBeNull();
});

test('a copy of each mail that was taken stands in the Sent folder', async () => {
  const copies = await mailsOf(MAILBOXES.association, 9, '.Sendt/cur');
  expect(copies.filter((copy) => copy.subject?.includes('Træf for netværk'))).toHaveLength(9);
});

test('reading again, over STARTTLS, changes nothing', async () => {
  const before = await facts();
  const { exit, json } = await mikronet<SyncJson>('sync', {
    MIKRONET_IMAP_URL: `imap://localhost:${servers.ports.imap}?tls=required`,
  });
  expect({ exit, read: json.read }).toEqual({ exit: 0, read: 0 });
  expect(await facts()).toEqual(before);
});

test('a reminder goes to the silent alone', async () => {
  const { exit, json } = await mikronet<SendingJson>('remind --yes --not-within 0s');
  expect(exit).toBe(0);
  expect(names(json.sent)).toEqual([
    'fuld-postkasse',
    'kunstnerne',
    'langsom',
    'taget-for-spam',
    'udskudt',
  ]);
  const reasons = json.skipped.map((item) => `${item.network}: ${item.reason}`);
  expect(reasons.toSorted()).toEqual([
    'afvist: refused',
    'findes-ikke-der: bounced',
    'findes-ikke-her: bounced',
    'haandvaerkerlauget: answered',
    'havnelauget: answered',
  ]);
});

test('nobody is written to again', async () => {
  const { json } = await mikronet<SendingJson>('invite --yes');
  expect(json.sent).toEqual([]);
  expect(await mailsOf(MAILBOXES.bo, 1)).toHaveLength(1);
});

test('check --connect tries both logins, and tells a wrong password', async () => {
  const right = await mikronet<CheckJson>('check --connect');
  expect({ exit: right.exit, problems: right.json.problems }).toEqual({ exit: 0, problems: [] });
  const wrong = await mikronet<CheckJson>('check --connect', { MIKRONET_PASSWORD: 'forkert' });
  const { smtps, imaps } = servers.ports;
  expect(wrong.exit).toBe(1);
  expect(wrong.json.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(`localhost:${smtps} refuses the user name or the password`),
    expect.stringMatching(`localhost:${imaps} refuses the user name or the password`),
  ]);
  expect(JSON.stringify(wrong)).not.toContain('forkert');
});
