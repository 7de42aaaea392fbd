/** What servers, disks, clocks and people do to a run of `invite`, with the real program. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SendingJson, StatusJson } from '../src/domain/contract.ts';
import { temporaryFolder } from './support/journal.ts';
import { meetingOf, run, start } from './support/program.ts';
import { scriptedServer, type Reply, type Script, type Step } from './support/scripted-smtp.ts';

const INVITE = ['invite', '--yes', '--max-wait', '0s'];
const ONE = { sending: { connections: 1 } };

/** A busy machine takes its time to start a program. */
const PATIENT = { timeout: 20_000 };

/** A server that is kind but for the `nth` time it comes to a step. */
const at = (step: Step, reply: Reply, nth = 1): Script => {
  let times = 0;
  return (asked) => (asked === step && (times += 1) === nth ? reply : undefined);
};

const smtp = (port: number) => ({ MIKRONET_SMTP_URL: `smtp://127.0.0.1:${port}` });

async function deliveries(cwd: string): Promise<readonly string[]> {
  const { stdout } = await run(['status', '--json'], { cwd });
  const { networks } = JSON.parse(stdout) as StatusJson;
  return networks.map(({ contacts }) => contacts[0]!.delivery);
}

const idsOf = (mails: readonly string[]) =>
  mails.map((mail) => /^Message-ID:\s*<(.+)>/im.exec(mail)?.[1] ?? 'none');

const journal = (cwd: string) => readFileSync(join(cwd, 'journal.jsonl'), 'utf8');

describe('a trouble of the server has its exit code, its words and its way out, and the next run goes on', () => {
  test.each<[Step, Reply, number, RegExp, string, string]>([
    [
      'greeting',
      'SSH-2.0-OpenSSH',
      75,
      /does not speak SMTP.*port 465/s,
      'deferred not-sent',
      'sent sent',
    ],
    [
      'greeting',
      '421 4.3.2 busy',
      75,
      /too busy.*run the same command/s,
      'deferred not-sent',
      'sent sent',
    ],
    [
      'EHLO',
      '250-x\r\n250 SIZE 20',
      2,
      /larger than the mail server takes/,
      'deferred not-sent',
      'sent sent',
    ],
    [
      'AUTH',
      '535 5.7.8 no',
      2,
      /refused the login.*app password/s,
      'deferred not-sent',
      'sent sent',
    ],
    [
      'MAIL',
      '550 5.7.60 not yours',
      2,
      /does not let this account send/,
      'deferred not-sent',
      'sent sent',
    ],
    ['MAIL', '452 4.3.1 storage', 75, /goes on where it stopped/, 'deferred not-sent', 'sent sent'],
    [
      'RCPT',
      '550 5.4.5 daily limit',
      75,
      /goes on where it stopped/,
      'deferred not-sent',
      'sent sent',
    ],
    ['RCPT', '550 5.1.1 no such user', 1, /refused.*no such user/s, 'refused sent', 'refused sent'],
    [
      'RCPT',
      '450 4.2.0 greylisted',
      75,
      /1 mail is still to be sent/,
      'deferred sent',
      'sent sent',
    ],
    ['DATA', '451 4.0.0 not now', 75, /1 mail is still to be sent/, 'deferred sent', 'sent sent'],
    ['content', '554 5.7.1 spam', 1, /refused.*5\.7\.1 spam/s, 'refused sent', 'refused sent'],
    ['content', 'close', 1, /cannot be reached/, 'in-doubt not-sent', 'in-doubt sent'],
    ['content', 'nonsense', 1, /does not speak SMTP/, 'in-doubt not-sent', 'in-doubt sent'],
  ])('%s: %s', async (step, reply, exit, words, first, second) => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer(at(step, reply));
    const login = step === 'EHLO' ? {} : { MIKRONET_USER: 'info', MIKRONET_PASSWORD: 's3cret#/%' };
    const options = { cwd, env: { ...smtp(server.port), ...login } };
    const ended = await run(INVITE, options);
    expect(ended.exit).toBe(exit);
    // What became of a mail is data; what to do about the server is talk.
    expect(`${ended.stdout}${ended.stderr}`).toMatch(words);
    expect(await deliveries(cwd)).toEqual(first.split(' '));
    const again = await run(INVITE, options);
    expect(again.exit).toBe(second.startsWith('in-doubt') ? 1 : 0);
    expect(await deliveries(cwd)).toEqual(second.split(' '));
    const ids = idsOf(server.accepted);
    expect(new Set(ids).size).toBe(ids.length);
    expect(`${JSON.stringify([ended, again])}${journal(cwd)}`).not.toContain('s3cret');
  });

  test('nobody listens', async () => {
    const cwd = meetingOf(2, ONE);
    const { exit, stderr } = await run(INVITE, { cwd, env: smtp(1) });
    expect(exit).toBe(75);
    expect(stderr).toMatch(/cannot be reached.*name and port in MIKRONET_SMTP_URL/s);
    expect(await deliveries(cwd)).toEqual(['deferred', 'not-sent']);
  });

  test('a certificate that is not the server’s', async () => {
    const server = new SMTPServer({ secure: true, authOptional: true, logger: false });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.server.address() as AddressInfo;
    const cwd = meetingOf(1, ONE);
    const env = { MIKRONET_SMTP_URL: `smtps://127.0.0.1:${port}` };
    const { exit, stderr } = await run(INVITE, { cwd, env });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/certificate is not the right one/);
  });

  test('a server that offers no encryption where it is asked for', async () => {
    const server = await scriptedServer();
    const cwd = meetingOf(1, ONE);
    const env = { MIKRONET_SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=required` };
    const { exit, stderr } = await run(INVITE, { cwd, env });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/offers no encryption.*port 465/s);
  });
});

describe('a message in doubt', () => {
  test('is shown first with what to do, and sent again, as the same message, only when asked for', async () => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer(at('content', 'close'));
    const options = { cwd, env: smtp(server.port) };
    await run(INVITE, options);
    const { stdout } = await run(['status'], options);
    expect(stdout).toMatch(/IN DOUBT: 1 mail may have arrived[^]*--resend/);
    const resent = await run(['invite', '--resend', 'network 1', '--yes', '--json'], options);
    expect(resent.exit).toBe(0);
    const { sent = [] } = JSON.parse(resent.stdout) as SendingJson;
    expect(sent.map(({ network }) => network)).toEqual(['network-1']);
    const [submitted = ''] = journal(cwd)
      .split('\n')
      .filter((line) => line.includes('"message-submitted"'));
    expect(idsOf(server.accepted)).toEqual([
      (JSON.parse(submitted) as { message: string }).message,
    ]);
  });
});

describe('two at once', () => {
  test('the second is told who sends, and status says that it is being sent', async () => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer(at('content', 'hang'));
    const options = { cwd, env: smtp(server.port) };
    const first = start(INVITE, options);
    await expect
      .poll(() => server.lines.includes('DATA') && journal(cwd), PATIENT)
      .toMatch(/submitted/);
    const second = await run(INVITE, options);
    expect(second.exit).toBe(75);
    expect(second.stderr).toMatch(/is writing the journal right now/);
    expect(await deliveries(cwd)).toEqual(['sending', 'not-sent']);
    first.kill('SIGKILL');
    await first.ended;
    expect(await deliveries(cwd)).toEqual(['in-doubt', 'not-sent']);
    expect((await run(INVITE, options)).exit).toBe(1);
    expect(await deliveries(cwd)).toEqual(['in-doubt', 'sent']);
  });
});

describe('who is stopped', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s finishes the message in hand and says what is left',
    async (signal) => {
      const cwd = meetingOf(6, ONE);
      let running: ReturnType<typeof start> | undefined;
      let contents = 0;
      const server = await scriptedServer((step) => {
        if (step === 'content' && (contents += 1) === 3) running?.kill(signal);
        return undefined;
      });
      const options = { cwd, env: smtp(server.port) };
      running = start(INVITE, options);
      const { exit, stderr } = await running.ended;
      expect(exit).toBe(130);
      expect(stderr).toMatch(/Stopped\. \d mails? (?:is|are) still to be sent/);
      const sent = (await deliveries(cwd)).filter((each) => each === 'sent').length;
      expect(sent).toBe(server.accepted.length);
      expect(sent).toBeLessThan(6);
      expect((await run(INVITE, options)).exit).toBe(0);
      expect(new Set(idsOf(server.accepted)).size).toBe(6);
      expect(server.accepted).toHaveLength(6);
    },
  );

  test('twice leaves at once, and the journal knows', async () => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer(at('content', 'hang'));
    const running = start(INVITE, { cwd, env: smtp(server.port) });
    await expect
      .poll(() => server.lines.includes('DATA') && journal(cwd), PATIENT)
      .toMatch(/submitted/);
    running.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    running.kill('SIGINT');
    await running.ended;
    expect(await deliveries(cwd)).toEqual(['in-doubt', 'not-sent']);
  });

  test('by a closed lid goes on, or knows that it is in doubt', async () => {
    const cwd = meetingOf(2, ONE);
    let running: ReturnType<typeof start> | undefined;
    const server = await scriptedServer((step) => {
      if (step !== 'content') return undefined;
      // Asleep while the server gives up.
      running?.kill('SIGSTOP');
      setTimeout(() => running?.kill('SIGCONT'), 300);
      return 'close';
    });
    running = start(INVITE, { cwd, env: smtp(server.port) });
    expect((await running.ended).exit).toBe(1);
    expect(await deliveries(cwd)).toEqual(['in-doubt', 'not-sent']);
  });

  test('by having no terminal to ask on is told of --yes', async () => {
    const cwd = meetingOf(1, ONE);
    const { exit, stderr } = await run(['invite'], { cwd, env: smtp(1) });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/--dry-run, then send with --yes/);
  });
});

describe('limits', () => {
  test('hold over runs, by the journal, and say when to go on', async () => {
    const cwd = meetingOf(5, { sending: { limits: [{ messages: 2, seconds: 3600 }] } });
    const server = await scriptedServer();
    const invite = (now: string) =>
      run(INVITE, { cwd, env: { ...smtp(server.port), MIKRONET_NOW: now } });
    const first = await invite('2099-05-02T07:00:00Z');
    expect(first.exit).toBe(75);
    expect(first.stderr).toMatch(/3 mails are still to be sent.*from 2 May 10:00 on/s);
    expect(server.accepted).toHaveLength(2);
    expect((await invite('2099-05-02T07:59:00Z')).exit).toBe(75);
    expect(server.accepted).toHaveLength(2);
    expect((await invite('2099-05-02T08:01:00Z')).exit).toBe(75);
    expect(server.accepted).toHaveLength(4);
    expect((await invite('2099-05-02T09:02:00Z')).exit).toBe(0);
    expect(server.accepted).toHaveLength(5);
  });

  test('are in the plan, day by day where it takes days', async () => {
    const cwd = meetingOf(5, { sending: { limits: [{ messages: 2, seconds: 86_400 }] } });
    const env = { ...smtp(1), MIKRONET_NOW: '2099-05-02T07:00:00Z' };
    const { exit, stdout } = await run(['invite', '--dry-run'], { cwd, env });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/takes 2 now; it ends on Monday 4 May 2099/);
    expect(stdout).toMatch(/Saturday 2 May 2099: 2 mails[^]*Monday 4 May 2099: 1 mail/);
  });

  test('of a provider come with its name', async () => {
    const cwd = meetingOf(40);
    const env = { MIKRONET_SMTP_URL: 'smtps://send.example.dk', MIKRONET_USER: 'a' };
    const { stdout } = await run(['invite', '--dry-run'], { cwd, env });
    expect(stdout).toMatch(/It will take about 1 minute/);
  });

  test('are waited for within --max-wait', async () => {
    const cwd = meetingOf(3, { sending: { limits: [{ messages: 2, seconds: 1 }] } });
    const server = await scriptedServer();
    const options = { cwd, env: smtp(server.port) };
    const { exit, stderr } = await run(['invite', '--yes', '--max-wait', '30s'], options);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/takes no more right now; going on in 1 s/);
    expect(server.accepted).toHaveLength(3);
  });
});

describe('a test mail', () => {
  test('goes to the organiser, has a reference of its own kind, and counts as nothing', async () => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer();
    const options = { cwd, env: smtp(server.port) };
    const tested = await run(['invite', '--test-to', 'me@home.example', '--yes'], options);
    expect(tested.exit).toBe(0);
    expect(server.accepted).toHaveLength(1);
    expect(server.accepted[0]).toMatch(/^To: .*me@home\.example/m);
    expect(idsOf(server.accepted)[0]).toMatch(/^T/);
    expect(await deliveries(cwd)).toEqual(['not-sent', 'not-sent']);
    await run(INVITE, options);
    expect(server.accepted).toHaveLength(3);
    expect(
      idsOf(server.accepted)
        .slice(1)
        .every((id) => !id.startsWith('T')),
    ).toBe(true);
  });
});

const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

/** A disk of its own of so many KiB; needs the right to mount. */
function disk(kib: number): string {
  const place = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', place]);
  onTestFinished(() => void execFileSync('umount', [place]));
  return place;
}

describe.runIf(process.platform === 'linux')('a list written to stdout', () => {
  test.each([['export-attendees'], ['status'], ['--version']])(
    '%s: 75 where a full disk did not take it',
    async (command) => {
      const full = openSync('/dev/full', 'w');
      onTestFinished(() => closeSync(full));
      const { exit, stderr } = await run([command], { cwd: meetingOf(3), stdout: full });
      expect({ exit, stderr }).toEqual({
        exit: 75,
        stderr: 'stdout: the disk is full; make room and run the same command again\n',
      });
    },
  );
});

describe.runIf(isRoot)('a disk', () => {
  test('that is full ends the run with 75, and with room it goes on; nothing is sent twice', async () => {
    const cwd = meetingOf(12, ONE, disk(20));
    const server = await scriptedServer();
    const options = { cwd, env: smtp(server.port) };
    const { exit, stderr } = await run(INVITE, options);
    expect(exit).toBe(75);
    expect(stderr).toMatch(/disk is full/);
    const kept = server.accepted.length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12);
    const before = await deliveries(cwd);
    expect(before.filter((each) => each === 'sent').length).toBeLessThanOrEqual(kept);
    expect(before.filter((each) => each === 'in-doubt').length).toBeLessThanOrEqual(1);
    execFileSync('mount', ['-o', 'remount,size=2m', cwd]);
    await run(INVITE, options);
    const ids = idsOf(server.accepted);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await deliveries(cwd)).every((each) => each === 'sent' || each === 'in-doubt')).toBe(
      true,
    );
  });

  test('that can only be read sends nothing', async () => {
    const cwd = meetingOf(2, ONE, disk(1024));
    execFileSync('mount', ['-o', 'remount,ro', cwd]);
    const server = await scriptedServer();
    const { exit, stderr } = await run(INVITE, { cwd, env: smtp(server.port) });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/can only be read/);
    expect(server.accepted).toEqual([]);
    expect((await run(['status'], { cwd })).exit).toBe(0);
  });
});

describe('a journal', () => {
  test('with a foreign line sends nothing and names the line', async () => {
    const cwd = meetingOf(2, ONE);
    const server = await scriptedServer();
    const options = { cwd, env: smtp(server.port) };
    await run(['invite', '--yes', '--limit', '1'], options);
    appendFileSync(join(cwd, 'journal.jsonl'), 'hello\n');
    const { exit, stderr } = await run(INVITE, options);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^journal\.jsonl:4: "hello" is not a line that mikronet wrote/m);
    expect(server.accepted).toHaveLength(1);
  });

  test('with a conflicted copy beside it is named by every command', async () => {
    const cwd = meetingOf(1, ONE);
    writeFileSync(join(cwd, 'journal-BENTES-PC.jsonl'), '');
    for (const command of [['status'], ['invite', '--dry-run'], ['export-attendees']]) {
      const { stderr } = await run(command, { cwd });
      expect(stderr).toContain('journal-BENTES-PC.jsonl');
    }
  });
});
