import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../src/domain/facts.ts';
import type { Ties } from '../../src/work/might-concern.ts';
import { foldersToRead, newMails, type NewMails } from '../../src/work/new-mails.ts';
import { memoryMailbox, type MemoryMailbox } from '../support/mailbox.ts';

const ties: Ties = {
  isOurMessage: () => false,
  isContact: (address) => address.endsWith('@havn.example'),
  isContactDomain: () => false,
  holdsReference: (text) => text.includes('7QK-2M4-XDF'),
  subjects: new Set(),
  titles: [],
};

function mail(id: string, from: string, text = 'Hej', subject = 'hej'): string {
  return `Message-ID: <${id}>\nFrom: ${from}\nSubject: ${subject}\n\n${text}\n`;
}

async function read(mailbox: MemoryMailbox, over: Partial<NewMails> = {}) {
  const counted = { passedOver: 0, known: 0 };
  const cursors: Cursor[] = [];
  const given: { text: string; place: string; strongOnly: boolean }[] = [];
  const reading: NewMails = {
    mailbox,
    folders: foldersToRead(await mailbox.folders(), []).folders,
    cursors: new Map(),
    since: 0,
    ties,
    isKnown: () => false,
    count: (what) => {
      counted[what] += 1;
    },
    readTo: (cursor) => cursors.push(cursor),
    progress: () => {},
    ...over,
  };
  for await (const { bytes, place, strongOnly } of newMails(reading)) {
    given.push({ text: Buffer.from(bytes).toString(), place, strongOnly });
  }
  return { counted, cursors, given };
}

describe('what is new in the mailbox', () => {
  it('is given in order of arrival, whole, without what cannot concern the meeting', async () => {
    const mailbox = memoryMailbox([
      mail('a', 'kim@havn.example', 'x'.repeat(2000)),
      mail('b', 'someone@else.example'),
      mail('c', 'kim@havn.example'),
    ]);
    const { given, counted, cursors } = await read(mailbox);
    expect(given.map(({ text }) => text.slice(0, 15))).toEqual([
      'Message-ID: <a>',
      'Message-ID: <c>',
    ]);
    expect(given[0]?.text.length).toBeGreaterThan(2000);
    expect(mailbox.fetched).toEqual([1]);
    expect(counted).toEqual({ passedOver: 1, known: 0 });
    expect(cursors).toEqual([{ folder: 'INBOX', uidValidity: '1', uid: 3 }]);
  });

  it('begins behind the cursor', async () => {
    const mailbox = memoryMailbox([mail('a', 'kim@havn.example'), mail('b', 'kim@havn.example')]);
    const cursors = new Map([['INBOX', { folder: 'INBOX', uidValidity: '1', uid: 1 }]]);
    const { given } = await read(mailbox, { cursors });
    expect(given.map(({ text }) => text.slice(0, 15))).toEqual(['Message-ID: <b>']);
  });

  it('is not fetched where it was filed before', async () => {
    const mailbox = memoryMailbox([mail('a', 'kim@havn.example', 'x'.repeat(2000))]);
    const { given, counted } = await read(mailbox, { isKnown: (id) => id === 'a' });
    expect(given).toEqual([]);
    expect(counted).toEqual({ passedOver: 0, known: 1 });
    expect(mailbox.fetched).toEqual([]);
  });

  it('outside INBOX is only what shows that it answers ours', async () => {
    const mailbox = memoryMailbox([], {
      Spam: [mail('a', 'kim@havn.example'), mail('b', 'x@y.example', 'ja', 'JA 7QK-2M4-XDF')],
      Kladder: [mail('c', 'kim@havn.example')],
    });
    mailbox.uses.set('Spam', '\\Junk');
    const { given } = await read(mailbox);
    expect(given).toEqual([
      { text: expect.stringContaining('<b>'), place: 'Spam', strongOnly: true },
    ]);
  });
});

describe('the folders that are read', () => {
  const all = [
    { path: 'Arkiv', specialUse: String.raw`\Archive` },
    { path: 'Kladder', specialUse: String.raw`\Drafts` },
    { path: 'Sendt', specialUse: String.raw`\Sent` },
    { path: 'INBOX' },
    { path: 'Træf' },
  ];

  it('are INBOX, then junk and archive, and those named in meeting.json', () => {
    expect(foldersToRead(all, ['inbox', 'Træf']).folders.map(({ path }) => path)).toEqual([
      'INBOX',
      'Arkiv',
      'Træf',
    ]);
  });

  it('that are named and not there are told', () => {
    expect(foldersToRead(all, ['Møder']).missing).toEqual(['Møder']);
  });
});
