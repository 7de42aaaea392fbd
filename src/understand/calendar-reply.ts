/** An answer by calendar: iTIP REPLY and COUNTER (RFC 5546), as clients really write them. */
import type { Answer } from '../domain/model.ts';
import { wallClock } from '../domain/zoned-time.ts';

export interface CalendarReply {
  /** REPLY, COUNTER, REQUEST …; upper case. */
  readonly method?: string;
  readonly uid?: string;
  /** Lower case. */
  readonly attendee?: string;
  /** As written, upper case. */
  readonly partstat?: string;
  /** Of a REPLY: what PARTSTAT says. */
  readonly answer?: Answer;
  readonly sequence: number;
  /** As written, UTC. */
  readonly dtstamp?: string;
  readonly comment?: string;
  readonly guests?: number;
  readonly delegatedTo?: string;
  /** DTSTART as written. */
  readonly start?: string;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

interface Line {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

const MANY_LINES = 4_000;

/** Reads the first VEVENT; undefined where the text holds no calendar. */
export function readCalendar(
  text: string,
  methodParameter?: string,
  sender?: string,
): CalendarReply | undefined {
  if (!/BEGIN:VCALENDAR/i.test(text)) return undefined;
  const lines = unfold(text);
  const method = (
    lines.find(({ name }) => name === 'METHOD')?.value ??
    methodParameter ??
    ''
  ).toUpperCase();
  const from = lines.findIndex(
    ({ name, value }) => name === 'BEGIN' && /^VEVENT$/i.test(value.trim()),
  );
  const to = lines.findIndex(
    ({ name, value }, at) => at > from && name === 'END' && /^VEVENT$/i.test(value.trim()),
  );
  const event = from === -1 ? [] : lines.slice(from + 1, to === -1 ? undefined : to);
  const value = (name: string) => event.find((line) => line.name === name)?.value;
  const attendees = event.filter(({ name }) => name === 'ATTENDEE');
  // A REPLY speaks for one attendee; of several it is the sender, or nobody knows.
  const one =
    attendees.length === 1
      ? attendees[0]
      : attendees.find(({ value: address }) => addressOf(address) === sender);
  const partstat = one?.params.get('PARTSTAT')?.toUpperCase();
  const answer = method === 'REPLY' && partstat !== undefined ? ANSWERS[partstat] : undefined;
  const attendee = one && addressOf(one.value);
  const uid = value('UID')?.trim();
  const dtstamp = value('DTSTAMP')?.trim();
  const comment = value('COMMENT');
  const start = value('DTSTART')?.trim().slice(0, 40);
  const guests = Number(one?.params.get('X-NUM-GUESTS') ?? 0);
  const delegate = one?.params.get('DELEGATED-TO');
  return {
    ...(method && { method }),
    ...(uid && { uid: uid.slice(0, 500) }),
    ...(attendee && { attendee }),
    ...(partstat && { partstat }),
    ...(answer && { answer }),
    sequence: Number.parseInt(value('SEQUENCE') ?? '0', 10) || 0,
    ...(dtstamp && { dtstamp }),
    ...(comment?.trim() && { comment: unescape(comment).slice(0, 2_000).trim() }),
    ...(guests > 0 && { guests }),
    ...(delegate && { delegatedTo: addressOf(delegate) }),
    ...(start && { start }),
  };
}

const MOMENT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/;

/** The time that a COUNTER asks for, as a clock where the meeting is shows it; a local one as it stands. */
export function proposedTime(
  { method, start = '' }: CalendarReply,
  timeZone: string,
): string | undefined {
  if (method !== 'COUNTER') return undefined;
  const [, year, month, day, hour, minute, second, utc] = MOMENT.exec(start) ?? [];
  if (utc === undefined) return start || undefined;
  const written = `${year}-${month}-${day}T${hour}:${minute}`;
  const instant = Date.parse(`${written}:${second}Z`);
  if (utc === '' || Number.isNaN(instant)) return written.replace('T', ' ');
  const { isoDay, time } = wallClock(instant, timeZone);
  return `${isoDay} ${time}`;
}

/** RFC 5545, 3.1: a line that begins with a blank goes on with the one before. */
function unfold(text: string): readonly Line[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .slice(0, MANY_LINES)
    .flatMap((line) => lineOf(line.slice(0, 4_000)));
}

function lineOf(line: string): readonly Line[] {
  const head = /^([A-Za-z0-9-]{1,60})/.exec(line);
  if (!head) return [];
  const params = new Map<string, string>();
  let at = head[0].length;
  while (line[at] === ';') {
    const param = /^;([A-Za-z0-9-]{1,60})=("[^"]*"|[^;:]*)/.exec(line.slice(at));
    if (!param) return [];
    params.set(param[1]!.toUpperCase(), param[2]!.replace(/^"|"$/g, ''));
    at += param[0].length;
  }
  if (line[at] !== ':') return [];
  return [{ name: head[0].toUpperCase(), params, value: line.slice(at + 1) }];
}

function addressOf(value: string): string {
  return value
    .trim()
    .replace(/^"?mailto:/i, '')
    .replace(/"$/, '')
    .toLowerCase()
    .slice(0, 320);
}

function unescape(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
}
