import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { mailBytes, type OutgoingMail } from '../../../src/format/mail/outgoing-mail.ts';

const INVITATION: OutgoingMail = {
  from: { name: 'Mikronet', address: 'info@mikronet.example' },
  to: { name: 'Åse "Aa" Holm', address: 'aase@laug.example' },
  subject: 'Invitation: Træf for netværksansvarlige',
  date: Date.parse('2012-05-02T07:00:00Z'),
  messageId: '7QK2M4XDF.invitation.1@mikronet.example',
  references: ['7QK2M4XDF.invitation.1@mikronet.example'],
  language: 'da',
  text: 'Kære Åse\n\nKommer I?\n',
  html: '<p style="margin:0">Kære Åse</p>\n',
  calendar: {
    method: 'REQUEST',
    text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    filename: 'traef-2012.ics',
  },
};

const written = (mail: OutgoingMail) => Buffer.from(mailBytes(mail)).toString('latin1');

/** The header fields, unfolded. */
const fields = (mail: OutgoingMail) =>
  written(mail)
    .split('\r\n\r\n', 1)[0]!
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n');

test('an invitation, line by line', () => {
  expect(written(INVITATION).replaceAll('\r\n', '\n')).toBe(`From: Mikronet <info@mikronet.example>
To: =?UTF-8?Q?=C3=85se_=22Aa=22_Holm?= <aase@laug.example>
Subject: =?UTF-8?Q?Invitation=3A_Tr=C3=A6f_for_netv=C3=A6rksansvarlige?=
Date: Wed, 02 May 2012 07:00:00 +0000
Message-ID: <7QK2M4XDF.invitation.1@mikronet.example>
References: <7QK2M4XDF.invitation.1@mikronet.example>
Content-Language: da
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_mixed_7QK2M4XDF.invitation.1-mikronet.example"

--=_mixed_7QK2M4XDF.invitation.1-mikronet.example
Content-Type: multipart/alternative; boundary="=_alternative_7QK2M4XDF.invitation.1-mikronet.example"

--=_alternative_7QK2M4XDF.invitation.1-mikronet.example
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

K=C3=A6re =C3=85se

Kommer I?

--=_alternative_7QK2M4XDF.invitation.1-mikronet.example
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p style=3D"margin:0">K=C3=A6re =C3=85se</p>

--=_alternative_7QK2M4XDF.invitation.1-mikronet.example
Content-Type: text/calendar; method=REQUEST; charset=utf-8
Content-Transfer-Encoding: quoted-printable

BEGIN:VCALENDAR
METHOD:REQUEST
END:VCALENDAR

--=_alternative_7QK2M4XDF.invitation.1-mikronet.example--
--=_mixed_7QK2M4XDF.invitation.1-mikronet.example
Content-Type: application/ics; name="traef-2012.ics"
Content-Disposition: attachment; filename="traef-2012.ics"
Content-Transfer-Encoding: quoted-printable

BEGIN:VCALENDAR
METHOD:REQUEST
END:VCALENDAR

--=_mixed_7QK2M4XDF.invitation.1-mikronet.example--
`);
});

describe('the header', () => {
  test('has the fields that a mailing asks for, and no others', () => {
    const lines = fields({
      ...INVITATION,
      calendar: undefined,
      replyTo: { address: 'svar@mikronet.example' },
      inReplyTo: 'first@mikronet.example',
      references: ['first@mikronet.example', 'second@mikronet.example'],
      listUnsubscribe: 'mailto:info@mikronet.example?subject=Ingen%20flere%20mails',
      autoSubmitted: 'auto-replied',
    });
    expect(lines.slice(2, -2)).toEqual([
      'Reply-To: svar@mikronet.example',
      'Subject: =?UTF-8?Q?Invitation=3A_Tr=C3=A6f_for_netv=C3=A6rksansvarlige?=',
      'Date: Wed, 02 May 2012 07:00:00 +0000',
      'Message-ID: <7QK2M4XDF.invitation.1@mikronet.example>',
      'In-Reply-To: <first@mikronet.example>',
      'References: <first@mikronet.example> <second@mikronet.example>',
      'Content-Language: da',
      'List-Unsubscribe: <mailto:info@mikronet.example?subject=Ingen%20flere%20mails>',
      'Auto-Submitted: auto-replied',
    ]);
    expect(lines.at(-1)).toMatch(/^Content-Type: multipart\/alternative; boundary="/);
  });

  test.each([
    ['kim@blåbærgrød.example', 'kim@xn--blbrgrd-fxak7p.example'],
    ['Kim.Holm@HAVN.example', 'Kim.Holm@havn.example'],
  ])('%s is written as %s', (address, wire) => {
    expect(fields({ ...INVITATION, to: { address } })[1]).toBe(`To: ${wire}`);
  });

  test.each(['', 'kim', 'kim@x.example\r\nBcc: all@x.example', 'kim@x.example>, <all@x.example'])(
    'never goes to %j',
    (address) => {
      expect(() => mailBytes({ ...INVITATION, to: { address } })).toThrow('not an address');
    },
  );

  test('leaves out what a stranger wrote in place of a Message-ID', () => {
    const lines = fields({
      ...INVITATION,
      inReplyTo: 'x@y>\r\nBcc: all@x.example',
      references: ['good@x.example', 'two words', 'å@x', 'x'.repeat(2_000)],
    });
    expect(lines.filter((line) => /^(In-Reply-To|References|Bcc)/.test(line))).toEqual([
      'References: <good@x.example>',
    ]);
  });

  test('leaves out a language that is none', () => {
    const lines = fields({ ...INVITATION, language: 'da\r\nX: y' });
    expect(lines.some((line) => /^(Content-Language|X):/.test(line))).toBe(false);
  });
});

test('the same mail has the same bytes', () => {
  expect(written(INVITATION)).toBe(written({ ...INVITATION }));
});

/** What cells, templates and attackers put into a mail. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\r\nBcc: all@x.example\r\n',
        '\r\n\r\n',
        '\n',
        '\n.\n',
        '\nFrom ',
        '=',
        '=?UTF-8?Q?x?=',
        '=?',
        '?=',
        ' ',
        ' \n',
        '\t',
        '"',
        '\\',
        '<',
        '>',
        ',',
        '@',
        '\u0000',
        '\u00a0',
        'æøå',
        '日本',
        '👩‍👩‍👧',
        'word',
        'x'.repeat(80),
        'x'.repeat(1_100),
        '--=_alternative_7QK2M4XDF.invitation.1-mikronet.example--',
      ),
    )
    .map((parts) => parts.join('')),
);

const mails = fc
  .record({
    from: hostile,
    to: hostile,
    subject: hostile,
    text: hostile,
    html: hostile,
    calendar: fc.option(hostile, { nil: undefined }),
  })
  .map(({ from, to, subject, text, html, calendar }): OutgoingMail => ({
    ...INVITATION,
    subject,
    text: `Hej ${text}`,
    html: `<p>Hej ${html}`,
    from: { name: from, address: 'info@mikronet.example' },
    to: { name: to, address: 'aase@laug.example' },
    calendar:
      calendar === undefined
        ? undefined
        : { ...INVITATION.calendar!, text: `BEGIN:VCALENDAR\r\n${calendar}` },
  }));

describe('whatever a mail holds', () => {
  test('it is ASCII in short lines, with the header fields that it should have', () => {
    fc.assert(
      fc.property(mails, (mail) => {
        const bytes = written(mail);
        // oxlint-disable-next-line no-control-regex
        expect(bytes).not.toMatch(/[^\x00-\x7f]|\0|\r(?!\n)|(?<!\r)\n/);
        expect(Math.max(...bytes.split('\r\n').map((line) => line.length))).toBeLessThan(120);
        expect(bytes).not.toMatch(/^(From |\.)/m);
        expect(fields(mail).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
          'From',
          'To',
          'Subject',
          'Date',
          'Message-ID',
          'References',
          'Content-Language',
          'MIME-Version',
          'Content-Type',
        ]);
      }),
    );
  });

  test('its subject and its names are read as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(mails, async (mail) => {
        const { subject = '', from, to } = await simpleParser(Buffer.from(mailBytes(mail)));
        expect(subject).toBe(asOneLine(mail.subject));
        expect(from!.value).toEqual([asTyped(mail.from)]);
        expect([to!].flat().map(({ value }) => value)).toEqual([[asTyped(mail.to)]]);
      }),
    );
  });

  test('it reads as nodemailer would have written it', async () => {
    // Names that look like an encoded word nodemailer leaves to be decoded.
    const comparable = mails.filter(
      ({ from, to, subject }) => !`${from.name}${to.name}${subject}`.includes('=?'),
    );
    await fc.assert(
      fc.asyncProperty(comparable, async (mail) => {
        const [ours, theirs] = await Promise.all([
          simpleParser(Buffer.from(mailBytes(mail))),
          simpleParser(await byNodemailer(mail)),
        ]);
        expect(seen(ours)).toEqual(seen(theirs));
      }),
    );
  });
});

function byNodemailer(mail: OutgoingMail): Promise<Buffer> {
  return new MailComposer({
    from: asTyped(mail.from),
    to: asTyped(mail.to),
    subject: asOneLine(mail.subject),
    date: new Date(mail.date),
    messageId: mail.messageId,
    references: mail.references.map((id) => `<${id}>`),
    headers: { 'Content-Language': mail.language },
    textEncoding: 'quoted-printable',
    text: lines(wellFormed(mail.text)),
    html: lines(wellFormed(mail.html)),
    ...(mail.calendar && {
      icalEvent: {
        method: mail.calendar.method,
        filename: mail.calendar.filename,
        content: lines(wellFormed(mail.calendar.text)),
      },
    }),
  })
    .compile()
    .build();
}

/** All that a reader sees of a mail. */
function seen(mail: ParsedMail) {
  const { headers, headerLines: _, attachments, text, html, ...rest } = mail;
  return {
    ...rest,
    text: lines(text ?? ''),
    html: lines(html || ''),
    fields: [...headers.keys()].toSorted(),
    type: (headers.get('content-type') as { value: string }).value,
    attachments: attachments.map(({ contentType, filename, content, contentDisposition }) => ({
      contentType,
      filename,
      contentDisposition,
      content: lines(content.toString()),
    })),
  };
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');

const asTyped = ({ name = '', address }: OutgoingMail['from']) => ({
  name: asOneLine(name),
  address,
});

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

const asOneLine = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  wellFormed(text.replace(/[\x00-\x20\x7f-\x9f\u2028\u2029]+/g, ' ')).trim();
