import { describe, expect, test } from 'vitest';
import {
  calendarPart,
  changesFor,
  hasNews,
  heldEntry,
  isForOldTime,
  type Correspondence,
} from '../../src/domain/calendar-part.ts';
import type { CalendarEntry, Fact, ReplyReceived } from '../../src/domain/facts.ts';
import type { Meeting } from '../../src/domain/model.ts';
import { fold } from '../../src/domain/state.ts';
import { wordOf } from '../../src/domain/word.ts';
import { answered, domainMeeting, KIM, sentMessage, time } from '../support/correspondence.ts';

const FIRST: CalendarEntry = {
  method: 'REQUEST',
  uid: '7QK2M4XDF@mikronet.example',
  sequence: 0,
  start: '2012-05-30T14:30:00.000Z',
  end: '2012-05-30T19:00:00.000Z',
  title: 'Træf',
  place: 'Kulturforsyningen, Nykøbing',
  partstat: 'needs-action',
};
const MAY_2 = '2012-05-02T07:00:00Z';
const MAY_3 = '2012-05-03T07:00:00Z';
const MAY_4 = '2012-05-04T07:00:00Z';
const MAY_5 = '2012-05-05T07:00:00Z';

const SAME = domainMeeting();
const LATER = domainMeeting({ start: time('2012-05-30T17:30'), end: time('2012-05-30T22:00') });
const ELSEWHERE = domainMeeting({ venue: { name: 'Skolen' } });
const RENAMED = domainMeeting({ title: 'Forårstræf' });

function past(facts: readonly Fact[], replies: readonly ReplyReceived[] = []): Correspondence {
  const { messages } = fold(facts);
  const contact = { address: KIM, language: 'da', messages: [...messages.values()] };
  const said = replies.map((fact) => wordOf(fact));
  return { contact, replies: said, word: said.at(-1) };
}

const INVITED = sentMessage('invitation', MAY_2, { calendar: FIRST });
const byMail = (answer: 'accepted' | 'declined' | 'tentative', at = MAY_3) => answered(answer, at);
const byButton = (answer: 'accepted' | 'declined' | 'tentative', at = MAY_3, sequence = 0) =>
  answered(answer, at, { via: 'calendar', calendar: { sequence, dtstamp: at } });

function part(
  meeting: Meeting,
  mailing: string,
  facts: readonly Fact[] = INVITED,
  replies: readonly ReplyReceived[] = [],
) {
  const made = calendarPart(meeting, mailing, '7QK2M4XDF', past(facts, replies));
  if (!made) return undefined;
  const { method, sequence, partstat } = made.entry;
  return [method, sequence, partstat, made.rsvp ? 'asks' : ''].join(' ').trimEnd();
}

describe('the calendar part', () => {
  test('of an invitation is an entry of its own for the contact', () => {
    expect(calendarPart(SAME, 'invitation', '7QK2M4XDF', past([]))).toEqual({
      entry: FIRST,
      rsvp: true,
    });
  });

  test.each<[string, Meeting, string, readonly ReplyReceived[], string | undefined]>([
    ['a reminder repeats it', SAME, 'reminder', [], 'REQUEST 0 needs-action asks'],
    ['a maybe is kept', SAME, 'reminder', [byMail('tentative')], 'REQUEST 0 tentative asks'],
    ['a yes is made true', SAME, 'confirmation', [byMail('accepted')], 'REQUEST 0 accepted'],
    ['a no by mail too', SAME, 'confirmation', [byMail('declined')], 'REQUEST 0 declined'],
    ['a no by button is not put back', SAME, 'confirmation', [byButton('declined')], undefined],
    [
      'unless a yes follows',
      SAME,
      'confirmation',
      [byButton('declined'), byMail('accepted', MAY_4)],
      'REQUEST 0 accepted',
    ],
    [
      'another time asks anew',
      LATER,
      'update',
      [byMail('accepted')],
      'REQUEST 1 needs-action asks',
    ],
    ['also after a no', LATER, 'update', [byMail('declined')], 'REQUEST 1 needs-action asks'],
    ['another place keeps a yes', ELSEWHERE, 'update', [byMail('accepted')], 'REQUEST 1 accepted'],
    ['and a no', ELSEWHERE, 'update', [byMail('declined')], 'REQUEST 1 declined'],
    ['so does another title', RENAMED, 'update', [byMail('tentative')], 'REQUEST 1 tentative asks'],
    ['a no by button is left alone', LATER, 'update', [byButton('declined')], undefined],
    [
      'a reminder of a moved evening moves it',
      LATER,
      'reminder',
      [],
      'REQUEST 1 needs-action asks',
    ],
    ['a cancellation takes it away', SAME, 'cancellation', [byMail('declined')], 'CANCEL 1'],
    ['where it is', SAME, 'cancellation', [byButton('declined')], undefined],
    ['the way there says nothing of it', SAME, 'practical', [], undefined],
  ])('%s', (_, meeting, mailing, replies, expected) => {
    expect(part(meeting, mailing, INVITED, replies)).toBe(expected);
  });

  test('an answer given before the move stays one for the old time', () => {
    const moved = sentMessage('update', MAY_4, {
      calendar: { ...FIRST, sequence: 1, start: LATER.start.iso, end: LATER.end.iso },
    });
    const facts = [...INVITED, ...moved];
    const both = { ...LATER, venue: { name: 'Skolen' } };
    const yes = byMail('accepted');
    expect(isForOldTime(LATER, wordOf(yes), past(facts).contact.messages)).toBe(true);
    expect(part(both, 'update', facts, [yes])).toBe('REQUEST 2 needs-action asks');
    expect(part(both, 'update', facts, [byMail('accepted', MAY_5)])).toBe('REQUEST 2 accepted');
    // It came after the move, and answers the entry as it was before.
    expect(part(both, 'update', facts, [byButton('accepted', MAY_5, 0)])).toContain('needs-action');
    expect(part(both, 'update', facts, [byButton('accepted', MAY_5, 1)])).toContain('accepted');
  });

  test('after a cancellation there is none', () => {
    const facts = [
      ...INVITED,
      ...sentMessage('cancellation', MAY_4, {
        calendar: { ...FIRST, method: 'CANCEL', sequence: 1 },
      }),
    ];
    for (const mailing of ['confirmation', 'update', 'cancellation', 'invitation']) {
      expect(part(LATER, mailing, facts)).toBeUndefined();
    }
  });

  test('a message in doubt may be in the calendar, one put off is not', () => {
    const [update] = sentMessage('update', MAY_4, {
      calendar: { ...FIRST, sequence: 1, place: 'Skolen' },
    });
    const putOff = { ...update!, type: 'message-deferred', response: '450' } as Fact;
    expect(part(SAME, 'update', [...INVITED, update!])).toBe('REQUEST 2 needs-action asks');
    expect(part(ELSEWHERE, 'update', [...INVITED, update!, putOff])).toContain('REQUEST 1');
  });

  test('is published, or absent, where the meeting says so', () => {
    const published = domainMeeting({ calendar: 'publish' });
    const facts = sentMessage('invitation', MAY_2, { calendar: { ...FIRST, method: 'PUBLISH' } });
    const moved = { ...LATER, calendar: 'publish' } as const;
    expect(part(published, 'invitation', [])).toBe('PUBLISH 0');
    expect(part(published, 'confirmation', facts, [byMail('accepted')])).toBeUndefined();
    expect(part(moved, 'update', facts)).toBe('PUBLISH 1');
    expect(part(published, 'cancellation', facts)).toBe('CANCEL 1');
    const off = domainMeeting({ calendar: 'off' });
    expect(part(off, 'invitation', [])).toBeUndefined();
    expect(part(off, 'cancellation', [])).toBeUndefined();
    // Who was sent an entry before it was switched off does not keep a wrong one.
    expect(part({ ...LATER, calendar: 'off' }, 'update')).toBe('REQUEST 1 needs-action asks');
    expect(part(off, 'cancellation')).toBe('CANCEL 1');
  });
});

describe('who holds an entry', () => {
  test.each<[string, readonly Fact[], readonly ReplyReceived[], boolean]>([
    ['nobody who got none', sentMessage('invitation', MAY_2), [], false],
    ['who got a request', INVITED, [], true],
    ['who said no by mail', INVITED, [byMail('declined')], true],
    ['not who pressed no', INVITED, [byButton('declined')], false],
    [
      'who pressed no, then yes',
      INVITED,
      [byButton('declined'), byButton('accepted', MAY_4)],
      true,
    ],
    [
      'who pressed no and was sent it again',
      [...INVITED, ...sentMessage('reminder', MAY_5, { calendar: FIRST })],
      [byButton('declined')],
      true,
    ],
  ])('%s', (_, facts, replies, expected) => {
    expect(heldEntry(past(facts, replies)) !== undefined).toBe(expected);
  });
});

describe('what has changed', () => {
  const { contact } = past([
    ...INVITED,
    ...sentMessage('reminder', MAY_4, { calendar: { ...FIRST, sequence: 1, place: 'Skolen' } }),
  ]);

  test('is told since the invitation or the last update', () => {
    expect(changesFor(ELSEWHERE, contact)).toEqual({
      place: { was: 'Kulturforsyningen, Nykøbing', now: 'Skolen' },
    });
    expect(changesFor({ ...LATER, title: 'Forårstræf' }, contact)).toEqual({
      title: { was: 'Træf', now: 'Forårstræf' },
      time: {
        was: { start: FIRST.start, end: FIRST.end },
        now: { start: '2012-05-30T15:30:00.000Z', end: '2012-05-30T20:00:00.000Z' },
      },
    });
  });

  test('is news to those whom a reminder told of it, where the meeting moves back', () => {
    expect(changesFor(SAME, contact)).toEqual({
      place: { was: 'Skolen', now: 'Kulturforsyningen, Nykøbing' },
    });
    expect(hasNews(SAME, contact)).toBe(true);
    const moved = sentMessage('update', MAY_5, { calendar: { ...FIRST, sequence: 2 } });
    const told = past([...INVITED, ...moved]).contact;
    expect([hasNews(SAME, told), hasNews(SAME, past(INVITED).contact)]).toEqual([false, false]);
  });

  test('is nothing where only the language of the contact has changed', () => {
    const meeting = domainMeeting({ title: { da: 'Træf', en: 'Gathering' } });
    expect(changesFor(meeting, { ...past(INVITED).contact, language: 'en' })).toEqual({});
    expect(part(meeting, 'reminder')).toBe('REQUEST 0 needs-action asks');
  });
});
