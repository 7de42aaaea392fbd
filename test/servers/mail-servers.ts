/**
 * A real mail server and real mailboxes on loopback, of the test's own: Postfix and Dovecot from
 * Debian, in a temporary folder, on free ports, with a certificate made for them. Whatever the
 * test does, they are stopped and the folder is removed.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startDovecot } from './dovecot.ts';
import { endGreylisting, startPostfix } from './postfix.ts';
import { makeSite, run, until, type Server, type Site } from './site.ts';

export interface MailServers extends Site {
  /** Of somebody who has a mailbox here. */
  maildir(address: string): string;
  /** What was put off until now is taken from now on. */
  endGreylisting(): Promise<void>;
  log(): Promise<string>;
  stop(): Promise<void>;
}

export async function startMailServers(): Promise<MailServers> {
  await requirePrograms();
  // Not in TMPDIR, which may be deep: the path of a Unix socket has at most 107 bytes.
  const folder = await mkdtemp('/tmp/mikronet-servers-');
  // Postfix and Dovecot give up their rights, and must still get in.
  await chmod(folder, 0o755);
  const servers: Server[] = [];
  const log = async () => (await Promise.all(servers.map((each) => each.log()))).join('\n');
  const stop = async () => {
    for (const server of servers.toReversed()) await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const site = await makeSite(folder);
    servers.push(await startDovecot(site));
    servers.push(await startPostfix(site));
    for (const [name, port] of Object.entries(site.ports)) {
      await until(`${name}, port ${port}`, () => isOpen(port), 20);
    }
    return {
      ...site,
      maildir: (address) => join(folder, 'home', address, 'Maildir'),
      endGreylisting: () => endGreylisting(site),
      log,
      stop,
    };
  } catch (cause) {
    const said = await log();
    await stop();
    throw new Error(`the mail servers did not start; they say:\n${said}`, { cause });
  }
}

async function requirePrograms(): Promise<void> {
  const programs = [
    ['postconf', '-d', 'mail_version'],
    ['dovecot', '--version'],
    ['openssl', 'version'],
    ['neomutt', '-v'],
    ['script', '--version'],
  ] as const;
  const missing: string[] = [];
  for (const [program, ...args] of programs) {
    await run(program, args).catch(() => missing.push(program));
  }
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')}: not installed; see .ci/system-packages`);
  }
  if (process.getuid?.() !== 0) throw new Error('Postfix and Dovecot start only as root');
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}
