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

  it('keeps the order of many mails, an unreadable one among them', async () => {
    const texts = Array.from({ length: 50 }, (_, at) => `Nummer ${at}`);
    const mails = texts.map((text) => `From x\n${mailFrom('kim@havn.example', { text })}\n`);
    const broken = `From x\nX: ${'x'.repeat(2_000_000)}\n`;
    const world = fakeWorld({
      files: {
        '/meeting/box.mbox': [...mails.slice(0, 20), broken, ...mails.slice(20)].join('\n'),
      },
    });
    const { stdout } = await type(world, 'inspect', '--json', 'box.mbox');
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as InspectJson);
    expect(told.map(({ file }) => file)).toEqual(told.map((_, at) => `box.mbox#${at + 1}`));
    expect(told.map(({ text }) => text)).toEqual(texts.toSpliced(20, 0, ''));
    expect(told[20]).toMatchObject({ kind: 'other', messageId: null });
  });
});
