/** What `init` needs to know: each by a flag, or asked for on a terminal, or with a sensible default. */
import type { Instant } from '../domain/model.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { dateFrom, dateTimeFrom, endFrom, sensibleReplyBy } from '../format/typed-time.ts';
import { moments } from '../format/moments.ts';
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

const text = (typed: string) => typed.normalize('NFC').replace(/\s+/g, ' ').trim() || undefined;

const FIELDS: readonly Field[] = [
  { key: 'title', flag: '--title', required: true, read: text, bad: 'empty' },
  {
    key: 'start',
    flag: '--start',
    required: true,
    read: (typed, _, today) => dateTimeFrom(typed, today),
    bad: 'time',
  },
  {
    key: 'end',
    flag: '--end',
    required: true,
    read: (typed, { start = '' }) => {
      const end = endFrom(typed, start);
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
    read: (typed) =>
      /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(typed.trim()) ? typed.trim() : undefined,
    bad: 'email',
  },
  {
    key: 'replyBy',
    flag: '--reply-by',
    required: false,
    read: (typed, _, today) => dateFrom(typed, today),
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
    read: (typed) => (/^[0-9]{1,6}$/.test(typed.trim()) ? typed.trim() : undefined),
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
  // Sweden writes dates as ISO does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
  for (const field of FIELDS) {
    const typed = flags[field.key];
    const proposed = field.propose?.(known, { today, language });
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
    ...(texts as Omit<NewMeeting, 'timeZone' | 'capacity' | 'columns'>),
    timeZone: flags.timeZone ?? timeZone,
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

/** A dash says so where something is proposed. */
function isNothing(typed: string): boolean {
  return ['', '-'].includes(typed.trim());
}
