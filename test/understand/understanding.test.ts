import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/format/mail/incoming-mail.ts';
import { understand } from '../../src/understand/understanding.ts';

async function read(mail: string) {
  return understand(await parseMail(Buffer.from(mail.replaceAll(/\r?\n/g, '\r\n'))));
}

const from =
  'From: Kim Holm <kim@havn.example>\nTo: info@mikronet.example\nMessage-ID: <a@havn.example>\n';

function calendar(lines: string, headers = ''): string {
  return `${from}${headers}Subject: Accepted: Træf
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Kim Holm has accepted this invitation.
--b
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:7QK2M4XDF@mikronet.example
DTSTAMP:20120503T080000Z
SEQUENCE:0
${lines}
END:VEVENT
END:VCALENDAR
--b--
`;
}

const YES = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@havn.example';
const BOILERPLATE = 'Kim Holm has accepted this invitation.';

const DSN = `Return-Path: <>
From: MAILER-DAEMON@mx.example
To: info@mikronet.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

I could not deliver your message.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Original-Envelope-Id: <7QK2M4XDF.invitation.1@mikronet.example>

Final-Recipient: rfc822; kim@havn.example
Action: ACTION
Status: STATUS
Diagnostic-Code: smtp; 550 STATUS no

--b
Content-Type: text/rfc822-headers

Message-ID: <7QK2M4XDF.invitation.1@mikronet.example>
Subject: Invitation
--b--
`;

describe('an answer by calendar', () => {
  it('of Google, which a machine sends, is an answer all the same', async () => {
    const mail = calendar(
      'ATTENDEE;CN=Kim Holm;PARTSTAT=ACCEPTED;X-NUM-GUESTS=2:mailto:kim@havn.example',
      'Auto-Submitted: auto-generated\n',
    );
    expect(await read(mail)).toMatchObject({
      kind: 'calendar-reply',
      answer: 'accepted',
      calendar: { uid: '7QK2M4XDF@mikronet.example', attendee: 'kim@havn.example', guests: 2 },
    });
  });

  it.each([
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
    ['NEEDS-ACTION', undefined],
  ])('says what PARTSTAT says: %s', async (partstat, answer) => {
    const mail = calendar(`ATTENDEE;PARTSTAT=${partstat}:MAILTO:Kim@havn.example`);
    const { kind, answer: got } = await read(mail);
    expect([kind, got]).toEqual(['calendar-reply', answer]);
  });

  it('that delegates, or proposes a new time, is for the organiser to decide', async () => {
    const delegated = calendar(
      'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bo@havn.example":mailto:kim@havn.example',
    );
    expect(await read(delegated)).toMatchObject({
      why: 'calendar-delegated',
      calendar: { delegatedTo: 'bo@havn.example' },
    });
    const counter = calendar('ATTENDEE;PARTSTAT=TENTATIVE:mailto:kim@havn.example').replaceAll(
      'REPLY',
      'COUNTER',
    );
    expect(await read(counter)).toMatchObject({ why: 'calendar-counter' });
    expect((await read(counter)).answer).toBeUndefined();
  });

  it.each([
    ['in COMMENT', calendar(`${YES}\nCOMMENT:Vi bliver to`)],
    [
      'as Outlook writes it',
      calendar(YES, 'Thread-Index: Ac0\n').replace(BOILERPLATE, 'Vi bliver to'),
    ],
  ])('keeps what the person wrote beside it %s', async (_, mail) => {
    expect(await read(mail)).toMatchObject({ answer: 'accepted', remark: 'Vi bliver to' });
  });

  it('keeps nothing of what a machine wrote beside it', async () => {
    expect(await read(calendar(YES))).not.toHaveProperty('remark');
  });

  it('is not what a person writes above our own calendar entry', async () => {
    const mail = calendar(
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@havn.example',
      'In-Reply-To: <x@y>\n',
    )
      .replaceAll('REPLY', 'REQUEST')
      .replace('Kim Holm has accepted this invitation.', 'Vi kan desværre ikke komme');
    expect(await read(mail)).toMatchObject({ kind: 'answer', answer: 'declined', via: 'words' });
  });
});

describe('a report on delivery', () => {
  it.each([
    ['5.1.1', true],
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.2.2', false],
    ['5.7.1', false],
    ['5.4.7', false],
    ['5.0.0', false],
  ])('with %s: the address will never work: %s', async (status, permanent) => {
    const { kind, bounce } = await read(
      DSN.replace('ACTION', 'failed').replaceAll('STATUS', status),
    );
    expect(kind).toBe('bounce');
    expect(bounce?.entries).toMatchObject([
      { recipient: 'kim@havn.example', status, permanent, delayed: false },
    ]);
    expect(bounce?.about).toEqual(['7QK2M4XDF.invitation.1@mikronet.example']);
  });

  it('of a delay is no failure', async () => {
    const mail = DSN.replace('ACTION', 'delayed').replaceAll('STATUS', '4.4.1');
    expect(await read(mail)).toMatchObject({
      kind: 'bounce',
      why: 'delay',
      bounce: { entries: [{ delayed: true }] },
    });
  });

  it('of a delivery is nothing to act on', async () => {
    const mail = DSN.replace('ACTION', 'delivered').replaceAll('STATUS', '2.0.0');
    expect(await read(mail)).toMatchObject({ kind: 'other' });
  });

  it('without any standard is known by who sends it and what it says', async () => {
    const mail = `Return-Path: <>\nFrom: Postmaster <postmaster@mx.example>\nTo: info@mikronet.example\nSubject: Mail kunne ikke leveres\n\nDin mail kunne ikke leveres til:\n\nkim@havn.example: 550 5.1.1 User unknown\n\n--- Original message ---\nMessage-ID: <7QK2M4XDF.invitation.1@mikronet.example>\n`;
    const { kind, bounce } = await read(mail);
    expect(kind).toBe('bounce');
    expect(bounce).toMatchObject({
      entries: [{ recipient: 'kim@havn.example', status: '5.1.1', permanent: true }],
      about: ['7QK2M4XDF.invitation.1@mikronet.example'],
    });
  });
});

describe('a machine', () => {
  it.each([
    ['Auto-Submitted: auto-replied\nSubject: Sv: Træf'],
    ['X-Autoreply: yes\nSubject: Sv: Træf'],
    ['Precedence: auto_reply\nSubject: Sv: Træf'],
    ['Subject: Automatisk svar: Træf'],
    ['Subject: Autosvar: Jeg er på ferie'],
    ['Subject: Re: Out of office: Træf'],
    ['Subject: Automatische Antwort: Træf'],
    ['Subject: Automatiskt svar: Træf'],
  ])('gives no answer, whatever it says: %j', async (headers) => {
    expect(await read(`${from}${headers}\n\nJa tak, vi kommer.\n`)).toMatchObject({
      kind: 'auto-reply',
    });
  });

  it.each(['X-Auto-Response-Suppress: All', 'Precedence: bulk', 'Auto-Submitted: no'])(
    'is not told by %s alone',
    async (header) => {
      expect(
        await read(`${from}${header}\nSubject: Sv: Træf\n\nJa tak, vi kommer.\n`),
      ).toMatchObject({ kind: 'answer' });
    },
  );

  it('that sends to a list is passed over', async () => {
    expect(
      await read(`${from}List-Id: <nyt.example>\nSubject: Nyt\n\nVi kommer gerne\n`),
    ).toMatchObject({ kind: 'other' });
  });
});

describe('an automatic reply', () => {
  it.each(['X-Autorespond', 'X-Autorespond-Rule', 'X-AutoReply-From', 'X-Autoresponder-Id'])(
    'is told by %s, whatever it says',
    async (name) => {
      const mail = `${from}Subject: Sv: Træf\n${name}: 7\n\nJa tak, vi kommer\n`;
      expect(await read(mail)).toMatchObject({ kind: 'auto-reply' });
    },
  );

  it('is not told by the wish to get none', async () => {
    const mail = `${from}Subject: Sv: Træf\nX-Auto-Response-Suppress: All\n\nJa tak, vi kommer\n`;
    expect(await read(mail)).toMatchObject({ kind: 'answer', answer: 'accepted' });
  });
});

describe('a filled form', () => {
  const subject = 'Subject: JA - Træf (ref. 7QK-2M4-XDF)\n';
  const fields =
    'Svar: JA\nAntal: 2\nNavne: Anna Holm, Bo Berg\nA. Hvad lykkes? Morgenmøderne\nBesked: Vi glæder os\nRef: 7QK-2M4-XDF (slet ikke denne linje)\n';

  it('gives its fields', async () => {
    expect(await read(`${from}${subject}\n${fields}`)).toMatchObject({
      kind: 'answer',
      via: 'form',
      answer: 'accepted',
      seats: 2,
      attendees: [{ name: 'Anna Holm' }, { name: 'Bo Berg' }],
      letters: { A: 'Hvad lykkes? Morgenmøderne' },
      remark: 'Vi glæder os',
    });
  });

  it.each([
    ['Bo Berg (Bo@berg.example)', [{ name: 'Bo Berg', email: 'bo@berg.example' }]],
    [
      'Bo Berg <bo@berg.example> og Ida',
      [{ name: 'Bo Berg', email: 'bo@berg.example' }, { name: 'Ida' }],
    ],
    [
      'Bo (formand), Ida [ida@berg.example]',
      [{ name: 'Bo formand' }, { name: 'Ida', email: 'ida@berg.example' }],
    ],
  ])('names people as %s', async (names, attendees) => {
    const named = fields.replace('Anna Holm, Bo Berg', names);
    expect(await read(`${from}${subject}\n${named}`)).toMatchObject({ attendees });
  });

  it.each([
    ['seks', 6],
    ['Sechs Personen', 6],
    ['six', 6],
    ['én', 1],
    ['ti.', 10],
    ['mange', undefined],
    ['2-3', undefined],
  ])('counts %s', async (number, seats) => {
    const counted = fields.replace('Antal: 2', `Antal: ${number}`);
    const { seats: said } = await read(
      `${from}${subject}Content-Type: text/plain; charset=utf-8\n\n${counted}`,
    );
    expect(said).toBe(seats);
  });

  it.each([
    [
      'blank lines before what was filled in',
      'Svar: JA\nAntal: 2\nNavne:\n\nAnna Holm\nBo Berg\n\nA. Hvad lykkes?\n\nMorgenmøderne\nog kaffen\n\nBesked:\n\nVi glæder os\n\nog kommer sent\n\nRef: 7QK-2M4-XDF\n',
    ],
    [
      'a blank line behind every line, as Outlook writes',
      'Svar: JA\n\nAntal: 2\n\nNavne: Anna Holm\n\nBo Berg\n\n \n\nA. Hvad lykkes?\n\nMorgenmøderne\n\nog kaffen\n\nBesked: Vi glæder os\n\nog kommer sent\n\nRef: 7QK-2M4-XDF\n',
    ],
  ])('gives its fields with %s', async (_, filled) => {
    const mail = `${from}${subject}Content-Type: text/plain; charset=utf-8\n\n${filled}`;
    expect(await read(mail)).toMatchObject({
      kind: 'answer',
      answer: 'accepted',
      seats: 2,
      attendees: [{ name: 'Anna Holm' }, { name: 'Bo Berg' }],
      letters: { A: 'Hvad lykkes?\nMorgenmøderne\nog kaffen' },
      remark: 'Vi glæder os\nog kommer sent',
    });
  });

  it.each(['Navne:', 'A. Hvad lykkes?', 'Besked: Hej'])(
    'is not trusted where something else stands below %s',
    async (field) => {
      const mail = `${from}${subject}Content-Type: text/plain; charset=utf-8\n\nSvar: JA\nAntal:\n${field}\n\nVi kan desværre ikke komme alligevel.\n\nRef: 7QK-2M4-XDF\n`;
      expect(await read(mail)).toMatchObject({ kind: 'unclear', why: 'form-contradicted' });
    },
  );

  it('may be reordered, requoted or empty but for its subject', async () => {
    const shuffled = `${fields.split('\n').toReversed().join('\n')}\n`;
    expect(await read(`${from}${subject}\n${shuffled}`)).toMatchObject({
      answer: 'accepted',
      seats: 2,
    });
    expect(await read(`${from}${subject}\n`)).toMatchObject({
      kind: 'answer',
      answer: 'accepted',
      via: 'form',
    });
  });

  it('is not trusted where it contradicts itself or the words beside it', async () => {
    const no = fields.replace('Svar: JA', 'Svar: NEJ');
    expect(await read(`${from}${subject}\n${no}`)).toMatchObject({
      kind: 'unclear',
      why: 'form-disagrees',
    });
    const beside = `Vi kan desværre ikke komme alligevel.\n\n${fields}`;
    expect(await read(`${from}${subject}\n${beside}`)).toMatchObject({
      kind: 'unclear',
      why: 'form-contradicted',
    });
  });
});

describe('the rest', () => {
  it('no more mails is about mail; a seat given back is an answer', async () => {
    expect(await read(`${from}Subject: Sv: Træf\n\nSend os ikke flere mails\n`)).toMatchObject({
      kind: 'opt-out',
    });
    expect(await read(`${from}Subject: Sv: Træf\n\nVi må desværre afmelde os\n`)).toMatchObject({
      kind: 'answer',
      answer: 'declined',
    });
  });

  it('our own mail that holds both JA and NEJ is no answer when it is quoted', async () => {
    const mail = `${from}Subject: Sv: Træf\nIn-Reply-To: <x@y>\n\nHvad koster det?\n\nDen 2. maj 2012 kl. 09.30 skrev Mikronet <info@mikronet.example>:\n\nJA, vi kommer\nNEJ, vi kommer ikke\n`;
    expect(await read(mail)).toMatchObject({
      kind: 'unclear',
      written: { text: 'Hvad koster det?' },
    });
  });

  it('HTML is read as it is seen: what is hidden or quoted does not speak', async () => {
    const mail = `${from}Subject: Sv: Træf\nContent-Type: text/html; charset=utf-8\n\n<div>Vi kan desværre ikke komme</div><div style="display:none">Ja tak, vi kommer</div><div class="gmail_quote">On Wed, 2 May 2012 X wrote:<blockquote>JA, vi kommer</blockquote></div>\n`;
    expect(await read(mail)).toMatchObject({
      kind: 'answer',
      answer: 'declined',
      written: { text: 'Vi kan desværre ikke komme' },
    });
  });
});

describe('a yes that hangs on something', () => {
  it.each([
    'Jeg kommer, hvis vejret tillader det.',
    'Ja! Hvis vi får passet børnene.',
    'We will come if the weather is good.',
    'Wir kommen gern, wenn das Wetter gut ist.',
  ])('is at most a maybe: %s', async (words) => {
    const mail = `${from}Subject: Re: Træf\nContent-Type: text/plain; charset=utf-8\n\n${words}\n`;
    expect(await read(mail)).toMatchObject({ kind: 'unclear', suggestion: 'tentative' });
  });
});
