/** The mails as they arrive: sent by the real program to a real server, and read back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from './support/journal.ts';
import { run } from './support/program.ts';

interface Arrived {
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
}

const servers: SMTPServer[] = [];

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))),
  );
});

/** A server on loopback that keeps what it gets. */
async function receiving() {
  const waiting: Promise<Arrived>[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        const to = envelope.rcptTo.map(({ address }) => address);
        waiting.push(simpleParser(raw).then((mail) => ({ to, mail, raw: raw.toString('latin1') })));
        done();
      });
    },
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { env: { MIKRONET_SMTP_URL: `smtp://127.0.0.1:${address.port}` }, waiting };
}

async function sample(): Promise<string> {
  const cwd = temporaryFolder();
  expect((await run(['init', '--sample'], { cwd })).exit).toBe(0);
  return cwd;
}

test('each contact of the sample gets an invitation in its language, once', async () => {
  const cwd = await sample();
  const { env, waiting } = await receiving();
  const first = await run(['invite', '--yes', '--json'], { cwd, env });
  const mails = await Promise.all(waiting);
  expect(first.exit).toBe(0);
  expect(mails).toHaveLength(22);
  expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(22);
  for (const { to, mail } of mails) {
    expect([mail.to].flat().flatMap((each) => each?.value ?? [])).toEqual([
      expect.objectContaining({ address: to[0] }),
    ]);
    expect(mail.from?.text).toBe('"Mikronet" <info@mikronet.dk>');
    expect(mail.subject!.length).toBeLessThan(70);
    expect(mail.references).toBe(mail.messageId);
    // Nothing is left of the template, and nothing was escaped where it is read as it is.
    expect(mail.text).not.toMatch(/\{\{|\}\}|&\w+;|undefined|\[object/);
    expect(mail.subject).not.toMatch(/&\w+;/);
    expect(String(mail.html)).not.toMatch(/\{\{|\}\}|undefined|\[object|&amp;\w+;/);
  }
  const languages = mails.map(({ mail }) => mail.headers.get('content-language'));
  expect([...new Set(languages)].toSorted()).toEqual(['da', 'de', 'en']);
  const of = (part: string) => mails.find(({ to }) => to[0]!.startsWith(part))!.mail;
  expect(of('megan').text).toContain("The Newcomers' Business Circle");
  expect(of('kim').text).toContain('Havnelauget "Ankeret"');
  expect(String(of('rene').html)).toContain('Café &amp; Kro på Falster');

  expect((await run(['invite', '--yes'], { cwd, env })).exit).toBe(0);
  expect(waiting).toHaveLength(22);
});

test('a test goes to the organiser alone, one in each language, marked', async () => {
  const cwd = await sample();
  const { env, waiting } = await receiving();
  const { exit } = await run(['invite', '--yes', '--test-to', 'me@example.org'], { cwd, env });
  const mails = await Promise.all(waiting);
  expect(exit).toBe(0);
  expect(mails.map(({ to }) => to)).toEqual([
    ['me@example.org'],
    ['me@example.org'],
    ['me@example.org'],
  ]);
  expect(mails.map(({ mail }) => mail.subject!.slice(0, 6))).toEqual([
    'TEST: ',
    'TEST: ',
    'TEST: ',
  ]);
  for (const { raw } of mails) expect(raw).toMatch(/^Message-ID: <T[0-9A-Z]{8}\./m);
});

test('the plan of a test says to whom it goes, and --only holds for it', async () => {
  const cwd = await sample();
  const { env, waiting } = await receiving();
  const flags = ['--test-to', 'me@example.org', '--only', 'ankeret'];
  const plan = await run(['send', 'cancellation', ...flags, '--dry-run'], { cwd, env });
  expect(plan.stdout).toContain(
    '1 test mail to me@example.org, with the words for:\n  Havnelauget "Ankeret"  Kim Østergaard\n',
  );
  expect(plan.stdout).not.toMatch(/kim@|After this the meeting is cancelled/);
  const { stdout } = await run(['invite', ...flags, '--dry-run', '--json'], { cwd, env });
  expect(JSON.parse(stdout)).toMatchObject({
    planned: [{ network: 'havnelauget-ankeret', email: 'me@example.org' }],
  });
  await run(['invite', ...flags, '--yes'], { cwd, env });
  expect((await Promise.all(waiting)).map(({ to }) => to)).toEqual([['me@example.org']]);
});

test('a name that does not exist stops the run before the first mail', async () => {
  const cwd = await sample();
  const { env, waiting } = await receiving();
  writeTemplate(cwd, 'invitation.en.md.hbs', 'Subject: {{meeting.titel}}\n\n{{> footer}}\n');
  const { exit, stderr } = await run(['invite', '--yes'], { cwd, env });
  expect(exit).toBe(2);
  expect(stderr).toContain(
    'templates/invitation.en.md.hbs:1:12: there is nothing called "meeting.titel"',
  );
  expect(await Promise.all(waiting)).toEqual([]);
});

test('no cell of the list adds a header or a recipient', async () => {
  const cwd = await sample();
  const { env, waiting } = await receiving();
  const evil = '"Evil\r\nBcc: all@evil.example\r\n\r\n<script>{{x}}</script>"';
  writeFileSync(
    join(cwd, 'networks.csv'),
    `network;contact;email;greeting;extra\r\n${evil};${evil};kim@havn.example;${evil};${evil}\r\n`,
  );
  writeTemplate(
    cwd,
    'invitation.da.md.hbs',
    'Subject: {{row.extra}} {{network.name}}\n\n{{contact.greeting}}\n\n{{row.extra}}\n\n{{> answer}}\n\n{{> footer}}\n',
  );
  expect((await run(['invite', '--yes'], { cwd, env })).exit).toBe(0);
  const [arrived, ...more] = await Promise.all(waiting);
  expect(more).toEqual([]);
  expect(arrived!.to).toEqual(['kim@havn.example']);
  expect(arrived!.mail.bcc).toBeUndefined();
  expect(arrived!.mail.subject).toMatch(
    /^Evil Bcc: all@evil\.example <script>\{\{x\}\}<\/script> Evil/,
  );
  expect(arrived!.mail.text).toContain('Evil\nBcc: all@evil.example\n\n<script>{{x}}</script>');
  expect(String(arrived!.mail.html)).toContain(
    'Evil<br>Bcc: all@evil.example<br><br>&lt;script&gt;{{x}}&lt;/script&gt;',
  );
});

function writeTemplate(cwd: string, name: string, text: string): void {
  mkdirSync(join(cwd, 'templates'), { recursive: true });
  writeFileSync(join(cwd, 'templates', name), text);
}
