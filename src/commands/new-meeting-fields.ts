/** What `init` needs to know: each by a flag, or asked for on a terminal, or with a sensible default. */
import type { Instant } from '../domain/model.ts';
import { isTimeZone, wallClock, zonedTime } from '../domain/zoned-time.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { readAddress } from '../format/address.ts';
import { LONGEST_LINE } from '../format/json-reader.ts';
import { dateFrom, dateTimeFrom, endFrom, sensibleReplyBy } from '../format/typed-time.ts';
import { moments } from '../format/screens/moments.ts';
import type { NewMeeting } from '../format/new-meeting.ts';
import type { ScreenLanguage, Words } from '../words/words.ts';
import type { Asker } from '../world.ts';

type Say = Words<'setup'>['init'];
type Key = Exclude<keyof NewMeeting, 'columns' | 'capacity'> | 'capacity';
/** As far as it is known; every value as it will stand in meeting.json. */
type Known = Partial<Record<Key, string>>;

/** What the questions know of the world. */
export interface FieldSetting {
  /** Of the machine. */
  readonly timeZone: string;
  readonly language: ScreenLanguage;
  readonly now: Instant;
}

interface Today {
  readonly timeZone: string;
  /** As `2012-04-01`. */
  readonly today: string;
  readonly language: ScreenLanguage;
}

interface Field {
  readonly key: Key;
  readonly flag: string;
  readonly required: boolean;
  /** What was typed, as it will stand in the file; undefined where it cannot be read. */
  read(typed: string, known: Known, today: string): string | undefined;
  /** Proposed in the question, and taken where nobody is asked. */
  propose?(known: Known, today: Today): string | undefined;
  /** Only proposed where somebody is there to refuse. */
  readonly askOnly?: true;
  readonly bad: keyof Say['bad'];
}

/** On one line, and no longer than one. */
const text = (typed: string) => {
  const line = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line === '' || line.length > LONGEST_LINE ? undefined : line;
};

/** A local time that exists in the meeting's zone: one hour a year does not. */
const real = (local: string | undefined, { timeZone = 'UTC' }: Known) =>
  local !== undefined && typeof zonedTime(local, timeZone) !== 'string' ? local : undefined;

const FIELDS: readonly Field[] = [
  {
    key: 'timeZone',
    flag: '--time-zone',
    required: true,
    read: (typed) => (isTimeZone(typed.trim()) ? typed.trim() : undefined),
    propose: (_, { timeZone }) => timeZone,
    bad: 'zone',
  },
  { key: 'title', flag: '--title', required: true, read: text, bad: 'empty' },
  {
    key: 'start',
    flag: '--start',
    required: true,
    read: (typed, known, today) => real(dateTimeFrom(typed, today), known),
    bad: 'time',
  },
  {
    key: 'end',
    flag: '--end',
    required: true,
    read: (typed, known) => {
      const { start } = known;
      // What is wrong with the start is said there.
      if (start === undefined) return endFrom(typed, '2000-01-01');
      const end = real(endFrom(typed, start), known);
      return end !== undefined && end > start ? end : undefined;
    },
    bad: 'end',
  },
  { key: 'place', flag: '--place', required: true, read: text, bad: 'empty' },
  { key: 'address', flag: '--address', required: false, read: text, bad: 'empty' },
  { key: 'organizer', flag: '--organizer', required: true, read: text, bad: 'empty' },
  {
    key: 'email',
    flag: '--email',
    required: true,
    read: (typed) => {
      const read = readAddress(typed);
      return read.kind === 'address' ? read.address : undefined;
    },
    bad: 'email',
  },
  {
    key: 'replyBy',
    flag: '--reply-by',
    required: false,
    read: (typed, { start = '9999' }, today) => {
      const day = dateFrom(typed, today);
      return day !== undefined && day <= start.slice(0, 10) ? day : undefined;
    },
    propose: ({ start }, { today, language }) => {
      const day = start && sensibleReplyBy(start, today);
      return day && moments(language, 'UTC').date(Date.parse(day));
    },
    askOnly: true,
    bad: 'date',
  },
  {
    key: 'capacity',
    flag: '--capacity',
    required: false,
    read: (typed) => (/^[1-9][0-9]{0,5}$/.test(typed.trim()) ? typed.trim() : undefined),
    bad: 'capacity',
  },
  {
    key: 'language',
    flag: '--language',
    required: true,
    read: (typed) => (/^[a-z]{2}$/i.test(typed.trim()) ? typed.trim().toLowerCase() : undefined),
    propose: (_, { language }) => language,
    bad: 'empty',
  },
];

/**
 * Asks for what the flags leave open, where `asker` is given; whatever is missing or cannot be
 * read is thrown at once otherwise (exit 2).
 */
export async function gatherMeeting(
  flags: Known,
  { timeZone, language, now }: FieldSetting,
  asker: Asker | undefined,
  say: Say,
): Promise<NewMeeting> {
  const known: Known = {};
  const problems: Problem[] = [];
  const today = wallClock(now, timeZone).isoDay;
  for (const field of FIELDS) {
    const typed = flags[field.key];
    const proposed = field.propose?.(known, { today, language, timeZone });
    let value = typed === undefined ? undefined : field.read(typed, known, today);
    if (typed !== undefined && value === undefined) {
      problems.push({ message: say.badFlag(field.flag, typed), hint: say.bad[field.bad] });
      continue;
    }
    if (typed === undefined) {
      value = asker
        ? await askFor(field, known, { proposed, today }, asker, say)
        : field.askOnly
          ? undefined
          : proposed;
    }
    if (value !== undefined) known[field.key] = value;
    else if (field.required) problems.push({ message: say.missing(field.flag) });
  }
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  const { capacity, ...texts } = known;
  // The required ones are there, or a problem was thrown.
  return {
    ...(texts as Omit<NewMeeting, 'capacity' | 'columns'>),
    ...(capacity !== undefined && { capacity: Number(capacity) }),
  };
}

async function askFor(
  field: Field,
  known: Known,
  { proposed, today }: { readonly proposed: string | undefined; readonly today: string },
  asker: Asker,
  say: Say,
): Promise<string | undefined> {
  if (field.key === 'language') {
    return asker.select({
      message: say.ask.language,
      choices: Object.entries(say.languages).map(([value, name]) => ({ name, value })),
      ...(proposed !== undefined && { default: proposed }),
    });
  }
  if (field.key === 'timeZone') return proposed;
  const typed = await asker.input({
    message: say.ask[field.key],
    ...(proposed !== undefined && { default: proposed }),
    validate: (answer) => {
      if (isNothing(answer)) return field.required ? say.bad.empty : true;
      return field.read(answer, known, today) !== undefined || say.bad[field.bad];
    },
  });
  return isNothing(typed) ? undefined : field.read(typed, known, today);
}

/** Nothing typed; where something is proposed a dash says so. */
export function isNothing(typed: string): boolean {
  return ['', '-'].includes(typed.trim());
}
