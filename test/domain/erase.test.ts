import { describe, expect, test } from 'vitest';
import { withoutTheOld } from '../../src/domain/erase.ts';
import { withoutThem } from '../../src/domain/forgetting.ts';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';

let count = 0;
function fact(at: string, draft: FactDraft): Fact {
  count += 1;
  return { v: 1, id: `f${count}`, at, ...draft } as Fact;
}

const mail = { messageId: 'abc@havn.example', from: 'Kim <KIM@havn.example>', subject: 'JA' };
const about = (network: string, address: string) =>
  ({ message: `m-${address}`, network, address, mailing: 'invitation' }) as const;

const begun = fact('2012-05-01T08:00:00Z', { type: 'journal-begun', meeting: 'traef', key: 'k' });
const sentKim = fact('2012-05-02T08:00:00Z', {
  type: 'message-sent',
  ...about('havn', 'kim@havn.example'),
});
const sentBo = fact('2012-05-02T08:01:00Z', {
  type: 'message-sent',
  ...about('havn', 'bo@havn.example'),
});
const sentAnna = fact('2012-05-02T08:02:00Z', {
  type: 'message-sent',
  ...about('laug', 'anna@laug.example'),
});
const replyKim = fact('2012-05-03T08:00:00Z', {
  type: 'reply-received',
  source: 'imap',
  network: 'havn',
  contact: 'kim@havn.example',
  via: 'words',
  mail,
  sentence: 'Vi kommer',
  reply: {
    answer: 'accepted',
    seats: 2,
    attendees: [],
    answers: { works: 'kaffe' },
    remark: 'tak',
  },
});
const replyAnna = fact('2012-05-04T08:00:00Z', {
  type: 'reply-received',
  source: 'manual',
  network: 'laug',
  via: 'hand',
  reply: {
    answer: 'accepted',
    attendees: [{ name: 'Anna' }, { name: 'Kim', email: 'kim@havn.example' }],
    answers: {},
  },
});
const undone = fact('2012-05-05T08:00:00Z', { type: 'retracted', fact: replyKim.id, why: 'undo' });
const read = fact('2012-05-05T09:00:00Z', { type: 'mailbox-read', cursors: [] });
const all = [begun, sentKim, sentBo, sentAnna, replyKim, replyAnna, undone, read];

describe('forgetting', () => {
  test('an address takes its facts, what spoke of them, and its name elsewhere', () => {
    const { facts, erased, traces } = withoutThem(all, {
      networks: new Set(),
      addresses: new Set(['kim@havn.example']),
    });
    expect(facts.map(({ id }) => id)).toEqual(
      [begun, sentBo, sentAnna, replyAnna, read].map(({ id }) => id),
    );
    // Three of its own, and one about others.
    expect(erased).toBe(4);
    expect(traces).toEqual(['kim@havn.example', 'abc@havn.example']);
    expect(JSON.stringify(facts)).not.toMatch(/kim/i);
    // The seat that was theirs stays a seat.
    expect(facts[3]).toMatchObject({ reply: { attendees: [{ name: 'Anna' }, {}] } });
  });

  test('a network takes all of its contacts', () => {
    const { facts } = withoutThem(all, { networks: new Set(['havn']), addresses: new Set() });
    expect(facts.map(({ id }) => id)).toEqual(
      [begun, sentAnna, replyAnna, read].map(({ id }) => id),
    );
  });
});

describe('purging', () => {
  test('words go first, numbers and names stay', () => {
    const { facts, erased } = withoutTheOld(all, { remarksBefore: Date.parse('2012-06-01') });
    expect(facts).toHaveLength(all.length);
    expect(erased).toBe(1);
    expect(facts[4]).toMatchObject({ reply: { answer: 'accepted', seats: 2, answers: {} } });
    expect(JSON.stringify(facts)).not.toMatch(/Vi kommer|kaffe|tak/);
  });

  test('everything old goes but what the journal needs', () => {
    const { facts, traces } = withoutTheOld(all, { allBefore: Date.parse('2012-05-04') });
    expect(facts.map(({ id }) => id)).toEqual([begun, replyAnna, read].map(({ id }) => id));
    expect(traces).toEqual(['abc@havn.example']);
  });
});
