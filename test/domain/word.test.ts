import { describe, expect, test } from 'vitest';
import { fold } from '../../src/domain/state.ts';
import { fact } from '../support/meeting.ts';

const begun = fact('2012-05-02T07:00:00Z', { type: 'journal-begun', meeting: 'traef', key: 'k' });

/** An answer by mail, read at an instant. */
const answered = (
  at: string,
  answer: 'accepted' | 'declined',
  times: { readonly date?: string; readonly received?: string },
) =>
  fact(at, {
    type: 'reply-received',
    source: 'imap',
    network: 'havnelauget',
    contact: 'kim@havn.example',
    via: 'words',
    mail: { messageId: `${at}@x`, from: 'kim@havn.example', subject: 'Svar', ...times },
    reply: { answer, attendees: [], answers: {} },
  });

const yes = answered('2012-05-03T09:00:00Z', 'accepted', {
  date: '2012-05-03T08:00:00Z',
  received: '2012-05-03T08:01:00Z',
});

describe('of two answers the one that was said last counts', () => {
  test.each<[string, Parameters<typeof answered>[2], 'accepted' | 'declined']>([
    ['by the mail’s Date', { date: '2012-05-03T07:00:00Z' }, 'accepted'],
    [
      'by its receipt, where the sender’s clock is ahead',
      { date: '2030-01-01T00:00:00Z', received: '2012-05-03T07:00:00Z' },
      'accepted',
    ],
    [
      'by its receipt, where the sender’s clock has lost the time',
      { date: '1970-01-01T00:00:00Z', received: '2012-05-04T07:00:00Z' },
      'declined',
    ],
    [
      'by its reading, where nothing else is known of it',
      { date: '2001-05-01T00:00:00Z' },
      'declined',
    ],
    [
      'by its Date, where both are from before the journal',
      { date: '2012-05-01T08:00:00Z', received: '2012-05-01T09:00:00Z' },
      'accepted',
    ],
  ])('%s', (_, times, answer) => {
    const no = answered('2012-05-05T09:00:00Z', 'declined', times);
    expect(fold([begun, yes, no]).replies.at(-1)!.reply.answer).toBe(answer);
  });
});
