/**
 * One SMTP connection, one message at a time. The dialogue itself is nodemailer's; what an end of
 * it means is said in smtp-trouble.ts.
 */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { oneLine } from '../format/smtp-response.ts';
import type {
  Outcome,
  OutgoingMessage,
  Stage,
  TransportSettings,
  TransportTrouble,
} from '../world.ts';
import { outcomeOfTrouble } from './smtp-trouble.ts';

/** Milliseconds. The whole of a phase, however often a byte drips. */
export interface Patience {
  /** From the look-up of the name to the end of the login. */
  readonly connect: number;
  /** RFC 5321 4.5.3.2 asks for five minutes. */
  readonly envelope: number;
  /** From the end of the content to the answer: ten minutes there. */
  readonly content: number;
}

/** Servers ask for a new connection now and then; better to offer it. */
const MESSAGES_A_CONNECTION = 100;

const CLOSE_PATIENCE = 1_000;

/** One connection. */
export class Line {
  messages = 0;
  /** It broke without a word of the server. */
  died = false;
  private readonly connection: SMTPConnection;
  private readonly settings: TransportSettings;
  private readonly patience: Patience;
  private open = false;
  /** Under way, or failed and not yet told to a message. */
  private ahead: Promise<void> | undefined;
  private retired = false;
  private stage: Stage = 'connect';
  /** Ends the phase in hand with an error; set while one is under way. */
  private fail: ((error: Error) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(settings: TransportSettings, patience: Patience) {
    this.settings = settings;
    this.patience = patience;
    this.connection = new SMTPConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.security === 'implicit',
      requireTLS: settings.security === 'starttls',
      ignoreTLS: settings.security === 'none',
      connectionTimeout: patience.connect,
      greetingTimeout: patience.connect / 2,
      socketTimeout: patience.content + 1_000,
      socketCloseTimeout: CLOSE_PATIENCE,
      maxResponseSize: 64 * 1024,
      logger: false,
    });
    // What breaks a connection between two messages breaks nothing else.
    this.connection.on('error', (error: Error) => {
      this.open = false;
      this.fail?.(error);
    });
    this.connection.on('end', () => {
      this.open = false;
      const { fail } = this;
      // Where the server said why, that comes first.
      setImmediate(() =>
        fail?.(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })),
      );
    });
  }

  get usable(): boolean {
    return (this.open || this.ahead !== undefined) && !this.retired;
  }

  /** The first message will find it connected, or hear what kept it from that. */
  connectAhead(): void {
    const connecting = async () => {
      await this.connect();
      this.ahead = undefined;
    };
    this.ahead = connecting();
    // Told to the first message.
    this.ahead.catch(() => {});
  }

  /** `ready` is called once the server has let us in. */
  async send(
    message: OutgoingMessage,
    beforeContent: () => Promise<void>,
    ready?: () => void,
  ): Promise<Outcome> {
    const loggedIn = this.settings.user !== undefined;
    const gate = new Gate(message.bytes, beforeContent, () => {
      this.stage = 'content';
      this.patienceFor(this.patience.content);
    });
    try {
      const { ahead } = this;
      this.ahead = undefined;
      if (ahead) await ahead;
      else if (!this.open) await this.connect();
      ready?.();
      this.stage = 'mail';
      const { response, serverMessageId } = await this.phase<SendResult>(
        this.patience.envelope,
        (done) => this.connection.send(envelopeOf(message), gate.stream, done),
      );
      this.messages += 1;
      this.retired = this.messages >= MESSAGES_A_CONNECTION;
      if (this.retired) void this.close();
      return {
        kind: 'sent',
        response: oneLine(response),
        ...(serverMessageId && { serverMessageId: serverMessageId.replaceAll(/^<|>$/g, '') }),
      };
    } catch (error) {
      const outcome = outcomeOfTrouble(error as Error, { stage: this.stage, loggedIn });
      const isTooLarge = 'stop' in outcome && outcome.stop === 'too-large';
      this.died = !(error as { response?: string }).response && !isTooLarge;
      await this.startAfresh(outcome);
      gate.rethrow();
      return outcome;
    } finally {
      clearTimeout(this.timer);
    }
  }

  /** In the middle of whatever it does. */
  leave(): void {
    this.fail?.(Object.assign(new Error('interrupted'), { code: 'ECONNECTION' }));
    this.connection.close();
  }

  /** What keeps it from logging in; undefined where nothing does. */
  async logIn(): Promise<TransportTrouble | undefined> {
    try {
      await this.connect();
      return undefined;
    } catch (error) {
      const loggedIn = this.settings.user !== undefined;
      const outcome = outcomeOfTrouble(error as Error, { stage: this.stage, loggedIn });
      return {
        stop: outcome.kind === 'sent' ? 'not-smtp' : (outcome.stop ?? 'unreachable'),
        response: outcome.response,
      };
    } finally {
      clearTimeout(this.timer);
    }
  }

  async close(): Promise<void> {
    this.retired = true;
    if (this.open) {
      await new Promise<void>((resolve) => {
        const impatience = setTimeout(resolve, CLOSE_PATIENCE);
        this.connection.once('end', () => {
          clearTimeout(impatience);
          resolve();
        });
        this.connection.quit();
      });
    }
    this.leave();
  }

  private async connect(): Promise<void> {
    this.stage = 'connect';
    await this.phase<void>(this.patience.connect, (done) => this.connection.connect(done));
    const { user, password = '' } = this.settings;
    this.stage = 'auth';
    if (user !== undefined) {
      await this.phase<unknown>(this.patience.connect, (done) =>
        this.connection.login({ credentials: { user, pass: password } }, done),
      );
    }
    this.open = true;
  }

  /** After a refusal the server waits for another envelope; RSET makes sure that both agree. */
  private async startAfresh(outcome: Outcome): Promise<void> {
    if (!this.open) return this.connection.close();
    if ('stage' in outcome && outcome.stop === undefined && !this.died) {
      try {
        await this.phase<unknown>(this.patience.envelope, (done) => this.connection.reset(done));
        return undefined;
      } catch {
        // Then with another connection.
      }
    }
    this.open = false;
    this.connection.close();
    return undefined;
  }

  private patienceFor(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.open = false;
      // It has said something before it fell silent: there is a connection.
      if (this.stage === 'connect' && this.connection.lastServerResponse) this.stage = 'greeting';
      this.fail?.(Object.assign(new Error('the server does not answer'), { code: 'ETIMEDOUT' }));
      this.connection.close();
    }, milliseconds);
  }

  private phase<T>(
    milliseconds: number,
    start: (done: (error?: Error | null, value?: T) => void) => void,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.fail = reject;
      this.patienceFor(milliseconds);
      start((error, value) => (error ? reject(error) : resolve(value as T)));
    }).finally(() => {
      this.fail = undefined;
      clearTimeout(this.timer);
    });
  }
}

interface SendResult {
  readonly response: string;
  readonly serverMessageId?: string | undefined;
}

function envelopeOf({ from, to, bytes, messageId }: OutgoingMessage) {
  return {
    from,
    to: [to],
    size: bytes.length,
    // Servers without DSN ignore it; the others say which message a bounce is about.
    dsn: { id: messageId, return: 'headers', notify: ['failure', 'delay'] },
  };
}

/** The content, which leaves only when `beforeContent` has resolved. */
class Gate {
  readonly stream: Readable;
  private error: unknown;

  constructor(bytes: Uint8Array, beforeContent: () => Promise<void>, opened: () => void) {
    let asked = false;
    const open = async () => {
      try {
        await beforeContent();
      } catch (error) {
        this.error = error;
        this.stream.destroy(error as Error);
        return;
      }
      // The connection may be gone meanwhile; then nothing leaves.
      if (this.stream.destroyed) return;
      opened();
      this.stream.push(bytes);
      this.stream.push(null);
    };
    this.stream = new Readable({
      // Called once the server has taken the recipient and is waiting for the content.
      read: () => {
        if (!asked) void open();
        asked = true;
      },
    });
  }

  /** What `beforeContent` threw is the caller's, not the server's. */
  rethrow(): void {
    if (this.error !== undefined) throw this.error;
  }
}
