/** One message: what it is filled with, its headers, its calendar part, and the fact about it. */
import { calendarPart, type CalendarPart, type Changes } from '../domain/calendar-part.ts';
import type { FactDraft } from '../domain/facts.ts';
import type { Contact } from '../domain/identity.ts';
import type { Language, Mailing, Meeting } from '../domain/model.ts';
import type { Noted } from '../domain/noted.ts';
import type { Step } from '../domain/plan.ts';
import { shownReference } from '../domain/reference.ts';
import { textIn } from '../domain/texts.ts';
import { calendarText } from '../format/mail/calendar-object.ts';
import { valuesFor, type SharedValues } from '../format/templates/fill-values.ts';
import type { MailDates } from '../format/templates/mail-dates.ts';
import { mailBytes, type OutgoingMail } from '../format/mail/outgoing-mail.ts';
import type { Template } from '../format/templates/template.ts';
import { textValue, type Values } from '../format/templates/template-values.ts';
import type { MailWords } from '../words/mail-words.ts';
import type { OutgoingMessage } from '../world.ts';

/** What is the same for all messages of a mailing. */
export interface Occasion {
  readonly meeting: Meeting;
  readonly mailing: Mailing;
  /** Every heading of networks.csv: the names of `row`. */
  readonly headings: readonly string[];
  /** How many mails this mailing has: from 200 on they carry List-Unsubscribe. */
  readonly recipients: number;
  /** Milliseconds since 1970; the Date header, and DTSTAMP. Read anew for each message. */
  now(): number;
  /** Names of the networks that come, except this one; asked only by a template that names them. */
  comingBeside(network: string): readonly string[];
}

/** A mailing in a language, ready to be filled. */
export interface Edition {
  readonly language: Language;
  readonly file: string;
  readonly template: Template;
  readonly shared: SharedValues;
  readonly dates: MailDates;
  readonly words: MailWords;
  readonly digest: string;
}

export type SubmittedDraft = Extract<FactDraft, { type: 'message-submitted' }>;

/** A step composed. */
export interface Composed {
  readonly outgoing: OutgoingMessage;
  /** The draft of message-submitted; the sender adds `run`. */
  readonly fact: SubmittedDraft;
  readonly view: MessageView;
}

/** The message as a person looks at it. */
export interface MessageView {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The text of the calendar part. */
  readonly calendar?: string;
  readonly language: string;
}

/** What is beside the step in a message. */
export interface Aside {
  /** `--test-to`: sent there instead, marked as a test, with a reference of its own kind. */
  readonly test?: { readonly to: string; readonly reference: string };
  /** `sync --confirm` sends it by itself, in answer to the mail with this Message-ID. */
  readonly automatic?: { readonly inReplyTo: string };
}

/** From so many on a mailing says how to leave it in a header, at the price of looking like a list. */
const MANY = 200;

export function messageOf(
  occasion: Occasion,
  edition: Edition,
  step: Step,
  aside: Aside,
): Composed {
  const { meeting, mailing } = occasion;
  const { template, shared, language, words } = edition;
  const { test } = aside;
  const now = occasion.now();
  // A test is a first mail to somebody who has neither been written to nor answered.
  const contact: Contact = { ...step.contact, language, ...(test && { messages: [] }) };
  const reference = test?.reference ?? step.reference;
  const messageId = test ? testMessageId(step, test.reference, now) : step.message;
  const to = test ? { address: test.to } : { name: contact.name, address: contact.address };

  const values = valuesFor(shared, {
    network: step.network,
    contact: { ...contact, language: step.contact.language },
    headings: occasion.headings,
    reference,
    isTest: test !== undefined,
    changes: changesInWords(step.changes, edition),
    reply: step.noted && replyValues(step.noted),
    // Whoever does not name them need not look for them.
    coming: template.used.has('coming') ? occasion.comingBeside(step.network.id) : [],
  });
  const filled = template.fill(values, language, test && words.test.line);
  const subject = test ? `${words.test.mark}: ${filled.subject}` : filled.subject;

  const part = test
    ? calendarPart(meeting, mailing, reference, { contact, replies: [], word: undefined })
    : step.calendar;
  const calendar = part && calendarOf(part, meeting, edition, reference, to, now);
  const mail: OutgoingMail = {
    from: { name: meeting.organizer.name, address: meeting.organizer.email },
    to,
    replyTo: replyTo(meeting),
    subject,
    date: now,
    messageId,
    ...threadOf(contact, step, messageId, aside),
    language,
    autoSubmitted: aside.automatic && 'auto-replied',
    listUnsubscribe: occasion.recipients >= MANY ? String(values.answer.noMore) : undefined,
    text: filled.text,
    html: filled.html,
    calendar:
      part && calendar !== undefined
        ? { method: part.entry.method, text: calendar, filename: `${meeting.id}.ics` }
        : undefined,
  };
  return {
    outgoing: {
      messageId,
      from: meeting.organizer.email,
      to: to.address,
      bytes: mailBytes(mail),
    },
    fact: factOf(step, edition, subject),
    view: {
      subject,
      text: filled.text,
      html: filled.html,
      language,
      ...(calendar !== undefined && { calendar }),
    },
  };
}

/** Tests may be sent again and again: no mail programme shall take the second for the first. */
function testMessageId({ message, mailing }: Step, reference: string, now: number): string {
  const domain = message.slice(message.lastIndexOf('@') + 1);
  return `${reference}.${mailing}.${Math.floor(now / 1000)}@${domain}`;
}

function replyTo({ organizer }: Meeting): OutgoingMail['replyTo'] {
  const { replyTo: other, email, name } = organizer;
  if (other === undefined || other.toLowerCase() === email.toLowerCase()) return undefined;
  return { name, address: other };
}

/**
 * Its own id stands in References too: some servers replace the Message-ID, and answers keep
 * References. Whatever follows the invitation belongs to it.
 */
function threadOf(
  { messages }: Contact,
  { mailing }: Step,
  messageId: string,
  { automatic }: Aside,
): Pick<OutgoingMail, 'inReplyTo' | 'references'> {
  const invitation =
    mailing === 'invitation'
      ? undefined
      : messages.findLast((each) => each.mailing === 'invitation' && each.submitted);
  const ids = [
    invitation?.message,
    invitation?.serverMessageId,
    automatic?.inReplyTo,
    messageId,
  ].flatMap((id) => id ?? []);
  return {
    inReplyTo: automatic?.inReplyTo ?? invitation?.serverMessageId ?? invitation?.message,
    references: [...new Set(ids)],
  };
}

function calendarOf(
  { entry, rsvp }: CalendarPart,
  meeting: Meeting,
  { words, language }: Edition,
  reference: string,
  attendee: OutgoingMail['to'],
  now: number,
): string {
  const { organizer } = meeting;
  const answerTo = organizer.replyTo ?? organizer.email;
  const description =
    entry.method === 'CANCEL'
      ? words.calendar.cancelled
      : [
          textIn(meeting.summary, language, meeting.language),
          words.calendar.howToAnswer(
            answerTo,
            shownReference(reference),
            entry.method === 'REQUEST',
          ),
        ]
          .filter(Boolean)
          .join('\n\n');
  const { method, uid, sequence, title, place, partstat } = entry;
  return calendarText({
    method,
    uid,
    sequence,
    title,
    place,
    partstat,
    start: Date.parse(entry.start),
    end: Date.parse(entry.end),
    dtstamp: now,
    description,
    organizer: { name: organizer.name, address: organizer.email },
    attendee,
    rsvp,
  });
}

function changesInWords(
  { title, time, place }: Changes,
  { dates }: Edition,
): Partial<Values['changes']> {
  const when = ({ start, end }: { readonly start: string; readonly end: string }) =>
    dates.when(dates.moment(Date.parse(start)), dates.moment(Date.parse(end)));
  return {
    ...(title && { title: asValues(title) }),
    ...(time && { time: { was: when(time.was), now: when(time.now) } }),
    ...(place && { place: asValues(place) }),
  };
}

function replyValues(said: Noted): Values['reply'] {
  return {
    ...said,
    accepted: said.answer === 'accepted',
    declined: said.answer === 'declined',
    tentative: said.answer === 'tentative',
    names: said.names.map(textValue),
  };
}

function asValues({ was, now }: { readonly was: string; readonly now: string }) {
  return { was: textValue(was), now: textValue(now) };
}

const ASKS = ['answer.yes', 'answer.no', 'answer.maybe', 'meeting.questions'];

function factOf(
  step: Step,
  { template, shared, language, digest }: Edition,
  subject: string,
): SubmittedDraft {
  const { network, contact, mailing, calendar, told, confirms, confirmedSeats } = step;
  const asks = shared.questions.length > 0 && ASKS.some((name) => template.used.has(name));
  return {
    type: 'message-submitted',
    message: step.message,
    network: network.id,
    address: contact.address,
    mailing,
    networkName: network.name,
    ...(contact.name !== undefined && { contactName: contact.name }),
    language,
    reference: step.reference,
    n: step.n,
    subject,
    digest,
    ...(calendar ? { calendar: calendar.entry } : { told }),
    ...(asks && { questions: shared.questions }),
    ...(step.alongside.length > 0 && { alongside: step.alongside }),
    ...(confirms && { confirms }),
    ...(confirmedSeats !== undefined && { confirmedSeats }),
  };
}
