/**
 * An IMAP server in memory, as much of RFC 3501 as a reader needs. It keeps every command it was
 * given, refuses whatever would change a folder, and breaks off where a test tells it to.
 */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { MailboxSettings } from '../../src/world.ts';

export interface StoredMail {
  readonly uid: number;
  readonly received: Date;
  readonly bytes: Buffer;
  /** RFC822.SIZE, where the server claims another. */
  readonly claims?: number;
}

export interface ImapFolder {
  uidValidity: number;
  readonly mails: StoredMail[];
  /** As in `\Sent`. */
  readonly specialUse?: string;
}

export class ImapServer {
  readonly folders = new Map<string, ImapFolder>([['INBOX', { uidValidity: 1, mails: [] }]]);
  /** Every command line, without its tag. */
  readonly commands: string[] = [];
  password = 'hemmelig';
  /** What it says it can besides; asked for it, it refuses. */
  capabilities = 'IDLE SPECIAL-USE';
  /** The connection breaks after so many more answers to FETCH. */
  breakAfter = Number.POSITIVE_INFINITY;
  /** What it says unasked before each answer to FETCH, as when others use the mailbox too. */
  unasked = '';
  /** Commands that it does not answer, `DONE` among them. */
  readonly silentTo = new Set<string>();
  /** Commands that it refuses. */
  readonly refuses = new Set<string>();
  private readonly sockets = new Set<Socket>();
  private readonly idle = new Set<Socket>();
  private readonly server = createServer((socket) => this.serve(socket));

  static async start(): Promise<ImapServer> {
    const imap = new ImapServer();
    await new Promise<void>((resolve) => {
      imap.server.listen(0, '127.0.0.1', resolve);
    });
    return imap;
  }

  get settings(): MailboxSettings {
    const { port } = this.server.address() as AddressInfo;
    const { password } = this;
    return { host: '127.0.0.1', port, security: 'none', user: 'os@forening.example', password };
  }

  get connections(): number {
    return this.sockets.size;
  }

  /** Puts a mail into a folder, which is made where there is none; its UID. */
  deliver(
    mail: string | Uint8Array,
    { folder = 'INBOX', received = new Date(), claims = undefined as number | undefined } = {},
  ): number {
    const box = this.folder(folder);
    const uid = (box.mails.at(-1)?.uid ?? 0) + 1;
    const bytes = Buffer.from(typeof mail === 'string' ? mail.replaceAll(/\r?\n/g, '\r\n') : mail);
    box.mails.push({ uid, received, bytes, ...(claims !== undefined && { claims }) });
    if (folder === 'INBOX') {
      for (const socket of this.idle) socket.write(`* ${box.mails.length} EXISTS\r\n`);
    }
    return uid;
  }

  folder(path: string, specialUse?: string): ImapFolder {
    let box = this.folders.get(path);
    if (!box) {
      box = { uidValidity: 1, mails: [], ...(specialUse !== undefined && { specialUse }) };
      this.folders.set(path, box);
    }
    return box;
  }

  breakConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.breakConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.idle.delete(socket);
    });
    socket.write('* OK ready\r\n');
    const session = { folder: undefined as string | undefined, idleTag: '' };
    let waiting = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (;;) {
        const end = waiting.indexOf('\r\n');
        if (end === -1) return;
        const line = waiting.subarray(0, end).toString('latin1');
        const literal = /\{(\d+)(\+?)\}$/.exec(line);
        let rest = end + 2;
        let content: Buffer | undefined;
        if (literal) {
          const length = Number(literal[1]);
          if (literal[2] === '' && waiting.length === rest) socket.write('+ go on\r\n');
          if (waiting.length < rest + length + 2) return;
          content = waiting.subarray(rest, rest + length);
          rest += length + 2;
        }
        waiting = waiting.subarray(rest);
        this.answer(socket, session, line, content);
      }
    });
  }

  private answer(
    socket: Socket,
    session: { folder: string | undefined; idleTag: string },
    line: string,
    content: Buffer | undefined,
  ): void {
    if (line === 'DONE' && this.silentTo.has('DONE')) {
      this.commands.push(line);
      return;
    }
    if (line === 'DONE') {
      this.idle.delete(socket);
      socket.write(`${session.idleTag} OK done\r\n`);
      return;
    }
    const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const verb = /^(?:UID )?\S+/i.exec(command)?.[0].toUpperCase() ?? '';
    this.commands.push(verb === 'LOGIN' ? 'LOGIN' : command);
    const say = (...lines: readonly string[]) => socket.write(`${lines.join('\r\n')}\r\n`);
    const box = session.folder === undefined ? undefined : this.folders.get(session.folder);
    if (this.silentTo.has(verb)) return;
    if (this.refuses.has(verb)) return void say(`${tag} NO not for you`);
    switch (verb) {
      case 'CAPABILITY':
        return void say(`* CAPABILITY IMAP4rev1 ${this.capabilities}`, `${tag} OK`);
      case 'LOGIN':
        return void say(
          command.includes(this.password)
            ? `${tag} OK`
            : `${tag} NO [AUTHENTICATIONFAILED] wrong name or password`,
        );
      case 'LIST':
      case 'LSUB':
        // The question for the separator (RFC 3501, 6.3.8).
        if (command.endsWith(' ""')) return void say(`* ${verb} () "/" ""`, `${tag} OK`);
        return void say(
          ...[...this.folders].map(
            ([path, { specialUse = '' }]) => `* ${verb} (${specialUse}) "/" "${path}"`,
          ),
          `${tag} OK`,
        );
      case 'EXAMINE': {
        session.folder = /"?([^"]*)"?$/.exec(command.slice(8))?.[1] ?? '';
        const opened = this.folders.get(session.folder);
        if (!opened) return void say(`${tag} NO [NONEXISTENT] no such folder`);
        return void say(
          `* ${opened.mails.length} EXISTS`,
          `* OK [UIDVALIDITY ${opened.uidValidity}]`,
          `* OK [UIDNEXT ${(opened.mails.at(-1)?.uid ?? 0) + 1}]`,
          `${tag} OK [READ-ONLY]`,
        );
      }
      case 'UID SEARCH': {
        const uids = (box?.mails ?? []).filter((mail) => found(mail, command)).map((m) => m.uid);
        return void say(`* SEARCH ${uids.join(' ')}`.trimEnd(), `${tag} OK`);
      }
      case 'UID FETCH':
        return this.fetch(socket, tag, command, box?.mails ?? []);
      case 'IDLE':
        session.idleTag = tag;
        this.idle.add(socket);
        return void say('+ idling');
      case 'APPEND':
        this.deliver(content ?? '', { folder: /"?([^"( ]+)"? /.exec(command.slice(7))?.[1] ?? '' });
        return void say(`${tag} OK`);
      case 'COMPRESS':
        return void say(`${tag} NO not now`);
      case 'NOOP':
        return void say(`${tag} OK`);
      case 'LOGOUT':
        say('* BYE', `${tag} OK`);
        return void socket.end();
      default:
        return void say(`${tag} BAD not here: ${verb}`);
    }
  }

  private fetch(socket: Socket, tag: string, command: string, mails: readonly StoredMail[]): void {
    const set = command.split(' ')[2] ?? '';
    const limit = Number(/BODY\.PEEK\[\]<0\.(\d+)>/.exec(command)?.[1] ?? Number.NaN);
    for (const [index, mail] of mails.entries()) {
      if (!inSet(mail.uid, set)) continue;
      if (this.breakAfter-- <= 0) {
        this.breakAfter = Number.POSITIVE_INFINITY;
        socket.destroy();
        return;
      }
      socket.write(this.unasked);
      const part = mail.bytes.subarray(0, limit);
      const date = `${mail.received.toUTCString().slice(5, 16).replaceAll(' ', '-')} ${mail.received.toISOString().slice(11, 19)} +0000`;
      socket.write(
        `* ${index + 1} FETCH (UID ${mail.uid} INTERNALDATE "${date}" RFC822.SIZE ${mail.claims ?? mail.bytes.length} BODY[]<0> {${part.length}}\r\n`,
      );
      socket.write(part);
      socket.write(')\r\n');
    }
    socket.write(`${tag} OK\r\n`);
  }
}

function inSet(uid: number, set: string): boolean {
  return set.split(',').some((range) => {
    const [from = '', to = from] = range.split(':');
    return uid >= Number(from) && (to === '*' || uid <= Number(to));
  });
}

/** UID, SINCE and HEADER: all must hold. */
function found({ uid, received, bytes }: StoredMail, command: string): boolean {
  const [, set] = /UID SEARCH.* UID (\S+)/.exec(command) ?? [];
  const [, since] = / SINCE "?([\w-]+)"?/.exec(command) ?? [];
  const [, name, value] = / HEADER "?([\w-]+)"? "?([^" ]+)"?/.exec(command) ?? [];
  const day = received.toISOString().slice(0, 10);
  return (
    (set === undefined || inSet(uid, set)) &&
    (since === undefined || day >= new Date(`${since} UTC`).toISOString().slice(0, 10)) &&
    (name === undefined ||
      bytes
        .toString('latin1')
        .split('\r\n\r\n')[0]!
        .split('\r\n')
        .some(
          (line) =>
            line.toLowerCase().startsWith(`${name.toLowerCase()}:`) && line.includes(value ?? ''),
        ))
  );
}
