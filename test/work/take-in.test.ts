import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import type { Meeting } from '../../src/domain/model.ts';
import { knownMails } from '../../src/work/known-mails.ts';
import type { ArrivedMail } from '../../src/work/new-mails.ts';
import {
  emptyTally,
  noteReading,
  syncJson,
  takeIn,
  type ReadMail,
  type TakingIn,
} from '../../src/work/take-in.ts';
import type { Journal } from '../../src/world.ts';
import { fakeWorld } from '../support/world.ts';

const hash = (text: string) => createHash('sha256').update(`key ${text}`).digest('hex');

/** A journal in memory that counts how often its lock was taken. */
function journalOf(facts: Fact[] = [BEGUN]): Journal & { facts: Fact[]; opened: number } {
  const journal = {
    facts,
    opened: 0,
    path: 'journal.jsonl',
    read: () => Promise.reject(new Error('not here')),
    open() {
      journal.opened += 1;
      return Promise.resolve({
        facts: journal.facts,
        run: 'r',
        append(...drafts: readonly FactDraft[]) {
          const added = drafts.map((draft, index) => ({
            ...draft,
            v: 1 as const,
            id: `f${journal.facts.length + index}`,
            at: '2012-05-03T08:00:00.000Z',
          })) as Fact[];
          journal.facts = [...journal.facts, ...added];
          return Promise.resolve(added);
        },
        appendSoon: () => Promise.reject(new Error('not here')),
        close: () => Promise.resolve(),
      });
    },
    rewrite: () => Promise.reject(new Error('not here')),
  };
  return journal;
}

const BEGUN: Fact = {
  v: 1,
  id: 'b',
  at: '2012-05-02T07:00:00.000Z',
  type: 'journal-begun',
  meeting: 'traef',
  key: 'a2V5',
};

function into(journal: Journal) {
  return { journal, meeting: { id: 'traef' } as Meeting, world: fakeWorld() };
}

function filed(journal: { readonly facts: readonly Fact[] }): readonly Fact[] {
  return journal.facts.filter(({ type }) => type !== 'journal-begun');
}

/** `id:kind` as a mail; the reader below understands nothing else. */
function mail(text: string): ArrivedMail {
  return { bytes: Buffer.from(text), strongOnly: false, source: 'imap', place: 'INBOX' };
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

async function stampOf({ bytes }: ArrivedMail) {
  const [messageId = ''] = Buffer.from(bytes).toString().split(':');
  return { messageId, from: 'kim@havn.example', subject: 'hej' };
}

async function reader(arrived: ArrivedMail): Promise<ReadMail> {
  const [, kind] = Buffer.from(arrived.bytes).toString().split(':');
  if (kind === 'broken') throw new Error('no mail');
  const whose = { network: 'havn', contact: 'kim@havn.example' };
  return {
    stamp: await stampOf(arrived),
    proves: [],
    meaning:
      kind === 'yes'
        ? {
            ...whose,
            kind: 'reply',
            reply: { answer: 'accepted', attendees: [], answers: {} },
            via: 'words',
            rung: 'from',
          }
        : { kind: 'passed-over' },
  };
}

function taker(journal: Journal & { facts: Fact[] }, told: string[]): TakingIn {
  return {
    into: into(journal),
    known: knownMails(journal.facts, hash),
    read: reader,
    leftOf: async (arrived) => ({
      stamp: await stampOf(arrived),
      meaning: { kind: 'set-aside', reason: 'unreadable', text: '' },
      proves: [],
    }),
    tell: ({ stamp }) => told.push(stamp.messageId),
    signal: new AbortController().signal,
  };
}

async function take(journal: Journal & { facts: Fact[] }, mails: readonly string[], over = {}) {
  const tally = emptyTally();
  const told: string[] = [];
  await takeIn(each(mails.map(mail)), { ...taker(journal, told), ...over }, tally);
  return { tally, told };
}

async function* breaking(): AsyncGenerator<ArrivedMail> {
  yield mail('a:yes');
  yield mail('b:yes');
  throw new Error('the connection broke');
}

describe('taking mails in', () => {
  it('files each once, in order, and counts the rest', async () => {
    const journal = journalOf();
    const { tally, told } = await take(journal, ['a:yes', 'b:other', 'a:yes', 'c:yes']);
    expect(filed(journal).map((fact) => 'mail' in fact && fact.mail?.messageId)).toEqual([
      'a',
      'c',
    ]);
    expect(tally).toMatchObject({ answers: 2, passedOver: 1, known: 1 });
    expect(syncJson(tally)).toMatchObject({ v: 1, read: 4 });
    expect(told).toEqual(['a', 'b', 'c']);
  });

  it('sets aside a mail that cannot be read, with the reason, and goes on', async () => {
    const journal = journalOf();
    const { tally } = await take(journal, ['a:broken', 'b:yes']);
    expect(filed(journal)).toMatchObject([
      { type: 'mail-set-aside', reason: 'unreadable', mail: { messageId: 'a' } },
      { type: 'reply-received' },
    ]);
    expect(tally).toMatchObject({ setAside: 1, answers: 1 });
  });

  it('takes no lock where there is nothing to write', async () => {
    const journal = journalOf();
    await take(journal, ['a:other']);
    expect(journal.opened).toBe(0);
  });

  it('does not bring back what was erased', async () => {
    const journal = journalOf();
    journal.facts = [
      BEGUN,
      {
        v: 1,
        id: 'e',
        at: '2012-05-03T08:00:00.000Z',
        type: 'erased',
        what: 'forget',
        facts: 1,
        hashes: [hash('a')],
      },
    ];
    expect((await take(journal, ['a:yes'])).tally).toMatchObject({ known: 1, answers: 0 });
  });

  it('leaves out what another computer filed meanwhile', async () => {
    const journal = journalOf();
    await take(journal, ['a:yes']);
    await take(journal, ['a:yes', 'b:yes'], { known: knownMails([], hash) });
    expect(filed(journal).map((fact) => 'mail' in fact && fact.mail?.messageId)).toEqual([
      'a',
      'b',
    ]);
  });

  it('stops after the mail in hand when told to, with everything written', async () => {
    const journal = journalOf();
    const stop = new AbortController();
    const { tally } = await take(journal, ['a:yes', 'b:yes'], {
      signal: stop.signal,
      known: { ...knownMails([], hash), add: () => stop.abort() },
    });
    expect(tally.answers).toBe(1);
    expect(filed(journal)).toHaveLength(1);
  });

  it('files what was read before the mailbox broke off, and tells nothing that is not filed', async () => {
    const journal = journalOf();
    const told: string[] = [];
    const taking = takeIn(breaking(), taker(journal, told), emptyTally());
    await expect(taking).rejects.toThrow('the connection broke');
    expect(filed(journal)).toHaveLength(2);
    expect(told).toEqual(['a', 'b']);

    const locked = { ...journal, open: () => Promise.reject(new Error('somebody else writes')) };
    const toldThen: string[] = [];
    const again = takeIn(each([mail('c:yes')]), taker(locked, toldThen), emptyTally());
    await expect(again).rejects.toThrow('somebody else writes');
    expect(toldThen).toEqual([]);
  });

  it('changes nothing when the same mails are read again, in whatever order', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const kinds = fc.constantFrom('yes', 'other', 'broken');
    const mails = fc.array(fc.tuple(ids, kinds).map((parts) => parts.join(':')));
    await fc.assert(
      fc.asyncProperty(mails, fc.infiniteStream(fc.nat()), async (given, order) => {
        // A Message-ID names one mail.
        const first = new Map(given.map((each_) => [each_.split(':')[0], each_]));
        const once = [...first.values()];
        const journal = journalOf();
        await take(journal, once);
        const before = filed(journal);
        const again = once
          .map((text) => ({ text, place: order.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ text }) => text);
        await take(journal, [...again, ...again]);
        expect(filed(journal)).toEqual(before);
      }),
    );
  });

  it('notes when and how far the mailbox was read', async () => {
    const journal = journalOf();
    await noteReading(into(journal), [{ folder: 'INBOX', uidValidity: '1', uid: 9 }]);
    expect(filed(journal)).toMatchObject([{ type: 'mailbox-read', cursors: [{ uid: 9 }] }]);
  });
});
