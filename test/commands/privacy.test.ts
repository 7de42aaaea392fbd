import { describe, expect, test } from 'vitest';
import { aMeeting, ALL_INVITED, fact, NETWORKS, type } from '../support/meeting.ts';

const BEGUN = fact('2012-05-01T07:00:00Z', {
  type: 'journal-begun',
  meeting: 'traef',
  key: 'a2V5',
});
const REPLY = fact('2012-05-03T08:00:00Z', {
  type: 'reply-received',
  source: 'imap',
  network: 'havnelauget',
  contact: 'kim@havn.example',
  via: 'words',
  mail: { messageId: 'm1@havn.example', from: 'kim@havn.example', subject: 'ja' },
  sentence: 'Kim kommer',
  reply: { answer: 'accepted', attendees: [{ name: 'Kim' }], answers: {}, remark: 'glæder mig' },
});
const FACTS = [BEGUN, ...ALL_INVITED, REPLY];
const status = async (world: ReturnType<typeof aMeeting>) =>
  JSON.parse((await type(world, 'status', '--json')).stdout);

describe('opt-out', () => {
  test('a network, an address, and back again', async () => {
    const world = aMeeting({ facts: FACTS });
    expect((await type(world, 'opt-out', 'havn')).stdout).toBe('Havnelauget gets no more mails\n');
    expect((await type(world, 'opt-out', 'havn')).stdout).toBe(
      'Havnelauget gets no mails already\n',
    );
    expect((await status(world)).networks[0].optedOut).toBe(true);
    expect((await type(world, 'opt-out', 'havn', '--undo')).stdout).toBe(
      'Havnelauget may be written to again\n',
    );
    expect((await status(world)).networks[0].optedOut).toBe(false);
    await type(world, 'opt-out', 'METTE@oeko.example');
    expect((await status(world)).counts.optedOut).toBe(0);
    expect(world.facts('/meeting').at(-1)).toMatchObject({
      type: 'opted-out',
      network: 'oekologisk-forsyning',
      contact: 'mette@oeko.example',
    });
  });

  test('of a network holds for all of it, although one of its contacts said no before', async () => {
    const world = aMeeting({ facts: FACTS });
    await type(world, 'opt-out', 'mette@oeko.example');
    expect((await type(world, 'opt-out', 'økologisk')).stdout).toBe(
      'Økologisk Forsyning gets no more mails\n',
    );
    const { networks } = await status(world);
    expect(networks[2]).toMatchObject({ id: 'oekologisk-forsyning', optedOut: true });
    const sent = await type(world, 'send', 'thanks', '--to', 'everyone', '--dry-run', '--json');
    expect(sent.stdout).not.toContain('"no-answer"');
    expect(JSON.parse(sent.stdout).skipped).toMatchObject(
      ['torben@oeko.example', 'mette@oeko.example'].map((email) => ({
        email,
        reason: 'opted-out',
      })),
    );
  });

  test('that is taken back for an address says where its network still wants no mails', async () => {
    const world = aMeeting({ facts: FACTS });
    await type(world, 'opt-out', 'økologisk');
    expect(await type(world, 'opt-out', 'mette@oeko.example', '--undo')).toMatchObject({
      exit: 0,
      stdout: 'mette@oeko.example had not opted out\n',
      stderr: expect.stringContaining('Økologisk Forsyning wants no mails as a network'),
    });
  });

  test('taken back by mistake counts again with `undo`', async () => {
    const world = aMeeting({ facts: FACTS });
    await type(world, 'opt-out', 'lolland');
    await type(world, 'opt-out', 'havn');
    await type(world, 'opt-out', 'lolland', '--undo');
    expect((await type(world, 'undo')).stdout).toBe(
      'counts again: Lollands Håndværkerlaug wants no more mails\n',
    );
    const { networks } = await status(world);
    expect(networks.map(({ optedOut }: { optedOut: boolean }) => optedOut)).toEqual([
      true,
      true,
      false,
    ]);
    expect((await type(world, 'undo')).stdout).toBe(
      'taken back: Havnelauget wants no more mails\n',
    );
  });

  test('of an address is named as it is written, too', async () => {
    const world = aMeeting({
      files: { '/meeting/networks.csv': 'navn;mail\nBüro;kim@bücher.example\n' },
    });
    expect((await type(world, 'opt-out', 'kim@bücher.example')).stdout).toBe(
      'kim@xn--bcher-kva.example gets no more mails\n',
    );
  });

  test('of somebody unknown is an error', async () => {
    expect(await type(aMeeting(), 'opt-out', 'x@y.example')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('nobody here has the address "x@y.example"'),
    });
  });
});

describe('forget', () => {
  test('erases a network from the journal and the list, and leaves only hashes', async () => {
    const world = aMeeting({ facts: FACTS, files: { '/meeting/journal.jsonl.torn': 'Kim' } });
    const { exit, stdout } = await type(world, 'forget', 'havn', '--yes');
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout:
        'erased: Havnelauget (3 lines of the journal, 1 row of networks.csv). Neither an invitation nor the mailbox brings them back.\n',
    });
    const text = [...world.disk.values()].map((bytes) => new TextDecoder().decode(bytes)).join();
    expect(text + JSON.stringify(world.facts('/meeting'))).not.toMatch(/kim|havne/i);
    expect(new TextDecoder().decode(world.disk.get('/meeting/networks.csv'))).toBe(
      NETWORKS.replace(/^Havne.*\r\n/m, ''),
    );
    expect(world.facts('/meeting').at(-1)).toMatchObject({
      type: 'erased',
      what: 'forget',
      facts: 3,
      hashes: [expect.any(String), expect.any(String)],
    });
    expect((await status(world)).counts.networks).toBe(2);
  });

  test('one address leaves the rest of its network', async () => {
    const world = aMeeting({ facts: FACTS });
    await type(world, 'forget', 'mette@oeko.example', '--yes');
    expect((await status(world)).networks[2].contacts).toMatchObject([
      { email: 'torben@oeko.example' },
    ]);
  });

  test('asks first, and off a terminal wants --yes', async () => {
    const world = aMeeting({ facts: FACTS });
    expect(await type(world, 'forget', 'havn')).toMatchObject({
      exit: 2,
      stderr: 'this cannot be undone: say --yes\n',
    });
    expect(world.facts('/meeting')).toHaveLength(FACTS.length);
  });
});

describe('purge', () => {
  test('takes remarks first and everything later', async () => {
    const world = aMeeting({ facts: FACTS, now: '2012-06-10T08:00:00Z' });
    const first = await type(world, 'purge', '--after', '90d', '--remarks-after', '7d', '--yes');
    expect(first).toEqual({
      exit: 0,
      stdout: 'erased: 1 line of the journal\n',
      stderr: 'everything about persons is kept until 28 Aug\n',
    });
    expect(JSON.stringify(world.facts('/meeting'))).not.toMatch(/glæder|Kim kommer/);
    expect((await status(world)).counts.accepted).toBe(1);
    expect((await type(world, 'purge', '--remarks-after', '7d', '--yes')).stdout).toBe(
      'there is nothing to erase\n',
    );
    const later = aMeeting({ facts: world.facts('/meeting'), now: '2012-09-10T08:00:00Z' });
    await type(later, 'purge', '--after', '90d', '--yes');
    expect(JSON.stringify(later.facts('/meeting'))).not.toMatch(/kim|anna|torben/i);
  });

  test('leaves nobody who wanted no more mails to be invited from the same folder again', async () => {
    const world = aMeeting({ facts: FACTS, now: '2012-05-10T08:00:00Z' });
    await type(world, 'opt-out', 'havn');
    await type(world, 'opt-out', 'mette@oeko.example');
    const facts = world.facts('/meeting');
    const later = aMeeting({ facts, now: '2012-09-10T08:00:00Z' });
    await type(later, 'purge', '--after', '90d', '--yes');
    expect(JSON.stringify(later.facts('/meeting'))).not.toMatch(/kim|mette/i);
    const { stdout } = await type(later, 'invite', '--dry-run', '--json');
    const { planned, skipped } = JSON.parse(stdout) as Record<string, readonly { email: string }[]>;
    expect(planned!.map(({ email }) => email)).toEqual([
      'anna@laug.example',
      'torben@oeko.example',
    ]);
    expect(skipped).toMatchObject([
      { email: 'kim@havn.example', reason: 'erased' },
      { email: 'mette@oeko.example', reason: 'erased' },
    ]);
  });

  test.each([
    [['purge'], 'purge what? Say --after, --remarks-after, or both'],
    [['purge', '--after', 'soon'], '--after: "soon" is not a number of days'],
  ])('%j is refused', async (args, message) => {
    expect(await type(aMeeting({ facts: FACTS }), ...args)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
