import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openImapMailbox } from '../../src/io/imap-mailbox.ts';
import type { FolderReading, Mailbox, MailHead } from '../../src/world.ts';
import { ImapServer } from '../support/imap-server.ts';

let server: ImapServer;
let mailbox: Mailbox | undefined;

beforeEach(async () => {
  server = await ImapServer.start();
});

afterEach(async () => {
  await mailbox?.close();
  mailbox = undefined;
  await server.stop();
});

async function open(over = {}): Promise<Mailbox> {
  return (mailbox = await openImapMailbox({ ...server.settings, ...over }));
}

function mail(subject: string, text = 'Hej'): string {
  return `From: kim@havn.example\nSubject: ${subject}\nMessage-ID: <${subject}@havn.example>\n\n${text}\n`;
}

async function all(reading: FolderReading): Promise<readonly MailHead[]> {
  const heads: MailHead[] = [];
  for await (const batch of reading.batches) heads.push(...batch);
  return heads;
}

describe('reading a folder', () => {
  it('gives every mail with its UID, its day of arrival, its size and how it begins', async () => {
    const received = new Date('2012-05-02T09:30:00Z');
    server.deliver(mail('one'), { received });
    const reading = await (await open()).heads('INBOX', undefined, 0);
    const [head] = await all(reading);
    expect(reading).toMatchObject({ uidValidity: '1', lastUid: 1 });
    expect(head).toMatchObject({ uid: 1, received: received.toISOString(), size: 77 });
    expect(Buffer.from(head!.start).toString()).toContain('Subject: one\r\n');
  });

  it('goes on behind the last mail read', async () => {
    for (const subject of ['one', 'two', 'three']) server.deliver(mail(subject));
    const reading = await (await open()).heads('INBOX', { uidValidity: '1', uid: 2 }, 0);
    expect((await all(reading)).map(({ uid }) => uid)).toEqual([3]);
  });

  it('finds nothing new where nothing is', async () => {
    server.deliver(mail('one'));
    const reading = await (await open()).heads('INBOX', { uidValidity: '1', uid: 1 }, 0);
    expect(await all(reading)).toEqual([]);
    expect(reading.lastUid).toBe(1);
  });

  it('begins anew where the UIDVALIDITY has changed', async () => {
    for (const subject of ['one', 'two']) server.deliver(mail(subject));
    server.folder('INBOX').uidValidity = 7;
    const reading = await (await open()).heads('INBOX', { uidValidity: '1', uid: 2 }, 0);
    expect((await all(reading)).length).toBe(2);
    expect(reading.uidValidity).toBe('7');
  });

  it('leaves out what arrived before the given time, to the second', async () => {
    server.deliver(mail('early'), { received: new Date('2012-05-02T08:59:59Z') });
    server.deliver(mail('late'), { received: new Date('2012-05-02T09:00:00Z') });
    const since = Date.parse('2012-05-02T09:00:00Z');
    const reading = await (await open()).heads('INBOX', undefined, since);
    expect((await all(reading)).map(({ uid }) => uid)).toEqual([2]);
  });

  it('asks only with EXAMINE and PEEK, so that no mail is marked as read', async () => {
    const uid = server.deliver(mail('one'));
    const opened = await open();
    await all(await opened.heads('INBOX', undefined, 0));
    for await (const each of opened.bodies('INBOX', [{ uid, size: 90 }], 1000)) {
      expect(each.uid).toBe(uid);
    }
    const asked = server.commands.join('\n');
    expect(asked).not.toMatch(/\bSELECT\b|\bSTORE\b|BODY\[|RFC822(?!\.SIZE)|\bEXPUNGE\b/);
    expect(asked).toMatch(/EXAMINE/);
  });

  it('gives the same where the connection could be compressed', async () => {
    const cut = Buffer.from(`${mail('cut', 'ø'.repeat(9_000))}`);
    for (const each of [mail('one'), '', mail('two', '* 1 FETCH (UID 1)\n)\nA1 OK\n'), cut]) {
      server.deliver(each, { received: new Date('2012-05-02T09:30:00Z') });
    }
    const heads = await all(await (await open()).heads('INBOX', undefined, 0));
    await mailbox?.close();
    server.capabilities = 'COMPRESS=DEFLATE';
    expect(await all(await (await open()).heads('INBOX', undefined, 0))).toEqual(heads);
    expect(heads.map(({ start }) => start.length)).toEqual([77, 0, 103, 12_288]);
  });

  it('is not disturbed where others read the mails meanwhile', async () => {
    for (const subject of ['one', 'two', 'three']) server.deliver(mail(subject));
    server.unasked =
      '* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 3 FETCH (UID 3 FLAGS ())\r\n* 9 EXISTS\r\n';
    const reading = await (await open()).heads('INBOX', { uidValidity: '1', uid: 1 }, 0);
    const heads = await all(reading);
    expect(heads.map(({ uid, size }) => [uid, size])).toEqual([
      [2, 77],
      [3, 81],
    ]);
    expect(heads.map(({ start }) => start.length)).toEqual([77, 81]);
  });

  it('fetches a large mail only as far as it was told', async () => {
    const uid = server.deliver(mail('big', 'x'.repeat(3_000_000)), { claims: 50_000_000 });
    const opened = await open();
    const [head] = await all(await opened.heads('INBOX', undefined, 0));
    expect(head!.start.length).toBeLessThan(20_000);
    for await (const { bytes } of opened.bodies('INBOX', [{ uid, size: head!.size }], 100_000)) {
      expect(bytes.length).toBe(100_000);
    }
  });

  it('leaves out a mail that was deleted meanwhile', async () => {
    server.deliver(mail('one'));
    const gone: number[] = [];
    for await (const { uid } of (await open()).bodies('INBOX', [{ uid: 9, size: 1 }], 10)) {
      gone.push(uid);
    }
    expect(gone).toEqual([]);
  });
});

describe('a connection that breaks', () => {
  it('is made again, and each mail is given once', async () => {
    for (let n = 1; n <= 1200; n += 1) server.deliver(mail(`mail-${n}`));
    const reading = await (await open()).heads('INBOX', undefined, 0);
    server.breakAfter = 700;
    const uids = (await all(reading)).map(({ uid }) => uid);
    expect(uids).toEqual(Array.from({ length: 1200 }, (_, index) => index + 1));
    expect(server.commands.filter((line) => line === 'LOGIN')).toHaveLength(2);
  });

  it('is told from a folder that was made anew meanwhile', async () => {
    for (let n = 1; n <= 1200; n += 1) server.deliver(mail(`mail-${n}`));
    const reading = await (await open()).heads('INBOX', undefined, 0);
    server.breakAfter = 700;
    server.folder('INBOX').uidValidity = 2;
    await expect(all(reading)).rejects.toMatchObject({ trouble: 'folder-renewed' });
  });
});

describe('trouble', () => {
  it('tells a refused login from a server that is not there', async () => {
    await expect(open({ password: 'forkert' })).rejects.toMatchObject({
      trouble: 'login-refused',
      detail: 'wrong name or password',
    });
    await expect(open({ port: 1 })).rejects.toMatchObject({ trouble: 'unreachable' });
  });

  it('names a server without STARTTLS, and one that does not speak TLS', async () => {
    await expect(open({ security: 'starttls' })).rejects.toMatchObject({ trouble: 'no-starttls' });
    await expect(open({ security: 'implicit' })).rejects.toMatchObject({
      trouble: 'not-imap',
      detail: 'wrong version number',
    });
  });

  it('leaves no connection behind where the server lets us in and lists no folders', async () => {
    server.refuses.add('LIST');
    await expect(open()).rejects.toMatchObject({ trouble: 'refused', detail: 'not for you' });
    await expect.poll(() => server.connections).toBe(0);
  });

  it('names a folder that is not there', async () => {
    const opened = await open();
    await expect(opened.heads('Træf', undefined, 0)).rejects.toMatchObject({
      trouble: 'no-folder',
    });
  });
});

describe('the folder of sent mails', () => {
  it('is found by its use, and asked for Message-IDs, also those that Microsoft moved', async () => {
    server.folder('Sendt post', String.raw`\Sent`);
    server.deliver(mail('one'), { folder: 'Sendt post' });
    server.deliver(mail('two').replace('Message-ID:', 'X-Microsoft-Original-Message-ID:'), {
      folder: 'Sendt post',
    });
    const opened = await open();
    expect(await opened.folders()).toContainEqual({
      path: 'Sendt post',
      specialUse: String.raw`\Sent`,
    });
    const asked = ['one@havn.example', 'two@havn.example', 'three@havn.example'];
    expect(await opened.findMessageIds('Sendt post', asked)).toEqual(asked.slice(0, 2));
  });

  it('takes a copy', async () => {
    server.folder('Sent', String.raw`\Sent`);
    await (await open()).append('Sent', Buffer.from('Subject: kopi\r\n\r\nHej\r\n'));
    expect(server.folder('Sent').mails[0]?.bytes.toString()).toBe('Subject: kopi\r\n\r\nHej\r\n');
  });
});

describe('waiting for mail', () => {
  it('ends when a mail arrives', async () => {
    const opened = await open();
    await all(await opened.heads('INBOX', undefined, 0));
    const waiting = opened.waitForMail(new AbortController().signal);
    await idling();
    server.deliver(mail('one'));
    await waiting;
    const reading = await opened.heads('INBOX', { uidValidity: '1', uid: 0 }, 0);
    expect((await all(reading)).length).toBe(1);
  });

  it('ends at once where a mail came since the folder was read', async () => {
    const opened = await open();
    await all(await opened.heads('INBOX', undefined, 0));
    server.deliver(mail('one'));
    await opened.waitForMail(new AbortController().signal);
    expect(server.commands).not.toContain('IDLE');
  });

  it('ends where it was told to before the server answered', async () => {
    const opened = await open();
    await all(await opened.heads('INBOX', undefined, 0));
    const stop = new AbortController();
    const waiting = opened.waitForMail(stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
    expect(server.commands).not.toContain('IDLE');
  });

  it('ends when told to, and survives a broken connection until then', async () => {
    const opened = await open();
    await all(await opened.heads('INBOX', undefined, 0));
    const stop = new AbortController();
    const waiting = opened.waitForMail(stop.signal);
    await idling();
    server.breakConnections();
    await idling(2);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});

async function idling(times = 1): Promise<void> {
  while (server.commands.filter((line) => line === 'IDLE').length < times) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
