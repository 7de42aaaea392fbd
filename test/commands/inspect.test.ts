import { describe, expect, it } from 'vitest';
import type { InspectJson } from '../../src/domain/contract.ts';
import { type } from '../support/meeting.ts';
import { bounceOf, HAVN, mailFrom } from '../support/replies.ts';
import { fakeWorld } from '../support/world.ts';

describe('inspect', () => {
  it('needs no meeting, and says what a mail means and why', async () => {
    const world = fakeWorld({
      files: { '/meeting/a.eml': mailFrom('kim@havn.example', { text: 'Ja tak, vi kommer to' }) },
    });
    const { exit, stdout } = await type(world, 'inspect', 'a.eml');
    expect(exit).toBe(0);
    expect(stdout).toBe(
      'a.eml: answer, coming, 2 seats\n  the words say so: Ja tak, vi kommer to\n  "Ja tak, vi kommer to"\n',
    );
  });

  it('prints a line of JSON for each mail of a folder, an mbox and standard input', async () => {
    const world = fakeWorld({
      files: {
        '/meeting/in/1.eml': mailFrom('kim@havn.example'),
        '/meeting/in/2.eml': bounceOf(HAVN),
        '/meeting/in/readme.md': 'no mail',
        '/meeting/box.mbox': `From x\n${mailFrom('kim@havn.example')}\n\nFrom y\n${mailFrom('kim@havn.example', { text: 'Nej tak' })}`,
      },
      terminal: { readInput: () => Promise.resolve(Buffer.from(mailFrom('kim@havn.example'))) },
    });
    const { stdout } = await type(world, 'inspect', '--json', 'in', 'box.mbox', '-');
    const mails = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as InspectJson);
    expect(mails.map(({ file, kind, answer }) => [file, kind, answer])).toEqual([
      ['in/1.eml', 'answer', 'accepted'],
      ['in/2.eml', 'bounce', null],
      ['box.mbox#1', 'answer', 'accepted'],
      ['box.mbox#2', 'answer', 'declined'],
      ['-', 'answer', 'accepted'],
    ]);
    expect(mails[1]?.bounces).toEqual([
      {
        recipient: 'kim@havn.example',
        status: '5.1.1',
        permanent: true,
        delayed: false,
        diagnostic: '550 5.1.1 sorry',
      },
    ]);
  });
});
