import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Dns } from '../../src/world.ts';
import { ImapServer } from '../support/imap-server.ts';
import { temporaryFolder } from '../support/journal.ts';
import { aMeeting, MEETING, NETWORKS, type } from '../support/meeting.ts';
import { memoryMailbox } from '../support/mailbox.ts';
import { run } from '../support/program.ts';
import { ELSEWHERE, LOOPBACK, loginServer, PASSWORD, USER } from '../support/smtp-server.ts';

const ENV = [
  'MIKRONET_SMTP_URL=smtps://send.example.dk:465',
  'MIKRONET_IMAP_URL=imaps://imap.example.dk:993',
  'MIKRONET_USER=info@mikronet.dk',
  'MIKRONET_PASSWORD=hemmelig',
  '',
].join('\n');

const dns = (records: Readonly<Record<string, readonly string[]>>): Dns => ({
  mx: (domain) => Promise.resolve(records[`mx ${domain}`] ?? []),
  txt: (name) => Promise.resolve(records[name] ?? []),
  hasAddress: () => Promise.resolve(false),
});
const RECIPIENTS = Object.fromEntries(
  ['havn', 'laug', 'oeko'].map((name) => [`mx ${name}.example`, ['mx.host.example']]),
);
const GOOD_DNS = dns({
  ...RECIPIENTS,
  'mx mikronet.dk': ['mx.one.com'],
  'mikronet.dk': ['google-site-verification=x', 'v=spf1 include:_custspf.one.com ~all'],
  '_dmarc.mikronet.dk': ['v=DMARC1; p=none'],
});
const over = {
  dns: GOOD_DNS,
  tryTransport: () => Promise.resolve(undefined),
  openMailbox: () => Promise.resolve(memoryMailbox()),
};
const meeting = { organizer: { name: 'Mikronet', email: 'info@mikronet.dk' } };

describe('check --connect', () => {
  test('is silent when both logins go well and the DNS vouches for the sender', async () => {
    const world = aMeeting({ meeting, files: { '/meeting/.env': ENV }, over });
    expect(await type(world, 'check', '--connect')).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  test('says that the DNS was not asked where there is none', async () => {
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': ENV },
      over: { ...over, dns: aMeeting().dns },
    });
    expect(await type(world, 'check', '--connect')).toEqual({
      exit: 0,
      stdout: '',
      stderr: 'SPF and DMARC were not looked at: no DNS answers here.\n',
    });
  });

  test.each([
    [{}, ['takes no mail', 'has no SPF record', 'has no DMARC record']],
    [
      {
        'mx mikronet.dk': ['mx.one.com'],
        'mikronet.dk': ['v=spf1 -all', 'v=spf1 ~all'],
        '_dmarc.mikronet.dk': ['v=DMARC1; p=none'],
      },
      ['has more than one SPF record'],
    ],
  ])('with the records %j says %j', async (records, sentences) => {
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': ENV },
      over: { ...over, dns: dns({ ...RECIPIENTS, ...records }) },
    });
    const { exit, stdout } = await type(world, 'check', '--connect');
    expect(exit).toBe(1);
    const found = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
    expect(found).toEqual(sentences.map((each) => expect.stringContaining(`mikronet.dk ${each}`)));
  });

  test('says which invited address would bounce, at its line', async () => {
    const { 'mx laug.example': _, ...others } = RECIPIENTS;
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': ENV },
      over: {
        ...over,
        dns: {
          ...GOOD_DNS,
          mx: async (domain) =>
            domain === 'mikronet.dk' ? ['mx.one.com'] : (others[`mx ${domain}`] ?? []),
        },
      },
    });
    const { exit, stdout } = await type(world, 'check', '--connect');
    expect({ exit, first: stdout.split('\n')[0] }).toEqual({
      exit: 1,
      first:
        'networks.csv:3: "anna@laug.example": the DNS knows no server that takes mail for laug.example',
    });
  });

  test('both sides are told at once, with what to do, and never the password', async () => {
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': ENV.replace('send.example.dk', 'smtp.office365.com') },
      over: {
        ...over,
        tryTransport: () =>
          Promise.resolve({
            stop: 'login-refused',
            response:
              '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
          }),
        openMailbox: async () => {
          const { MailboxError } = await import('../../src/world.ts');
          throw new MailboxError('unreachable', 'getaddrinfo ENOTFOUND imap.example.dk');
        },
      },
    });
    const { exit, stdout, stderr } = await type(world, 'check', '--connect', '--verbose');
    expect(exit).toBe(1);
    expect(stdout).toContain('smtp.office365.com:465 refuses the user name or the password (535');
    expect(stdout).toContain('Microsoft has switched sending by programmes off');
    expect(stdout).toContain('there is no connection to imap.example.dk:993\n');
    expect(stdout).toContain('either there is no server of that name');
    expect(stdout + stderr).not.toContain('hemmelig');
  });

  test.each([
    ['', 'the mailbox is not set up'],
    [ENV.replace('hemmelig', ''), 'MIKRONET_SMTP_URL is set, but not the user and the password'],
  ])('off a terminal %j is a problem', async (env, message) => {
    const world = aMeeting({ meeting, files: env ? { '/meeting/.env': env } : {}, over });
    const { exit, stdout } = await type(world, 'check', '--connect');
    expect({ exit, first: stdout.split('\n')[0] }).toEqual({ exit: 1, first: message });
    expect((await type(world, 'check')).exit).toBe(0);
  });
});

function folderWith(smtp: string, imap: string): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'meeting.json'), JSON.stringify(MEETING));
  writeFileSync(join(cwd, 'networks.csv'), NETWORKS);
  writeFileSync(
    join(cwd, '.env'),
    [
      `MIKRONET_SMTP_URL=${smtp}`,
      `MIKRONET_IMAP_URL=${imap}`,
      `MIKRONET_USER=${USER}`,
      `MIKRONET_PASSWORD=${PASSWORD}`,
    ].join('\n'),
    { mode: 0o600 },
  );
  return cwd;
}

/** Somebody who takes the first of every choice. */
const asking = (password: string) => ({
  canAsk: true,
  errIsTerminal: true,
  ask: async () => ({
    input: () => Promise.reject(new Error('not asked')),
    password: () => Promise.resolve(password),
    confirm: () => Promise.resolve(true),
    select: async <T>({ choices }: { choices: readonly { value: T }[] }) => choices[0]!.value,
  }),
});

describe('check --connect on a terminal', () => {
  test('sets up a mailbox that is not, and keeps what else stands in .env', async () => {
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': '# mine\nOTHER=1\nMIKRONET_PASSWORD=\n' },
      over,
      terminal: asking('hemmelig'),
    });
    const { exit, stderr } = await type(world, 'check', '--connect');
    expect(exit).toBe(0);
    expect(stderr).toContain(
      'one.com: sends through send.one.com:465, is read at imap.one.com:993',
    );
    expect(stderr).toContain('send.one.com:465 lets us in: mails can be sent');
    expect(stderr).not.toContain('hemmelig');
    expect(new TextDecoder().decode(world.disk.get('/meeting/.env'))).toBe(
      [
        '# mine',
        'OTHER=1',
        'MIKRONET_SMTP_URL=smtps://send.one.com:465',
        'MIKRONET_IMAP_URL=imaps://imap.one.com:993',
        'MIKRONET_USER=info@mikronet.dk',
        'MIKRONET_PASSWORD=hemmelig',
        '',
      ].join('\n'),
    );
  });

  test('asks only for the password where servers and user are written', async () => {
    const written = ENV.replace('MIKRONET_PASSWORD=hemmelig', 'MIKRONET_PASSWORD=').replace(
      'info@',
      'post@',
    );
    const world = aMeeting({
      meeting,
      files: { '/meeting/.env': written },
      over,
      terminal: asking('hemmelig'),
    });
    const { exit, stderr } = await type(world, 'check', '--connect');
    expect(exit).toBe(0);
    expect(stderr).toContain(
      'As it is set up: sends through send.example.dk:465, is read at imap.example.dk:993',
    );
    expect(new TextDecoder().decode(world.disk.get('/meeting/.env'))).toBe(
      ENV.replace('info@', 'post@'),
    );
  });

  test('writes nothing where no password is given, and where the meeting is a rehearsal', async () => {
    const later = aMeeting({ meeting, over, terminal: asking('') });
    const { exit, stdout } = await type(later, 'check', '--connect');
    expect({ exit, first: stdout.split('\n')[0] }).toEqual({
      exit: 1,
      first: 'the mailbox is not set up',
    });
    expect(later.disk.has('/meeting/.env')).toBe(false);
    const rehearsal = aMeeting({
      meeting: { ...meeting, rehearsal: '2012-05-02T09:00' },
      over,
      terminal: asking('hemmelig'),
    });
    expect((await type(rehearsal, 'check', '--connect')).exit).toBe(1);
    expect(rehearsal.disk.has('/meeting/.env')).toBe(false);
  });
});

describe('check --connect by the real program', () => {
  const CERTIFICATE = fileURLToPath(new URL('../fixtures/tls/loopback-cert.pem', import.meta.url));
  const NOW = '2012-05-02T07:00:00Z';
  const OTHER = fileURLToPath(new URL('../fixtures/tls/cert.pem', import.meta.url));

  test('logs in over STARTTLS and TLS with a password full of odd characters', async () => {
    const [early, late] = [
      await loginServer({ secure: true, ...LOOPBACK }),
      await loginServer({ ...LOOPBACK }),
    ];
    const imap = await ImapServer.start();
    imap.password = PASSWORD.replaceAll('"', '\\"');
    onTestFinished(() => imap.stop());
    for (const url of [
      `smtps://localhost:${early.port}`,
      `smtp://localhost:${late.port}?tls=required`,
    ]) {
      const cwd = folderWith(url, `imap://127.0.0.1:${imap.settings.port}`);
      const env = { NODE_EXTRA_CA_CERTS: CERTIFICATE, MIKRONET_NOW: NOW };
      expect(await run(['check', '--connect', '--verbose'], { cwd, env })).toMatchObject({
        exit: 0,
        stdout: '',
        stderr: expect.stringContaining('lets us in: mails can be sent'),
      });
    }
    expect([early.logins(), late.logins(), early.mails()]).toEqual([1, 1, 0]);
  });

  test('says for which name a certificate is', async () => {
    const { port } = await loginServer({ secure: true, ...ELSEWHERE });
    const cwd = folderWith(`smtps://localhost:${port}`, '');
    const { exit, stdout } = await run(['check', '--connect'], {
      cwd,
      env: { NODE_EXTRA_CA_CERTS: OTHER, MIKRONET_NOW: NOW },
    });
    expect(exit).toBe(1);
    expect(stdout).toBe(
      [
        `the certificate of localhost:${port} is not the right one`,
        '  hint: the certificate is for mail.example, *.mail.example: give the server by such a name',
        '',
      ].join('\n'),
    );
    expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600);
  });
});
