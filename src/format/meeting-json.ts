/** meeting.json: read whole, every problem with its path and line. */
import type { Limit, Meeting, Question, ZonedTime } from '../domain/model.ts';
import { endOfDay, isTimeZone, zonedTime } from '../domain/zoned-time.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { COLUMNS, FREE } from './lists/headings.ts';
import {
  isObject,
  JsonReader,
  LONGEST_LINE,
  LONGEST_TEXT,
  shown,
  type Json,
} from './json-reader.ts';
import { keysIn, placeOfSyntaxError, placesInJson, shapeOfJson } from './json-places.ts';

export const MEETING_FILE = 'meeting.json';

export interface MeetingReading {
  /** Absent where there are problems. */
  readonly meeting?: Meeting;
  /** What could be read of `columns` even then: networks.csv can be read with it. */
  readonly columns: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

type Say = Words<'reading'>;

/** Objects in lists in objects: what a meeting needs is a third of it. */
const DEEPEST = 20;

/** `isZone`: whether the machine knows a time zone. */
export function readMeeting(
  bytes: Uint8Array,
  say: Say,
  isZone: (name: string) => boolean = isTimeZone,
): MeetingReading {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed({ message: say.notUtf8, hint: say.notUtf8Hint });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const place = placeOfSyntaxError(text, error);
    return failed({ ...place, message: say.notJson, hint: say.notJsonHint });
  }
  if (!isObject(json)) return failed({ line: 1, message: say.notAnObject });
  const { depth, keys } = shapeOfJson(text);
  if (depth > DEEPEST) return failed({ line: 1, message: say.tooDeep });

  const reader = new MeetingReader(say, isZone);
  const meeting = reader.meeting(json);
  if (reader.problems.length === 0 && keys === keysIn(json)) {
    return { meeting, columns: meeting.columns, problems: [] };
  }
  const { lines, twice } = placesInJson(text);
  const problems = [
    ...twice.map((place) => ({ ...place, message: say.twice(lines.get(place.path)!) })),
    ...reader.problems.map((problem) => ({ line: lineOf(problem.path, lines), ...problem })),
  ]
    .map((problem) => ({ file: MEETING_FILE, ...problem }))
    .toSorted((a, b) => a.line - b.line);
  return { columns: meeting.columns, problems };
}

function failed(problem: Problem): MeetingReading {
  return { columns: {}, problems: [{ file: MEETING_FILE, ...problem }] };
}

/** Of the path itself, else of the nearest thing around it. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  for (let around = path; around !== ''; around = around.replace(/(?:\.|^)[^.[]*$|\[\d+\]$/, '')) {
    const line = lines.get(around);
    if (line !== undefined) return line;
  }
  return 1;
}

/** All there can be in it. */
export const MEETING_KEYS: readonly (keyof Meeting)[] = [
  'id',
  'title',
  'language',
  'start',
  'end',
  'timeZone',
  'venue',
  'organizer',
  'replyBy',
  'capacity',
  'reserved',
  'seatsPerNetwork',
  'summary',
  'programme',
  'questions',
  'addressSource',
  'calendar',
  'columns',
  'mailbox',
  'sending',
  'rehearsal',
];

const CALENDARS = ['request', 'publish', 'off'] as const;

/** What it returns is a Meeting only where there were no problems. */
class MeetingReader extends JsonReader {
  private readonly isZone: (name: string) => boolean;
  constructor(say: Say, isZone: (name: string) => boolean) {
    super(say);
    this.isZone = isZone;
  }

  meeting(json: Json): Meeting {
    this.known(json, '', MEETING_KEYS);
    const timeZone = this.zone(json['timeZone']);
    const start = this.time(json, 'start', timeZone);
    const end = this.time(json, 'end', timeZone);
    if (start && end && end.instant <= start.instant) this.wrong('end', this.say.endBeforeStart);
    const rehearsal = this.optional(json, 'rehearsal', () =>
      this.time(json, 'rehearsal', timeZone),
    );
    const texts = (key: 'summary' | 'addressSource') =>
      this.maybe(
        key,
        this.optional(json, key, (value) => this.texts(value, key, LONGEST_TEXT)),
      );
    return {
      id: this.slug(json, 'id', ''),
      title: this.texts(json['title'], 'title', LONGEST_LINE) ?? '',
      language: this.optional(json, 'language', (v) => this.language(v, 'language')) ?? 'da',
      start: start ?? NO_TIME,
      end: end ?? NO_TIME,
      timeZone,
      venue: this.venue(json),
      organizer: this.organizer(json),
      ...this.maybe('replyBy', this.replyBy(json['replyBy'], timeZone, start)),
      ...this.seats(json),
      ...texts('summary'),
      programme: this.programme(json),
      questions: this.questions(json),
      ...texts('addressSource'),
      calendar: this.choice(json['calendar'] ?? 'request', 'calendar', CALENDARS),
      columns: this.columns(json),
      mailbox: this.mailbox(json),
      sending: this.sending(json),
      ...this.maybe('rehearsal', rehearsal?.local),
    };
  }

  private venue(json: Json): Meeting['venue'] {
    const venue = this.object(json, 'venue', ['name', 'address']) ?? {};
    return {
      name: this.text(venue, 'name', 'venue', true),
      ...this.maybe('address', this.optionalText(venue, 'address', 'venue')),
    };
  }

  private organizer(json: Json): Meeting['organizer'] {
    const keys = ['name', 'email', 'contact', 'phone', 'website', 'replyTo'];
    const found = this.object(json, 'organizer', keys) ?? {};
    const text = <K extends string>(key: K) =>
      this.maybe(key, this.optionalText(found, key, 'organizer'));
    return {
      name: this.text(found, 'name', 'organizer', true),
      // Where the whole group is missing, that has been said.
      email: json['organizer'] === undefined ? '' : this.email(found['email'], 'organizer.email'),
      ...text('contact'),
      ...text('phone'),
      ...text('website'),
      ...this.maybe(
        'replyTo',
        this.optional(found, 'replyTo', (value) => this.email(value, 'organizer.replyTo')),
      ),
    };
  }

  private seats(json: Json): Pick<Meeting, 'capacity' | 'reserved' | 'seatsPerNetwork'> {
    const number = <K extends string>(key: K, to: number) =>
      this.maybe(
        key,
        this.optional(json, key, (value) => this.number(value, key, 1, to)),
      );
    const capacity = number('capacity', 1_000_000);
    const reserved = this.list(json, 'reserved').map(({ value, path }) => {
      const each = this.entry(value, path, ['for', 'seats']);
      return {
        for: this.text(each, 'for', path),
        seats: this.number(each['seats'], `${path}.seats`, 0, 1_000_000),
      };
    });
    const taken = reserved.reduce((sum, { seats }) => sum + seats, 0);
    if (taken > (capacity.capacity ?? Infinity)) this.wrong('reserved', this.say.reservedTooMany);
    return { ...capacity, reserved, ...number('seatsPerNetwork', 999) };
  }

  private programme(json: Json): Meeting['programme'] {
    return this.list(json, 'programme').map(({ value, path }) => {
      const item = this.entry(value, path, ['time', 'title']);
      return {
        ...this.maybe('time', this.timeOfDay(this.optionalText(item, 'time', path), path)),
        title: this.texts(item['title'], `${path}.title`, LONGEST_TEXT) ?? '',
      };
    });
  }

  private mailbox(json: Json): Meeting['mailbox'] {
    const found = this.object(json, 'mailbox', ['folders'], true);
    const folders = found ? this.list(found, 'folders', 'mailbox') : [];
    return { folders: folders.map(({ value, path }) => this.line(value, path)) };
  }

  private questions(json: Json): readonly Question[] {
    const ids = new Set<string>();
    return this.list(json, 'questions').map(({ value, path }) => {
      const each = this.entry(value, path, ['id', 'text', 'shared']);
      const id = this.slug(each, 'id', path);
      if (id !== '' && ids.has(id)) this.wrong(`${path}.id`, this.say.sameQuestion(id));
      ids.add(id);
      const shared = each['shared'] ?? false;
      if (typeof shared !== 'boolean') {
        this.wrong(`${path}.shared`, this.say.expected.flag(shown(shared)));
      }
      const text = this.texts(each['text'], `${path}.text`, LONGEST_LINE) ?? '';
      return { id, text, shared: shared === true };
    });
  }

  /** Words may stand there too (`ca. 18`); what looks like a time must be one. */
  private timeOfDay(text: string | undefined, path: string): string | undefined {
    const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text ?? '') ?? [];
    if (Number(hours) > 23 || Number(minutes) > 59) {
      const { expected, hints } = this.say;
      this.wrong(`${path}.time`, expected.time(shown(text)), hints.timeOfDay);
    }
    return text;
  }

  private columns(json: Json): Readonly<Record<string, string>> {
    const found = this.object(json, 'columns', undefined, true);
    if (!found) return {};
    return Object.fromEntries(
      Object.entries(found).map(([heading, column]) => [
        heading,
        this.choice(column, `columns.${heading}`, [...COLUMNS, FREE]),
      ]),
    );
  }

  private sending(json: Json): Meeting['sending'] {
    const found = this.object(json, 'sending', ['connections', 'limits'], true);
    if (!found) return {};
    const connections = this.optional(found, 'connections', (value) =>
      this.number(value, 'sending.connections', 1, 50),
    );
    const limits = this.optional(found, 'limits', () =>
      this.list(found, 'limits', 'sending').map(({ value, path }): Limit => {
        const each = this.entry(value, path, ['messages', 'seconds']);
        return {
          messages: this.number(each['messages'], `${path}.messages`, 1, 1_000_000),
          seconds: this.number(each['seconds'], `${path}.seconds`, 1, 31 * 86_400),
        };
      }),
    );
    return { ...this.maybe('connections', connections), ...this.maybe('limits', limits) };
  }

  private replyBy(value: unknown, zone: string, start: ZonedTime | undefined): Meeting['replyBy'] {
    if (value === undefined) return undefined;
    const endsAt = typeof value === 'string' ? endOfDay(value, zone) : undefined;
    if (typeof value !== 'string' || endsAt === undefined) {
      this.wrong('replyBy', this.say.expected.date(shown(value)), this.say.hints.date);
      return undefined;
    }
    if (start && value > start.local.slice(0, 10)) {
      this.wrong('replyBy', this.say.replyByAfterStart);
    }
    return { date: value, endsAt };
  }

  private time(json: Json, key: string, zone: string): ZonedTime | undefined {
    const value = json[key];
    if (value === undefined) {
      this.wrong(key, this.say.missing, this.say.hints.time);
      return undefined;
    }
    const time = typeof value === 'string' ? zonedTime(value, zone) : 'not-a-time';
    if (typeof time !== 'string') return time;
    if (time === 'no-such-time') this.wrong(key, this.say.noSuchTime(shown(value)));
    else this.wrong(key, this.say.expected.time(shown(value)), this.say.hints.time);
    return undefined;
  }

  private zone(value: unknown): string {
    if (typeof value === 'string' && this.isZone(value)) return value;
    if (value === undefined) this.wrong('timeZone', this.say.missing, this.say.hints.zone);
    else this.wrong('timeZone', this.say.expected.zone(shown(value)), this.say.hints.zone);
    return 'UTC';
  }
}

/** Stands where a time could not be read; never seen, since there is a problem then. */
const NO_TIME: ZonedTime = { local: '', instant: 0, iso: '' };
