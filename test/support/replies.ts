/** Two networks that were invited, and the mails that come home. */
import type { Fact } from '../../src/domain/facts.ts';
import { referenceOf } from '../../src/format/keyed.ts';
import { shownReference } from '../../src/domain/reference.ts';
import { fact } from './meeting.ts';

const KEY = 'a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2U';

export const SUBJECT = 'Kom til træf for netværk den 30. maj';

export interface Invitation {
  readonly network: string;
  readonly address: string;
  readonly message: string;
  readonly reference: string;
  /** As printed. */
  readonly shown: string;
  readonly uid: string;
}

function invitation(network: string, address: string): Invitation {
  const reference = referenceOf(KEY, network, address);
  return {
    network,
    address,
    reference,
    shown: shownReference(reference),
    message: `${reference}.invitation.1@mikronet.example`,
    uid: `${reference}@mikronet.example`,
  };
}

export const HAVN = invitation('havnelauget', 'kim@havn.example');
export const LAUG = invitation('lollands-haandvaerkerlaug', 'anna@laug.example');

/** `doubtful`: no answer came from the server. */
export function invited(doubtful: readonly Invitation[] = []): readonly Fact[] {
  const at = '2012-05-02T07:00:00.000Z';
  return [
    fact(at, { type: 'journal-begun', meeting: 'traef', key: KEY }),
    ...[HAVN, LAUG].flatMap((each): readonly Fact[] => {
      const { message, network, address, reference, uid } = each;
      const about = { message, network, address, mailing: 'invitation' };
      const submitted = fact(at, {
        ...about,
        type: 'message-submitted',
        networkName: network,
        language: 'da',
        reference,
        n: 1,
        subject: SUBJECT,
        digest: 'd',
        questions: [{ letter: 'A', id: 'works', text: 'Hvad lykkes?' }],
        calendar: {
          method: 'REQUEST',
          uid,
          sequence: 0,
          start: '2012-05-30T14:30:00.000Z',
          end: '2012-05-30T19:00:00.000Z',
          title: 'Træf',
          place: 'Kulturforsyningen',
        },
      });
      return doubtful.includes(each)
        ? [submitted]
        : [submitted, fact(at, { ...about, type: 'message-sent', response: '250 ok' })];
    }),
  ];
}

let count = 0;

/** A mail that came in, as text with CRLF. */
export function mailFrom(
  from: string,
  { subject = `Sv: ${SUBJECT}`, text = 'Ja tak, vi kommer', headers = '', id = '' } = {},
): string {
  count += 1;
  return `Message-ID: <${id || `m${count}@${from.split('@')[1] ?? 'x'}`}>
Date: Thu, 03 May 2012 08:00:00 +0000
From: ${from}
To: info@mikronet.example
Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=
MIME-Version: 1.0
${headers}${/content-type/i.test(headers) ? '' : 'Content-Type: text/plain; charset=utf-8\n'}
${text}
`.replaceAll(/\r?\n/g, '\r\n');
}

/** A report on an invitation (RFC 3464). */
export function bounceOf(
  { message, address }: Invitation,
  { status = '5.1.1', action = 'failed', recipient = address } = {},
): string {
  return mailFrom('MAILER-DAEMON@mx.example', {
    subject: 'Undelivered Mail Returned to Sender',
    headers:
      'Return-Path: <>\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n',
    text: `--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 ${status} sorry\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${message}>\nSubject: x\n\n--b--`,
  });
}

/** An answer by a calendar's button. */
export function calendarReply(
  { uid, address }: Invitation,
  { partstat = 'ACCEPTED', attendee = address, params = '' } = {},
): string {
  return mailFrom(address, {
    subject: 'Accepteret: Træf',
    headers:
      'Auto-Submitted: auto-generated\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n',
    text: `BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:${uid}\nSEQUENCE:0\nDTSTAMP:20120503T080000Z\nATTENDEE;PARTSTAT=${partstat}${params}:mailto:${attendee}\nEND:VEVENT\nEND:VCALENDAR`,
  });
}
