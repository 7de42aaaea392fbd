import { describe, expect, test } from 'vitest';
import { tasks, type Circumstances } from '../../src/domain/today.ts';
import { contactJson, networkJson, statusJson } from '../support/status.ts';

const REPLY_BY = Date.parse('2012-05-18T22:00Z');

function kinds(
  status: ReturnType<typeof statusJson>,
  now: string,
  over: Partial<Circumstances> = {},
): readonly string[] {
  return tasks(status, {
    now: Date.parse(now),
    replyByEnds: REPLY_BY,
    mailingsSent: new Set(['invitation']),
    toUpdate: 0,
    ...over,
  }).map(({ kind }) => kind);
}

const readAt = (mailboxReadAt: string) => ({ mailboxReadAt });
const silent = networkJson();
const coming = networkJson({ answer: 'accepted', seats: 1 });
const uninvited = networkJson({
  invited: false,
  contacts: [contactJson({ delivery: 'not-sent' })],
});
const bounced = networkJson({ contacts: [contactJson({ delivery: 'bounced' })] });

/** A network that has said yes. */
const reachedAt = (delivery: 'refused' | 'sent', answeredAt: string) =>
  networkJson({
    answer: 'accepted',
    contacts: [contactJson({ delivery, answer: 'accepted', answeredAt })],
  });

/** What there is to do after a change that was sent on the 9th. */
const told = (network: ReturnType<typeof networkJson>, cancelled = false) =>
  kinds(
    statusJson([network], { ...readAt('2012-05-10T09:00Z'), meeting: { cancelled } }),
    '2012-05-10T10:00Z',
    { newsSentAt: Date.parse('2012-05-09T10:00Z') },
  );

describe('what to do today', () => {
  test('before anybody is invited: invite', () => {
    expect(kinds(statusJson([uninvited]), '2012-05-02T10:00Z')).toEqual(['invite']);
  });

  test('whoever was refused is phoned and not invited again, what was put off is sent again', () => {
    const refused = networkJson({
      id: 'refused',
      invited: false,
      contacts: [contactJson({ delivery: 'refused' })],
    });
    const deferred = networkJson({
      id: 'deferred',
      invited: false,
      contacts: [contactJson({ delivery: 'deferred' })],
    });
    const message = { network: 'deferred', email: 'kim@havn.example', mailing: 'invitation' };
    const status = {
      ...statusJson([refused, deferred, uninvited]),
      unfinished: [{ ...message, delivery: 'deferred' as const }],
    };
    const circumstances = { mailingsSent: new Set<string>(), toUpdate: 0 };
    expect(tasks(status, { now: Date.parse('2012-05-03T10:00Z'), ...circumstances })).toEqual([
      { kind: 'invite', networks: 1 },
      { kind: 'send-again', mails: 1, mailings: ['invitation'] },
      { kind: 'phone', networks: [refused] },
    ]);
  });

  test('nobody is sent to a mailbox who reads saved mails', () => {
    const saved = networkJson({ answer: 'accepted', contacts: [contactJson({ source: 'file' })] });
    expect(kinds(statusJson([silent]), '2012-05-04T10:00Z')).toEqual(['read-mailbox']);
    expect(kinds(statusJson([silent, saved]), '2012-05-04T10:00Z')).toEqual([]);
  });

  test('whoever comes and was not told of the change, because no mail arrives, is phoned', () => {
    expect(told(reachedAt('refused', '2012-05-08T10:00Z'))).toEqual(['tell']);
    expect(told(reachedAt('refused', '2012-05-08T10:00Z'), true)).toEqual(['tell']);
    expect(told(reachedAt('refused', '2012-05-09T11:00Z'))).toEqual([]);
    expect(told(reachedAt('sent', '2012-05-08T10:00Z'))).toEqual([]);
    const silentOne = networkJson({ contacts: [contactJson({ delivery: 'refused' })] });
    expect(told(silentOne)).toEqual(['phone']);
  });

  test('nothing, where all have answered and the mailbox was read today', () => {
    expect(kinds(statusJson([coming], readAt('2012-05-16T07:00Z')), '2012-05-16T10:00Z')).toEqual(
      [],
    );
  });

  test('doubt and what was set aside come first', () => {
    const status = statusJson([silent], { messages: { inDoubt: 1 }, toReview: 2 });
    expect(kinds(status, '2012-05-04T10:00Z')).toEqual(['in-doubt', 'review', 'read-mailbox']);
  });

  test('a reminder is due in the last days, once', () => {
    const status = statusJson([silent], readAt('2012-05-16T07:00Z'));
    expect(kinds(status, '2012-05-10T10:00Z')).toEqual([]);
    expect(kinds(status, '2012-05-16T10:00Z')).toEqual(['remind']);
    const reminded = { mailingsSent: new Set(['invitation', 'reminder']) };
    expect(kinds(status, '2012-05-16T10:00Z', reminded)).toEqual([]);
  });

  test('who cannot be reached by mail is phoned at once, the silent once the time is up', () => {
    const status = statusJson([silent, bounced], readAt('2012-05-19T07:00Z'));
    expect(
      tasks(status, {
        now: Date.parse('2012-05-19T10:00Z'),
        replyByEnds: REPLY_BY,
        mailingsSent: new Set(),
        toUpdate: 0,
      }),
    ).toEqual([{ kind: 'phone', networks: [silent, bounced] }]);
    expect(kinds(statusJson([bounced], readAt('2012-05-04T07:00Z')), '2012-05-04T10:00Z')).toEqual([
      'phone',
    ]);
  });

  test('nobody who wants no mails is invited or phoned', () => {
    const left = networkJson({ optedOut: true });
    const status = statusJson(
      [left, { ...uninvited, optedOut: true }],
      readAt('2012-05-19T07:00Z'),
    );
    expect(kinds(status, '2012-05-19T10:00Z')).toEqual([]);
  });

  test('the practical mail shortly before, thanks and erasing afterwards', () => {
    const status = statusJson([coming], readAt('2012-05-29T07:00Z'));
    expect(kinds(status, '2012-05-29T10:00Z')).toEqual(['practical']);
    expect(kinds(status, '2012-05-31T10:00Z')).toEqual(['thanks', 'purge']);
  });

  test('what has changed is told before anything else goes out', () => {
    const status = statusJson([coming, uninvited], readAt('2012-05-10T07:00Z'));
    expect(kinds(status, '2012-05-10T10:00Z', { toUpdate: 1 })).toEqual(['update', 'invite']);
  });

  test('who has moved up is told', () => {
    const status = statusJson(
      [networkJson({ ...coming, movedUp: 1 })],
      readAt('2012-05-10T07:00Z'),
    );
    expect(kinds(status, '2012-05-10T10:00Z')).toEqual(['moved-up']);
  });

  test('nobody is invited or reminded to what is cancelled', () => {
    const status = statusJson([silent, uninvited], { meeting: { cancelled: true }, toReview: 1 });
    expect(kinds(status, '2012-05-16T10:00Z')).toEqual(['review']);
  });
});
