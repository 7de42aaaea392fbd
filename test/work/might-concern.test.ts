import { describe, expect, it } from 'vitest';
import { readMailStart } from '../../src/format/mail/mail-start.ts';
import { mightConcern, type Ties } from '../../src/work/might-concern.ts';

const ties: Ties = {
  isOurMessage: (id) => id === 'ours@mikronet.example',
  isContact: (address) => address === 'kim@havn.example',
  isContactDomain: (domain) => domain === 'havn.example',
  holdsReference: (text) => text.includes('7QK-2M4-XDF'),
  subjects: new Set(['kom til traef for netvaerk']),
  titles: ['traef for netvaerksansvarlige'],
};

function concerns(mail: string, strongOnly = false): boolean {
  return mightConcern(readMailStart(Buffer.from(mail)), ties, strongOnly);
}

describe('a mail of the everyday mailbox', () => {
  it.each([
    ['an answer to a message of ours', 'In-Reply-To: <ours@mikronet.example>\n\nja'],
    ['a reference in its subject', 'Subject: JA (ref. 7QK-2M4-XDF)\n\nja'],
    ['a reference in its text', 'Subject: hej\n\nref 7QK-2M4-XDF'],
    ['a contact', 'From: kim@havn.example\nSubject: hej\n\nja'],
    ['a colleague of a contact', 'From: bo@havn.example\nSubject: hej\n\nja'],
    [
      'a subject of ours, forwarded',
      'From: x@y.example\nSubject: VS: Kom til træf for netværk\n\nja',
    ],
    ['the title', 'From: x@y.example\nSubject: hej\n\nom Træf for netværksansvarlige'],
    [
      'a wish to be invited',
      'From: x@y.example\nSubject: hej\n\nVores netværk vil gerne inviteres',
    ],
    ['a bounce', 'Return-Path: <>\nSubject: Undelivered\n\nx'],
    ['a calendar reply', 'Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR'],
    ['what cannot be judged by its beginning', 'Content-Type: image/png\n\nPNG'],
  ])('is fetched whole: %s', (_, mail) => {
    expect(concerns(mail)).toBe(true);
  });

  it.each([
    ['an invoice', 'From: x@y.example\nSubject: Faktura 12\n\nHermed faktura'],
    ['a newsletter', 'From: x@y.example\nList-Id: <n.y>\nSubject: Netværk\n\nVi inviterer alle'],
    ['a member who comes to tea', 'From: x@y.example\nSubject: Kaffe\n\nJeg kommer på mandag'],
  ])('is left alone: %s', (_, mail) => {
    expect(concerns(mail)).toBe(false);
  });

  it('outside INBOX is fetched only where it shows that it answers ours', () => {
    expect(concerns('From: kim@havn.example\nSubject: hej\n\nja', true)).toBe(false);
    expect(concerns('Subject: JA (ref. 7QK-2M4-XDF)\n\nja', true)).toBe(true);
    expect(concerns('References: <ours@mikronet.example>\n\nja', true)).toBe(true);
  });
});
