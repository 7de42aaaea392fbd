/** A mailbox in memory, for what is built on one. */
import type { Mailbox, MailFolder, MailHead } from '../../src/world.ts';

export interface MemoryMail {
  readonly bytes: Uint8Array;
  readonly received: string;
}

export interface MemoryMailbox extends Mailbox {
  /** Folder -> its mails; the UID of a mail is its place, from 1. */
  readonly mails: Map<string, MemoryMail[]>;
  readonly uses: Map<string, string>;
  /** UIDs whose bodies were asked for. */
  readonly fetched: number[];
  uidValidity: string;
  closed: boolean;
}

const START = 600;

export function memoryMailbox(
  inbox: readonly (string | Uint8Array)[] = [],
  others: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {},
): MemoryMailbox {
  const mails = new Map<string, MemoryMail[]>();
  for (const [folder, list] of Object.entries({ INBOX: inbox, ...others })) {
    mails.set(
      folder,
      list.map((mail) => ({
        bytes: typeof mail === 'string' ? Buffer.from(mail.replaceAll(/\r?\n/g, '\r\n')) : mail,
        received: '2012-05-03T08:00:00.000Z',
      })),
    );
  }
  const mailbox: MemoryMailbox = {
    mails,
    uses: new Map([['INBOX', '\\Inbox']]),
    fetched: [],
    uidValidity: '1',
    closed: false,
    folders: () =>
      Promise.resolve(
        [...mails.keys()].map((path): MailFolder => {
          const specialUse = mailbox.uses.get(path);
          return { path, ...(specialUse !== undefined && { specialUse }) };
        }),
      ),
    heads(folder, after, since) {
      const all = mails.get(folder) ?? [];
      const from = after?.uidValidity === mailbox.uidValidity ? after.uid : 0;
      const heads = all
        .map(({ bytes, received }, index): MailHead => ({
          uid: index + 1,
          size: bytes.length,
          received,
          start: bytes.subarray(0, START),
        }))
        .filter(({ uid, received }) => uid > from && Date.parse(received) >= since);
      return Promise.resolve({
        uidValidity: mailbox.uidValidity,
        lastUid: Math.max(from, all.length),
        batches: (async function* batches() {
          for (let at = 0; at < heads.length; at += 2) yield heads.slice(at, at + 2);
        })(),
      });
    },
    async *bodies(folder, wanted, limit) {
      for (const { uid } of wanted) {
        mailbox.fetched.push(uid);
        const mail = mails.get(folder)?.[uid - 1];
        if (mail) yield { uid, bytes: mail.bytes.subarray(0, limit) };
      }
    },
    findMessageIds(folder, ids) {
      const texts = (mails.get(folder) ?? []).map(({ bytes }) => Buffer.from(bytes).toString());
      return Promise.resolve(ids.filter((id) => texts.some((text) => text.includes(`<${id}>`))));
    },
    append(folder, bytes) {
      mails.get(folder)?.push({ bytes, received: '2012-05-03T08:00:00.000Z' });
      return Promise.resolve();
    },
    waitForMail: () => Promise.resolve(),
    close() {
      mailbox.closed = true;
      return Promise.resolve();
    },
  };
  return mailbox;
}
