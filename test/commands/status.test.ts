import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts.ts';
import { aMeeting, ALL_INVITED, fact, invited, NETWORKS, type } from '../support/meeting.ts';

const answered = [
  ...ALL_INVITED,
  fact('2012-05-03T08:00:00Z', {
    type: 'reply-received',
    source: 'imap',
    network: 'lollands-haandvaerkerlaug',
    contact: 'anna@laug.example',
    via: 'words',
    rung: 'reference-in-subject',
    sentence: 'Vi kommer 2, Per og jeg',
    mail: { messageId: 'm1', from: 'anna@laug.example', subject: 'SV: Invitation' },
    reply: {
      answer: 'accepted',
      seats: 2,
      attendees: [{ name: 'Anna' }, { name: 'Per' }],
      answers: {},
    },
  }),
  fact('2012-05-03T09:00:00Z', { type: 'mailbox-read', cursors: [] }),
];

const by = (at: string, answer: 'accepted' | 'declined', network = 'havnelauget') =>
  fact(at, {
    type: 'reply-received',
    source: 'manual',
    network,
    via: 'hand',
    reply: { answer, attendees: [], answers: {} },
  });

async function screen(...more: readonly Fact[]): Promise<string> {
  const world = aMeeting({ facts: [...ALL_INVITED, ...more] });
  return (await type(world, 'status')).stdout;
}

describe('status', () => {
  test('is one JSON value for scripts, whose counts add up', async () => {
    const { exit, stdout } = await type(aMeeting({ facts: answered }), 'status', '--json');
    const status = JSON.parse(stdout);
    expect(exit).toBe(0);
    expect(status.counts).toEqual({
      networks: 3,
      accepted: 1,
      declined: 0,
      tentative: 0,
      needsAction: 2,
      notInvited: 0,
      optedOut: 0,
      messages: { sent: 4, inDoubt: 0, deferred: 0, refused: 0, bounced: 0 },
      seats: { coming: 2, waiting: 0, reserved: 0, free: 8 },
      toReview: 0,
    });
    expect(status.meeting.start).toBe('2012-05-30T16:30:00+02:00');
    expect(status.networks[1]).toMatchObject({
      id: 'lollands-haandvaerkerlaug',
      answer: 'accepted',
      seats: 2,
      contacts: [{ delivery: 'sent', answer: 'accepted', source: 'imap' }],
    });
  });

  test('tells of a mail that came back, until another has gone to that address', async () => {
    const about = { network: 'havnelauget', address: 'kim@havn.example' };
    const back = fact('2012-05-03T08:00:00Z', {
      type: 'message-bounced',
      ...about,
      message: 'kim@havn.example.invitation.1',
      mailing: 'invitation',
      mail: { messageId: 'b@mx.example', from: 'MAILER-DAEMON@mx.example', subject: 'Returned' },
      status: '5.2.2',
      permanent: false,
    });
    const reminded = fact('2012-05-10T08:00:00Z', {
      type: 'message-sent',
      ...about,
      message: 'kim@havn.example.reminder.1',
      mailing: 'reminder',
    });
    expect(await screen()).not.toContain('came back');
    expect(await screen(back)).toContain(
      'the mail to kim@havn.example came back: the mailbox is full',
    );
    expect(await screen(back, reminded)).not.toContain('came back');
  });

  test('lets an address be that was mended, once the new one has been written to', async () => {
    const about = { network: 'havnelauget', mailing: 'invitation' };
    const back = fact('2012-05-03T08:00:00Z', {
      type: 'message-bounced',
      ...about,
      address: 'kim@havn.example',
      message: 'kim@havn.example.invitation.1',
      mail: { messageId: 'b@mx.example', from: 'MAILER-DAEMON@mx.example', subject: 'Returned' },
      status: '5.1.1',
      permanent: true,
    });
    const networks = NETWORKS.replace('kim@havn.example', 'kim.holm@havn.example');
    const shown = async (...more: readonly Fact[]) =>
      (await type(aMeeting({ networks, facts: [...ALL_INVITED, back, ...more] }), 'status')).stdout;
    expect(await shown()).toContain('the mail to kim@havn.example came back');
    const anew = invited('havnelauget', 'Havnelauget', 'kim.holm@havn.example', 'Kim Holm');
    const mended = await shown(...anew);
    expect(mended).not.toContain('came back');
    expect(mended).toMatch(/Havnelauget +no answer yet +Kim Holm\n/);
  });

  test("tells one network's story", async () => {
    const { stdout } = await type(aMeeting({ facts: answered }), 'status', 'lolland');
    expect(stdout).toBe(
      [
        'Lollands Håndværkerlaug (lollands-haandvaerkerlaug)',
        'coming, 2 seats, Anna, Per',
        '',
        'Contacts:',
        '  Anna Holm  anna@laug.example  da',
        '',
        'What has happened:',
        '  2 May 09:00  invitation sent to anna@laug.example (7QK-2M4-XDF)',
        '  3 May 10:00  Anna Holm by mail: coming, 2 seats, Anna, Per',
        '               mail from anna@laug.example: "SV: Invitation"',
        '               reference in the subject',
        '               "Vi kommer 2, Per og jeg"',
        '',
      ].join('\n'),
    );
  });

  test('makes a list to phone from', async () => {
    const { stdout } = await type(aMeeting({ facts: answered }), 'status', '--silent');
    expect(stdout).toBe(
      [
        'network              contact   phone     e-mail               invited',
        'Havnelauget          Kim Holm  12345678  kim@havn.example     2 May',
        'Økologisk Forsyning  Torben              torben@oeko.example  2 May',
        'Økologisk Forsyning  Mette               mette@oeko.example   2 May',
        '',
      ].join('\n'),
    );
  });

  test('a message without an answer from the server is in doubt, and shown first', async () => {
    const world = aMeeting({ facts: ALL_INVITED.slice(0, 1) });
    const { stdout } = await type(world, 'status');
    expect(stdout.split('\n').slice(4, 6)).toEqual([
      'IN DOUBT: 1 mail may have arrived, or may not. It is not sent again by itself.',
      '  Havnelauget  kim@havn.example',
    ]);
  });

  test('what was written down later counts, even by a clock that is behind', async () => {
    const world = aMeeting({
      facts: [
        by('2012-05-03T09:00:00.010Z', 'accepted'),
        by('2012-05-03T09:00:00.002Z', 'declined'),
      ],
    });
    expect(JSON.parse((await type(world, 'status', '--json')).stdout).counts).toMatchObject({
      accepted: 0,
      declined: 1,
    });
  });

  test.each(['2012-05-03T08:00:00Z', '2012-05-03T07:59:59Z'])(
    'whoever was written down first gets the seat, also at one instant or by a clock set back: %s',
    async (later) => {
      const world = aMeeting({
        meeting: { capacity: 1, reserved: [] },
        facts: [
          ...ALL_INVITED,
          by('2012-05-03T08:00:00Z', 'accepted', 'oekologisk-forsyning'),
          by(later, 'accepted'),
        ],
      });
      const { networks } = JSON.parse((await type(world, 'status', '--json')).stdout);
      expect(
        networks.map(({ id, seats, waiting }: Record<string, unknown>) => [id, seats, waiting]),
      ).toEqual([
        ['havnelauget', 0, 1],
        ['lollands-haandvaerkerlaug', 0, 0],
        ['oekologisk-forsyning', 1, 0],
      ]);
    },
  );
});

describe('mikronet alone', () => {
  test('says where the meeting stands and what to do', async () => {
    const { exit, stdout } = await type(aMeeting({ facts: answered, now: '2012-05-16T08:00:00Z' }));
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: [
        'Træf',
        'Wednesday 30 May 2012 (in 14 days)',
        '1 coming (2 of 10 seats), 2 without an answer',
        '',
        'Today:',
        '  - read the mailbox, last read 12 days ago: `mikronet sync`',
        '  - remind 2 networks, 2 days left to answer: `mikronet remind`',
        '',
      ].join('\n'),
    });
  });

  test('is no mistake where there is no meeting', async () => {
    const { exit, stdout } = await type(aMeeting({ cwd: '/elsewhere' }));
    expect(exit).toBe(0);
    expect(stdout).toContain('mikronet init');
  });
});

test('a broken folder is told whole: both files, every problem', async () => {
  const world = aMeeting({
    meeting: { capacity: -1 },
    networks: 'network;email\nA;kim@@a.dk\n',
  });
  const { exit, stdout, stderr } = await type(world, 'status');
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toBe(
    [
      'meeting.json:1 capacity: -1 is not a whole number from 1 to 1000000',
      'networks.csv:2: "kim@@a.dk" is not an e-mail address',
      '  2 | A;kim@@a.dk',
      '  hint: one address in the cell, as in kim@example.org',
      '',
    ].join('\n'),
  );
});
