/** The values of a mail: what is the same for all in a language is made once, the rest for each. */
import type { PrintedQuestion } from '../../domain/facts.ts';
import type { Contact, Network } from '../../domain/identity.ts';
import type { Meeting, Texts } from '../../domain/model.ts';
import { shownReference } from '../../domain/reference.ts';
import { textIn } from '../../domain/texts.ts';
import { questionLetter } from '../mail/answer-form.ts';
import { answerLinks, type AnswerLinks } from '../mail/answer-link.ts';
import type { MailDates } from './mail-dates.ts';
import { Link, NO_CHANGE, textValue, type Value, type Values } from './template-values.ts';

/** The same for everybody whose mail is in that language. */
export interface SharedValues extends Pick<Values, 'meeting' | 'organizer' | 'addressSource'> {
  readonly title: string;
  readonly questions: readonly PrintedQuestion[];
  answerLinks(reference: string): Values['answer'];
}

/** Made once for each language of a mailing. */
export function sharedValues(meeting: Meeting, language: string, dates: MailDates): SharedValues {
  const pick = (texts: Texts | undefined) => textIn(texts, language, meeting.language);
  const { organizer, venue } = meeting;
  const title = oneLine(pick(meeting.title));
  const start = dates.moment(meeting.start.instant);
  const end = dates.moment(meeting.end.instant);
  const questions = meeting.questions.map(({ id, text }, index) => ({
    letter: questionLetter(index),
    id,
    text: oneLine(pick(text)),
  }));
  return {
    title,
    questions,
    meeting: {
      title: textValue(title),
      start,
      end,
      when: dates.when(start, end),
      venue: { name: textValue(venue.name), address: textValue(venue.address) },
      replyBy: meeting.replyBy ? dates.wholeDay(meeting.replyBy.date) : '',
      summary: textValue(pick(meeting.summary)),
      programme: meeting.programme.map((item) => ({
        time: textValue(item.time && dates.clock(item.time)),
        title: textValue(pick(item.title)),
      })),
      questions: questions.map(({ letter, text }, index) => ({
        letter,
        text: textValue(text),
        shared: meeting.questions[index]!.shared,
      })),
      allShared: questions.length > 0 && meeting.questions.every(({ shared }) => shared),
      capacity: meeting.capacity ?? '',
      seatsPerNetwork: meeting.seatsPerNetwork ?? '',
    },
    organizer: {
      name: textValue(organizer.name),
      email: textValue(organizer.email),
      contact: textValue(organizer.contact),
      phone: textValue(organizer.phone),
      website: textValue(organizer.website),
    },
    addressSource: textValue(pick(meeting.addressSource)),
    answerLinks: linkMaker({
      address: organizer.replyTo ?? organizer.email,
      language,
      title,
      questions,
    }),
  };
}

/** Links differ by the reference alone: they are written once, with a place for it. */
function linkMaker(of: Omit<Parameters<typeof answerLinks>[0], 'reference'>) {
  const known = JSON.stringify(of);
  let stand = 0;
  const standIn = () => String(stand).padStart(9, '0');
  while (known.includes(shownReference(standIn()))) stand += 1;
  const place = shownReference(standIn());
  const links = Object.entries(answerLinks({ ...of, reference: standIn() })).map(
    ([name, link]: [string, string]) => ({
      name,
      whole: link.split(place),
      short: link.slice(0, link.indexOf('&body=')).split(place),
    }),
  );
  return (reference: string): Values['answer'] => {
    const shown = shownReference(reference);
    return Object.fromEntries(
      links.map(({ name, short, whole }) => [name, new Link(short.join(shown), whole.join(shown))]),
    ) as Record<keyof AnswerLinks, Link>;
  };
}

/** Whom a mail is for, and what it tells beside what it tells everybody. */
export interface Filling {
  readonly network: Network;
  readonly contact: Contact;
  readonly headings: readonly string[];
  readonly reference: string;
  readonly isTest: boolean;
  readonly changes: Partial<Values['changes']>;
  readonly reply: Values['reply'] | undefined;
  /** Names of the other networks that come. */
  readonly coming: readonly string[];
}

/** All that the template of one mail may name. */
export function valuesFor(shared: SharedValues, filling: Filling): Values {
  const { network, contact, headings, reference } = filling;
  const { row } = contact;
  const name = textValue(contact.name);
  return {
    meeting: shared.meeting,
    organizer: shared.organizer,
    addressSource: shared.addressSource,
    network: {
      id: network.id,
      name: textValue(network.name),
      area: textValue(row?.area),
      kind: textValue(row?.kind),
      seats: row?.seats ?? '',
    },
    contact: {
      name,
      email: contact.address,
      greeting: row?.greeting === undefined ? name : textValue(row.greeting),
      phone: textValue(row?.phone),
      language: contact.language,
    },
    row: rowValues(headings, row?.cells),
    reference: shownReference(reference),
    answer: shared.answerLinks(reference),
    changes: {
      title: filling.changes.title ?? NO_CHANGE,
      time: filling.changes.time ?? NO_CHANGE,
      place: filling.changes.place ?? NO_CHANGE,
    },
    reply: filling.reply ?? NO_REPLY,
    coming: filling.coming.map(textValue),
    isTest: filling.isTest,
  };
}

/** A contact that is no longer in networks.csv has every heading, and nothing under it. */
function rowValues(
  headings: readonly string[],
  cells: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, Value>> {
  const values: Record<string, Value> = {};
  for (const heading of headings) {
    const value = textValue(cells && Object.hasOwn(cells, heading) ? cells[heading] : '');
    // A plain assignment to this one name would set nothing.
    if (heading === '__proto__')
      Object.defineProperty(values, heading, { value, enumerable: true });
    else values[heading] = value;
  }
  return values;
}

const NO_REPLY: Values['reply'] = {
  accepted: false,
  declined: false,
  tentative: false,
  seats: 0,
  waiting: 0,
  movedUp: false,
  names: [],
  namesMissing: false,
  seatsAssumed: false,
  byCalendar: false,
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
