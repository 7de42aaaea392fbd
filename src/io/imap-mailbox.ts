/** The mailbox over IMAP (RFC 9051), by imapflow: EXAMINE and BODY.PEEK, so nothing is changed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Instant } from '../domain/model.ts';
import { DAY } from '../domain/zoned-time.ts';
import { required } from '../format/required.ts';
import {
  MailboxError,
  type FolderReading,
  type Mailbox,
  type MailboxSettings,
  type MailFolder,
  type MailHead,
} from '../world.ts';
import { asMailboxError, isLost } from './imap-errors.ts';
import { unlessStopped } from './interruption.ts';
import { rounds, sequence } from './uid-sets.ts';

const imapflow = required('imapflow') as typeof import('imapflow');

/** Eight kilobytes of header are common (ARC, DKIM); the text begins behind them. */
const START_BYTES = 12 * 1024;
const HEADS_AT_ONCE = 500;
/** Pauses before a broken connection is made anew, in milliseconds. */
const PAUSES = [200, 2_000, 8_000];
/** Once the person has stopped, a server has so long for the answer that is awaited. */
const LAST_WORD = 700;

/** Connects and logs in; throws MailboxError. `stop` ends waiting for a server that does not answer. */
export async function openImapMailbox(
  settings: MailboxSettings,
  stop?: AbortSignal,
): Promise<Mailbox> {
  const mailbox = new ImapMailbox(settings, stop);
  try {
    await mailbox.folders();
  } catch (error) {
    // Nobody else has it yet, and an open connection keeps the process.
    await mailbox.close();
    throw error;
  }
  return mailbox;
}

class ImapMailbox implements Mailbox {
  private readonly settings: MailboxSettings;
  private readonly stop: AbortSignal | undefined;
  private client: ImapFlow | undefined;
  private everConnected = false;
  /** The highest UID of INBOX that was given out. */
  private inboxRead = 0;

  constructor(settings: MailboxSettings, stop: AbortSignal | undefined) {
    this.settings = settings;
    this.stop = stop;
  }

  async folders(): Promise<readonly MailFolder[]> {
    const listed = await this.steadily((client) => client.list());
    return listed
      .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
      .map(({ path, specialUse }) => ({ path, ...(specialUse && { specialUse }) }));
  }

  async heads(
    folder: string,
    after: { readonly uidValidity: string; readonly uid: number } | undefined,
    since: Instant,
  ): Promise<FolderReading> {
    const { uids, uidValidity, lastUid } = await this.steadily(async (client) => {
      const opened = await client.mailboxOpen(folder, { readOnly: true });
      const validity = String(opened.uidValidity);
      const from = after?.uidValidity === validity ? after.uid + 1 : 1;
      // SINCE compares days, in the server's zone: a day earlier, and exactly by INTERNALDATE below.
      const query = { uid: `${from}:*`, since: new Date(Math.max(0, since - DAY)) };
      const found = (opened.exists > 0 && (await client.search(query, { uid: true }))) || [];
      // `n:*` names the last mail even where its UID is below n.
      const fresh = found.filter((uid) => uid >= from).toSorted((a, b) => a - b);
      return {
        uids: fresh,
        uidValidity: validity,
        lastUid: Math.max(from - 1, Number(opened.uidNext ?? 1) - 1, fresh.at(-1) ?? 0),
      };
    });
    if (folder.toUpperCase() === 'INBOX') this.inboxRead = lastUid;
    return { uidValidity, lastUid, batches: this.batches(folder, uidValidity, uids, since) };
  }

  private async *batches(
    folder: string,
    uidValidity: string,
    uids: readonly number[],
    since: Instant,
  ): AsyncGenerator<readonly MailHead[]> {
    const fetchAt = (at: number) => {
      const batch = this.fetchHeads(folder, uidValidity, uids.slice(at, at + HEADS_AT_ONCE));
      // Thrown where it is awaited; a reader that stops early never awaits it.
      batch.catch(() => {});
      return batch;
    };
    // One batch ahead, so that the server works while we do.
    let next = fetchAt(0);
    for (let at = HEADS_AT_ONCE; at < uids.length + HEADS_AT_ONCE; at += HEADS_AT_ONCE) {
      const heads = await next;
      next = fetchAt(at);
      yield heads.filter(({ received }) => !(Date.parse(received) < since));
    }
  }

  private async fetchHeads(
    folder: string,
    uidValidity: string,
    uids: readonly number[],
  ): Promise<readonly MailHead[]> {
    if (uids.length === 0) return [];
    return this.steadily(async (client) => {
      await examine(client, folder, uidValidity);
      const wanted = {
        uid: true,
        size: true,
        internalDate: true,
        source: { start: 0, maxLength: START_BYTES },
      };
      const asked = new Set(uids);
      const starts = new Map<number, FetchMessageObject>();
      // A server may give a mail twice, or in pieces, or tell between them who reads what just now.
      for await (const each of client.fetch(sequence(uids), wanted, { uid: true })) {
        if (asked.has(each.uid)) starts.set(each.uid, { ...starts.get(each.uid), ...each });
      }
      return [...starts.values()]
        .filter(({ size }) => size !== undefined)
        .map(headOf)
        .toSorted((a, b) => a.uid - b.uid);
    });
  }

  async *bodies(
    folder: string,
    mails: readonly { readonly uid: number; readonly size: number }[],
    limit: number,
  ): AsyncGenerator<{ readonly uid: number; readonly bytes: Uint8Array }> {
    for (const round of rounds(mails, limit)) {
      yield* await this.steadily(async (client) => {
        await examine(client, folder);
        const found: { uid: number; bytes: Uint8Array }[] = [];
        const wanted = { uid: true, source: { start: 0, maxLength: limit } };
        for await (const { uid, source } of client.fetch(sequence(round), wanted, { uid: true })) {
          if (source) found.push({ uid, bytes: source });
        }
        return found;
      });
    }
  }

  async findMessageIds(folder: string, ids: readonly string[]): Promise<readonly string[]> {
    return this.steadily(async (client) => {
      await examine(client, folder);
      const found: string[] = [];
      for (const id of ids) {
        for (const name of ['message-id', 'x-microsoft-original-message-id']) {
          const uids = await client.search({ header: { [name]: id } }, { uid: true });
          if (uids && uids.length > 0) {
            found.push(id);
            break;
          }
        }
      }
      return found;
    });
  }

  async append(folder: string, bytes: Uint8Array): Promise<void> {
    await this.steadily((client) => client.append(folder, Buffer.from(bytes), ['\\Seen']));
  }

  async waitForMail(signal: AbortSignal): Promise<void> {
    await this.steadily(async (client) => {
      if (signal.aborted) return;
      const { uidNext } = await client.mailboxOpen('INBOX', { readOnly: true });
      // Told meanwhile: the signal does not speak twice.
      if (signal.aborted || Number(uidNext ?? 0) - 1 > this.inboxRead) return;
      const watch = new AbortController();
      try {
        await new Promise<void>((resolve, reject) => {
          const lost = () =>
            reject(Object.assign(new Error('connection closed'), { code: 'EConnectionClosed' }));
          client.once('exists', () => resolve());
          client.once('close', lost);
          signal.addEventListener('abort', () => resolve(), { signal: watch.signal });
          client.idle().catch(lost);
        });
        // Any command ends the IDLE (RFC 2177); closing does as well.
        if (!this.stop?.aborted) await client.noop();
      } finally {
        watch.abort();
        client.removeAllListeners('exists');
        client.removeAllListeners('close');
      }
    });
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    if (!client) return;
    // A server that does not answer to LOGOUT is left.
    const over = new AbortController();
    const enough = sleep(LAST_WORD, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([client.logout().catch(() => {}), enough]);
    over.abort();
    client.close();
  }

  /** Does `work` on a live connection; once more on a new one where it breaks meanwhile. */
  private async steadily<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const leave = (): never => {
      this.client?.close();
      throw interrupted();
    };
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await unlessStopped(this.connected().then(work), this.stop, leave, LAST_WORD);
      } catch (error) {
        const pause = PAUSES[attempt];
        if (this.stop?.aborted) throw interrupted();
        if (!this.everConnected || pause === undefined || !this.mayGoOn(error)) {
          throw asMailboxError(error);
        }
        this.client?.close();
        this.client = undefined;
        await sleep(pause, undefined, { ...(this.stop && { signal: this.stop }) }).catch(() => {});
      }
    }
  }

  private mayGoOn(error: unknown): boolean {
    const known = asMailboxError(error);
    return isLost(error) || (known instanceof MailboxError && known.trouble === 'unreachable');
  }

  private async connected(): Promise<ImapFlow> {
    if (this.client?.usable) return this.client;
    const { host, port, security, user, password } = this.settings;
    const client = new imapflow.ImapFlow({
      host,
      port,
      secure: security === 'implicit',
      ...(security !== 'implicit' && { doSTARTTLS: security === 'starttls' }),
      auth: { user, pass: password },
      logger: false,
      disableAutoIdle: true,
      // The limit of RFC 9051 is half an hour; home routers forget a silent connection sooner.
      maxIdleTime: 4 * 60_000,
      connectionTimeout: 30_000,
      socketTimeout: 2 * 60_000,
      maxLiteralSize: 64 * 1024 * 1024,
    });
    // What breaks a connection also rejects the command in hand.
    client.on('error', () => {});
    if (this.stop?.aborted) throw interrupted();
    const leave = () => client.close();
    this.stop?.addEventListener('abort', leave);
    try {
      await client.connect();
    } catch (error) {
      client.close();
      throw error;
    } finally {
      this.stop?.removeEventListener('abort', leave);
    }
    this.everConnected = true;
    this.client = client;
    return client;
  }
}

function interrupted(): MailboxError {
  return new MailboxError('interrupted', 'interrupted');
}

/** Opens a folder for reading, unless it is open. */
async function examine(client: ImapFlow, folder: string, uidValidity?: string): Promise<void> {
  const open = client.mailbox;
  const opened =
    open && open.path === folder && open.readOnly
      ? open
      : await client.mailboxOpen(folder, { readOnly: true });
  if (uidValidity !== undefined && String(opened.uidValidity) !== uidValidity) {
    throw new MailboxError('folder-renewed', folder);
  }
}

function headOf({ uid, size = 0, internalDate, source }: FetchMessageObject): MailHead {
  const received = new Date(internalDate ?? Number.NaN);
  return {
    uid,
    size,
    received: Number.isNaN(received.getTime()) ? '' : received.toISOString(),
    start: source ?? new Uint8Array(),
  };
}
