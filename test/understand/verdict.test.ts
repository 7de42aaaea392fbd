/** Whose a mail is and what becomes of it: each rung and each doubt, on the same two invitations. */
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/domain/identity.ts';
import { fold } from '../../src/domain/state.ts';
import { parseMail } from '../../src/format/mail/incoming-mail.ts';
import { lookUps } from '../../src/understand/look-ups.ts';
import { understand, type Understanding } from '../../src/understand/understanding.ts';
import { judge } from '../../src/understand/verdict.ts';
import { domainMeeting } from '../support/correspondence.ts';
import { HAVN, LAUG, bounceOf, calendarReply, invited, mailFrom } from '../support/replies.ts';

const meeting = domainMeeting();
const facts = invited();
const state = fold(facts);
const row = (network: string, address: string) => ({ line: 2, network, address, cells: {} });
const rows = [
  row(HAVN.network, HAVN.address),
  row(LAUG.network, LAUG.address),
  row('møns-koncertforening', 'faelles@begge.example'),
  row('faxe-fotoklub', 'faelles@begge.example'),
];
const ups = lookUps(meeting, state, identify(meeting, rows, state), facts);

async function verdict(source: string, strongOnly = false) {
  const mail = await parseMail(Buffer.from(source));
  return judge(mail, understand(mail, ups.here), ups, strongOnly).meaning;
}

const OTHER = { subject: 'Faktura 114', text: 'Ja tak, vi kommer' };
const answers = (id: string) => `In-Reply-To: <${id}>\n`;
const refer = (shown: string) => `(ref. ${shown})`;
const DMARC = 'Authentication-Results: mx.mikronet.example; dmarc=fail\n';

describe('an answer is filed for the contact that it answers for', () => {
  it.each([
    ['the calendar', calendarReply(HAVN), 'calendar-uid', undefined],
    [
      'the calendar, whatever the case of its address',
      calendarReply(HAVN, { attendee: 'KIM@havn.example' }),
      'calendar-uid',
      undefined,
    ],
    [
      'a reference in the subject',
      mailFrom('kim@havn.example', { subject: `JA - Træf ${refer(HAVN.shown)}` }),
      'reference-in-subject',
      undefined,
    ],
    [
      'a reference in the text',
      mailFrom('kim@havn.example', { ...OTHER, text: `Vi kommer ${refer(HAVN.shown)}` }),
      'reference-in-text',
      undefined,
    ],
    [
      'our Message-ID',
      mailFrom('kim@havn.example', { ...OTHER, headers: answers(HAVN.message) }),
      'message-id',
      undefined,
    ],
    [
      'a reference in what is quoted',
      mailFrom('kim@havn.example', { ...OTHER, text: `Vi kommer\n\n> Ref: ${HAVN.shown}` }),
      'reference-in-quote',
      undefined,
    ],
    ['the sender, below our own subject', mailFrom('kim@havn.example'), 'from', undefined],
    [
      'the address that it is to be answered at, below our own subject',
      mailFrom('kim@private.example', { headers: `Reply-To: Kim <${HAVN.address}>\n` }),
      'reply-to',
      undefined,
    ],
    [
      'the one who sent it for somebody (Sender)',
      mailFrom('formand@private.example', { headers: `Sender: ${HAVN.address}\n` }),
      'reply-to',
      undefined,
    ],
    [
      'a colleague to whom it was forwarded',
      mailFrom('ole@elsewhere.example', { headers: answers(HAVN.message) }),
      'message-id',
      ['sender-differs'],
    ],
    [
      'a sender that fails DMARC, with our Message-ID',
      mailFrom('kim@havn.example', { headers: answers(HAVN.message) + DMARC }),
      'message-id',
      ['dmarc-failed'],
    ],
    [
      'a sender that an older header doubts',
      mailFrom('kim@havn.example', {
        headers: `Authentication-Results: mx.mikronet.example; dmarc=pass\n${DMARC}`,
      }),
      'from',
      undefined,
    ],
  ])('by %s', async (_, source, rung, flags) => {
    expect(await verdict(source)).toMatchObject({
      kind: 'reply',
      contact: HAVN.address,
      reply: { answer: 'accepted' },
      rung,
      ...(flags && { flags }),
    });
  });

  it('not by what is nearest to the eye: the new text counts before what is quoted', async () => {
    const text = `Vi kommer ${refer(HAVN.shown)}\n\n> Ref: ${LAUG.shown}`;
    expect(await verdict(mailFrom('kim@havn.example', { ...OTHER, text }))).toMatchObject({
      kind: 'reply',
      contact: HAVN.address,
    });
  });
});

describe('another time that is proposed', () => {
  it.each([
    ['20120531T143000Z', '2012-05-31 16:30'],
    ['20120531T163000', '2012-05-31 16:30'],
    ['20120531', '20120531'],
  ])('is put before the organiser as the meeting would have it: %s', async (start, shown) => {
    const counter = calendarReply(HAVN, { partstat: 'TENTATIVE' })
      .replaceAll('REPLY', 'COUNTER')
      .replace('END:VEVENT', `DTSTART:${start}\nCOMMENT:Kan vi tage den torsdag?\nEND:VEVENT`);
    expect(await verdict(counter)).toMatchObject({
      kind: 'set-aside',
      reason: 'calendar-counter',
      text: `DTSTART: ${shown}\nKan vi tage den torsdag?`,
    });
  });
});

describe('a doubt is put before the organiser', () => {
  it.each([
    [
      'two references',
      mailFrom('kim@havn.example', {
        subject: `JA - Træf ${refer(HAVN.shown)}`,
        text: `Vi kommer ${refer(LAUG.shown)}`,
      }),
      'two-references',
    ],
    [
      "another network's reference",
      mailFrom('kim@havn.example', { subject: `JA - Træf ${refer(LAUG.shown)}` }),
      'another-contacts-reference',
    ],
    [
      'a calendar of somebody else',
      calendarReply(HAVN, { attendee: 'ole@elsewhere.example' }),
      'calendar-of-another',
    ],
    [
      'a calendar and a comment that disagree',
      calendarReply(HAVN).replace('END:VEVENT', 'COMMENT:Vi kan desværre ikke komme\nEND:VEVENT'),
      'calendar-contradicted',
    ],
    ['an address of two networks', mailFrom('faelles@begge.example'), 'address-in-two-networks'],
    ['a known sender below another subject', mailFrom('kim@havn.example', OTHER), 'other-subject'],
    [
      'another day',
      mailFrom('kim@havn.example', { text: 'Ja, vi kommer den 6. juni.' }),
      'another-day',
    ],
    [
      'another day of the month',
      mailFrom('kim@havn.example', { text: 'Ja, vi kommer den 31.' }),
      'another-day',
    ],
    [
      'another day of the week',
      mailFrom('kim@havn.example', { text: 'Ja, vi kommer på fredag.' }),
      'another-day',
    ],
    [
      'who is where the meeting is',
      mailFrom('kim@havn.example', { text: 'Jeg er i nykøbing den dag.' }),
      'words-unclear',
    ],
    ['only a domain', mailFrom('ole@havn.example'), 'only-domain'],
    [
      'a sender that fails DMARC, with nothing else',
      mailFrom('kim@havn.example', { headers: DMARC }),
      'dmarc-failed',
    ],
    ['another time', calendarReply(HAVN).replaceAll('REPLY', 'COUNTER'), 'calendar-counter'],
    [
      'somebody else who comes',
      calendarReply(HAVN, {
        partstat: 'DELEGATED',
        params: ';DELEGATED-TO="mailto:ole@havn.example"',
      }),
      'calendar-delegated',
    ],
    [
      'a no-more-mails below another subject',
      mailFrom('kim@havn.example', { subject: 'Nyhedsbrev', text: 'Ikke flere mails, tak' }),
      'weak-opt-out',
    ],
  ])('of %s', async (_, source, reason) => {
    expect(await verdict(source)).toMatchObject({ kind: 'set-aside', reason });
  });
});

describe('what does not concern the meeting is passed over', () => {
  it.each([
    [
      "a member's invoice",
      mailFrom('kim@havn.example', { subject: 'Faktura 114', text: 'Hermed fakturaen.' }),
    ],
    ['a stranger', mailFrom('eve@stranger.example', { text: 'Ja tak, vi kommer' })],
    [
      'a stranger with a reference that nobody has',
      mailFrom('eve@stranger.example', { subject: 'JA - Træf (ref. 000-000-000)' }),
    ],
    ['a copy of what the organiser wrote', mailFrom(meeting.organizer.email)],
    [
      'a forged bounce that names an invited address',
      bounceOf({ ...HAVN, message: 'x@stranger.example' }),
    ],
    [
      "a stranger's bounce",
      bounceOf({ ...HAVN, message: 'y@stranger.example', address: 'z@stranger.example' }),
    ],
  ])('%s', async (_, source) => {
    expect(await verdict(source)).toEqual({ kind: 'passed-over' });
  });

  it('outside INBOX also what only the sender ties to it', async () => {
    expect(await verdict(mailFrom('kim@havn.example'), true)).toEqual({ kind: 'passed-over' });
    const strong = mailFrom('kim@havn.example', { headers: answers(HAVN.message) });
    expect(await verdict(strong, true)).toMatchObject({ kind: 'reply' });
  });
});

describe('a report on one of our messages', () => {
  it('counts where the returned headers name it', async () => {
    expect(await verdict(bounceOf(HAVN))).toMatchObject({
      kind: 'bounce',
      bounces: [{ permanent: true, about: { address: HAVN.address } }],
    });
  });

  it("does not blame the address for a forward's dead end", async () => {
    const report = bounceOf(HAVN, { recipient: 'old@elsewhere.example' });
    expect(await verdict(report)).toMatchObject({ bounces: [{ permanent: false }] });
  });
});

async function heard(source: string, other: Partial<Understanding>) {
  const mail = await parseMail(Buffer.from(source));
  return judge(mail, { ...understand(mail), ...other }, ups, false).meaning;
}

describe('what only the sound of all of it tells', () => {
  const whole = { why: 'words-as-a-whole' } as const;

  it('is filed, and says so', async () => {
    expect(await heard(mailFrom('kim@havn.example'), whole)).toMatchObject({
      kind: 'reply',
      flags: ['as-a-whole'],
    });
  });

  it('is of another day where any sentence names one', async () => {
    const text = 'Ja tak, vi kommer. Så ses vi den 6. juni.';
    expect(await heard(mailFrom('kim@havn.example', { text }), whole)).toMatchObject({
      reason: 'another-day',
    });
  });

  const unclear = { kind: 'unclear', why: 'words-unclear' } as const;
  const mumbled = { ...unclear, soundsLike: 'declined' } as const;

  it('makes a suggestion where the mail must be looked at', async () => {
    const source = mailFrom('kim@havn.example', { text: 'Æh bæh.' });
    expect(await heard(source, mumbled)).toMatchObject({
      kind: 'set-aside',
      suggestion: { reply: { answer: 'declined' } },
    });
  });

  it('does not bring up a mail about something else', async () => {
    const source = mailFrom('kim@havn.example', { ...OTHER, text: 'Æh bæh.' });
    expect(await heard(source, mumbled)).toEqual({ kind: 'passed-over' });
  });
});
