/** meeting.json: read whole, every problem with its path and line. */
import type { Limit, Meeting, Question, ZonedTime } from '../domain/model.ts';
import { endOfDay, isTimeZone, zonedTime } from '../domain/zoned-time.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { COLUMNS, FREE } from './headings.ts';
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

/** What it returns is a Meeting only where there were no problems. */
class MeetingReader extends JsonReader {
  private readonly isZone: (name: string) => boolean;
  constructor(say: Say, isZone: (name: string) => boolean) {
    super(say);
    this.isZone = isZone;
  }

  meeting(json: Json): Meeting {
    const { say } = this;
    this.known(json, '', [
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
    ]);
    const timeZone = this.zone(json['timeZone']);
    const start = this.time(json, 'start', timeZone);
    const end = this.time(json, 'end', timeZone);
    if (start && end && end.instant <= start.instant) this.wrong('end', say.endBeforeStart);

    const venue = this.object(json, 'venue', ['name', 'address']) ?? {};
    const organizer =
      this.object(json, 'organizer', ['name', 'email', 'contact', 'phone', 'website', 'replyTo']) ??
      {};
    const replyBy = this.replyBy(json['replyBy'], timeZone, start);
    const capacity = this.optional(json, 'capacity', (value) =>
      this.number(value, 'capacity', 1, 1_000_000),
    );
    const reserved = this.list(json, 'reserved').map(({ value, path }) => {
      const each = this.entry(value, path, ['for', 'seats']);
      return {
        for: this.text(each, 'for', path),
        seats: this.number(each['seats'], `${path}.seats`, 0, 1_000_000),
      };
    });
    const taken = reserved.reduce((sum, { seats }) => sum + seats, 0);
    if (capacity !== undefined && taken > capacity) this.wrong('reserved', say.reservedTooMany);

    const mailbox = this.object(json, 'mailbox', ['folders'], true);
    const calendar = json['calendar'] ?? 'request';
    const rehearsal = this.optional(json, 'rehearsal', () =>
      this.time(json, 'rehearsal', timeZone),
    );
    return {
      id: this.slug(json, 'id', ''),
      title: this.texts(json['title'], 'title', LONGEST_LINE) ?? '',
      language: this.optional(json, 'language', (v) => this.language(v, 'language')) ?? 'da',
      start: start ?? NO_TIME,
      end: end ?? NO_TIME,
      timeZone,
      venue: {
        name: this.text(venue, 'name', 'venue', true),
        ...this.maybe('address', this.optionalText(venue, 'address', 'venue')),
      },
      organizer: {
        name: this.text(organizer, 'name', 'organizer', true),
        // Where the whole group is missing, that has been said.
        email:
          json['organizer'] === undefined ? '' : this.email(organizer['email'], 'organizer.email'),
        ...this.maybe('contact', this.optionalText(organizer, 'contact', 'organizer')),
        ...this.maybe('phone', this.optionalText(organizer, 'phone', 'organizer')),
        ...this.maybe('website', this.optionalText(organizer, 'website', 'organizer')),
        ...this.maybe(
          'replyTo',
          this.optional(organizer, 'replyTo', (v) => this.email(v, 'organizer.replyTo')),
        ),
      },
      ...this.maybe('replyBy', replyBy),
      ...this.maybe('capacity', capacity),
      reserved,
      ...this.maybe(
        'seatsPerNetwork',
        this.optional(json, 'seatsPerNetwork', (v) => this.number(v, 'seatsPerNetwork', 1, 999)),
      ),
      ...this.maybe(
        'summary',
        this.optional(json, 'summary', (v) => this.texts(v, 'summary', LONGEST_TEXT)),
      ),
      programme: this.list(json, 'programme').map(({ value, path }) => {
        const item = this.entry(value, path, ['time', 'title']);
        return {
          ...this.maybe('time', this.timeOfDay(this.optionalText(item, 'time', path), path)),
          title: this.texts(item['title'], `${path}.title`, LONGEST_TEXT) ?? '',
        };
      }),
      questions: this.questions(json),
      ...this.maybe(
        'addressSource',
        this.optional(json, 'addressSource', (v) => this.texts(v, 'addressSource', LONGEST_TEXT)),
      ),
      calendar: this.choice(calendar, 'calendar', ['request', 'publish', 'off']),
      columns: this.columns(json),
      mailbox: {
        folders: mailbox
          ? this.list(mailbox, 'folders', 'mailbox').map(({ value, path }) =>
              this.line(value, path),
            )
          : [],
      },
      sending: this.sending(json),
      ...this.maybe('rehearsal', rehearsal?.local),
    };
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
