/**
 * The windows of the house: what lies outside, as interfaces. io/ implements them with the real
 * world; a test implements them in memory (test/support/world.ts). A dry run, a test mail and an
 * outbox are other implementations of Transport, never an `if` that travels through the code.
 */
import type { Fact, FactDraft } from './domain/facts.ts';
import type { Instant } from './domain/model.ts';

export interface World {
  readonly clock: Clock;
  readonly terminal: Terminal;
  readonly files: Files;
  readonly journals: Journals;
  /** The environment as it was at the start; those of the mailbox are read by work/mail-settings.ts. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder the command was typed in. */
  readonly cwd: string;
  /** The zone that this machine goes by, `Europe/Copenhagen`. */
  timeZone(): string;
  /** Cryptographic randomness. */
  random(bytes: number): Uint8Array;
  /** Aborted by the first Ctrl-C or SIGTERM: finish the message in hand, say what remains. */
  readonly interruption: AbortSignal;
  /** Opens the SMTP side; loads its library only now. */
  openTransport(settings: TransportSettings): Promise<Transport>;
  /** Connects to the SMTP side, logs in and says goodbye; sends nothing. What kept it from that. */
  tryTransport(settings: TransportSettings): Promise<TransportTrouble | undefined>;
  /** Opens the IMAP side; loads its library only now. */
  openMailbox(settings: MailboxSettings): Promise<Mailbox>;
  readonly dns: Dns;
  /** Starts a mail server on loopback; loads its library only now. */
  openMailServer(): Promise<MailServer>;
  /** Runs this program again with other arguments (the demo does). */
  runSelf(args: readonly string[], options: ChildOptions): Promise<ChildResult>;
  /** Shows a file in the person's own programme for it; false where that cannot be started. */
  openFile(path: string): Promise<boolean>;
}

// ---------------------------------------------------------------- time

export interface Clock {
  now(): Instant;
  /**
   * Sets the clock on the process's wall to a zone; false where it cannot be sure to know the zone.
   * A help for speed: the answers of domain/zoned-time.ts are the same with it and without.
   */
  goBy?(timeZone: string): boolean;
  /** Resolves early, without error, when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Lets everything that is ready now go first: one turn of the event loop. */
  turn(): Promise<void>;
}

// ---------------------------------------------------------------- people

/** stdout is data, stderr is talk. */
export interface Terminal {
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Both stdin and stderr are terminals: questions may be asked. */
  readonly canAsk: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  readonly colors: boolean;
  /** Writes to stdout, as is. */
  out(text: string): void;
  /** Once stdout has all of it; a FileError where a full disk kept it from having it. */
  flushed(): Promise<void>;
  /** Writes a line to stderr. */
  err(line: string): void;
  /** A line on stderr that the next one overwrites; nothing where stderr is no terminal. */
  progress(line: string): void;
  /** Standard input whole, up to `limit` bytes. */
  readInput(limit: number): Promise<Uint8Array>;
  /** Questions; loads inquirer only now. Never called unless `canAsk`. Ctrl-C in one aborts `interruption`. */
  ask(): Promise<Asker>;
}

export interface Asker {
  input(question: {
    message: string;
    default?: string;
    /** True, or the sentence that says what is wrong; asked again then. */
    validate?: (value: string) => true | string | Promise<true | string>;
  }): Promise<string>;
  password(question: { message: string }): Promise<string>;
  confirm(question: { message: string; default?: boolean }): Promise<boolean>;
  select<T>(question: {
    message: string;
    choices: readonly { name: string; value: T; description?: string }[];
    default?: T;
  }): Promise<T>;
}

// ---------------------------------------------------------------- disk

/** Why a file could not be read or written. Commands turn it into words. */
export type FileTrouble =
  | 'not-found'
  /** Of a file to be written: where it is to lie there is nothing. */
  | 'no-folder'
  | 'is-directory'
  /** A pipe into which nobody writes, or out of which nobody reads; a device. */
  | 'no-file'
  | 'not-a-directory'
  | 'no-permission'
  | 'too-large'
  | 'exists'
  /** Open elsewhere, as in Excel: EBUSY, EPERM on Windows. */
  | 'busy'
  /** ENOSPC, EDQUOT. */
  | 'full'
  | 'read-only'
  | 'other';

/** The one error of `Files`: what kept it from reading or writing which path. */
export class FileError extends Error {
  readonly trouble: FileTrouble;
  readonly path: string;
  constructor(trouble: FileTrouble, path: string, detail = '') {
    super(`${trouble}: ${path}${detail && ` (${detail})`}`);
    this.name = 'FileError';
    this.trouble = trouble;
    this.path = path;
  }
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Whether other users of this computer may read it; absent where the system does not say so (Windows). */
  readonly othersMayRead?: boolean;
}

/** How a file is written. */
export interface Writing {
  /** The old file's where not given, 0o600 for a new one. */
  readonly mode?: number;
  /** Fails where there is one. */
  readonly ifAbsent?: boolean;
  /** A link gives its place to the file; else it is written where the link leads. */
  readonly overLinks?: boolean;
}

/** All paths absolute or relative to `cwd`. Every failure is a FileError. */
export interface Files {
  /** `limit` in bytes, 64 MiB where not given; a larger file is `too-large` without being read. */
  read(path: string, limit?: number): Promise<Uint8Array>;
  /** undefined where there is nothing. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Whether it only leads to what lies elsewhere. */
  isLink(path: string): Promise<boolean>;
  /** Names in a folder, sorted; of everything, or of plain files and links to them. */
  list(path: string, kind?: 'file'): Promise<readonly string[]>;
  /** Whole or not at all (temporary file, fsync, rename). */
  write(path: string, bytes: Uint8Array | string, options?: Writing): Promise<void>;
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** A new empty folder in the system's temporary place; its absolute path. */
  temporaryFolder(prefix: string): Promise<string>;
  /** The folder of what ships with the tool: templates/, data/. */
  readonly shipped: string;
  /** `a` and `b` joined, absolute. */
  path(...parts: readonly string[]): string;
}

// ---------------------------------------------------------------- journal

/** Of a meeting's journal, in its folder. */
export const JOURNAL_FILE = 'journal.jsonl';

export interface Journals {
  /**
   * The journal in a meeting's folder, which need not exist yet. New facts get their time from
   * `clock`: the world's own, unless a rehearsal brings another.
   */
  at(folder: string, clock?: Clock): Journal;
  /** The facts of another copy, a file of any name; a torn last line of it does not count. */
  readCopy(path: string): Promise<readonly Fact[]>;
}

export interface LockHolder {
  readonly host: string;
  readonly pid: number;
  readonly user: string;
  /** ISO instant. */
  readonly since: string;
  readonly run: string;
}

/** What was noticed beside the facts. */
export interface JournalReading {
  /** Bytes of a last line that does not end in a newline: they do not count. */
  readonly torn?: { readonly line: number; readonly bytes: number };
  /** Conflicted copies of a sync service beside the journal, by name. */
  readonly conflictedCopies: readonly string[];
  /** Who writes right now, where somebody does. */
  readonly holder?: LockHolder;
}

export interface Journal {
  readonly path: string;
  /**
   * Gives `take` each fact in the order of the lines, and keeps none. Takes no lock. A bad line is
   * a MikronetError with its line number.
   */
  read(take?: (fact: Fact) => void): Promise<JournalReading>;
  /**
   * Takes the lock and reads again under it; throws MikronetError (75) naming the holder.
   * Cuts a torn last line after keeping it aside.
   */
  open(): Promise<JournalWriter>;
  /** Writes the journal anew under the lock: for `forget`, `purge` and `merge` only. */
  rewrite(facts: (now: readonly Fact[]) => readonly Fact[]): Promise<void>;
}

export interface JournalWriter {
  /** As they stood when the lock was taken. */
  readonly facts: readonly Fact[];
  /** Stands in the lock file, and as `run` in the facts of messages. */
  readonly run: string;
  /**
   * Resolves once the facts are on the disk. Appends made while one is being flushed share the
   * next flush. Checks that the lock is still its own first.
   */
  append(...facts: readonly FactDraft[]): Promise<readonly Fact[]>;
  /**
   * For what nobody waits for: written at once, so that it outlives the process, and on the disk
   * with the next `append` or `close`. Resolves once it is written.
   */
  appendSoon(...facts: readonly FactDraft[]): Promise<readonly Fact[]>;
  /** Gives the lock back. Reading `facts` again needs a new `open`. */
  close(): Promise<void>;
}

// ---------------------------------------------------------------- sending

/** A mail server, and how one gets in; no user where it asks for none. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** `implicit` TLS (465, 993), `starttls` required (587, 143), or `none` (loopback, or asked for by name). */
  readonly security: 'implicit' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
}

export interface TransportSettings extends ServerSettings {
  /** How many at once, at most. */
  readonly connections: number;
}

/** A composed message: the exact bytes, and the envelope. One recipient, always. */
export interface OutgoingMessage {
  /** Without angle brackets. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  /** RFC 5322, CRLF. */
  readonly bytes: Uint8Array;
}

/** Where in the SMTP dialogue it ended; `content` and later may mean that the server has it. */
export type Stage = 'connect' | 'tls' | 'greeting' | 'auth' | 'mail' | 'rcpt' | 'data' | 'content';

/** A trouble that concerns the whole run, not only this message: stop sending. */
export type StopReason =
  | 'login-refused'
  | 'sender-refused'
  | 'rate-limited'
  | 'unreachable'
  | 'certificate'
  | 'no-starttls'
  | 'not-smtp'
  | 'timeout'
  /** The server takes no mails of this size. */
  | 'too-large'
  | 'interrupted';

/** What became of a message (RFC 5321): taken, refused for good, put off, or nobody knows. */
export type Outcome =
  | { readonly kind: 'sent'; readonly response: string; readonly serverMessageId?: string }
  | {
      readonly kind: 'refused';
      readonly response: string;
      readonly stage: Stage;
      readonly stop?: StopReason;
    }
  | {
      readonly kind: 'deferred';
      readonly response: string;
      readonly stage: Stage;
      readonly stop?: StopReason;
    }
  | { readonly kind: 'in-doubt'; readonly response: string; readonly stop?: StopReason };

/** The way out: an SMTP server, a folder of files, or a test's memory. */
export interface Transport {
  /** How many `send`s may be under way at once. */
  readonly connections: number;
  /**
   * Begins to connect for so many messages, where there is something to connect to. What keeps it
   * from that is the outcome of the first message.
   */
  connectAhead?(messages: number): void;
  /**
   * Sends one message and says what became of it; never throws for what a server or a network does.
   * `beforeContent` is awaited after RCPT was accepted and before the first byte of the content leaves.
   */
  send(message: OutgoingMessage, beforeContent: () => Promise<void>): Promise<Outcome>;
  close(): Promise<void>;
}

/** Why nothing could be sent: where the trouble lies, and what the server or the system said. */
export interface TransportTrouble {
  readonly stop: StopReason;
  readonly response: string;
}

// ---------------------------------------------------------------- the DNS

/** What the DNS knows of names. Undefined where nobody answers, as without a network; empty where there is nothing. */
export interface Dns {
  /** The hosts that take a domain's mail, the preferred first. */
  mx(domain: string): Promise<readonly string[] | undefined>;
  /** The texts at a name, each in one piece. */
  txt(name: string): Promise<readonly string[] | undefined>;
  /** Whether a host has an address. */
  hasAddress(host: string): Promise<boolean | undefined>;
}

// ---------------------------------------------------------------- mailbox

/** Nobody reads a mailbox without a login. */
export type MailboxSettings = Required<ServerSettings>;

export interface MailFolder {
  readonly path: string;
  /** RFC 6154: `\Sent`, `\Junk`, `\Archive`, `\All` …; `\Inbox` for the INBOX. */
  readonly specialUse?: string;
}

/** Why the mailbox cannot be read. Commands turn it into words. */
export type MailboxTrouble =
  | 'login-refused'
  | 'certificate'
  | 'no-starttls'
  | 'not-imap'
  | 'unreachable'
  | 'no-folder'
  /** Its UIDVALIDITY changed while it was read. */
  | 'folder-renewed'
  | 'refused'
  /** The person has stopped. */
  | 'interrupted';

/** The one error of `Mailbox`. */
export class MailboxError extends Error {
  readonly trouble: MailboxTrouble;
  /** What the server or the system said; never holds a password. */
  readonly detail: string;
  constructor(trouble: MailboxTrouble, detail: string) {
    super(`${trouble}: ${detail}`);
    this.name = 'MailboxError';
    this.trouble = trouble;
    this.detail = detail;
  }
}

/** What is fetched first, for every new mail: enough to know whether it can concern us. */
export interface MailHead {
  readonly uid: number;
  /** INTERNALDATE, ISO; empty where the server gives none. */
  readonly received: string;
  readonly size: number;
  /**
   * The first bytes of the mail: its header and mostly the beginning of its text; a small mail
   * whole. They cost a server no more than the header alone.
   */
  readonly start: Uint8Array;
}

/** The new mails of a folder, as it stood when it was opened. */
export interface FolderReading {
  readonly uidValidity: string;
  /** All mails up to this one have been given when `batches` ends. */
  readonly lastUid: number;
  /** In the order of their UIDs; between two batches other calls may be made. */
  readonly batches: AsyncIterable<readonly MailHead[]>;
}

/**
 * Reads only: EXAMINE and BODY.PEEK; `append` is the one exception. A connection that breaks is
 * made again and the reading goes on; what cannot be mended is a MailboxError.
 */
export interface Mailbox {
  folders(): Promise<readonly MailFolder[]>;
  /**
   * Mails with UID > `after` that arrived at `since` or later. `after` counts only while the
   * folder's UIDVALIDITY is the same.
   */
  heads(
    folder: string,
    after: { readonly uidValidity: string; readonly uid: number } | undefined,
    since: Instant,
  ): Promise<FolderReading>;
  /** Mails whole, at most `limit` bytes of each. One that has gone meanwhile is left out. */
  bodies(
    folder: string,
    mails: readonly { readonly uid: number; readonly size: number }[],
    limit: number,
  ): AsyncIterable<{ readonly uid: number; readonly bytes: Uint8Array }>;
  /** Those of the Message-IDs that stand in the folder, also as X-Microsoft-Original-Message-ID. */
  findMessageIds(folder: string, ids: readonly string[]): Promise<readonly string[]>;
  append(folder: string, bytes: Uint8Array): Promise<void>;
  /** Resolves when INBOX holds more than was read of it, or the signal aborts. */
  waitForMail(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

// ---------------------------------------------------------------- ourselves

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface ChildResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

// ---------------------------------------------------------------- a mail server of our own

export interface ReceivedMail {
  /** Envelope recipients. */
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
}

/** Takes every mail and keeps it; on loopback, for the demo. */
export interface MailServer {
  /** For MIKRONET_SMTP_URL. */
  readonly url: string;
  /** Grows while the server runs. */
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}
