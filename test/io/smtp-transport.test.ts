import { describe, expect, onTestFinished, test } from 'vitest';
import { openSmtpTransport } from '../../src/io/smtp-transport.ts';
import type { Outcome, Transport, TransportSettings } from '../../src/world.ts';
import { scriptedServer, type Script, type Step } from '../support/scripted-smtp.ts';

/** A busy machine takes its time to say the next word. */
const PATIENT = { connect: 10_000, envelope: 10_000, content: 10_000 };

/** For a server that says no more, for which the test has to wait. */
const IMPATIENT = { connect: 300, envelope: 300, content: 300 };
const isSilent = (reply: string) => /^(?:hang|drip|250-nonsense without an end)$/.test(reply);

const message = (number = 1) => ({
  messageId: `7QK2M4XDF.invitation.${number}@mikronet.dk`,
  from: 'info@mikronet.dk',
  to: `kim${number}@fjordhaven.example`,
  bytes: Buffer.from(`Subject: Træf ${number}\r\n\r\n.dot\r\nend\r\n`),
});

function transportTo(
  port: number,
  over: Partial<TransportSettings> = {},
  patience = PATIENT,
): Transport {
  const transport = openSmtpTransport(
    { host: '127.0.0.1', port, security: 'none', connections: 1, ...over },
    patience,
  );
  onTestFinished(() => transport.close());
  return transport;
}

interface Sending {
  readonly outcome: Outcome;
  /** How often the content was about to leave. */
  readonly begun: number;
}

async function send(transport: Transport, number = 1): Promise<Sending> {
  let begun = 0;
  const outcome = await transport.send(message(number), async () => {
    begun += 1;
  });
  return { outcome, begun };
}

/** A server that is kind but for one step. */
const at =
  (step: Step, reply: string): Script =>
  (asked) =>
    asked === step ? reply : undefined;

describe('a mail', () => {
  test('is sent as it is, with its size, and the bounce will say which one it was', async () => {
    const server = await scriptedServer();
    const { outcome, begun } = await send(transportTo(server.port));
    expect(outcome).toEqual({ kind: 'sent', response: '250 2.0.0 queued as 42' });
    expect(begun).toBe(1);
    expect(server.accepted).toEqual(['Subject: TrÃ¦f 1\r\n\r\n..dot\r\nend\r\n']);
    expect(server.lines[1]).toMatch(/SIZE=31 .*ENVID=7QK2M4XDF.invitation.1@mikronet.dk/);
  });

  test('waits with its content until the journal has promised', async () => {
    const server = await scriptedServer();
    let promise: (() => void) | undefined;
    const sending = transportTo(server.port).send(
      message(),
      () => new Promise((resolve) => (promise = resolve)),
    );
    await expect.poll(() => server.lines).toContain('DATA');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.accepted).toEqual([]);
    promise?.();
    expect((await sending).kind).toBe('sent');
  });

  test('does not leave where the journal fails, and the failure is the caller’s', async () => {
    const server = await scriptedServer();
    const sending = transportTo(server.port).send(message(), () =>
      Promise.reject(new Error('disk full')),
    );
    await expect(sending).rejects.toThrow('disk full');
    expect(server.accepted).toEqual([]);
  });

  test('knows the Message-ID that Microsoft gives it instead of ours', async () => {
    const reply =
      '250 2.0.0 OK <DB9PR01@DB9PR01.eurprd01.prod.outlook.com> [Hostname=DB9PR01.eurprd01.prod.outlook.com]';
    const server = await scriptedServer(at('content', reply));
    expect((await send(transportTo(server.port))).outcome).toMatchObject({
      serverMessageId: 'DB9PR01@DB9PR01.eurprd01.prod.outlook.com',
    });
  });
});

describe('what a server says decides what becomes of the mail and of the run', () => {
  test.each<[Step, string, Partial<Record<keyof Outcome | 'stage' | 'stop', string>>]>([
    ['greeting', '554 no service', { kind: 'deferred', stop: 'unreachable' }],
    ['greeting', '421 come back later', { kind: 'deferred', stop: 'rate-limited' }],
    ['greeting', 'SSH-2.0-OpenSSH_9.6', { kind: 'deferred', stop: 'not-smtp' }],
    ['greeting', 'close', { kind: 'deferred', stop: 'unreachable' }],
    ['greeting', 'hang', { kind: 'deferred', stop: 'timeout' }],
    ['greeting', 'drip', { kind: 'deferred', stop: 'timeout' }],
    ['EHLO', 'close', { kind: 'deferred', stop: 'unreachable' }],
    ['EHLO', 'hang', { kind: 'deferred', stop: 'timeout' }],
    ['EHLO', 'nonsense', { kind: 'deferred', stop: 'not-smtp' }],
    ['EHLO', '250-nonsense without an end', { kind: 'deferred', stop: 'timeout' }],
    ['EHLO', '502 5.5.1 what?', { kind: 'deferred', stop: 'not-smtp' }],
    ['EHLO', '550 5.7.1 not you', { kind: 'deferred', stop: 'unreachable' }],
    ['AUTH', '535 5.7.8 bad password', { kind: 'deferred', stage: 'auth', stop: 'login-refused' }],
    ['AUTH', '454 4.7.0 try later', { kind: 'deferred', stage: 'auth', stop: 'rate-limited' }],
    ['AUTH', 'hang', { kind: 'deferred', stage: 'auth', stop: 'timeout' }],
    ['MAIL', '550 5.7.1 not yours', { kind: 'deferred', stage: 'mail', stop: 'sender-refused' }],
    ['MAIL', '553 5.7.1 Sender rejected', { kind: 'deferred', stop: 'sender-refused' }],
    ['MAIL', '530 5.7.0 log in first', { kind: 'deferred', stop: 'login-refused' }],
    ['MAIL', '552 5.3.4 too big', { kind: 'deferred', stop: 'too-large' }],
    ['MAIL', '452 4.3.1 out of space', { kind: 'deferred', stop: 'rate-limited' }],
    ['MAIL', '451 4.7.1 rate limit exceeded', { kind: 'deferred', stop: 'rate-limited' }],
    ['MAIL', 'hang', { kind: 'deferred', stage: 'mail', stop: 'timeout' }],
    ['RCPT', '550 5.1.1 no such user', { kind: 'refused', stage: 'rcpt' }],
    ['RCPT', '550 5.4.5 daily limit', { kind: 'deferred', stop: 'rate-limited' }],
    ['RCPT', '550 5.7.1 sending limit exceeded', { kind: 'deferred', stop: 'rate-limited' }],
    ['RCPT', '550 5.7.1 spam', { kind: 'refused', stage: 'rcpt' }],
    ['RCPT', '450 4.2.0 greylisted', { kind: 'deferred', stage: 'rcpt' }],
    ['RCPT', '450 4.7.1 greylisted, try again later', { kind: 'deferred', stage: 'rcpt' }],
    ['RCPT', '421 4.7.0 too many', { kind: 'deferred', stop: 'rate-limited' }],
    ['RCPT', 'close', { kind: 'deferred', stop: 'unreachable' }],
    ['RCPT', 'drip', { kind: 'deferred', stop: 'timeout' }],
    ['DATA', '451 4.0.0 not now', { kind: 'deferred', stage: 'data' }],
    ['DATA', '554 5.0.0 no', { kind: 'refused', stage: 'data' }],
    ['DATA', 'nonsense', { kind: 'deferred', stop: 'not-smtp' }],
    ['content', '554 5.7.1 spam', { kind: 'refused', stage: 'content' }],
    ['content', '451 4.3.0 disk full', { kind: 'deferred', stop: 'rate-limited' }],
    ['content', '451 4.2.0 later', { kind: 'deferred', stage: 'content' }],
    ['content', '421 4.3.2 shutting down', { kind: 'deferred', stop: 'rate-limited' }],
    ['content', 'close', { kind: 'in-doubt', stop: 'unreachable' }],
    ['content', 'hang', { kind: 'in-doubt', stop: 'timeout' }],
    ['content', 'drip', { kind: 'in-doubt', stop: 'timeout' }],
    ['content', 'nonsense', { kind: 'in-doubt', stop: 'not-smtp' }],
  ])('%s: %s', async (step, reply, expected) => {
    const server = await scriptedServer(at(step, reply));
    const login = { user: 'info', password: 'secret#/%' };
    const transport = transportTo(server.port, login, isSilent(reply) ? IMPATIENT : PATIENT);
    const { outcome, begun } = await send(transport);
    expect(outcome).toMatchObject(expected);
    expect('stop' in outcome ? outcome.stop : undefined).toBe(expected.stop);
    expect(begun).toBe(step === 'content' ? 1 : 0);
    expect(JSON.stringify(outcome)).not.toContain('secret');
    expect(server.accepted).toEqual([]);
  });

  test('a relay that wants a login says so at the recipient', async () => {
    const server = await scriptedServer(at('RCPT', '554 5.7.1 <kim>: Relay access denied'));
    expect((await send(transportTo(server.port))).outcome).toMatchObject({ stop: 'login-refused' });
  });

  test('a mail larger than the server takes is not offered to it', async () => {
    const server = await scriptedServer(at('EHLO', '250-test\r\n250 SIZE 20'));
    expect((await send(transportTo(server.port))).outcome).toMatchObject({
      kind: 'deferred',
      stop: 'too-large',
    });
  });

  test('nobody listens', async () => {
    const server = await scriptedServer();
    const transport = transportTo(server.port === 1 ? 2 : 1);
    expect((await send(transport)).outcome).toMatchObject({
      kind: 'deferred',
      stage: 'connect',
      stop: 'unreachable',
    });
  });

  test('there is no STARTTLS where it is required: nothing is said in the clear', async () => {
    const server = await scriptedServer();
    const transport = transportTo(server.port, {
      security: 'starttls',
      user: 'info',
      password: 'secret',
    });
    expect((await send(transport)).outcome).toMatchObject({ stage: 'tls', stop: 'no-starttls' });
    expect(server.lines.filter((line) => !/^(EHLO|STARTTLS|QUIT)/.test(line))).toEqual([]);
  });

  test('TLS is expected from a server that speaks plainly', async () => {
    const server = await scriptedServer();
    const { outcome } = await send(transportTo(server.port, { security: 'implicit' }));
    const response = 'wrong version number';
    expect(outcome).toMatchObject({ kind: 'deferred', stop: 'not-smtp', response });
  });
});

describe('a connection', () => {
  test('is used again, also after a refusal', async () => {
    const server = await scriptedServer((step, line) =>
      step === 'RCPT' && line.includes('kim2') ? '550 5.1.1 no such user' : undefined,
    );
    const transport = transportTo(server.port);
    const kinds: string[] = [];
    for (const number of [1, 2, 3]) kinds.push((await send(transport, number)).outcome.kind);
    expect(kinds).toEqual(['sent', 'refused', 'sent']);
    expect(server.connections).toBe(1);
    expect(server.lines).toContain('RSET');
  });

  test('that the server closed while idle is replaced without a word', async () => {
    let mails = 0;
    const server = await scriptedServer((step) => {
      if (step === 'MAIL') mails += 1;
      return step === 'MAIL' && mails === 2 ? 'close' : undefined;
    });
    const transport = transportTo(server.port);
    expect((await send(transport, 1)).outcome.kind).toBe('sent');
    expect(await send(transport, 2)).toMatchObject({ outcome: { kind: 'sent' }, begun: 1 });
    expect(server.connections).toBe(2);
  });

  test('several are open at once where several mails are under way', async () => {
    const server = await scriptedServer();
    const transport = transportTo(server.port, { connections: 3 });
    const all = await Promise.all([1, 2, 3].map((number) => send(transport, number)));
    expect(all.map(({ outcome }) => outcome.kind)).toEqual(['sent', 'sent', 'sent']);
    expect(server.connections).toBe(3);
  });

  test('as many as there are messages for are made ahead, and the messages find them', async () => {
    const server = await scriptedServer();
    const transport = transportTo(server.port, { connections: 3 });
    transport.connectAhead?.(2);
    await expect.poll(() => server.lines.length).toBe(2);
    const all = await Promise.all([1, 2, 3].map((number) => send(transport, number)));
    expect(all.map(({ outcome }) => outcome.kind)).toEqual(['sent', 'sent', 'sent']);
    expect(server.lines.slice(0, 2).every((line) => line.startsWith('EHLO'))).toBe(true);
    expect(server.connections).toBe(3);
  });

  test('that was made ahead and is not needed is given back', async () => {
    const server = await scriptedServer(at('greeting', 'hang'));
    const transport = openSmtpTransport(
      { host: '127.0.0.1', port: server.port, security: 'none', connections: 2 },
      { connect: 60_000, envelope: 300, content: 300 },
    );
    transport.connectAhead?.(2);
    await expect.poll(() => server.connections).toBe(2);
    await transport.close();
    await expect.poll(() => server.open).toBe(0);
  });

  test('that was made ahead and broke is replaced without a word', async () => {
    let greeted = 0;
    const server = await scriptedServer((step) => {
      if (step === 'MAIL') greeted += 1;
      return step === 'MAIL' && greeted === 1 ? 'close' : undefined;
    });
    const transport = transportTo(server.port);
    transport.connectAhead?.(1);
    await expect.poll(() => server.lines.length).toBe(1);
    expect(await send(transport)).toMatchObject({ outcome: { kind: 'sent' }, begun: 1 });
    expect(server.connections).toBe(2);
  });

  test('that could not be made ahead is told to one message, and the next tries anew', async () => {
    let greeted = 0;
    const server = await scriptedServer((step) => {
      if (step === 'greeting') greeted += 1;
      return step === 'greeting' && greeted === 1 ? '421 4.3.2 later' : undefined;
    });
    const transport = transportTo(server.port);
    transport.connectAhead?.(1);
    await expect.poll(() => server.open).toBe(0);
    expect((await send(transport, 1)).outcome).toMatchObject({ kind: 'deferred' });
    expect((await send(transport, 2)).outcome.kind).toBe('sent');
    expect(server.connections).toBe(2);
  });

  test('made ahead logs in once, and the first message hears that the password is wrong', async () => {
    const server = await scriptedServer(at('AUTH', '535 5.7.8 bad password'));
    const transport = transportTo(server.port, { connections: 4, user: 'info', password: 'x' });
    transport.connectAhead?.(4);
    await expect.poll(() => server.lines.length).toBe(2);
    const all = await Promise.all([1, 2, 3, 4].map((number) => send(transport, number)));
    expect(all.map(({ outcome }) => 'stop' in outcome && outcome.stop)).toEqual(
      Array.from({ length: 4 }, () => 'login-refused'),
    );
    expect(server.lines.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test('a wrong password is tried once, however many connections are allowed', async () => {
    const server = await scriptedServer(at('AUTH', '535 5.7.8 bad password'));
    const transport = transportTo(server.port, { connections: 4, user: 'info', password: 'x' });
    const all = await Promise.all([1, 2, 3, 4].map((number) => send(transport, number)));
    expect(all.map(({ outcome }) => 'stop' in outcome && outcome.stop)).toEqual(
      Array.from({ length: 4 }, () => 'login-refused'),
    );
    expect(server.lines.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });
});
