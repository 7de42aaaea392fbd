import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import general from '../../src/words/en/general.ts';
import say from '../../src/words/en/mailbox.ts';
import { formatProblem } from '../../src/format/screens/problem.ts';
import { openImapMailbox } from '../../src/io/imap-mailbox.ts';
import { trySmtpLogin } from '../../src/io/smtp-transport.ts';
import { MailboxError } from '../../src/world.ts';
import type { ServerSettings } from '../../src/world.ts';
import { explainFailure, tryLogin, trySettings } from '../../src/work/try-mailbox.ts';
import { ImapServer } from '../support/imap-server.ts';
import { LOOPBACK, loginServer, PASSWORD, USER } from '../support/smtp-server.ts';
import { fakeWorld } from '../support/world.ts';

/** Real connections, in a world that is otherwise in memory. */
const world = fakeWorld({
  over: {
    tryTransport: (settings) =>
      trySmtpLogin(settings, undefined, { connect: 2_000, envelope: 2_000, content: 2_000 }),
    openMailbox: openImapMailbox,
  },
});
const server = (port: number, over: Partial<ServerSettings> = {}): ServerSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: USER,
  password: PASSWORD,
  ...over,
});
const trouble = async (side: 'smtp' | 'imap', settings: ServerSettings) =>
  (await trySettings(world, side, settings))?.trouble;

describe('a server to send with', () => {
  test('lets us in, and no mail is begun', async () => {
    const { port, logins, mails } = await loginServer();
    expect(await trySettings(world, 'smtp', server(port))).toBeUndefined();
    expect({ logins: logins(), mails: mails() }).toEqual({ logins: 1, mails: 0 });
  });

  test('refuses a wrong password', async () => {
    const { port } = await loginServer();
    const failure = await trySettings(world, 'smtp', server(port, { password: 'wrong' }));
    expect(formatProblem(explainFailure(failure!, say), general)).toBe(
      [
        `127.0.0.1:${port} refuses the user name or the password (535 5.7.8 authentication failed)`,
        '  hint: the user name is mostly the whole address; the password is that of the mailbox, not of the web host’s control panel',
      ].join('\n'),
    );
  });

  test('has a certificate that nobody vouches for', async () => {
    const { port } = await loginServer({ secure: true, ...LOOPBACK });
    expect(await trouble('smtp', server(port, { security: 'implicit' }))).toBe('certificate');
    const later = await loginServer({ ...LOOPBACK });
    expect(await trouble('smtp', server(later.port, { security: 'starttls' }))).toBe('certificate');
  });

  test('speaks plainly where TLS is expected', async () => {
    const plain = await loginServer();
    expect(await trouble('smtp', server(plain.port, { security: 'implicit' }))).toBe('not-smtp');
    expect(await trouble('smtp', server(plain.port, { security: 'starttls' }))).toBe('no-starttls');
  });

  test('is not there', async () => {
    const { port } = await loginServer();
    const nobody = port === 9 ? 10 : 9;
    expect(await trouble('smtp', server(nobody))).toBe('unreachable');
  });
});

const started = async () => {
  const imap = await ImapServer.start();
  onTestFinished(() => imap.stop());
  return imap;
};

describe('a mailbox', () => {
  test('lets us in, and is left as it is', async () => {
    const imap = await started();
    const { settings } = imap;
    expect(await trySettings(world, 'imap', settings)).toBeUndefined();
    expect(imap.commands.filter((line) => /SELECT|STORE|APPEND|EXPUNGE/.test(line))).toEqual([]);
  });

  test('refuses a wrong password', async () => {
    const { settings } = await started();
    expect(await trySettings(world, 'imap', { ...settings, password: 'no' })).toMatchObject({
      trouble: 'login-refused',
      said: 'wrong name or password',
    });
  });

  test('speaks plainly where TLS is expected', async () => {
    const { settings } = await started();
    expect(await trouble('imap', { ...settings, security: 'implicit' })).toBe('not-imap');
    expect(await trouble('imap', { ...settings, security: 'starttls' })).toBe('no-starttls');
  });
});

const answering = (answers: Readonly<Record<number, string | undefined>>) =>
  fakeWorld({
    over: {
      tryTransport: async ({ port }) => {
        const stop = answers[port];
        return stop ? { stop: stop as 'not-smtp', response: '' } : undefined;
      },
    },
  });

/** Takes connections and says nothing. */
async function silentServer(): Promise<{ readonly port: number }> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  });
  return { port: (listener.address() as AddressInfo).port };
}

const FOREVER = { connect: 1_000_000, envelope: 1_000_000, content: 1_000_000 };

describe('a server that never answers', () => {
  test.each(['while it is waited for', 'before it is asked'])(
    'is left by Ctrl-C %s',
    async (when) => {
      const { port } = await silentServer();
      const stop = new AbortController();
      if (when === 'before it is asked') stop.abort();
      const smtp = trySmtpLogin({ ...server(port), connections: 1 }, stop.signal, FOREVER);
      const imap = openImapMailbox(
        { ...server(port), user: USER, password: PASSWORD },
        stop.signal,
      );
      const left = imap.catch((error: unknown) => error);
      stop.abort();
      expect(await smtp).toMatchObject({ stop: expect.any(String) });
      expect(await left).toBeInstanceOf(MailboxError);
    },
  );
});

describe('a login', () => {
  const login = { url: 'smtps://send.example.dk:465', user: USER, password: PASSWORD };
  test('is tried at the other usual port where the first does not answer as it should', async () => {
    expect(await tryLogin(answering({ 465: 'not-smtp' }), 'smtp', login)).toEqual({
      side: 'smtp',
      url: 'smtp://send.example.dk:587',
    });
    const refused = await tryLogin(
      answering({ 465: 'timeout', 587: 'login-refused' }),
      'smtp',
      login,
    );
    expect(refused).toMatchObject({
      url: 'smtp://send.example.dk:587',
      failure: { trouble: 'login-refused' },
    });
  });

  test('is not tried twice with a password that was refused', async () => {
    let tries = 0;
    const refusing = fakeWorld({
      over: {
        tryTransport: () => {
          tries += 1;
          return Promise.resolve({ stop: 'login-refused', response: '535 no' });
        },
      },
    });
    await tryLogin(refusing, 'smtp', login);
    expect(tries).toBe(1);
  });

  test('is left at once when Ctrl-C is pressed', async () => {
    const stop = new AbortController();
    const silent = fakeWorld({
      over: { tryTransport: () => new Promise(() => {}), interruption: stop.signal },
    });
    const trying = tryLogin(silent, 'smtp', login);
    stop.abort();
    await expect(trying).rejects.toThrow('interrupted');
  });
});
