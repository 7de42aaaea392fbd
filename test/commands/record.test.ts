import { describe, expect, test } from 'vitest';
import { aMeeting, ALL_INVITED, type } from '../support/meeting.ts';

describe('record', () => {
  test('writes an answer down and says how the network stands now', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    const { exit, stdout } = await type(
      world,
      'record',
      'havn',
      'ja',
      '--seats',
      '2',
      '--attendee',
      'Kim Holm <kim@havn.example>',
      '--answer',
      'works=kaffen',
      '--remark',
      'glæder sig',
    );
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: 'Havnelauget: coming, 2 seats, Kim Holm, 8 seats left\n',
    });
    expect(world.facts('/meeting').at(-1)).toMatchObject({
      type: 'reply-received',
      source: 'manual',
      network: 'havnelauget',
      via: 'hand',
      reply: {
        answer: 'accepted',
        seats: 2,
        attendees: [{ name: 'Kim Holm', email: 'kim@havn.example' }],
        answers: { works: 'kaffen' },
        remark: 'glæder sig',
      },
    });
  });

  test('takes a whole name for that contact, also where another’s begins with it', async () => {
    const list = 'navn;kontakt;mail\nHavn;Bo;bo@havn.example\nHavn;Bo Hansen;hansen@havn.example\n';
    const world = aMeeting({ files: { '/meeting/networks.csv': list } });
    const { exit } = await type(world, 'record', 'havn', 'no', '--contact', 'bo');
    expect(exit).toBe(0);
    expect(world.facts('/meeting').at(-1)).toMatchObject({ contact: 'bo@havn.example' });
  });

  test('begins the journal where nobody has yet', async () => {
    const world = aMeeting();
    await type(world, 'record', 'havn', 'no');
    expect(world.facts('/meeting').map(({ type: kind }) => kind)).toEqual([
      'journal-begun',
      'reply-received',
    ]);
  });

  test('speaks for a contact where one is named', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    await type(world, 'record', 'forsyning', 'maybe', '--contact', 'mette');
    expect(world.facts('/meeting').at(-1)).toMatchObject({ contact: 'mette@oeko.example' });
  });

  test('says what waits beyond the seats of a network', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    const { stdout } = await type(world, 'record', 'havn', 'yes', '--seats', '5');
    expect(stdout).toBe(
      'Havnelauget: coming, 3 seats, 2 seats on the waiting list, 7 seats left\n',
    );
  });

  test('tells everything that is wrong at once, and writes nothing', async () => {
    const world = aMeeting();
    const result = await type(
      world,
      'record',
      'havn',
      'perhaps',
      '--seats',
      '0',
      '--attendee',
      '<>',
      '--answer',
      'hard=x',
    );
    expect(result).toEqual({
      exit: 2,
      stdout: '',
      stderr: [
        '"perhaps" is not an answer',
        '  hint: one of yes, no, maybe, none (ja, nej, måske, ingen)',
        '"0" is not a number of seats',
        '  hint: a whole number from 1 to 999',
        '"<>" names nobody',
        '  hint: a name, an address, or both, as in "Anna Holm <anna@example.dk>"',
        'the meeting has no question "hard"',
        '  hint: its questions: works',
        '',
      ].join('\n'),
    });
    expect(world.facts('/meeting')).toEqual([]);
  });

  test.each([
    [
      ['record'],
      'which network is missing\nthe answer is missing: yes, no, maybe or none\n  hint: as in: mikronet record harbour yes --seats 2\n',
    ],
    [
      ['record', 'havn'],
      'the answer is missing: yes, no, maybe or none\n  hint: as in: mikronet record harbour yes --seats 2\n',
    ],
    [['record', 'hafn', 'yes'], 'there is no network "hafn"\n  hint: did you mean Havnelauget?\n'],
    [
      ['record', 'o', 'yes'],
      '"o" may be any of 2 networks\n  hint: write more of the name: Lollands Håndværkerlaug, Økologisk Forsyning\n',
    ],
    [
      ['record', 'havn', 'yes', '--contact', 'Bo'],
      'Havnelauget has no contact "Bo"\n  hint: its contacts: Kim Holm <kim@havn.example>\n',
    ],
    [
      ['record', 'havn', 'no', '--seats', '2'],
      'seats and attendees go with yes or maybe only\n  hint: one of yes, no, maybe, none (ja, nej, måske, ingen)\n',
    ],
  ])('%j never asks off a terminal', async (args, stderr) => {
    expect(await type(aMeeting(), ...args)).toEqual({ exit: 2, stdout: '', stderr });
  });

  test('the same data for scripts', async () => {
    const { stdout } = await type(aMeeting(), 'record', 'havn', 'yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      network: { id: 'havnelauget', answer: 'accepted', seats: 1, seatsAssumed: true },
    });
  });
});

describe('undo', () => {
  test('takes back the last thing a person did, then the one before', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    await type(world, 'record', 'havn', 'yes', '--seats', '2');
    await type(world, 'record', 'havn', 'no');
    expect((await type(world, 'undo')).stdout).toBe('taken back: Havnelauget: not coming\n');
    expect(JSON.parse((await type(world, 'status', '--json')).stdout)).toMatchObject({
      counts: { accepted: 1, seats: { coming: 2 } },
    });
    expect((await type(world, 'undo')).stdout).toBe('taken back: Havnelauget: coming, 2 seats\n');
    expect(await type(world, 'undo')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('there is nothing to take back'),
    });
  });
});
