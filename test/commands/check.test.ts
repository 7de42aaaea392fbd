import { describe, expect, test } from 'vitest';
import { aMeeting, ALL_INVITED, type } from '../support/meeting.ts';

describe('check', () => {
  test('is silent when all is well', async () => {
    expect(await type(aMeeting({ facts: ALL_INVITED }), 'check')).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('tells everything at once: what cannot be read first, then what is probably not meant', async () => {
    const world = aMeeting({
      networks: 'network;email\nHÃ¥ndvÃ¦rk;kim@gmial.com\nB;x\n',
      files: { '/meeting/.env.txt': '' },
    });
    const { exit, stdout } = await type(world, 'check');
    expect(exit).toBe(1);
    expect(stdout.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
      'networks.csv:3: "x" is not an e-mail address',
      '.env.txt: Windows has named the file .env.txt; it is not read',
      'networks.csv:2: "kim@gmial.com": is kim@gmail.com meant?',
      'networks.csv:2: "HÃ¥ndvÃ¦rk" has letters that were read wrongly',
      '',
    ]);
  });

  test('speaks of doubt, a meeting in the past and a free-mail sender', async () => {
    const world = aMeeting({
      facts: ALL_INVITED.slice(0, 1),
      now: '2012-06-05T08:00:00Z',
      meeting: { organizer: { name: 'Mikronet', email: 'mikronet@gmail.com' } },
    });
    expect(
      (await type(world, 'check')).stdout.split('\n').filter((line) => !line.startsWith('  ')),
    ).toEqual([
      '1 mail is in doubt: it may have arrived, or may not',
      'meeting.json end: the meeting is over: it ended on 30 May',
      'meeting.json organizer.email: "mikronet@gmail.com" is an address at gmail.com, where everybody may have one',
      '',
    ]);
  });

  test('gives scripts the problems and what was assumed', async () => {
    const { exit, stdout } = await type(aMeeting({ meeting: { capacity: 0 } }), 'check', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      problems: [
        {
          file: 'meeting.json',
          line: 1,
          path: 'capacity',
          message: '0 is not a whole number from 1 to 1000000',
          hint: null,
        },
      ],
      assumed: { encoding: 'utf-8', delimiter: ';' },
    });
  });
});
