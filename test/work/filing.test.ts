import { describe, expect, it } from 'vitest';
import type { AboutOne, Meaning } from '../../src/understand/meaning.ts';
import { fileMail } from '../../src/work/filing.ts';

const mail = { messageId: 'a@havn.example', from: 'kim@havn.example', subject: 'Sv: Træf' };
const whose = { network: 'havn', contact: 'kim@havn.example' };
const message: AboutOne = {
  message: '7QK2M4XDF.invitation.1@mikronet.example',
  network: 'havn',
  address: 'kim@havn.example',
  mailing: 'invitation',
};
const reply = { answer: 'accepted', seats: 2, attendees: [], answers: {} } as const;

describe('what a mail means becomes facts', () => {
  it('an answer, with how it was matched and the sentence that decided', () => {
    const meaning: Meaning = {
      ...whose,
      kind: 'reply',
      reply,
      via: 'words',
      rung: 'message-id',
      sentence: 'Vi kommer to',
      flags: ['sender-differs'],
    };
    expect(fileMail(meaning, mail, 'imap', [])).toEqual({
      counted: 'answers',
      facts: [
        {
          ...whose,
          type: 'reply-received',
          source: 'imap',
          mail,
          reply,
          via: 'words',
          rung: 'message-id',
          sentence: 'Vi kommer to',
          flags: ['sender-differs'],
        },
      ],
    });
  });

  it('an answer by calendar, which is counted by itself', () => {
    const calendar = { sequence: 0, dtstamp: '20120503T080000Z' };
    const meaning: Meaning = {
      ...whose,
      kind: 'reply',
      reply,
      via: 'calendar',
      rung: 'calendar-uid',
      calendar,
    };
    const { counted, facts } = fileMail(meaning, mail, 'file', []);
    expect(counted).toBe('calendarReplies');
    expect(facts).toMatchObject([{ type: 'reply-received', source: 'file', calendar }]);
  });

  it('a bounce of two messages, and the delay of a third', () => {
    const other = { ...message, message: 'x', address: 'bo@havn.example' };
    const meaning: Meaning = {
      kind: 'bounce',
      bounces: [
        { about: message, delayed: false, permanent: true, status: '5.1.1' },
        { about: other, delayed: true, permanent: false, diagnostic: 'd'.repeat(5000) },
      ],
    };
    const { counted, facts } = fileMail(meaning, mail, 'imap', []);
    expect(counted).toBe('bounces');
    expect(facts).toEqual([
      { ...message, type: 'message-bounced', mail, status: '5.1.1', permanent: true },
      { ...other, type: 'message-delayed', mail, diagnostic: 'd'.repeat(500) },
    ]);
  });

  it('first of all what it proves about a message in doubt', () => {
    const meaning: Meaning = { ...whose, kind: 'automatic', text: 'På ferie' };
    expect(fileMail(meaning, mail, 'imap', [message]).facts).toEqual([
      { ...message, type: 'message-sent', evidence: 'reply' },
      { ...whose, type: 'automatic-reply-received', mail, text: 'På ferie' },
    ]);
  });

  it.each<[Meaning, string, string]>([
    [
      { kind: 'set-aside', reason: 'unclear', text: 'x'.repeat(9999) },
      'setAside',
      'mail-set-aside',
    ],
    [{ kind: 'request', text: 'x'.repeat(9999) }, 'requests', 'request-received'],
  ])('words to look at, of which 2,000 characters are kept: %o', (meaning, counted, type) => {
    const filed = fileMail(meaning, mail, 'imap', []);
    expect(filed.counted).toBe(counted);
    expect(filed.facts).toMatchObject([{ type, mail, text: 'x'.repeat(2000) }]);
  });

  it('no more mails', () => {
    const meaning: Meaning = { ...whose, kind: 'opt-out', sentence: 'Ingen flere mails' };
    expect(fileMail(meaning, mail, 'imap', [])).toEqual({
      counted: 'optOuts',
      facts: [{ ...whose, type: 'opted-out', source: 'imap', mail, sentence: 'Ingen flere mails' }],
    });
  });

  it('nothing: a mail that is passed over, and an answer to a test mail', () => {
    expect(fileMail({ kind: 'passed-over' }, mail, 'imap', []).facts).toEqual([]);
    expect(fileMail({ kind: 'test', reply }, mail, 'imap', [message])).toEqual({
      counted: 'passedOver',
      facts: [],
    });
  });
});
