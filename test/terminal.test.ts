/** The real program in a real (pseudo-)terminal, as people meet it, in both languages. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/journal.ts';
import { CTRL_C, DOWN, ENTER, inTerminal } from './support/pty.ts';

const LIST =
  'Forening;Formand;Mail\r\nHavnelauget;Kim;kim@havn.example\r\nLauget;Anna;anna@laug.example\r\n';

const DIALOGUES = {
  da: {
    title: 'Hvad hedder mødet?',
    start: 'Hvornår begynder det?',
    end: 'Hvornår slutter det?',
    place: 'Hvor?',
    address: 'Stedets adresse',
    organizer: 'Hvilken forening inviterer?',
    email: 'Dens e-mailadresse',
    replyBy: 'Svar senest',
    capacity: 'Hvor mange pladser',
    language: 'Invitationernes sprog',
    list: 'Jeres liste over netværk',
    columns: 'Er kolonnerne rigtige?',
    mailbox: 'Postkassen info@',
    written: 'Skrevet i ',
  },
  en: {
    title: 'What is the meeting called?',
    start: 'When does it begin?',
    end: 'When does it end?',
    place: 'Where?',
    address: 'The address of the place',
    organizer: 'Which association invites?',
    email: 'Its e-mail address',
    replyBy: 'Reply by',
    capacity: 'How many seats',
    language: 'Language of the invitations',
    list: 'Your list of networks',
    columns: 'Are the columns right?',
    mailbox: 'The mailbox info@',
    written: 'Written in ',
  },
} as const;

describe.each(['da', 'en'] as const)('in a terminal, in %s', (language) => {
  const env = { MIKRONET_LANG: language };
  const say = DIALOGUES[language];

  test('init asks, shows the columns, and writes the files', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'liste.csv'), LIST);
    const { exit, shown } = await inTerminal(['init', 'møde'], { cwd, env }, [
      [say.title, `Forår${ENTER}`],
      [say.start, `15. ${language === 'da' ? 'april' : 'April'} 2027 17.00${ENTER}`],
      [say.end, `20.00${ENTER}`],
      [say.place, `Salen${ENTER}`],
      [say.address, ENTER],
      [say.organizer, `Mikronet${ENTER}`],
      [say.email, `info@mikronet.example${ENTER}`],
      [say.replyBy, ENTER],
      [say.capacity, `40${ENTER}`],
      [say.language, ENTER],
      [say.list, `liste.csv${ENTER}`],
      [say.columns, ENTER],
      [say.mailbox, `${DOWN}${DOWN}${ENTER}`],
    ]);
    expect({ exit, written: shown.includes(say.written) }).toEqual({ exit: 0, written: true });
    const meeting = JSON.parse(readFileSync(join(cwd, 'møde/meeting.json'), 'utf8'));
    expect(meeting).toMatchObject({
      title: 'Forår',
      language,
      start: '2027-04-15T17:00',
      end: '2027-04-15T20:00',
      replyBy: '2027-04-03',
      capacity: 40,
    });
    expect(readFileSync(join(cwd, 'møde/networks.csv'), 'utf8')).toBe(LIST);
    expect(statSync(join(cwd, 'møde/.env')).mode & 0o777).toBe(0o600);
  });

  test('Ctrl-C in a question ends it with nothing written', async () => {
    const cwd = temporaryFolder();
    const { exit, shown } = await inTerminal(['init'], { cwd, env }, [[say.title, CTRL_C]]);
    expect(exit).toBe(130);
    expect(shown).not.toMatch(/Error|at .*\.js/);
    expect(existsSync(join(cwd, 'meeting.json'))).toBe(false);
  });

  test('record asks for what is missing', async () => {
    const cwd = temporaryFolder();
    await inTerminal(['init', '--sample'], { cwd, env });
    const ask =
      language === 'da'
        ? ['Hvilket netværk?', 'Hvad siger de?', 'Hvor mange', 'Navne', 'Hvad sagde']
        : ['Which network?', 'What do they say?', 'How many', 'Names', 'Anything else'];
    const { exit, shown } = await inTerminal(['record'], { cwd, env }, [
      [ask[0]!, `${DOWN}${ENTER}`],
      [ask[1]!, ENTER],
      [ask[2]!, `2${ENTER}`],
      [ask[3]!, `Bodil, Karen${ENTER}`],
      [ask[4]!, ENTER],
    ]);
    expect(exit).toBe(0);
    expect(shown).toContain(
      language === 'da'
        ? 'Guldborgsund Kvinder i Erhverv: kommer, 2 pladser, Bodil, Karen, 56 ledige pladser'
        : 'Guldborgsund Kvinder i Erhverv: coming, 2 seats, Bodil, Karen, 56 seats left',
    );
  });
});
