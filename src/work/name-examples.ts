/** The names that a template may use, each with what it stands for in the mail to the first contact. */
import { sharedValues, valuesFor } from '../format/templates/fill-values.ts';
import { mailDates, type MailDates } from '../format/templates/mail-dates.ts';
import type { NameExample, NameExamples } from '../format/screens/names-screen.ts';
import {
  HELPERS,
  templateNames,
  writtenName,
  type NameParts,
  type NameShape,
} from '../format/templates/template-names.ts';
import { textValue, type Moment } from '../format/templates/template-values.ts';
import { mailWords } from '../words/mail-words.ts';
import type { Opened } from './open-meeting.ts';

/** Shown where a reference is looked at before one was made. */
const SAMPLE_REFERENCE = '7QK2M4XDF';

export function nameExamples({ meeting, roster, networks }: Opened): NameExamples {
  const network = roster.networks.find(({ gone }) => !gone);
  const contact = network?.contacts.find(({ row }) => row);
  // A list without anybody is a problem of its own, met before.
  if (!network || !contact) throw new Error('a list without a contact');
  const headings = networks.headings.map(({ heading }) => heading);
  const dates = mailDates(mailWords(contact.language, meeting.language), meeting.timeZone);
  const shared = sharedValues(meeting, contact.language, dates);
  const values = valuesFor(shared, {
    network,
    contact,
    headings,
    reference: SAMPLE_REFERENCE,
    isTest: false,
    // What only some mails tell, as it might be.
    changes: {
      title: { was: shared.meeting.title, now: shared.meeting.title },
      time: { was: shared.meeting.when, now: shared.meeting.when },
      place: { was: shared.meeting.venue.name, now: shared.meeting.venue.name },
    },
    reply: {
      accepted: true,
      declined: false,
      tentative: false,
      seats: 2,
      waiting: 0,
      movedUp: false,
      names: [textValue(contact.name)],
      namesMissing: true,
      seatsAssumed: false,
      byCalendar: false,
    },
    coming: roster.networks.slice(1, 4).map(({ name }) => name),
  });
  return {
    whom: [contact.name, network.name].filter(Boolean).join(', '),
    examples: flatten(templateNames(headings), values, []),
    helpers: helperExamples(dates, values.meeting.start, values.coming.map(String)),
  };
}

function flatten(
  parts: NameParts,
  values: object,
  before: readonly string[],
): readonly NameExample[] {
  return Object.entries(parts).flatMap(([name, shape]) =>
    examplesOf(shape, (values as Readonly<Record<string, unknown>>)[name], [...before, name]),
  );
}

function examplesOf(
  shape: NameShape,
  value: unknown,
  path: readonly string[],
): readonly NameExample[] {
  const name = writtenName(path);
  if (shape === 'value') return [{ name, example: String(value ?? '') }];
  if (!Array.isArray(shape)) return flatten(shape as NameParts, value as object, path);
  const [item] = shape as readonly [NameShape];
  const [first] = value as readonly unknown[];
  const inside = item === 'value' ? { this: item } : (item as NameParts);
  const values = item === 'value' ? { this: first } : ((first ?? {}) as object);
  return flatten(inside, values, []).map((each) => ({ ...each, within: name }));
}

function helperExamples(
  dates: MailDates,
  start: Moment,
  names: readonly string[],
): readonly NameExample[] {
  const said: Readonly<Record<keyof typeof HELPERS, readonly [string, string]>> = {
    date: ['meeting.start', dates.date(start)],
    day: ['meeting.start', dates.day(start)],
    time: ['meeting.start', dates.time(start)],
    list: ['coming', dates.list(names)],
  };
  return Object.entries(said).map(([helper, [of, example]]) => ({
    name: `${helper} ${of}`,
    example,
  }));
}
