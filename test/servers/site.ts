/** What both servers need: where they live, on which ports, with which certificate. */
import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** One server, started. */
export interface Server {
  /** What it has to say where something went wrong. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

export interface Site {
  readonly folder: string;
  readonly ports: Ports;
  /** The certificate authority, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/**
 * smtp: as another provider's server delivers, without a login. submission: STARTTLS, then a login.
 * lmtp: from Postfix to Dovecot. login: where Postfix asks Dovecot about a login.
 */
const PORTS = ['smtp', 'submission', 'smtps', 'imap', 'imaps', 'lmtp', 'login'] as const;
export type Ports = Readonly<Record<(typeof PORTS)[number], number>>;

export async function makeSite(folder: string): Promise<Site> {
  return { folder, ports: await freePorts(), ...(await makeCertificate(folder)) };
}

/** Looks again and again until it is so; says what was waited for where it does not come. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await wait(200)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`waited ${seconds} seconds in vain for ${what}`);
}

/** All held at once, so that none is given twice. */
async function freePorts(): Promise<Ports> {
  const held = await Promise.all(
    PORTS.map(async (name) => {
      const server = createServer();
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return [name, server] as const;
    }),
  );
  const ports = held.map(([name, server]) => [name, (server.address() as AddressInfo).port]);
  await Promise.all(held.map(([, server]) => new Promise((closed) => server.close(closed))));
  return Object.fromEntries(ports) as Ports;
}

async function makeCertificate(folder: string): Promise<Omit<Site, 'folder' | 'ports'>> {
  const file = (name: string) => join(folder, name);
  const [authority, certificate, key] = [file('ca.pem'), file('cert.pem'), file('key.pem')];
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  await openssl(
    `req -x509 ${newKey} -days 2 -subj /CN=test-authority -keyout ${file('ca.key')}`,
    `-addext basicConstraints=critical,CA:TRUE -out ${authority}`,
  );
  await openssl(`req ${newKey} -subj /CN=localhost -keyout ${key} -out ${file('cert.csr')}`);
  await writeFile(file('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  await openssl(
    `x509 -req -days 2 -in ${file('cert.csr')} -extfile ${file('names')}`,
    `-CA ${authority} -CAkey ${file('ca.key')} -CAcreateserial -out ${certificate}`,
  );
  // The servers read it after they gave up their rights; it is worth nothing outside this folder.
  await chmod(key, 0o644);
  return { authority, certificate, key };
}

/** No name of a file here has a space in it. */
async function openssl(...words: readonly string[]): Promise<void> {
  await run('openssl', words.join(' ').split(' '));
}
