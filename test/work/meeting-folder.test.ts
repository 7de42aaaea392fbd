import { describe, expect, test } from 'vitest';
import { findFolder } from '../../src/work/meeting-folder.ts';
import say from '../../src/words/en/opening.ts';
import { fakeWorld, type WorldOptions } from '../support/world.ts';

const find = (options: WorldOptions, named?: string) =>
  findFolder(fakeWorld({ cwd: '/home/a', ...options }), named, say);

describe('the folder of the meeting', () => {
  test('is the one named, whatever is in it', async () => {
    expect(await find({ env: { MIKRONET_FOLDER: '/elsewhere' } }, 'here')).toEqual({
      folder: '/home/a/here',
    });
  });

  test('else the one in MIKRONET_FOLDER', async () => {
    const files = { '/home/a/meeting.json': '{}' };
    expect(await find({ files, env: { MIKRONET_FOLDER: '/elsewhere' } })).toEqual({
      folder: '/elsewhere',
    });
  });

  test('else the nearest upward', async () => {
    const files = {
      '/home/meeting.json': '{}',
      '/meeting.json': '{}',
      '/home/a/data/x/meeting.json': '{}',
    };
    expect(await find({ files })).toEqual({ folder: '/home' });
  });

  test('else the only one in ./data, which is named', async () => {
    const files = { '/home/a/data/traef/meeting.json': '{}', '/home/a/data/readme.txt': '' };
    expect(await find({ files })).toEqual({
      folder: '/home/a/data/traef',
      notice: '(meeting: data/traef)',
    });
  });

  test('several in ./data must be told apart', async () => {
    const files = { '/home/a/data/one/meeting.json': '{}', '/home/a/data/two/meeting.json': '{}' };
    await expect(find({ files })).rejects.toMatchObject({
      exit: 2,
      problems: [
        {
          message: 'several meetings here: data/one, data/two',
          hint: 'name one, as in --folder data/one',
        },
      ],
    });
  });

  test('where there is none, the way to begin one is said', async () => {
    await expect(find({})).rejects.toMatchObject({
      exit: 2,
      problems: [{ message: '/home/a: there is no meeting.json', hint: say.noMeetingHint }],
    });
  });
});
