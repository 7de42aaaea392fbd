/**
 * A lane of its own for the one answer that comes by the ten thousand: the beginning of a mail. The
 * IMAP library takes an answer apart token by token, which for a whole mailbox is most of the work;
 * the lane lifts these out of what arrives before the library sees it. Whatever else a server says,
 * or says otherwise than we know it, goes on to the library untouched.
 */
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import type { ImapTransport } from 'imapflow';

/** What is asked of each mail: UID, RFC822.SIZE, INTERNALDATE and BODY[]<0>. */
export interface FetchedStart {
  readonly uid: number;
  readonly size: number;
  readonly internalDate: string;
  readonly source: Buffer;
}

/** More than an answer can have, and than we hold back while the rest of it is on its way. */
const LONGEST_ANSWER = 64 * 1024;
const LINE_FEED = 0x0a;
const NOTHING = Buffer.alloc(0);

/** As in `* 12 FETCH (UID 34 RFC822.SIZE 56 INTERNALDATE "…" BODY[]<0> {78}`. */
const ANSWER = /^\* \d+ FETCH \(([^{]*)BODY\[\]<0> \{(\d+)\}\r$/;
/** What may stand behind the bytes: other items, in whatever order the server likes. */
const END = /^([^{]*)\)\r$/;
const LITERAL = /\{(\d+)\}\r?$/;

export class FetchLane {
  private take: ((start: FetchedStart) => void) | undefined;
  /** The beginning of a line or of an answer. */
  private held: Buffer = NOTHING;
  /** So many bytes of what the library gets are no lines. */
  private literal = 0;

  /** For imapflow: sockets as it would make them, the lane between. */
  readonly transport: ImapTransport = {
    connect: ({ secure, host, port, servername }, onConnect) =>
      this.before(
        secure
          ? connectSecurely({ host, port, servername }, onConnect)
          : connect({ host, port }, onConnect),
      ),
    upgrade: (socket, { host, port, servername }, onSecure) =>
      this.before(connectSecurely({ socket, host, port, servername }, onSecure)),
  };

  /** Takes the beginnings of mails that arrive while `work` fetches them. */
  async during<T>(take: (start: FetchedStart) => void, work: () => Promise<T>): Promise<T> {
    this.take = take;
    this.literal = 0;
    try {
      return await work();
    } finally {
      this.take = undefined;
    }
  }

  /** What the socket has read passes the lane before anybody is told of it. */
  private before<Socket extends Duplex>(socket: Socket): Socket {
    this.held = NOTHING;
    const push = socket.push.bind(socket);
    socket.push = (chunk: Buffer | null, ...rest) => {
      if (chunk === null) {
        if (this.held.length > 0) push(this.held);
        this.held = NOTHING;
        return push(null);
      }
      const on = this.passOn(chunk);
      return on.length === 0 || push(on, ...rest);
    };
    return socket;
  }

  /** What goes on to the library. */
  passOn(chunk: Buffer): Buffer {
    const data = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    this.held = NOTHING;
    const on: Buffer[] = [];
    let passed = 0;
    let at = 0;
    while (this.take && at < data.length) {
      if (this.literal > 0) {
        const inHand = Math.min(this.literal, data.length - at);
        this.literal -= inHand;
        at += inHand;
        continue;
      }
      const answer = answerAt(data, at);
      if (answer === 'incomplete') {
        if (data.length - at > LONGEST_ANSWER) this.take = undefined;
        else this.held = data.subarray(at);
        break;
      }
      if ('start' in answer) {
        this.take(answer.start);
        on.push(data.subarray(passed, at));
        passed = answer.end;
      } else this.literal = answer.literal;
      at = answer.end;
    }
    on.push(data.subarray(passed, data.length - this.held.length));
    return on.length === 1 ? on[0]! : Buffer.concat(on);
  }
}

/** The answer or line that begins there, and where what follows it begins. */
function answerAt(
  data: Buffer,
  at: number,
): 'incomplete' | { start: FetchedStart; end: number } | { literal: number; end: number } {
  const feed = data.indexOf(LINE_FEED, at);
  if (feed === -1) return 'incomplete';
  const line = data.toString('latin1', at, feed);
  const [, before, bytes] = ANSWER.exec(line) ?? [];
  const size = Number(bytes);
  if (before !== undefined && size < LONGEST_ANSWER / 2) {
    const close = data.indexOf(LINE_FEED, feed + 1 + size);
    if (close === -1) return 'incomplete';
    const [, behind] = END.exec(data.toString('latin1', feed + 1 + size, close)) ?? [];
    if (behind !== undefined) {
      const start = startOf(`${before}${behind}`, data.subarray(feed + 1, feed + 1 + size));
      if (start) return { start, end: close + 1 };
    }
  }
  return { literal: Number(LITERAL.exec(line)?.[1] ?? 0), end: feed + 1 };
}

function startOf(items: string, source: Buffer): FetchedStart | undefined {
  const uid = /\bUID (\d+)/.exec(items)?.[1];
  const size = /\bRFC822\.SIZE (\d+)/.exec(items)?.[1];
  const internalDate = /\bINTERNALDATE "([^"]*)"/.exec(items)?.[1];
  if (uid === undefined || size === undefined || internalDate === undefined) return undefined;
  return { uid: Number(uid), size: Number(size), internalDate, source };
}
