import { describe, expect, test } from 'vitest';
import { readMeeting } from '../../src/format/meeting-json.ts';
import say from '../../src/words/en/reading.ts';

const read = (text: string) => readMeeting(new TextEncoder().encode(text), say);

const least = {
  id: 'traef-2012',
  title: 'Træf',
  start: '2012-05-30T16:30',
  end: '2012-05-30T21:00',
  timeZone: 'Europe/Copenhagen',
  venue: { name: 'Kulturforsyningen' },
  organizer: { name: 'Mikronet', email: 'info@mikronet.dk' },
};

/** `path: message` of each problem, in order. */
function problems(over: object): readonly string[] {
  return read(JSON.stringify({ ...least, ...over }, null, 2)).problems.map(
    ({ path = '', message }) => `${path}: ${message}`,
  );
}

describe('meeting.json', () => {
  test('needs little; the rest has sensible defaults', () => {
    const { meeting } = read(`\ufeff${JSON.stringify(least)}`);
    expect(meeting).toMatchObject({
      id: 'traef-2012',
      language: 'da',
      start: { local: '2012-05-30T16:30', iso: '2012-05-30T16:30:00+02:00' },
      reserved: [],
      programme: [],
      questions: [],
      calendar: 'request',
      columns: {},
      mailbox: { folders: [] },
      sending: {},
    });
    expect(meeting).not.toHaveProperty('capacity');
  });

  test('is read whole', () => {
    const { meeting, problems: none } = read(
      JSON.stringify({
        ...least,
        replyBy: '2012-05-18',
        capacity: 60,
        reserved: [{ for: 'Cloudsters', seats: 2 }],
        seatsPerNetwork: 3,
        summary: { da: 'Kom', en: 'Come' },
        programme: [{ time: '16:30', title: 'Velkomst' }],
        questions: [{ id: 'works', text: { da: 'Hvad lykkes?' }, shared: true }],
        calendar: 'publish',
        columns: { Forening: 'network' },
        mailbox: { folders: ['INBOX', 'Træf'] },
        sending: { connections: 2, limits: [{ messages: 30, seconds: 60 }] },
        rehearsal: '2012-05-02T09:00',
      }),
    );
    expect(none).toEqual([]);
    expect(meeting).toMatchObject({
      replyBy: { date: '2012-05-18', endsAt: Date.parse('2012-05-18T22:00Z') },
      questions: [{ id: 'works', text: { da: 'Hvad lykkes?' }, shared: true }],
      sending: { connections: 2, limits: [{ messages: 30, seconds: 60 }] },
      rehearsal: '2012-05-02T09:00',
    });
  });

  test('a key that stands there twice is not silently the last of them', () => {
    const text = JSON.stringify(least, null, 2).replace('{', '{\n  "title": "Another",');
    expect(read(text).problems).toMatchObject([
      { line: 4, path: 'title', message: 'stands here a second time; the first is in line 2' },
    ]);
  });

  test.each([50, 100_000])(
    '%d lists inside one another are refused, and nothing breaks',
    (depth) => {
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const text = JSON.stringify({ ...least, title: 'DEEP' }).replace('"DEEP"', nested);
      expect(read(text).problems).toMatchObject([{ line: 1, message: say.tooDeep }]);
    },
  );

  test.each([
    [{ titel: 'x' }, ['titel: unknown; did you mean title?']],
    [{ venue: { name: 'x', adress: 'y' } }, ['venue.adress: unknown; did you mean address?']],
    [
      { start: '2012-03-25T02:30', end: '2012-03-25T05:00' },
      ['start: "2012-03-25T02:30" does not exist: the clocks go forward in that hour'],
    ],
    [{ end: '2012-05-30T16:00' }, ['end: the end is not after the start']],
    [{ replyBy: '2012-05-31' }, ['replyBy: the last day to answer is after the meeting']],
    [{ replyBy: '2012-02-30' }, ['replyBy: "2012-02-30" is not a date']],
    [{ timeZone: 'Copenhagen' }, ['timeZone: "Copenhagen" is not a time zone']],
    [
      {
        programme: ['25:00', '9.61', '16.30', '24', 'ca. 18'].map((time) => ({ time, title: 'x' })),
      },
      ['programme[0].time: "25:00" is not a time', 'programme[1].time: "9.61" is not a time'],
    ],
    [{ capacity: '60' }, ['capacity: "60" is not a whole number from 1 to 1000000']],
    [
      { capacity: 1, reserved: [{ for: 'x', seats: 2 }] },
      ['reserved: more seats are reserved than there are'],
    ],
    [
      { organizer: { name: 'x', email: 'info@' } },
      ['organizer.email: "info@" is not an e-mail address'],
    ],
    [{ title: 'a\nb' }, ['title: may not hold line breaks']],
    [{ title: { da: 'x', dansk: 'y' } }, ['title.dansk: "dansk" is not a language']],
    [
      {
        questions: [
          { id: 'a', text: 'x' },
          { id: 'a', text: 'y' },
        ],
      },
      ['questions[1].id: a second question "a"'],
    ],
    [
      { columns: { Forening: 'netværk' } },
      [
        'columns.Forening: "netværk" is not one of network, contact, email, language, greeting, phone, area, kind, note, id, seats, free',
      ],
    ],
    [{ venue: undefined, organizer: undefined }, ['venue: is missing', 'organizer: is missing']],
  ])('%j is a problem', (over, expected) => {
    expect(problems(over)).toEqual(expected);
  });

  test('every problem comes with its line', () => {
    const text = JSON.stringify({ ...least, capacity: -1, programme: [{ title: 7 }] }, null, 2);
    expect(
      read(text).problems.map(({ path, line }) => [path, text.split('\n')[line! - 1]!.trim()]),
    ).toEqual([
      ['capacity', '"capacity": -1,'],
      ['programme[0].title', '"title": 7'],
    ]);
  });

  test('broken JSON is told with its place', () => {
    expect(read('{\n  "id": "x",\n  "title" "y"\n}').problems).toMatchObject([
      { file: 'meeting.json', line: 3, message: say.notJson },
    ]);
  });

  test.each(['', '[]', '"x"', 'null', '{"a":', '{}x'])('%j is a problem, not a crash', (text) => {
    expect(read(text).problems.length).toBeGreaterThan(0);
  });

  test('Windows-1252 is told from UTF-8', () => {
    expect(readMeeting(new Uint8Array([0x22, 0xe6, 0x22]), say).problems).toMatchObject([
      { message: say.notUtf8 },
    ]);
  });
});
