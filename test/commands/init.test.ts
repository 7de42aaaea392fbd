import { describe, expect, test } from 'vitest';
import { fakeWorld } from '../support/world.ts';
import { type } from '../support/meeting.ts';

const FLAGS = [
  '--title',
  'Forår i Nysted',
  '--start',
  '15.4.2027 17.00',
  '--end',
  '20.00',
  '--place',
  'Salen',
  '--organizer',
  'Mikronet',
  '--email',
  'info@gmail.com',
  '--time-zone',
  'Europe/Copenhagen',
];
const written = (world: ReturnType<typeof fakeWorld>, path: string) =>
  new TextDecoder().decode(world.disk.get(path));

describe('init by flags', () => {
  test('writes a meeting that the other commands read', async () => {
    const world = fakeWorld({
      cwd: '/home/a',
      files: { '/home/a/liste.csv': 'Forening;Mail\nHavnen;kim@havn.example\n' },
    });
    const { exit, stdout } = await type(world, 'init', 'foraar', ...FLAGS, '--csv', 'liste.csv');
    expect(exit).toBe(0);
    expect(stdout).toContain('meeting.json');
    expect(JSON.parse(written(world, '/home/a/foraar/meeting.json'))).toEqual({
      id: 'foraar-i-nysted-2027',
      title: 'Forår i Nysted',
      language: 'en',
      start: '2027-04-15T17:00',
      end: '2027-04-15T20:00',
      timeZone: 'Europe/Copenhagen',
      venue: { name: 'Salen' },
      organizer: { name: 'Mikronet', email: 'info@gmail.com' },
    });
    expect(written(world, '/home/a/foraar/.env')).toContain(
      'MIKRONET_SMTP_URL=smtps://smtp.gmail.com:465\n',
    );
    expect(written(world, '/home/a/foraar/.gitignore')).toMatch(/^\.env$/m);
    expect(await type(world, '-C', 'foraar', 'status', '--json')).toMatchObject({ exit: 0 });
  });

  test.each([
    ['America/Nuuk', 'America/Nuuk'],
    ['UTC', 'Europe/Copenhagen'],
    ['Etc/GMT', 'Europe/Copenhagen'],
  ])('on a machine that goes by %s the meeting is taken to be in %s', async (timeZone, taken) => {
    const world = fakeWorld({ cwd: '/home/a', timeZone });
    expect(await type(world, 'init', ...FLAGS.slice(0, -2))).toMatchObject({ exit: 0 });
    expect(JSON.parse(written(world, '/home/a/meeting.json'))).toMatchObject({ timeZone: taken });
  });

  test('tells everything that is missing or cannot be read at once, and writes nothing', async () => {
    const world = fakeWorld({ cwd: '/home/a' });
    const { exit, stderr } = await type(
      world,
      'init',
      '--title',
      'X',
      '--start',
      'tomorrow',
      '--capacity',
      'many',
    );
    expect(exit).toBe(2);
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('  '))).toEqual([
      '--start: "tomorrow" cannot be read',
      '--end is missing',
      '--place is missing',
      '--organizer is missing',
      '--email is missing',
      '--capacity: "many" cannot be read',
    ]);
    expect([...world.disk.keys()]).toEqual([]);
  });

  test('never overwrites: a folder with a meeting is refused, other files are left as they are', async () => {
    const taken = fakeWorld({ cwd: '/home/a', files: { '/home/a/meeting.json': '{}' } });
    expect(await type(taken, 'init', ...FLAGS)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('/home/a/meeting.json: there is a meeting here already'),
    });
    const world = fakeWorld({
      cwd: '/home/a',
      files: { '/home/a/.env': 'MINE=1', '/home/a/networks.csv': 'network;email\nA;a@a.example\n' },
    });
    const { exit, stderr } = await type(world, 'init', ...FLAGS);
    expect(exit).toBe(0);
    expect(stderr).toContain('.env was there already and is left as it is');
    expect(written(world, '/home/a/.env')).toBe('MINE=1');
  });

  test('without a list begins an empty one that Excel opens', async () => {
    const world = fakeWorld({ cwd: '/home/a' });
    await type(world, 'init', ...FLAGS);
    expect(world.disk.get('/home/a/networks.csv')!.subarray(0, 3)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(written(world, '/home/a/networks.csv')).toBe(
      'Network;Contact;E-mail;Phone;Language\r\n',
    );
  });

  test('refuses a list that is none before anything is written', async () => {
    const world = fakeWorld({ cwd: '/home/a', files: { '/home/a/x.csv': 'PK\u0003\u0004' } });
    const { exit, stderr } = await type(world, 'init', ...FLAGS, '--csv', 'x.csv');
    expect(exit).toBe(2);
    expect(stderr).toContain('this is an Excel workbook');
    expect([...world.disk.keys()]).toEqual(['/home/a/x.csv']);
  });
});
