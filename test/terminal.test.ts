/** The real program in a real (pseudo-)terminal, as people meet it, in both languages. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openMailServer } from '../src/io/mail-server.ts';
import { ImapServer } from './support/imap-server.ts';
import { temporaryFolder } from './support/journal.ts';
import { meetingOf } from './support/program.ts';
import { CTRL_C, DOWN, ENTER, inTerminal } from './support/pty.ts';
import { loginServer, PASSWORD, USER } from './support/smtp-server.ts';

const LIST =
  'Forening;Formand;Mail;Sprog\r\nHavnelauget;Kim;kim@havn.example;\r\nLauget;Anna;anna@laug.example;tysk\r\n';

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

const MAILBOX = {
  da: {
    own: 'har sin egen adgangskode',
    password: 'Adgangskode til',
    smtpServer: 'Udgående server',
    imapServer: 'Indgående server',
    user: 'Brugernavn',
    now: 'Hvad nu?',
    refused: 'afviser brugernavn eller adgangskode',
    sends: 'lukker os ind: der kan sendes',
    reads: 'lukker os ind: svarene kan læses',
  },
  en: {
    own: 'has a password of its own',
    password: 'Password of',
    smtpServer: 'Outgoing server',
    imapServer: 'Incoming server',
    user: 'User name',
    now: 'What now?',
    refused: 'refuses the user name or the password',
    sends: 'lets us in: mails can be sent',
    reads: 'lets us in: answers can be read',
  },
} as const;

const INVITE = {
  da: {
    to: '22 mails til 20 netværk',
    ask: 'Skriv 22 for at sende 22 mails',
    notSent: 'Intet blev sendt.',
    sent: '22 mails sendt.',
    nothing: 'Der er intet at sende.',
  },
  en: {
    to: '22 mails to 20 networks',
    ask: 'Type 22 to send 22 mails',
    notSent: 'Nothing was sent.',
    sent: '22 mails sent.',
    nothing: 'Nothing to send.',
  },
} as const;

const REVIEW = {
  da: {
    asks: 'Hvad er det?',
    come: 'De kommer',
    seats: 'Hvor mange kommer?',
    filed: 'Havnelauget "Ankeret": kommer, 2 pladser',
  },
  en: {
    asks: 'What is it?',
    come: 'They come',
    seats: 'How many come?',
    filed: 'Havnelauget "Ankeret": coming, 2 seats',
  },
} as const;

const FLAGS = [
  ['--title', 'Forår'],
  ['--start', '15.4.2027 17.00'],
  ['--end', '20.00'],
  ['--place', 'Salen'],
  ['--organizer', 'Mikronet'],
  ['--email', USER],
].flat();

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
      [say.list, `listen.csv${ENTER}`],
      [
        language === 'da' ? 'her ligger liste.csv' : 'here are liste.csv',
        `\u0015liste.csv${ENTER}`,
      ],
      [say.columns, ENTER],
      [say.mailbox, `${DOWN}${DOWN}${ENTER}`],
    ]);
    expect({ exit, written: shown.includes(say.written) }).toEqual({ exit: 0, written: true });
    expect(shown).toMatch(/"tysk"/);
    // How the dates were understood.
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(
      language === 'da'
        ? 'Salen; svar senest lørdag den 3. april 2027'
        : 'Salen; answers by Saturday 3 April 2027',
    );
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

  test('init tries the mailbox until both logins go well', async () => {
    const cwd = temporaryFolder();
    const [smtp, imap] = [await loginServer(), await ImapServer.start()];
    onTestFinished(() => imap.stop());
    imap.password = PASSWORD.replaceAll('"', '\\"');
    const { own, password, smtpServer, imapServer, user, now, refused, sends, reads } =
      MAILBOX[language];
    const { exit, shown } = await inTerminal(['init', ...FLAGS], { cwd, env }, [
      [say.address, ENTER],
      [say.replyBy, ENTER],
      [say.capacity, ENTER],
      [say.language, ENTER],
      [say.list, ENTER],
      [own, ENTER],
      [password, `wrong${ENTER}`],
      // Nobody knows the servers of a made-up domain.
      [now, ENTER],
      [smtpServer, `\u0015127.0.0.1:${smtp.port}${ENTER}`],
      [imapServer, `\u0015127.0.0.1:${imap.settings.port}${ENTER}`],
      [user, ENTER],
      [password, `wrong${ENTER}`],
      [refused, ''],
      [now, ENTER],
      [password, `${PASSWORD}${ENTER}`],
      [sends, ''],
      [reads, ''],
    ]);
    expect(exit).toBe(0);
    expect(shown).not.toContain(PASSWORD);
    expect(readFileSync(join(cwd, '.env'), 'utf8').split('\n').slice(2)).toEqual([
      `MIKRONET_SMTP_URL=smtp://127.0.0.1:${smtp.port}`,
      `MIKRONET_IMAP_URL=imap://127.0.0.1:${imap.settings.port}`,
      `MIKRONET_USER=${USER}`,
      `MIKRONET_PASSWORD="${PASSWORD}"`,
      '',
    ]);
    expect(smtp.mails()).toBe(0);
  });

  test('Ctrl-C in a question ends it with nothing written', async () => {
    const cwd = temporaryFolder();
    const { exit, shown } = await inTerminal(['init'], { cwd, env }, [[say.title, CTRL_C]]);
    expect(exit).toBe(130);
    expect(shown).not.toMatch(/Error|at .*\.js/);
    expect(shown).toContain(
      language === 'da' ? 'Der er ikke skrevet noget.' : 'Nothing was written.',
    );
    expect(existsSync(join(cwd, 'meeting.json'))).toBe(false);
  });

  test('invite shows its plan, wants the number typed, and sends', async () => {
    const cwd = temporaryFolder();
    const server = await openMailServer();
    onTestFinished(() => server.close());
    await inTerminal(['init', '--sample'], { cwd, env });
    const sending = { cwd, env: { ...env, MIKRONET_SMTP_URL: server.url } };
    const plan = INVITE[language];
    const wrong = await inTerminal(['invite'], sending, [
      [plan.to, ''],
      [plan.ask, `21${ENTER}`],
    ]);
    expect({ exit: wrong.exit, mails: server.received.length }).toEqual({ exit: 130, mails: 0 });
    expect(wrong.shown).toContain(plan.notSent);
    const stopped = await inTerminal(['invite'], sending, [[plan.ask, CTRL_C]]);
    expect({ exit: stopped.exit, mails: server.received.length }).toEqual({ exit: 130, mails: 0 });
    expect(stopped.shown).toContain(plan.notSent);
    expect(existsSync(join(cwd, 'journal.jsonl'))).toBe(false);
    const { exit, shown } = await inTerminal(['invite'], sending, [[plan.ask, `22${ENTER}`]]);
    expect({ exit, mails: server.received.length }).toEqual({ exit: 0, mails: 22 });
    expect(shown).toContain(plan.sent);
    const again = await inTerminal(['invite'], sending);
    expect({ exit: again.exit, mails: server.received.length }).toEqual({ exit: 0, mails: 22 });
    expect(again.shown).toContain(plan.nothing);
    expect(again.shown).toMatch(/(?:Next|Nu): `mikronet status`/);
    const dry = await inTerminal(['invite', '--dry-run'], sending);
    expect(dry.shown).not.toMatch(/(?:uden|without) --dry-run/);
  });

  test('review asks what an unclear mail says, and files it', async () => {
    const cwd = temporaryFolder();
    const server = await openMailServer();
    onTestFinished(() => server.close());
    await inTerminal(['init', '--sample'], { cwd, env });
    const sending = { cwd, env: { ...env, MIKRONET_SMTP_URL: server.url } };
    await inTerminal(['invite', '--only', 'ankeret', '--yes'], sending);
    const [invitation] = server.received;
    const [, id] = /^Message-ID: (<[^>]+>)/im.exec(Buffer.from(invitation!.bytes).toString())!;
    writeFileSync(
      join(cwd, 'svar.eml'),
      [
        'From: Kim <kim@ankeret.example>',
        'To: info@mikronet.dk',
        'Subject: SV: Invitation',
        `In-Reply-To: ${id}`,
        'Message-ID: <svar@ankeret.example>',
        'Date: Thu, 3 May 2012 10:00:00 +0200',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Vi ser, om vi kan finde en, der kan passe butikken den aften.',
        '',
      ].join('\r\n'),
    );
    await inTerminal(['sync', '--from', 'svar.eml'], { cwd, env });
    const question = REVIEW[language];
    const { exit, shown } = await inTerminal(['review'], { cwd, env }, [
      ['passe butikken', ''],
      [question.asks, ''],
      [`❯ ${question.come}`, ENTER],
      [question.seats, `2${ENTER}`],
    ]);
    expect(exit).toBe(0);
    expect(shown).toContain(question.filed);
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
    const stopped = await inTerminal(['record'], { cwd, env }, [[ask[0]!, CTRL_C]]);
    expect(stopped.exit).toBe(130);
    expect(stopped.shown).toContain(language === 'da' ? 'Stoppet.' : 'Stopped.');
    expect(exit).toBe(0);
    expect(shown).toContain(
      language === 'da'
        ? 'Guldborgsund Kvinder i Erhverv: kommer, 2 pladser, Bodil, Karen, 56 ledige\npladser\n'
        : 'Guldborgsund Kvinder i Erhverv: coming, 2 seats, Bodil, Karen, 56 seats left',
    );
  });
});

test.each([
  ['da', 'Alt er, som det skal være. Nu: `mikronet preview`', 'Nu: ret det'],
  ['en', 'All is well. Next: `mikronet preview`', 'Next: mend that'],
])('check says in a terminal what comes next, in %s', async (language, well, wrong) => {
  const cwd = temporaryFolder();
  const env = { MIKRONET_LANG: language };
  await inTerminal(['init', '--sample'], { cwd, env });
  expect((await inTerminal(['check'], { cwd, env })).shown).toContain(well);
  writeFileSync(join(cwd, 'networks.csv'), 'network;email\nHavn;kim@@havn.example\n');
  expect((await inTerminal(['check'], { cwd, env })).shown).toContain(wrong);
});

test('what is said is broken at spaces where the terminal is narrow', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, '.gitignore'), '');
  const { shown } = await inTerminal(['init', '--sample'], {
    cwd,
    columns: 30,
    env: { MIKRONET_LANG: 'en' },
  });
  expect(shown).toContain('.gitignore was there already\nand is left as it is\n');
  const answer = ['record', 'ankeret', 'yes', '--attendee', 'Kim Østergaard'];
  const narrow = { cwd, columns: 40, env: { MIKRONET_LANG: 'en' } };
  expect((await inTerminal(answer, narrow)).shown).toContain(
    'Havnelauget "Ankeret": coming, 1 seat,\nKim Østergaard, 57 seats left\n',
  );
});

test('a terminal that does not know its width is taken for one of 80 columns', async () => {
  const { shown } = await inTerminal(['status'], {
    cwd: meetingOf(2),
    columns: 0,
    env: { MIKRONET_LANG: 'en', COLUMNS: '' },
  });
  expect(shown).toContain('Next: `mikronet preview` to see the mails, `mikronet invite` to send');
});
