import { describe, expect, test } from 'vitest';
import { parseMail } from '../../../src/format/mail/incoming-mail.ts';
import { answersTo, playReply, readInvitation } from '../../../src/format/mail/played-reply.ts';

const INVITATION = [
  'From: Mikronet <info@mikronet.example>',
  'To: kim@havn.example',
  'Subject: =?utf-8?Q?Tr=C3=A6f?=',
  'Message-ID: <7QK2M4XDF.invitation.1@mikronet.example>',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Kære Kim',
  '',
  'Kom til træf.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<a href="mailto:info@mikronet.example?subject=JA%20-%20Tr%C3%A6f&amp;body=Svar%3A%20JA%0D%0AAntal%3A%20%0D%0AA.%20Hvad%20lykkes%3F%0D%0ARef%3A%207QK-2M4-XDF">Ja</a>',
  '--b',
  'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
  '',
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:7QK2M4XDF@mikron',
  ' et.example',
  'SEQUENCE:0',
  'DTSTART:20120530T143000Z',
  'END:VEVENT',
  'END:VCALENDAR',
  '--b--',
  '',
].join('\r\n');

const played = async (template: string) =>
  Buffer.from(playReply(template, await readInvitation(Buffer.from(INVITATION)))).toString();

describe('a reply of the cast', () => {
  test('is made of what was really received', async () => {
    const mail = await played(
      'Invitation: kim@havn.example\nFrom: kim@havn.example\nSubject: Sv: {{subject}}\nIn-Reply-To: <{{message-id}}>\n\nJa tak\n\n{{quoted}}\n{{uid}} {{sequence}} {{dtstart}}\n',
    );
    expect(mail.replaceAll('\r\n', '\n')).toBe(
      'From: kim@havn.example\nSubject: =?UTF-8?Q?Sv=3A_Tr=C3=A6f?=\nIn-Reply-To: <7QK2M4XDF.invitation.1@mikronet.example>\n\nJa tak\n\n> Kære Kim\n>\n> Kom til træf.\n7QK2M4XDF@mikronet.example 0 20120530T143000Z\n',
    );
  });

  test('fills in the mail that the yes-button opens, line by line', async () => {
    const mail = await played(
      'From: kim@havn.example\nSubject: {{yes subject}}\n\n{{yes Ref}}\n{{yes Antal}} 2\n{{yes A.}}\n{{yes Svar}}\n',
    );
    expect(mail.split('\r\n\r\n')[1]).toBe(
      'Ref: 7QK-2M4-XDF\r\nAntal: 2\r\nA. Hvad lykkes?\r\nSvar: JA\r\n',
    );
  });

  test('carries names of every letter in its header', async () => {
    const mail = await played('From: Åse Bø <aase@havn.example>\nSubject: Sæd\n\nHej\n');
    // oxlint-disable-next-line no-control-regex
    expect(mail).toMatch(/^[\x00-\x7f]*$/);
    expect(await parseMail(Buffer.from(mail))).toMatchObject({
      from: { name: 'Åse Bø', address: 'aase@havn.example' },
      subject: 'Sæd',
    });
  });

  test('asks for nothing that the invitation does not have', async () => {
    await expect(played('From: a@b.dk\n\n{{nothing}}\n')).rejects.toThrow(
      'nothing for {{nothing}}',
    );
  });

  test('says whose invitation it answers, unless a stranger writes it', () => {
    expect(answersTo('Invitation: kim@havn.example\nFrom: x\n')).toBe('kim@havn.example');
    expect(answersTo('From: x\n')).toBeUndefined();
  });
});
