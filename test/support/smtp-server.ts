/** A mail server (smtp-server) that wants a login, with or without TLS; takes no mail. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export const USER = 'info@forening.example';
export const PASSWORD = 'a#b/c%d "e"';

export interface LoginServer {
  readonly port: number;
  /** How often somebody logged in. */
  readonly logins: () => number;
  /** How often somebody began a mail. */
  readonly mails: () => number;
}

const tls = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));

/** Its certificate is good for localhost and 127.0.0.1, for whoever trusts it. */
export const LOOPBACK = { key: tls('loopback-key'), cert: tls('loopback-cert') };
/** For another name. */
export const ELSEWHERE = { key: tls('key'), cert: tls('cert') };

export async function loginServer(options: SMTPServerOptions = {}): Promise<LoginServer> {
  let logins = 0;
  let mails = 0;
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    allowInsecureAuth: true,
    disabledCommands: options.cert ? [] : ['STARTTLS'],
    onAuth({ username, password }, _, done) {
      if (username !== USER || password !== PASSWORD) {
        return done(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }));
      }
      logins += 1;
      return done(null, { user: username });
    },
    onMailFrom(_, __, done) {
      mails += 1;
      done();
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { port, logins: () => logins, mails: () => mails };
}
