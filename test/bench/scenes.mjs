/** Meetings of any size: their files as the tool itself would have written them. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const MEETING = {
  id: 'traef',
  title: 'Træf for netværksansvarlige',
  language: 'da',
  start: '2012-05-30T16:30',
  end: '2012-05-30T21:00',
  timeZone: 'Europe/Copenhagen',
  venue: { name: 'Kulturforsyningen', address: 'Nykøbing Falster' },
  organizer: { name: 'Mikronet', email: 'info@mikronet.example', contact: 'Bente Mogensen' },
  replyBy: '2012-05-18',
  seatsPerNetwork: 3,
  summary: { da: 'En aften om at drive netværk.', en: 'An evening about running networks.' },
  questions: [
    { id: 'works', text: 'Hvad lykkes hos jer?', shared: true },
    { id: 'hard', text: 'Hvad er svært?', shared: true },
  ],
};

/** The time at which the commands of the bench run. */
export const NOW = '2012-05-10T09:00:00Z';

const KINDS = ['Håndværkerlaug', 'Fødevarenetværk', 'Turistforening', 'Havnelaug', 'Erfagruppe'];

const networkName = (index) => `${KINDS[index % KINDS.length]} nr. ${index}`;
const networkId = (index) =>
  `${['haandvaerkerlaug', 'foedevarenetvaerk', 'turistforening', 'havnelaug', 'erfagruppe'][index % KINDS.length]}-nr-${index}`;
const address = (index) => `kontakt${index}@netvaerk${index % 977}.example`;
const contactName = (index) => `Søren Åkjær ${index}`;
/** Nine symbols that stand for a reference. */
const reference = (index) => `7${index.toString(32).toUpperCase().padStart(8, '0')}`;

/** `contacts` in networks.csv, one a network. */
export function meetingFolder(parent, name, contacts, changes = {}) {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify({ ...MEETING, ...changes }));
  writeFileSync(join(folder, 'networks.csv'), networksCsv(contacts));
  return folder;
}

export function networksCsv(contacts) {
  const lines = ['Netværk;Kontaktperson;E-mail;Telefon;Område;Sprog;Bemærkning'];
  for (let index = 0; index < contacts; index += 1) {
    lines.push(
      `${networkName(index)};${contactName(index)};${address(index)};54 82 ${10 + (index % 90)} 00;"Lolland; Falster";da;`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * A journal in which the first `sent` contacts have their invitation and the first `answered` of
 * them have answered: 1 + 2 * sent + answered lines.
 */
export async function writeJournal(folder, { sent, answered = 0 }) {
  const file = createWriteStream(join(folder, 'journal.jsonl'));
  let count = 0;
  let waiting = '';
  const write = async (at, fact) => {
    count += 1;
    waiting += `${JSON.stringify({ v: 1, id: `bench.${count}`, at, ...fact })}\n`;
    if (waiting.length < 1_000_000) return;
    const text = waiting;
    waiting = '';
    if (!file.write(text)) await once(file, 'drain');
  };
  await write('2012-05-02T07:00:00.000Z', {
    type: 'journal-begun',
    meeting: MEETING.id,
    key: 'bm90IGEgc2VjcmV0LCBtZXJlbHkgYSBiZW5jaG1hcmsu',
  });
  for (let index = 0; index < sent; index += 1) {
    const about = aboutMessage(index);
    await write('2012-05-02T07:00:01.000Z', { ...submitted(index), ...about });
    await write('2012-05-02T07:00:02.000Z', {
      type: 'message-sent',
      ...about,
      response: '250 2.0.0 queued',
    });
  }
  for (let index = 0; index < answered; index += 1) {
    await write('2012-05-04T07:00:00.000Z', replyReceived(index));
  }
  file.end(waiting);
  await once(file, 'close');
}

function aboutMessage(index) {
  return {
    message: `${reference(index)}.invitation.1@mikronet.example`,
    network: networkId(index),
    address: address(index),
    mailing: 'invitation',
    run: 'bench',
  };
}

function submitted(index) {
  return {
    type: 'message-submitted',
    networkName: networkName(index),
    contactName: contactName(index),
    language: 'da',
    reference: reference(index),
    n: 1,
    subject: 'Invitation: Træf for netværksansvarlige',
    digest: 'b6c1f1f2a6e0',
    calendar: {
      method: 'REQUEST',
      uid: `${reference(index)}@mikronet.example`,
      sequence: 0,
      start: '2012-05-30T14:30:00.000Z',
      end: '2012-05-30T19:00:00.000Z',
      title: MEETING.title,
      place: 'Kulturforsyningen, Nykøbing Falster',
      partstat: 'needs-action',
    },
    questions: MEETING.questions.map(({ id, text }, at) => ({ letter: 'AB'[at], id, text })),
  };
}

function replyReceived(index) {
  const answer = ['accepted', 'accepted', 'declined', 'accepted', 'tentative'][index % 5];
  return {
    type: 'reply-received',
    source: 'imap',
    network: networkId(index),
    contact: address(index),
    reply: {
      answer,
      ...(answer === 'accepted' && { seats: 1 + (index % 3) }),
      attendees: answer === 'accepted' ? [{ name: contactName(index) }] : [],
      answers: index % 2 === 0 ? { works: 'Vi mødes hver måned; det virker.' } : {},
    },
    via: 'form',
    mail: {
      messageId: `answer${index}@netvaerk.example`,
      date: '2012-05-03T18:30:00.000Z',
      received: '2012-05-03T18:30:02.000Z',
      from: address(index),
      subject: 'JA - Træf for netværksansvarlige',
    },
    rung: 'reference-in-subject',
  };
}

/** A filled answer of an invited contact, as its mail programme sends it. */
export function answerMail(index) {
  const shown = reference(index).replace(/^(.{3})(.{3})(.{3})$/, '$1-$2-$3');
  return [
    ...receivedHeaders(`answer${index}@netvaerk.example`),
    `From: ${contactName(index).replace('Søren Åkjær', 'Soeren Aakjaer')} <${address(index)}>`,
    'To: info@mikronet.example',
    `Subject: JA - =?UTF-8?Q?Tr=C3=A6f_for_netv=C3=A6rksansvarlige?= (ref. ${shown})`,
    `In-Reply-To: <${reference(index)}.invitation.1@mikronet.example>`,
    'Date: Wed, 09 May 2012 11:59:58 +0200',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Svar: JA',
    `Antal: ${1 + (index % 3)}`,
    'Navne: Søren Åkjær',
    '',
    'A. Hvad lykkes hos jer?',
    'Vi mødes hver måned; det virker.',
    '',
    `Ref: ${shown} (slet ikke denne linje)`,
    '',
  ].join('\r\n');
}

/** Invoices, minutes, newsletters: of all sizes, with a header as long as headers are. */
export function everydayMail(index) {
  const paragraph =
    'Hermed fremsendes referatet fra mødet i bestyrelsen sammen med regningen for leje af lokalet. ';
  return [
    ...receivedHeaders(`everyday${index}@elsewhere.example`),
    `From: Kasserer ${index % 300} <kasserer${index % 300}@elsewhere.example>`,
    'To: info@mikronet.example',
    `Subject: Faktura ${10_000 + index}`,
    'Date: Wed, 09 May 2012 11:59:58 +0200',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...Array.from({ length: 5 + (index % 40) }, () => paragraph),
    '',
  ].join('\r\n');
}

function hop(number) {
  return (
    `Received: from mx${number}.elsewhere.example (mx${number}.elsewhere.example [192.0.2.${number}])\r\n` +
    `\tby in${number}.mikronet.example (Postfix) with ESMTPS id 4VbQ${number}\r\n` +
    '\tfor <info@mikronet.example>; Wed, 09 May 2012 12:00:00 +0200 (CEST)'
  );
}

function receivedHeaders(id) {
  return [
    'Return-Path: <bounce@elsewhere.example>',
    hop(1),
    hop(2),
    hop(3),
    'Authentication-Results: in1.mikronet.example; spf=pass smtp.mailfrom=elsewhere.example; dkim=pass; dmarc=pass',
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=elsewhere.example; s=s1;\r\n\tbh=${'A'.repeat(43)}=; h=from:to:subject:date;\r\n\tb=${'B'.repeat(60)}\r\n\t ${'C'.repeat(60)}`,
    `Message-ID: <${id}>`,
  ];
}

/** Makes a template of a mail: what is the contact's own becomes holes named as in networks.csv. */
export function holesOf(index, messageId) {
  const own = /^<?(\w{9})\./.exec(messageId)?.[1] ?? '';
  const shown = own.replace(/^(.{3})(.{3})(.{3})$/, '$1-$2-$3');
  return (text) =>
    text
      .replaceAll(networkName(index), '{{Netværk}}')
      .replaceAll(contactName(index), '{{Kontaktperson}}')
      .replaceAll(own, '{{reference}}')
      .replaceAll(shown, '{{reference}}');
}
