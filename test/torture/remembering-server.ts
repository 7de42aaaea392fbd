/** An SMTP server that remembers what it accepted, and has its moods. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Random } from './random.ts';

/** Where in the dialogue a listener is called; what it does there happens before the reply. */
export type Moment = 'connected' | 'envelope' | 'data' | 'content' | 'answered';

export interface RememberingServer {
  readonly port: number;
  /** The Message-IDs that were accepted. */
  readonly accepted: ReadonlySet<string>;
  /** Address -> how many messages were accepted for it, whatever their Message-ID. */
  readonly received: ReadonlyMap<string, number>;
  /** Called at every moment of every dialogue. */
  onMoment: (moment: Moment) => void;
  close(): void;
}

/** `trouble` is the share of replies that are a lost connection or a 450 instead. */
export async function rememberingServer(
  random: Random,
  trouble: number,
): Promise<RememberingServer> {
  const accepted = new Set<string>();
  const received = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setNoDelay());
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(socket);
  });
  const remembering: RememberingServer = {
    port: 0,
    accepted,
    received,
    onMoment: () => {},
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function converse(socket: Socket): void {
    let buffer = '';
    let inContent = false;
    let recipient: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string) => {
      switch (line.slice(0, 4).toUpperCase()) {
        case 'EHLO':
          return say('250-test\r\n250-PIPELINING\r\n250 SIZE 10000000');
        case 'MAIL':
          remembering.onMoment('envelope');
          return say('250 ok');
        case 'RCPT':
          recipient = random() < trouble ? undefined : /<(.+)>/.exec(line)?.[1];
          return say(recipient ? '250 ok' : '450 4.2.0 later');
        case 'DATA':
          if (!recipient) return say('503 no recipient');
          if (random() < trouble) return socket.destroy();
          remembering.onMoment('data');
          inContent = true;
          return say('354 go ahead');
        case 'RSET':
          return say('250 ok');
        case 'QUIT':
          return socket.end('221 bye\r\n');
        default:
          return say('500 what?');
      }
    };
    const content = (text: string) => {
      const address = recipient ?? '?';
      inContent = false;
      recipient = undefined;
      const id = /^Message-ID:\s*<([^>]+)>/im.exec(text)?.[1] ?? '?';
      // From here on it is ours to deliver, whether or not the client learns it.
      accepted.add(id);
      received.set(address, (received.get(address) ?? 0) + 1);
      remembering.onMoment('content');
      if (random() < trouble) return socket.destroy();
      say('250 2.0.0 queued');
      remembering.onMoment('answered');
      return undefined;
    };
    remembering.onMoment('connected');
    say('220 test');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const mark = inContent ? '\r\n.\r\n' : '\r\n';
        const end = buffer.indexOf(mark);
        if (end === -1 || socket.destroyed) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + mark.length);
        if (inContent) content(part);
        else command(part);
      }
    });
  }
  return Object.assign(remembering, { port: (server.address() as AddressInfo).port });
}
