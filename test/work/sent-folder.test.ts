import { describe, expect, it } from 'vitest';
import {
  evidenceInSent,
  keepingCopies,
  sentCopies,
  sentFolder,
} from '../../src/work/sent-folder.ts';
import {
  MailboxError,
  type Mailbox,
  type MailFolder,
  type Outcome,
  type Transport,
} from '../../src/world.ts';
import { memoryMailbox } from '../support/mailbox.ts';

const doubtful = ['a', 'b'].map((name) => ({
  message: `${name}@mikronet.example`,
  network: name,
  address: `${name}@havn.example`,
  mailing: 'invitation',
}));

function mailboxWith(over: Partial<Mailbox>, folders: readonly MailFolder[] = SENT): Mailbox {
  return { ...memoryMailbox(), folders: () => Promise.resolve(folders), ...over };
}

const SENT: readonly MailFolder[] = [{ path: 'Sendt', specialUse: String.raw`\Sent` }];

describe('the folder of sent mails', () => {
  it.each([
    [[{ path: 'INBOX' }, { path: 'Afsendt', specialUse: String.raw`\Sent` }], 'Afsendt'],
    [[{ path: 'INBOX' }, { path: 'INBOX.Sendte elementer' }], 'INBOX.Sendte elementer'],
    [[{ path: 'Sendt post' }], 'Sendt post'],
    [[{ path: 'INBOX/Sent Items' }], 'INBOX/Sent Items'],
    [[{ path: 'Sent to clients' }], undefined],
  ])('is known by its use, else by its name: %j', (folders, path) => {
    expect(sentFolder(folders)).toBe(path);
  });
});

describe('a message in doubt', () => {
  it('was sent where it stands in the Sent folder; its absence proves nothing', async () => {
    const mailbox = mailboxWith({ findMessageIds: () => Promise.resolve(['b@mikronet.example']) });
    expect(await evidenceInSent(mailbox, doubtful)).toEqual([
      { ...doubtful[1], type: 'message-sent', evidence: 'sent-folder' },
    ]);
  });

  it('stays in doubt where there is no Sent folder', async () => {
    expect(await evidenceInSent(mailboxWith({}, []), doubtful)).toEqual([]);
  });
});

describe('a copy of what was sent', () => {
  it('goes into the Sent folder, in order, before the run ends', async () => {
    const filed: string[] = [];
    const copies = sentCopies(
      () =>
        Promise.resolve(
          mailboxWith({
            append: (folder, bytes) => {
              filed.push(`${folder}: ${Buffer.from(bytes).toString()}`);
              return Promise.resolve();
            },
          }),
        ),
      'send.one.com',
    );
    void copies.keep(Buffer.from('one'));
    void copies.keep(Buffer.from('two'));
    expect(await copies.close()).toEqual({ failed: 0 });
    expect(filed).toEqual(['Sendt: one', 'Sendt: two']);
  });

  it.each(['smtp.gmail.com', 'smtp.office365.com', 'smtp-mail.outlook.com'])(
    'is left to %s, which keeps its own',
    async (host) => {
      let opened = 0;
      const copies = sentCopies(() => {
        opened += 1;
        return Promise.resolve(mailboxWith({}));
      }, host);
      void copies.keep(Buffer.from('one'));
      expect(await copies.close()).toEqual({ failed: 0 });
      expect(opened).toBe(0);
    },
  );

  it('that cannot be kept is counted, and the mailbox is not asked for ever', async () => {
    let asked = 0;
    const copies = sentCopies(() => {
      asked += 1;
      return Promise.reject(new MailboxError('unreachable', 'ECONNREFUSED'));
    }, 'send.one.com');
    for (const each of ['one', 'two', 'three', 'four']) void copies.keep(Buffer.from(each));
    expect(await copies.close()).toEqual({ failed: 4, why: 'ECONNREFUSED' });
    expect(asked).toBe(1);
  });

  it('leaves no mailbox open that will not say its folders', async () => {
    const refusing: Mailbox & { closed: boolean } = {
      ...memoryMailbox(),
      folders: () => Promise.reject(new MailboxError('refused', 'not for you')),
      close: () => {
        refusing.closed = true;
        return Promise.resolve();
      },
    };
    const copies = sentCopies(() => Promise.resolve(refusing), 'send.one.com');
    void copies.keep(Buffer.from('one'));
    expect(await copies.close()).toEqual({ failed: 1, why: 'not for you' });
    expect(refusing.closed).toBe(true);
  });
});

const message = (text: string) => ({
  messageId: `${text}@mikronet.example`,
  from: 'info@mikronet.example',
  to: 'kim@havn.example',
  bytes: Buffer.from(text),
});

function transport(outcomes: readonly Outcome[]): Transport {
  const left = [...outcomes];
  return {
    connections: 3,
    send: () => Promise.resolve(left.shift()!),
    close: () => Promise.resolve(),
  };
}

describe('a transport that keeps copies', () => {
  it('files what the server took, and nothing else', async () => {
    const mailbox = memoryMailbox([], { Sendt: [] });
    const kept = keepingCopies(
      transport([
        { kind: 'sent', response: '250 ok' },
        { kind: 'refused', response: '550 no', stage: 'rcpt' },
        { kind: 'in-doubt', response: '' },
        { kind: 'deferred', response: '450 later', stage: 'rcpt' },
      ]),
      sentCopies(() => Promise.resolve(mailbox), 'send.one.com'),
      () => expect.unreachable(),
    );
    for (const text of ['sent', 'refused', 'doubt', 'deferred']) {
      await kept.send(message(text), () => Promise.resolve());
    }
    await kept.close();
    expect(mailbox.mails.get('Sendt')?.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      'sent',
    ]);
    expect(mailbox.closed).toBe(true);
  });

  it('says once what could not be filed; sent stays sent', async () => {
    const told: string[] = [];
    const refusing = mailboxWith({
      append: () => Promise.reject(new MailboxError('refused', 'NO over quota')),
    });
    const kept = keepingCopies(
      transport(Array.from({ length: 3 }, () => ({ kind: 'sent', response: '250 ok' }))),
      sentCopies(() => Promise.resolve(refusing), 'send.one.com'),
      (count, why) => told.push(`${count}: ${why}`),
    );
    for (const text of ['one', 'two', 'three']) {
      const outcome = await kept.send(message(text), () => Promise.resolve());
      expect(outcome.kind).toBe('sent');
    }
    await kept.close();
    expect(told).toEqual(['3: NO over quota']);
  });

  it('says it where the mailbox has no folder for them', async () => {
    const told: unknown[] = [];
    const kept = keepingCopies(
      transport([{ kind: 'sent', response: '250 ok' }]),
      sentCopies(() => Promise.resolve(memoryMailbox()), 'send.one.com'),
      (...what) => told.push(what),
    );
    await kept.send(message('one'), () => Promise.resolve());
    await kept.close();
    expect(told).toEqual([[1, undefined]]);
  });

  it('holds no more copies than a memory bears', async () => {
    const opened = new AbortController();
    const gate = new Promise((resolve) => opened.signal.addEventListener('abort', resolve));
    let filed = 0;
    const slow = mailboxWith({
      append: async () => {
        await gate;
        filed += 1;
      },
    });
    const copies = sentCopies(() => Promise.resolve(slow), 'send.one.com');
    for (let count = 0; count < 50; count += 1) await copies.keep(Buffer.from('x'));
    let went = false;
    const more = copies.keep(Buffer.from('x')).then(() => (went = true));
    await Promise.resolve();
    expect(went).toBe(false);
    opened.abort();
    await more;
    expect(filed).toBe(51);
  });
});
