import { describe, expect, it } from 'vitest';
import type { SyncJson } from '../../src/domain/contract.ts';
import { EXIT, MikronetError } from '../../src/errors.ts';
import { FileError, MailboxError, type Files } from '../../src/world.ts';
import { memoryMailbox } from '../support/mailbox.ts';
import { aMeeting, fact, type } from '../support/meeting.ts';
import {
  bounceOf,
  calendarReply,
  HAVN,
  invited,
  LAUG,
  mailFrom,
  SUBJECT,
} from '../support/replies.ts';

const IMAP = {
  MIKRONET_IMAP_URL: 'imap://127.0.0.1:143',
  MIKRONET_USER: 'info@mikronet.example',
  MIKRONET_PASSWORD: 'hemmelig',
};

/** A meeting whose mailbox cannot be opened. */
function failing(trouble: MailboxError['trouble']) {
  return aMeeting({
    facts: invited(),
    env: IMAP,
    over: { openMailbox: () => Promise.reject(new MailboxError(trouble, 'no')) },
  });
}

/** Reads these mails from a folder. */
async function sync(mails: readonly string[], over: Parameters<typeof aMeeting>[0] = {}) {
  const world = aMeeting({
    facts: invited(),
    now: '2012-05-04T07:00:00Z',
    ...over,
    files: Object.fromEntries(mails.map((mail, index) => [`/meeting/in/${index + 10}.eml`, mail])),
  });
  const before = world.facts('/meeting').length;
  const result = await type(world, 'sync', '--from', 'in');
  return { ...result, world, facts: world.facts('/meeting').slice(before) };
}

describe('whose answer a mail is', () => {
  it.each([
    [
      'a reference in the subject',
      mailFrom('x@privat.example', { subject: `Sv: JA (${HAVN.shown})` }),
      'reference-in-subject',
    ],
    [
      'a reference in the text',
      mailFrom('x@privat.example', {
        subject: 'hej',
        text: `Ja tak, vi kommer\nRef: ${HAVN.shown}`,
      }),
      'reference-in-text',
    ],
    [
      'In-Reply-To',
      mailFrom('x@privat.example', { subject: 'hej', headers: `In-Reply-To: <${HAVN.message}>\n` }),
      'message-id',
    ],
    [
      'a reference in what is quoted',
      mailFrom('x@privat.example', {
        subject: 'hej',
        text: `Ja tak, vi kommer\n\n> ref. ${HAVN.shown}`,
      }),
      'reference-in-quote',
    ],
    ['the sender, under our subject', mailFrom('kim@havn.example'), 'from'],
    [
      'the reply address, under our subject',
      mailFrom('x@privat.example', { headers: 'Reply-To: Kim@havn.example\n' }),
      'reply-to',
    ],
  ])('is told by %s', async (_, mail, rung) => {
    const { facts, exit } = await sync([mail]);
    expect(facts).toMatchObject([
      {
        type: 'reply-received',
        network: 'havnelauget',
        contact: 'kim@havn.example',
        rung,
        reply: { answer: 'accepted' },
      },
    ]);
    expect(exit).toBe(0);
  });

  it('a mail about something else is said to be from a contact once', async () => {
    const { stdout } = await sync([mailFrom('kim@havn.example', { subject: 'Kaffe' })]);
    expect(stdout.match(/the sender is a contact/g)).toHaveLength(1);
  });

  it.each([
    [
      'a contact who writes about something else',
      mailFrom('kim@havn.example', { subject: 'Kaffe' }),
      'other-subject',
    ],
    ['a colleague under the same domain', mailFrom('bo@havn.example'), 'only-domain'],
    [
      'two references that disagree',
      mailFrom('kim@havn.example', {
        subject: `JA ${HAVN.shown}`,
        text: `Ja tak\nref ${LAUG.shown}`,
      }),
      'two-references',
    ],
    [
      'another contact’s reference',
      mailFrom('anna@laug.example', { subject: `JA ${HAVN.shown}` }),
      'another-contacts-reference',
    ],
    [
      'a sender that could not be verified',
      mailFrom('kim@havn.example', { headers: 'Authentication-Results: mx; dmarc=fail\n' }),
      'dmarc-failed',
    ],
    [
      'words that are not certain',
      mailFrom('kim@havn.example', { text: 'Vi kommer hvis vi får passet børnene' }),
      'words-unclear',
    ],
    [
      'somebody else in the calendar',
      calendarReply(HAVN, { attendee: 'bo@havn.example' }),
      'calendar-of-another',
    ],
  ])('is for the organiser to say: %s', async (_, mail, reason) => {
    const { facts, exit } = await sync([mail]);
    expect(facts).toMatchObject([{ type: 'mail-set-aside', reason }]);
    expect(exit).toBe(1);
  });

  it.each([
    ['a stranger', mailFrom('x@privat.example', { subject: 'Faktura', text: 'Hermed faktura' })],
    [
      'a contact with an invoice',
      mailFrom('kim@havn.example', { subject: 'Faktura', text: 'Hermed faktura' }),
    ],
    ['a wrong reference', mailFrom('x@privat.example', { subject: 'JA (ref. 7QK-2M4-XDF)' })],
    ['a forged bounce', bounceOf({ ...HAVN, message: 'guess@mikronet.example' })],
    [
      'the organiser herself',
      mailFrom('info@mikronet.example', { headers: `In-Reply-To: <${HAVN.message}>\n` }),
    ],
    [
      'a calendar answer to another event',
      calendarReply({ ...HAVN, uid: 'other@x', address: 'x@privat.example' }),
    ],
  ])('is nobody’s: %s', async (_, mail) => {
    const { facts, exit } = await sync([mail]);
    expect(facts).toEqual([]);
    expect(exit).toBe(0);
  });
});

describe('what is filed', () => {
  it('a form, with the answers to the questions as they were printed', async () => {
    const text = `Svar: JA\nAntal: 2\nNavne: Kim Holm, Bo Berg\nA. Hvad lykkes? Morgenmøderne\nBesked: Vi glæder os\nRef: ${HAVN.shown}`;
    const { facts } = await sync([
      mailFrom('kim@havn.example', { subject: `JA - Træf (ref. ${HAVN.shown})`, text }),
    ]);
    expect(facts).toMatchObject([
      {
        via: 'form',
        reply: {
          answer: 'accepted',
          seats: 2,
          attendees: [{ name: 'Kim Holm' }, { name: 'Bo Berg' }],
          answers: { works: 'Morgenmøderne' },
          remark: 'Vi glæder os',
        },
      },
    ]);
  });

  it('an answer by calendar, with its SEQUENCE and DTSTAMP, and the guests it speaks of', async () => {
    const { facts, stdout, world } = await sync([
      calendarReply(HAVN, { params: ';X-NUM-GUESTS=2' }),
    ]);
    expect(facts).toMatchObject([
      {
        via: 'calendar',
        rung: 'calendar-uid',
        flags: ['num-guests:2'],
        calendar: { sequence: 0, dtstamp: '20120503T080000Z' },
      },
    ]);
    expect(stdout).toContain('Havnelauget: coming (calendar entry; says 2 guests come along)');
    // The word of the protocol is for the journal.
    for (const command of ['status', 'review']) {
      const told = await type(world, command, 'havn');
      expect(told.stdout).toContain('calendar entry');
      expect(told.stdout).not.toContain('PARTSTAT');
    }
  });

  it.each([
    ['5.1.1', { type: 'message-bounced', permanent: true }],
    ['5.2.2', { type: 'message-bounced', permanent: false }],
    ['5.7.1', { type: 'message-bounced', permanent: false }],
  ])('a bounce with %s', async (status, expected) => {
    const { facts } = await sync([bounceOf(HAVN, { status })]);
    expect(facts).toMatchObject([{ ...expected, message: HAVN.message, status }]);
  });

  it('a delay, and a forward’s dead end, which say nothing against the address', async () => {
    const delay = await sync([bounceOf(HAVN, { status: '4.4.1', action: 'delayed' })]);
    expect(delay.facts).toMatchObject([{ type: 'message-delayed' }]);
    const forward = await sync([bounceOf(HAVN, { recipient: 'old@elsewhere.example' })]);
    expect(forward.facts).toMatchObject([{ type: 'message-bounced', permanent: false }]);
  });

  it('an automatic reply, which is no answer', async () => {
    const mail = mailFrom('kim@havn.example', {
      subject: `Automatisk svar: ${SUBJECT}`,
      text: 'Ja tak, jeg er på ferie til 9. maj',
    });
    const { facts, exit } = await sync([mail]);
    expect(facts).toMatchObject([{ type: 'automatic-reply-received', network: 'havnelauget' }]);
    expect(exit).toBe(0);
  });

  it('a wish for no more mails', async () => {
    const { facts } = await sync([
      mailFrom('kim@havn.example', { text: 'Send os venligst ikke flere mails' }),
    ]);
    expect(facts).toMatchObject([{ type: 'opted-out', contact: 'kim@havn.example' }]);
  });

  it('a request to be invited', async () => {
    const text = 'Vores netværk vil gerne inviteres til træffet. Hilsen Ole';
    const { facts, exit } = await sync([
      mailFrom('Ole Sø <ole@nyt.example>', { subject: 'Invitation?', text }),
    ]);
    expect(facts).toMatchObject([{ type: 'request-received', suggested: { contact: 'Ole Sø' } }]);
    expect(exit).toBe(1);
  });

  it('proof that a message in doubt arrived, by an answer and by a bounce', async () => {
    const answered = await sync(
      [mailFrom('kim@havn.example', { headers: `In-Reply-To: <${HAVN.message}>\n` })],
      { facts: invited([HAVN]) },
    );
    expect(answered.facts).toMatchObject([
      { type: 'message-sent', message: HAVN.message, evidence: 'reply' },
      { type: 'reply-received' },
    ]);
    const bounced = await sync([bounceOf(HAVN)], { facts: invited([HAVN]) });
    expect(bounced.facts).toMatchObject([
      { type: 'message-sent', evidence: 'bounce' },
      { type: 'message-bounced' },
    ]);
  });

  it('nothing of an answer to a test mail, which shows how it was understood', async () => {
    const test = fact('2012-05-02T07:00:00.000Z', {
      type: 'test-sent',
      message: 'T000000000.invitation.1@mikronet.example',
      to: 'info@mikronet.example',
      mailing: 'invitation',
      reference: 'T00000000',
      network: 'havnelauget',
      address: 'kim@havn.example',
    });
    const mail = mailFrom('info@mikronet.example', {
      headers: `In-Reply-To: <${'T000000000.invitation.1@mikronet.example'}>\n`,
    });
    const { facts, stdout } = await sync([mail], { facts: [...invited(), test] });
    expect(facts).toEqual([]);
    expect(stdout).toContain(
      'answer to a test mail: understood as coming; nothing is filed "Ja tak, vi kommer"',
    );
  });
});

describe('reading again', () => {
  it('changes nothing', async () => {
    const mails = [
      mailFrom('kim@havn.example'),
      calendarReply(LAUG),
      bounceOf(LAUG),
      mailFrom('bo@havn.example'),
    ];
    const { world } = await sync(mails);
    const before = world.facts('/meeting');
    const again = await type(world, 'sync', '--from', 'in', '--json');
    expect(world.facts('/meeting')).toEqual(before);
    expect(JSON.parse(again.stdout)).toMatchObject({ read: 4, known: 4, answers: 0 });
  });

  it.each(['<>', '< >', '<@>'])('takes mails with the empty name %s for several', async (id) => {
    const mails = [mailFrom('kim@havn.example'), mailFrom('anna@laug.example')];
    const { facts } = await sync(mails.map((mail) => mail.replace(/<[^<>]*>/, id)));
    expect(facts).toMatchObject([HAVN, LAUG].map(({ network }) => ({ network })));
  });

  it('counts every mail once', async () => {
    const mails = [
      mailFrom('kim@havn.example'),
      calendarReply(LAUG),
      bounceOf(LAUG),
      mailFrom('x@y.example', { subject: 'Faktura', text: 'x' }),
    ];
    const world = aMeeting({
      facts: invited(),
      files: { '/meeting/in.mbox': mails.map((mail) => `From x\r\n${mail}\r\n`).join('') },
    });
    const { stdout } = await type(world, 'sync', '--from', 'in.mbox', '--json');
    const counts = JSON.parse(stdout) as SyncJson;
    expect(counts).toEqual({
      v: 1,
      read: 4,
      answers: 1,
      calendarReplies: 1,
      bounces: 1,
      autoReplies: 0,
      optOuts: 0,
      requests: 0,
      setAside: 0,
      passedOver: 1,
      known: 0,
    });
  });
});

describe('sync --from', () => {
  const [one, two] = [mailFrom('kim@havn.example'), calendarReply(LAUG)];
  const mbox = `From x\r\n${one}\r\nFrom y\r\n${two}\r\n`;

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['mails by name', { 'a.eml': one, 'b.eml': two }, ['a.eml', 'b.eml']],
    ['a folder', { 'in/a.eml': one, 'in/b.eml': two, 'in/notes.docx': 'x' }, ['in']],
    ['an mbox', { 'in.mbox': mbox }, ['in.mbox']],
    ['a Maildir', { 'md/cur/1:2,S': one, 'md/new/2': two, 'md/tmp/3': 'x' }, ['md']],
    ['standard input', {}, ['-']],
    ['all together', { 'a.eml': one, 'in.mbox': mbox }, ['a.eml', 'in.mbox', '-']],
  ])('reads %s', async (_, files, paths) => {
    const world = aMeeting({
      facts: invited(),
      files: Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`/meeting/${name}`, text]),
      ),
      terminal: { readInput: () => Promise.resolve(Buffer.from(mbox)) },
    });
    const { exit, stdout } = await type(world, 'sync', '--json', '--from', ...paths);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ answers: 1, calendarReplies: 1, setAside: 0 });
  });

  it('needs no mailbox, and says nothing about one', async () => {
    const { world, exit } = await sync([one]);
    expect(exit).toBe(0);
    expect(world.facts('/meeting').some((each) => each.type === 'mailbox-read')).toBe(false);
  });
});

describe('a mail that cannot be read', () => {
  const endless = `X-A: ${'y'.repeat(70)}\n`.repeat(16_000);
  const from = (address: string) => mailFrom(address, { subject: 'hej', headers: endless });

  it('is set aside where anything ties it to the meeting, and else passed over', async () => {
    const { facts, stderr } = await sync([from('kim@havn.example'), from('x@stranger.example')]);
    expect(facts).toMatchObject([
      { type: 'mail-set-aside', reason: 'unreadable', mail: { from: 'kim@havn.example' } },
    ]);
    expect(stderr).toContain('1 for you to look at, 1 passed over');
  });
});

describe('files that are no mails', () => {
  it('an Outlook message is named, with the way out', async () => {
    const msg = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
    const world = aMeeting({ facts: invited(), files: { '/meeting/a.msg': msg } });
    const { exit, stderr } = await type(world, 'sync', '--from', 'a.msg');
    expect(exit).toBe(1);
    expect(stderr).toContain('a.msg: an Outlook message (.msg), which cannot be read\n  hint: ');
    expect(stderr).toContain('save a mail as .eml');
  });

  it('one of several paths that is not there keeps all from being filed', async () => {
    const world = aMeeting({
      facts: invited(),
      files: { '/meeting/a.eml': mailFrom('kim@havn.example') },
    });
    const before = world.facts('/meeting').length;
    expect(await type(world, 'sync', '--from', 'a.eml', 'b.elm')).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^b\.elm: there is no such file or folder\n  hint: look at the spelling/,
      ),
    });
    expect(world.facts('/meeting')).toHaveLength(before);
  });

  it('one in a folder that cannot be read is named, and the others are read', async () => {
    const base = aMeeting({
      facts: invited(),
      files: { '/meeting/a/1.eml': 'x', '/meeting/a/2.eml': mailFrom('kim@havn.example') },
    });
    const files: Files = {
      ...base.files,
      read: (path, limit) =>
        path.endsWith('1.eml')
          ? Promise.reject(new FileError('no-permission', path))
          : base.files.read(path, limit),
    };
    const { exit, stdout, stderr } = await type(
      { ...base, files },
      'sync',
      '--from',
      'a',
      '--json',
    );
    expect([exit, stderr]).toEqual([1, 'a/1.eml: no permission to read or write it\n']);
    expect(JSON.parse(stdout)).toMatchObject({ read: 1, answers: 1 });
  });

  it('a path that is not there is a mistake', async () => {
    const { exit, stderr } = await type(
      aMeeting({ facts: invited() }),
      'sync',
      '--from',
      'nowhere',
    );
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining('nowhere: there is no such file or folder'),
    ]);
  });
});

describe('the mailbox', () => {
  it('is read from the day the journal was begun; the next time goes on behind it', async () => {
    const mailbox = memoryMailbox([
      mailFrom('kim@havn.example'),
      mailFrom('x@y.example', { subject: 'Faktura', text: 'x' }),
    ]);
    const world = aMeeting({
      facts: invited(),
      env: IMAP,
      over: { openMailbox: () => Promise.resolve(mailbox) },
    });
    const first = await type(world, 'sync', '--json');
    expect(JSON.parse(first.stdout)).toMatchObject({ read: 2, answers: 1, passedOver: 1 });
    expect(world.facts('/meeting').at(-1)).toMatchObject({
      type: 'mailbox-read',
      cursors: [{ folder: 'INBOX', uidValidity: '1', uid: 2 }],
    });
    const second = await type(world, 'sync', '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ read: 0 });
    expect(mailbox.closed).toBe(true);
  });

  it('whose UIDVALIDITY has changed is read again, which changes nothing', async () => {
    const mailbox = memoryMailbox([mailFrom('kim@havn.example')]);
    const world = aMeeting({
      facts: invited(),
      env: IMAP,
      over: { openMailbox: () => Promise.resolve(mailbox) },
    });
    await type(world, 'sync');
    mailbox.uidValidity = '2';
    const { stdout } = await type(world, 'sync', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ read: 1, known: 1 });
    expect(world.facts('/meeting').filter((each) => each.type === 'reply-received')).toHaveLength(
      1,
    );
  });

  it('proves a message in doubt by its Sent folder', async () => {
    const mailbox = memoryMailbox([], { Sendt: [`Message-ID: <${HAVN.message}>\n\nx`] });
    mailbox.uses.set('Sendt', String.raw`\Sent`);
    const world = aMeeting({
      facts: invited([HAVN, LAUG]),
      env: IMAP,
      over: { openMailbox: () => Promise.resolve(mailbox) },
    });
    const { stdout } = await type(world, 'sync');
    expect(stdout).toContain('Havnelauget: the mail to kim@havn.example was in doubt');
    const proofs = world
      .facts('/meeting')
      .filter((each) => each.type === 'message-sent' && each.evidence);
    expect(proofs).toMatchObject([{ message: HAVN.message, evidence: 'sent-folder' }]);
  });

  it('that is not set up, refuses the login or cannot be reached is said in words', async () => {
    expect(await type(aMeeting({ facts: invited() }), 'sync')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('no mailbox is set up'),
    });
    expect(await type(failing('login-refused'), 'sync')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('app password'),
    });
    expect(await type(failing('unreachable'), 'sync')).toMatchObject({ exit: 75 });
  });
});

describe('sync --confirm', () => {
  it('says what the server said where it could not confirm, and the way out', async () => {
    const world = aMeeting({
      facts: invited(),
      env: { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:2525' },
      files: { '/meeting/in/1.eml': mailFrom('kim@havn.example', { id: 'svar@havn.example' }) },
      over: {
        openTransport: () =>
          Promise.resolve({
            connections: 1,
            send: () =>
              Promise.resolve({
                kind: 'deferred',
                response: '535 5.7.8 no such user',
                stage: 'auth',
                stop: 'login-refused',
              }),
            close: () => Promise.resolve(),
          }),
      },
    });
    const { exit, stderr } = await type(world, 'sync', '--from', 'in', '--confirm');
    expect(exit).toBe(2);
    expect(stderr).toContain('refused the login\n  the server: 535 5.7.8 no such user\n');
    expect(stderr).toContain('app password');
  });
});

describe('sync --watch --confirm', () => {
  it('goes on while somebody else writes, and confirms what comes', async () => {
    const mailbox = memoryMailbox([
      mailFrom('kim@havn.example', { text: 'Ja tak, vi kommer', id: 'svar@havn.example' }),
    ]);
    const ends = new AbortController();
    const sent: string[] = [];
    const calm = aMeeting({
      facts: invited(),
      env: { ...IMAP, MIKRONET_SMTP_URL: 'smtp://127.0.0.1:2525' },
      over: {
        interruption: ends.signal,
        openMailbox: () => Promise.resolve(mailbox),
        openTransport: () =>
          Promise.resolve({
            connections: 1,
            send: async ({ bytes }, beforeContent) => {
              await beforeContent();
              sent.push(Buffer.from(bytes).toString());
              ends.abort();
              return { kind: 'sent', response: '250 ok' };
            },
            close: () => Promise.resolve(),
          }),
      },
    });
    let isLocked = true;
    const world = {
      ...calm,
      journals: {
        ...calm.journals,
        at(...where: Parameters<typeof calm.journals.at>) {
          const journal = calm.journals.at(...where);
          const open = () => {
            if (!isLocked) return journal.open();
            isLocked = false;
            return Promise.reject(new MikronetError(EXIT.unfinished, { message: 'Bo writes' }));
          };
          return { ...journal, open };
        },
      },
    };
    const { exit, stderr } = await type(world, 'sync', '--watch', '--confirm');
    expect(exit).toBe(130);
    expect(stderr).toContain('Bo writes; trying again');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('In-Reply-To: <svar@havn.example>');
    expect(sent[0]).toContain('Auto-Submitted: auto-replied');
  });
});
