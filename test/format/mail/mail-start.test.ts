import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailStart } from '../../../src/format/mail/mail-start.ts';

function start(mail: string) {
  return readMailStart(Buffer.from(mail.replaceAll('\n', '\r\n')));
}

function check(bytes: Uint8Array): void {
  expect(readMailStart(bytes).text).toBeTypeOf('string');
}

describe('the first bytes of a mail', () => {
  it('say who wrote, what it answers and what it is called', () => {
    const mail = start(
      [
        'Message-ID: <a1@havn.example>',
        'In-Reply-To: <7QK2M4XDF.invitation.1@mikronet.example>',
        'References: <x@y>',
        ' <z@y>',
        'From: "Holm, Kim" <Kim@Havn.example>',
        'Reply-To: kontor@havn.example',
        'Subject: =?utf-8?Q?SV:_Tr=C3=A6f_for?= =?utf-8?B?IG5ldHbDpnJr?=',
        '',
        'Vi kommer',
      ].join('\n'),
    );
    expect(mail).toMatchObject({
      messageId: 'a1@havn.example',
      answers: ['7QK2M4XDF.invitation.1@mikronet.example', 'x@y', 'z@y'],
      senders: ['kim@havn.example', 'kontor@havn.example'],
      subject: 'SV: Træf for netværk',
      text: 'Vi kommer',
      byMachine: false,
      aboutDelivery: false,
      calendar: false,
      unclear: false,
    });
  });

  it.each([
    ['plain text', 'Content-Type: text/plain; charset=utf-8\n\nVi vil gerne være med'],
    [
      'quoted-printable',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nVi vil gerne v=C3=A6=\nre med',
    ],
    [
      'base64',
      `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from('Vi vil gerne være med').toString('base64')}`,
    ],
    [
      'Windows-1252',
      'Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\nVi vil gerne v=E6re med',
    ],
    [
      'the first part of several, in each other',
      'Content-Type: multipart/mixed; boundary="Ab"\n\n--Ab\nContent-Type: multipart/alternative;\n boundary=Cd\n\n--Cd\nContent-Type: text/plain\n\nVi vil gerne være med\n--Cd\nContent-Type: text/html\n\n<p>nej</p>\n--Cd--\n--Ab--',
    ],
    [
      'HTML',
      'Content-Type: text/html\n\n<html><head><style>p { color: red }</style></head><p>Vi vil&nbsp;gerne <b>være</b> med',
    ],
  ])('give the beginning of the text: %s', (_, mail) => {
    expect(start(mail).text.trim()).toBe('Vi vil gerne være med');
  });

  it.each([
    ['an empty envelope sender', 'Return-Path: <>\n\nx', 'aboutDelivery'],
    ['the mail daemon', 'From: MAILER-DAEMON@mx.example\n\nx', 'aboutDelivery'],
    ['a report', 'Content-Type: multipart/report; boundary=x\n\n--x\n\nx', 'aboutDelivery'],
    ['a list', 'List-Id: <nyt.example>\n\nx', 'byMachine'],
    ['an automatic reply', 'Auto-Submitted: auto-replied\n\nx', 'byMachine'],
    ['a calendar', 'Content-Type: text/calendar\n\nBEGIN:VCALENDAR', 'calendar'],
    ['a header that does not end', `Subject: x\nX-Long: ${'y'.repeat(9000)}`, 'unclear'],
    ['no text in sight', 'Content-Type: image/png\n\nPNG', 'unclear'],
  ] as const)('tell %s', (_, mail, what) => {
    expect(start(mail)[what]).toBe(true);
  });

  it('never fail, whatever stands in them', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          'Content-Type: multipart/mixed; boundary="x"',
          'Content-Transfer-Encoding: base64',
          'Subject: =?utf-8?B?////?= =?x?Q?=?=',
          'Content-Type: text/html; charset=utf-8',
          '--x',
          '',
          '<style',
        ),
        fc.string(),
      ),
    );
    fc.assert(fc.property(lines, (given) => check(Buffer.from(given.join('\r\n')))));
    fc.assert(fc.property(fc.uint8Array(), check));
  });
});
