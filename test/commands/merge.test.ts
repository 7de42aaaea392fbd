import { describe, expect, test } from 'vitest';
import { erasedDraft } from '../../src/domain/erase.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { erasedHash } from '../../src/format/keyed.ts';
import { ALL_INVITED, aMeeting, fact, invited, type } from '../support/meeting.ts';

const KEY = 'k'.repeat(43);
const begun = fact('2012-05-02T06:59:00Z', { type: 'journal-begun', meeting: 'traef', key: KEY });
const reply = (at: string, network: string, answer: 'accepted' | 'declined') =>
  fact(at, {
    type: 'reply-received',
    source: 'manual',
    network,
    via: 'hand',
    reply: { answer, attendees: [{ name: `Somebody of ${network}` }], answers: {} },
  });

const SHARED = [begun, ...ALL_INVITED];
const COPY = '/meeting/journal (conflicted copy).jsonl';

function meetingWith(ours: readonly Fact[], theirs: readonly Fact[] | string) {
  const copy =
    typeof theirs === 'string'
      ? theirs
      : theirs.map((each) => `${JSON.stringify(each)}\n`).join('');
  return aMeeting({ facts: ours, files: { [COPY]: copy } });
}

const join = (world: ReturnType<typeof aMeeting>, ...flags: readonly string[]) =>
  type(world, 'merge', 'journal (conflicted copy).jsonl', ...flags);

describe('two copies of a journal', () => {
  const mine = reply('2012-05-03T10:00:00Z', 'havnelauget', 'accepted');
  const yours = reply('2012-05-03T09:00:00Z', 'oekologisk-forsyning', 'declined');

  test('become one, in the order of time, and the copy is put aside', async () => {
    const world = meetingWith([...SHARED, mine], [...SHARED, yours]);
    const { exit, stdout, stderr } = await join(world);
    expect(exit).toBe(0);
    expect(stdout).toBe('1 line joined.\n');
    expect(stderr).toContain(
      'is done with and is now called journal (conflicted copy).jsonl.merged',
    );
    expect(world.facts('/meeting')).toEqual([...SHARED, yours, mine]);
    expect(world.disk.has(COPY)).toBe(false);
  });

  test('keep what was answered last, also by a clock that is behind', async () => {
    const no = reply('2012-05-03T09:59:00Z', 'havnelauget', 'declined');
    const world = meetingWith([...SHARED, mine], [...SHARED, mine, no]);
    expect((await join(world)).stdout).toBe('1 line joined.\n');
    expect(world.facts('/meeting')).toEqual([...SHARED, mine, no]);
    const { networks } = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(networks[0]).toMatchObject({ id: 'havnelauget', answer: 'declined' });
  });

  test('are found beside the journal from anywhere', async () => {
    const copy = [...SHARED, yours].map((each) => `${JSON.stringify(each)}\n`).join('');
    const world = aMeeting({ facts: [...SHARED, mine], files: { [COPY]: copy }, cwd: '/' });
    const { exit, stdout } = await join(world, '--folder', '/meeting');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '1 line joined.\n' });
    expect(world.disk.has(COPY)).toBe(false);
  });

  test('joined twice are the same as joined once', async () => {
    const world = meetingWith([...SHARED, yours, mine], [...SHARED, yours]);
    expect((await join(world)).stdout).toBe(
      'Nothing new in it: this journal has every line already.\n',
    );
    expect(world.facts('/meeting')).toEqual([...SHARED, yours, mine]);
  });

  test('that both sent a mail say so', async () => {
    const sent = invited('havnelauget', 'Havnelauget', 'kim@havn.example', 'Kim Holm');
    const again = sent.map((each) => ({ ...each, id: `other-${each.id}` }));
    const { exit, stdout } = await join(meetingWith([begun, ...sent], [begun, ...again]), '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      added: 2,
      sentTwice: [{ network: 'havnelauget', address: 'kim@havn.example' }],
    });
  });

  test('do not make a message unsent that one of them sent', async () => {
    const [submitted, sent] = invited('havnelauget', 'Havnelauget', 'kim@havn.example', 'Kim');
    const { message, network, address, mailing } = submitted as Extract<
      Fact,
      { type: 'message-submitted' }
    >;
    const put = (at: string) =>
      fact(at, {
        type: 'message-deferred',
        message,
        network,
        address,
        mailing,
        run: 'other',
        response: '450 later',
      });
    const world = meetingWith([begun, submitted!, sent!], [begun, put('2012-05-02T08:00:00Z')]);
    await join(world);
    const { stdout } = await type(world, 'status', 'havne', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ network: { contacts: [{ delivery: 'sent' }] } });
  });

  test('do not bring back whom one of them has forgotten', async () => {
    const forgotten = fact('2012-05-04T09:00:00Z', {
      ...erasedDraft('forget', 2, [erasedHash(KEY, 'kim@havn.example')]),
    });
    const others = ALL_INVITED.slice(2);
    const world = meetingWith([begun, ...others, forgotten], [...SHARED, mine, yours]);
    expect((await join(world)).stdout).toBe('1 line joined.\n');
    expect(JSON.stringify(world.facts('/meeting'))).not.toMatch(/kim|Kim|havnelauget/);
  });
});

describe('a file that cannot be joined is refused with the reason, and nothing is written', () => {
  test.each<[string, readonly Fact[] | string, string]>([
    ['of something else', '', 'this is not a journal of mikronet'],
    [
      'of another meeting',
      [fact('2012-05-02T06:59:00Z', { type: 'journal-begun', meeting: 'x', key: 'y' })],
      'that is the journal of another meeting: "x", not "traef"',
    ],
    [
      'that was begun separately',
      [fact('2012-05-02T06:59:00Z', { type: 'journal-begun', meeting: 'traef', key: 'y' })],
      'that journal was begun separately from this one',
    ],
  ])('%s', async (_, theirs, message) => {
    const world = meetingWith(SHARED, theirs);
    const { exit, stderr } = await join(world);
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(world.facts('/meeting')).toEqual(SHARED);
    expect(world.disk.has(COPY)).toBe(true);
  });

  test('that is a folder is called one', async () => {
    const { exit, stderr } = await type(meetingWith(SHARED, SHARED), 'merge', '/meeting');
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining('/meeting: this is a folder, not a file\n'),
    ]);
  });

  test('that is not there, or is the journal itself', async () => {
    const world = meetingWith(SHARED, SHARED);
    expect((await type(world, 'merge', 'nothing.jsonl')).stderr).toContain('there is no such file');
    expect((await type(world, 'merge', 'journal.jsonl')).stderr).toContain(
      'that is the journal of this meeting itself',
    );
  });
});
