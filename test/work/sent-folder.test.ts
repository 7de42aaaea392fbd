import { describe, expect, it } from 'vitest';
import { evidenceInSent, sentCopies, sentFolder } from '../../src/work/sent-folder.ts';
import { MailboxError, type Mailbox, type MailFolder } from '../../src/world.ts';
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
    copies.keep(Buffer.from('one'));
    copies.keep(Buffer.from('two'));
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
      copies.keep(Buffer.from('one'));
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
    for (const each of ['one', 'two', 'three', 'four']) copies.keep(Buffer.from(each));
    expect(await copies.close()).toEqual({ failed: 4, why: 'ECONNREFUSED' });
    expect(asked).toBe(1);
  });
});
