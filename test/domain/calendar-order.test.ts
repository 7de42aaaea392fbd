import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/state.ts';
import type { FactDraft } from '../../src/domain/facts.ts';
import type { Answer } from '../../src/domain/model.ts';
import { fact } from '../support/meeting.ts';

interface Given {
  readonly answer: Answer;
  /** The mail's Date. */
  readonly date: string;
  readonly sequence?: number;
  readonly dtstamp?: string;
  readonly contact?: string;
}

function reply({ answer, date, sequence, dtstamp, contact = 'kim@havn.example' }: Given) {
  const draft: FactDraft = {
    type: 'reply-received',
    source: 'imap',
    network: 'havn',
    contact,
    reply: { answer, attendees: [], answers: {} },
    via: 'calendar',
    mail: { messageId: `${date} ${dtstamp}`, date, from: contact, subject: 's' },
    ...(dtstamp !== undefined && { calendar: { sequence: sequence ?? 0, dtstamp } }),
  };
  return fact('2012-05-20T08:00:00Z', draft);
}

const last = (...given: readonly Given[]) => fold(given.map(reply)).replies.at(-1)?.reply.answer;

const YES: Given = {
  answer: 'accepted',
  date: '2012-05-03T08:00:00Z',
  dtstamp: '20120503T080000Z',
};
const NO: Given = { answer: 'declined', date: '2012-05-04T08:00:00Z', dtstamp: '20120504T080000Z' };

test.each<[string, readonly Given[], Answer]>([
  ['the later one counts', [YES, NO], 'declined'],
  ['also where it was read first', [NO, YES], 'declined'],
  [
    'an older reply whose mail came late changes nothing',
    [NO, { ...YES, date: '2012-05-09T08:00:00Z' }],
    'declined',
  ],
  [
    'a reply to an older SEQUENCE changes nothing',
    [
      { ...NO, sequence: 1 },
      { ...YES, date: '2012-05-09T08:00:00Z', dtstamp: '20120509T080000Z' },
    ],
    'declined',
  ],
  [
    'another contact’s is another matter',
    [NO, { ...YES, date: '2012-05-09T08:00:00Z', contact: 'bo@havn.example' }],
    'accepted',
  ],
  [
    'a stamp that cannot be read is not compared',
    [NO, { ...YES, date: '2012-05-09T08:00:00Z', dtstamp: 'yesterday' }],
    'accepted',
  ],
  [
    'words after the calendar count, whatever the calendar says',
    [NO, { answer: 'accepted', date: '2012-05-09T08:00:00Z' }],
    'accepted',
  ],
])('calendar replies: %s', (_, given, expected) => {
  expect(last(...given)).toBe(expected);
});

test('the order in which they are read changes nothing', () => {
  const day = fc.integer({ min: 1, max: 9 });
  const given = fc
    .record({ mail: day, stamp: day, sequence: fc.nat(2) })
    .map(({ mail, stamp, sequence }): Given => ({
      answer: stamp % 2 ? 'accepted' : 'declined',
      date: `2012-05-0${mail}T08:00:00Z`,
      sequence,
      dtstamp: `2012050${stamp}T080000Z`,
    }));
  // Two mails of one moment stand in the order of arrival.
  const distinct = fc.uniqueArray(given, { selector: ({ date }) => date, maxLength: 6 });
  fc.assert(
    fc.property(distinct, (list) => {
      expect(last(...list.toReversed())).toBe(last(...list));
    }),
  );
});
