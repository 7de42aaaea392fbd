/** `review` and `add` in a real (pseudo-)terminal, with the real journal and the real list. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FactDraft } from '../src/domain/facts.ts';
import { temporaryFolder } from './support/journal.ts';
import { fact, MEETING, NETWORKS } from './support/meeting.ts';
import { run } from './support/program.ts';
import { CTRL_C, DOWN, ENTER, inTerminal } from './support/pty.ts';
import { invited } from './support/replies.ts';

const mail = (from: string, subject: string) => ({
  messageId: `${subject.length}@${from}`,
  date: '2012-05-03T08:00:00.000Z',
  from,
  subject,
});

const ASIDE: FactDraft = {
  type: 'mail-set-aside',
  mail: mail('kim@havn.example', 'Sv: Kom til træf'),
  reason: 'words-unclear',
  text: 'Jeg kommer, hvis køkkenet kan undvære mig.\n\u001b[2JKim',
  sentence: 'Jeg kommer, hvis køkkenet kan undvære mig.',
  rung: 'message-id',
  suggestion: {
    network: 'havnelauget',
    contact: 'kim@havn.example',
    reply: { answer: 'tentative', attendees: [], answers: {} },
  },
};

const REQUEST: FactDraft = {
  type: 'request-received',
  mail: mail('bo@molle.example', 'Må vi være med?'),
  text: 'Vi er Møllelauget og vil gerne inviteres.',
  suggested: { contact: 'Bo Berg' },
};

function meeting(): string {
  const cwd = temporaryFolder();
  const facts = [
    ...invited(),
    fact('2012-05-04T06:00:00Z', ASIDE),
    fact('2012-05-04T06:00:01Z', REQUEST),
  ];
  writeFileSync(join(cwd, 'meeting.json'), JSON.stringify(MEETING));
  writeFileSync(join(cwd, 'networks.csv'), NETWORKS);
  writeFileSync(
    join(cwd, 'journal.jsonl'),
    facts.map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  return cwd;
}

const env = { MIKRONET_LANG: 'da', MIKRONET_NOW: '2012-05-04T07:00:00Z' };

test('review asks about one mail after the other, and the list grows', async () => {
  const cwd = meeting();
  const { exit, shown } = await inTerminal(['review'], { cwd, env }, [
    ['Hvad er det?', `${DOWN}${ENTER}`],
    ['Hvor mange kommer?', `2${ENTER}`],
    ['Hvad er det?', ENTER],
    ['Netværkets navn', `Møllelauget${ENTER}`],
    ['E-mail', ENTER],
    ['Kontaktperson', ENTER],
  ]);
  expect(exit).toBe(0);
  expect(shown).toContain('Havnelauget: kommer, 2 pladser, 8 ledige pladser');
  expect(shown).toContain('Møllelauget, bo@molle.example står nu i networks.csv (linje 6)');
  // What a stranger wrote does not steer the terminal.
  expect(shown).toContain('| [2JKim');
  expect(readFileSync(join(cwd, 'networks.csv'), 'utf8')).toBe(
    `${NETWORKS}Møllelauget;Bo Berg;bo@molle.example;\r\n`,
  );
  const status = await run(['status', '--json'], { cwd, env });
  expect(JSON.parse(status.stdout).counts).toMatchObject({ toReview: 0, accepted: 1 });
});

test('Ctrl-C between two mails keeps what was decided', async () => {
  const cwd = meeting();
  const { exit, shown } = await inTerminal(['review'], { cwd, env }, [
    ['Hvad er det?', ENTER],
    ['2 af 2', ''],
    ['Hvad er det?', CTRL_C],
  ]);
  expect(exit).toBe(130);
  expect(shown).not.toMatch(/Error|at .*\.js/);
  const status = await run(['status', '--json'], { cwd, env });
  expect(JSON.parse(status.stdout).counts).toMatchObject({ toReview: 1, tentative: 1 });
});

test('add asks again where an address cannot be one', async () => {
  const cwd = meeting();
  const { exit, shown } = await inTerminal(['add'], { cwd, env }, [
    ['Netværkets navn', `Møllelauget${ENTER}`],
    ['E-mail', `bo@@molle${ENTER}`],
    ['"bo@@molle"', `\u0015bo@molle.example${ENTER}`],
    ['Kontaktperson', ENTER],
  ]);
  expect(exit).toBe(0);
  expect(shown).toContain('Møllelauget, bo@molle.example står nu i networks.csv (linje 6)');
});
