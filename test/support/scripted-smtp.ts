/** An SMTP server that says what a test wants it to say, and remembers what it accepted. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** A step of the dialogue, by the command that leads to it. */
export type Step =
  | 'greeting'
  | 'EHLO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'content'
  | 'RSET';

/** A reply line; or `close`, `hang` (say nothing more), `drip` (a byte now and then, forever). */
export type Reply = string | 'close' | 'hang' | 'drip';

/** What to say at a step; the argument is the client's line, or the content. Undefined: be kind. */
export type Script = (step: Step, line: string) => Reply | undefined;

export interface ScriptedServer {
  readonly port: number;
  /** The contents of the mails that were answered with 250. */
  readonly accepted: string[];
  /** The client's lines, in order of arrival. */
  readonly lines: string[];
  /** Connections made so far. */
  readonly connections: number;
  /** Of them, those that nobody has closed. */
  readonly open: number;
}

const KIND: Readonly<Record<Step, string>> = {
  greeting: '220 test ready',
  EHLO: '250-test\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250-AUTH PLAIN LOGIN\r\n250 DSN',
  STARTTLS: '502 5.5.1 not here',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  content: '250 2.0.0 queued as 42',
  RSET: '250 2.0.0 ok',
};

export async function scriptedServer(
  script: Script = () => undefined,
  tls?: TlsOptions,
): Promise<ScriptedServer> {
  const accepted: string[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket) => {
    connections += 1;
    sockets.add(socket.setNoDelay());
    socket.on('close', () => sockets.delete(socket));
    converse(socket, script, lines, accepted);
  };
  const server: Server = tls ? createTlsServer(tls, serve) : createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    accepted,
    lines,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
  };
}

function converse(socket: Socket, script: Script, lines: string[], accepted: string[]): void {
  let buffer = '';
  let inContent = false;
  let silent = false;
  /** As in a real server, a refused sender or recipient leaves nothing to give content for. */
  let begun = { MAIL: false, RCPT: false };
  socket.on('error', () => {});
  const say = (step: Step, line: string) => {
    if (silent) return;
    const missing = (step === 'RCPT' && !begun.MAIL) || (step === 'DATA' && !begun.RCPT);
    const reply = missing ? '503 5.5.1 out of order' : (script(step, line) ?? KIND[step]);
    if (step === 'MAIL' || step === 'RCPT') begun[step] = reply.startsWith('2');
    if (step === 'RSET' || step === 'content') begun = { MAIL: false, RCPT: false };
    if (reply === 'close') socket.destroy();
    else if (reply === 'hang') silent = true;
    else if (reply === 'drip') {
      silent = true;
      const drops = setInterval(() => socket.write('2'), 20);
      socket.on('close', () => clearInterval(drops));
    } else {
      if (step === 'content' && reply.startsWith('2')) accepted.push(line);
      inContent = step === 'DATA' && reply.startsWith('3');
      socket.write(`${reply}\r\n`);
    }
  };
  say('greeting', '');
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const mark = inContent ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end === -1 || silent) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (inContent) {
        inContent = false;
        say('content', `${line}\r\n`);
        continue;
      }
      lines.push(line);
      const verb = line.split(/[ :]/)[0]!.toUpperCase();
      if (verb === 'QUIT') socket.end('221 bye\r\n');
      else if (verb === 'HELO') say('EHLO', line);
      else if (verb in KIND) say(verb as Step, line);
      else socket.write('500 what?\r\n');
    }
  });
}
