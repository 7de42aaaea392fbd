import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import { fold, type State } from '../../src/domain/state.ts';
import { foldJournal } from '../../src/work/read-journal.ts';
import { fakeWorld } from '../support/world.ts';

const AT = '2012-05-03T07:00:00.000Z';
const MAIL = { messageId: 'a@b', from: 'kim@havn.example', subject: 'Svar' };
const about = (message: string, run: string) => ({
  message,
  network: 'havnelauget',
  address: `${message}@havn.example`,
  mailing: 'invitation',
  run,
});
const submitted = (message: string, run: string, subject: string): FactDraft => ({
  type: 'message-submitted',
  ...about(message, run),
  networkName: 'Havnelauget',
  language: 'da',
  reference: '7QK2M4XDF',
  n: 1,
  subject,
  digest: 'd',
  questions: [{ letter: 'A', id: 'works', text: subject }],
});
const reply = { answer: 'accepted', attendees: [], answers: {} } as const;

const ids = fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'elsewhere');
const message = fc.tuple(fc.constantFrom('m1', 'm2'), fc.constantFrom('r1', 'r2'));
const draft: fc.Arbitrary<FactDraft> = fc.oneof(
  fc
    .tuple(message, fc.constantFrom('Invitation', 'Come'))
    .map(([[id, run], subject]) => submitted(id, run, subject)),
  fc
    .tuple(message, fc.constantFrom('message-sent', 'message-refused', 'message-deferred' as const))
    .map(([[id, run], type]) => ({ type, ...about(id, run), response: '250 ok' }) as FactDraft),
  fc.tuple(message, fc.boolean()).map(([[id, run], permanent]) => ({
    type: 'message-bounced' as const,
    ...about(id, run),
    mail: MAIL,
    permanent,
  })),
  fc.record({
    type: fc.constant('reply-received' as const),
    source: fc.constant('manual' as const),
    network: fc.constant('havnelauget'),
    reply: fc.constant(reply),
    via: fc.constant('hand' as const),
    settles: ids,
  }),
  ids.map((settles) => ({ type: 'mail-dismissed' as const, settles })),
  fc.constantFrom<FactDraft>(
    { type: 'mail-set-aside', mail: MAIL, reason: 'unclear', text: '' },
    { type: 'opted-out', network: 'havnelauget', source: 'manual' },
    { type: 'mailbox-read', cursors: [] },
    { type: 'journal-begun', meeting: 'traef', key: 'k' },
    { type: 'erased', what: 'forget', facts: 1, hashes: ['h'] },
  ),
  ids.map((fact) => ({ type: 'retracted' as const, fact, why: 'undo' })),
);
const journal = fc
  .array(draft, { maxLength: 9 })
  .map((drafts) => drafts.map((each, at) => ({ v: 1, id: `f${at}`, at: AT, ...each }) as Fact));

/** What a journal says that never held what was taken back. */
function neverSaid(facts: readonly Fact[], { retracted, departures }: State): State {
  const state = fold(facts.filter(({ id, type }) => !retracted.has(id) && type !== 'retracted'));
  // What has left has left, whatever was thought of it later.
  return { ...state, retracted, departures };
}

function foldedWhileRead(facts: readonly Fact[]): Promise<State> {
  const { journals } = fakeWorld({ journals: { '/meeting': facts } });
  return foldJournal(journals.at('/meeting')).then(({ state }) => state);
}

describe('what is known', () => {
  test('is the same whether the journal is folded whole or while it is read', async () => {
    await fc.assert(
      fc.asyncProperty(journal, async (facts) => {
        expect(await foldedWhileRead(facts)).toEqual(fold(facts));
      }),
    );
  });

  test('holds nothing of what was taken back', () => {
    fc.assert(
      fc.property(journal, (facts) => {
        const state = fold(facts);
        expect(state).toEqual(neverSaid(facts, state));
      }),
    );
  });

  test('holds a mail that waits once, though its line stands twice', () => {
    const line = { v: 1, id: 'f0', at: AT } as const;
    const aside: Fact = {
      ...line,
      type: 'mail-set-aside',
      mail: MAIL,
      reason: 'unclear',
      text: '',
    };
    const request: Fact = { ...line, id: 'f1', type: 'request-received', mail: MAIL, text: '' };
    const { setAside, requests } = fold([aside, request, aside, request]);
    expect({ setAside, requests }).toEqual({ setAside: [aside], requests: [request] });
  });

  test('does not hold a text twice that every message of a mailing says', () => {
    const facts = ['m1', 'm2'].map(
      (id, index) =>
        JSON.parse(
          JSON.stringify({
            v: 1,
            id: `f${index}`,
            at: AT,
            ...submitted(id, 'r', 'An invitation that all of them got'),
          }),
        ) as Fact,
    );
    const [one, other] = [...fold(facts).messages.values()];
    expect(one!.submitted).toMatchObject({ subject: 'An invitation that all of them got' });
    expect(other!.submitted!.questions).toBe(one!.submitted!.questions);
  });
});
