/** The demo is the first thing that anybody sees: the real program, from end to end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StatusJson } from '../src/domain/contract.ts';
import type { Fact } from '../src/domain/facts.ts';
import { temporaryFolder } from './support/journal.ts';
import { run } from './support/program.ts';

const ROOT = join(import.meta.dirname, '..');
const SCREENS = {
  en: {
    end: 'That was all.',
    folder: 'answers',
    list: 'attendees.csv',
    mails: 'The mail server has',
  },
  da: {
    end: 'Det var det.',
    folder: 'svar',
    list: 'deltagere.csv',
    mails: 'Mailserveren har fået',
  },
};

describe.each(['da', 'en'] as const)('demo, in %s', (language) => {
  test('invites, is answered by mail, asks what is not certain, and knows who comes', async () => {
    const cwd = temporaryFolder();
    const env = { MIKRONET_LANG: language, TMPDIR: cwd };
    const { exit, stdout, stderr } = await run(['demo'], { cwd, env });
    const say = SCREENS[language];
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toContain(say.end);
    expect(stdout).not.toMatch(/undefined|null|\[object|NaN/);

    const [folder = ''] = readdirSync(cwd).filter((name) => name.startsWith('mikronet-demo-'));
    const meeting = join(cwd, folder);
    const status = await run(['status', '--json'], { cwd: meeting, env });
    const { counts, networks } = JSON.parse(status.stdout) as StatusJson;
    const answerOf = (part: string) => networks.find(({ name }) => name.includes(part))?.answer;
    expect({
      form: answerOf('Håndværkerlaug'),
      google: answerOf('Kvinder i Erhverv'),
      outlook: answerOf('Små Producenter'),
      words: answerOf('Nye Landmænd'),
      wordsNo: answerOf('Havnelauget'),
      outOfOffice: answerOf('Turismenetværk'),
      bounce: answerOf('Enkeltmandsfirmaer'),
      colleague: answerOf('Maribo'),
      german: answerOf('Ostseebrücke'),
      reviewed: answerOf('Café'),
      phoned: answerOf('Præstø'),
      requested: answerOf('Gedser'),
    }).toEqual({
      form: 'accepted',
      google: 'accepted',
      outlook: 'declined',
      words: 'accepted',
      wordsNo: 'declined',
      outOfOffice: 'needs-action',
      bounce: 'needs-action',
      colleague: 'accepted',
      german: 'accepted',
      reviewed: 'tentative',
      phoned: 'accepted',
      requested: 'needs-action',
    });
    expect(counts).toMatchObject({ toReview: 0, messages: { bounced: 1, inDoubt: 0 } });

    // What the demo printed is what is so.
    const { sent, bounced } = counts.messages;
    expect(stdout).toContain(`${say.mails} ${sent + bounced} mails.`);
    const mails = readdirSync(join(meeting, say.folder)).length;
    expect(stdout).toMatch(new RegExp(String.raw`\b${mails} mails (?:have|read)|${mails} mails;`));
    const list = readFileSync(join(meeting, say.list), 'utf8').trimEnd().split('\r\n');
    expect(list).toHaveLength(1 + counts.seats.coming);

    const facts = readFileSync(join(meeting, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Fact);
    expect(new Set(facts.flatMap((fact) => ('via' in fact ? [fact.via] : [])))).toEqual(
      new Set(['form', 'calendar', 'words', 'hand']),
    );
    const form = facts.find((fact) => 'via' in fact && fact.via === 'form');
    expect(form).toMatchObject({
      reply: {
        seats: 2,
        attendees: [{ name: 'Anna Kjærgård' }, { name: 'Per Holm' }],
        answers: { works: 'Vores lærlingeaften. Den samler alle fagene.' },
      },
    });
  });
});

test('the cast of the demo is packed with the program', () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(files).toContain('data/demo');
});
