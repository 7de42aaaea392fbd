import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherMeeting } from '../../src/commands/new-meeting-fields.ts';
import { MikronetError } from '../../src/errors.ts';
import { readMeeting } from '../../src/format/meeting-json.ts';
import { newMeetingJson } from '../../src/format/new-meeting.ts';
import reading from '../../src/words/en/reading.ts';
import setup from '../../src/words/en/setup.ts';

const SETTING = {
  timeZone: 'Europe/Copenhagen',
  language: 'da',
  now: Date.parse('2012-01-01T12:00:00Z'),
} as const;

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 400 }),
);
const likely = fc.constantFrom(
  '2012-05-30T16:30',
  '2012-03-25T02:30',
  '30. maj kl. 17',
  '31.12.2012 23.59',
  '21.00',
  '02.30',
  '30.5.2012',
  '2013-01-01',
  'info@mikronet.dk',
  'bjørn@mikronet.dk',
  'Forening <info@ø.dk>',
  '40',
  '0',
  'da',
  'Europe/Copenhagen',
  'Mars/Olympus',
);
/** Mostly right, so that one odd value is seen beside good ones. */
const mostly = (...right: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...right) },
    { weight: 2, arbitrary: fc.option(likely, { nil: undefined }) },
    { weight: 1, arbitrary: anything },
  );

test('whatever is accepted makes a meeting.json that can be read', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        title: mostly('Forår'),
        start: mostly('2012-05-30T16:30', '30. marts kl. 17'),
        end: mostly('21.00'),
        place: mostly('Salen'),
        address: mostly('Nykøbing F'),
        organizer: mostly('Mikronet'),
        email: mostly('info@mikronet.dk'),
        replyBy: mostly('18. marts', '2012-03-18'),
        capacity: mostly('40'),
        language: mostly('da'),
        timeZone: mostly('Europe/Copenhagen', 'America/New_York'),
      }),
      async (flags) => {
        const given = Object.fromEntries(
          Object.entries(flags).filter(([, value]) => value !== undefined),
        );
        try {
          const meeting = await gatherMeeting(given, SETTING, undefined, setup.init);
          accepted += 1;
          const text = newMeetingJson(meeting, 'an-id');
          expect(readMeeting(new TextEncoder().encode(text), reading).problems).toEqual([]);
        } catch (error) {
          if (!(error instanceof MikronetError)) throw error;
        }
      },
    ),
    { numRuns: 1_000 },
  );
  expect(accepted).toBeGreaterThan(50);
});
