/** The list for the evening: a row for each chair, so that the rows are the chairs. */
import type { NetworkJson, SeatJson, StatusJson } from '../domain/contract.ts';
import type { Meeting } from '../domain/model.ts';
import { textIn } from '../domain/report.ts';
import { isoWithOffset } from '../domain/zoned-time.ts';
import { listWords } from '../words/list-headings.ts';
import { csvText } from './csv-writing.ts';
import { harmless } from './harmless.ts';
import { harmlessText } from './lines.ts';
import type { Dialect } from './networks-csv.ts';

/** `export-attendees --format json`: one for each chair, by network. */
export function seatList(status: StatusJson, language: string): readonly SeatJson[] {
  return sorted(status.networks, language).flatMap((network) =>
    seatsOf(network, lastWord(network)),
  );
}

/** A chair without a name is a chair all the same; a name too many shares the last one. */
function seatsOf(network: NetworkJson, { answeredAt, source }: LastWord): readonly SeatJson[] {
  const chairs = network.seats + network.waiting;
  return Array.from({ length: chairs }, (_, index): SeatJson => {
    const last = index === chairs - 1;
    const people = network.attendees.slice(index, last ? undefined : index + 1);
    const names = people.flatMap(({ name }) => name ?? []);
    return {
      network: network.name,
      name: names.length > 0 ? names.join(', ') : null,
      email: people[0]?.email ?? null,
      seat: index < network.seats ? 'coming' : 'waiting',
      forOldTime: network.forOldTime,
      answers: network.answers,
      remark: network.remark,
      answeredAt,
      source,
    };
  });
}

type LastWord = Pick<SeatJson, 'answeredAt' | 'source'>;

function lastWord({ contacts }: NetworkJson): LastWord {
  let last: LastWord = { answeredAt: null, source: null };
  for (const contact of contacts) {
    if (contact.answeredAt === null) continue;
    const isLater =
      last.answeredAt === null || Date.parse(contact.answeredAt) >= Date.parse(last.answeredAt);
    if (isLater) last = contact;
  }
  return last;
}

function sorted(networks: readonly NetworkJson[], language: string): readonly NetworkJson[] {
  const { compare } = new Intl.Collator(language);
  return networks.toSorted((a, b) => compare(a.name, b.name));
}

export interface ListTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The same as a table in the meeting's language. `all`: also those who decline or are silent, one
 * row each, with answer and phone.
 */
export function attendeeTable(
  status: StatusJson,
  meeting: Meeting,
  all: { readonly phone: (network: NetworkJson) => string | undefined } | undefined,
): ListTable {
  const say = listWords(meeting.language);
  const { questions, timeZone } = meeting;
  const headings = [
    say.network,
    say.name,
    say.email,
    ...(all ? [say.answer, say.phone] : []),
    say.seat,
    ...questions.map(({ text }) => textIn(text, meeting.language)),
    say.remark,
    say.answeredAt,
    say.how,
  ];
  const wallTime = wallTimes(timeZone);
  const rows = sorted(status.networks, meeting.language).flatMap((network) => {
    const answer = all ? [say.answers[network.answer], all.phone(network) ?? ''] : [];
    const word = lastWord(network);
    const { answeredAt, source } = word;
    const rest = [
      ...questions.map(({ id }) => network.answers[id] ?? ''),
      network.remark ?? '',
      answeredAt === null ? '' : wallTime(answeredAt),
      source === null ? '' : say.sources[source],
    ];
    const seats = seatsOf(network, word).map((seat) => [
      network.name,
      seat.name ?? '',
      seat.email ?? '',
      ...answer,
      seat.forOldTime ? `${say.seats[seat.seat]} (${say.oldTime})` : say.seats[seat.seat],
      ...rest,
    ]);
    if (seats.length > 0 || !all) return seats;
    const [contact] = network.contacts;
    const nobody = [network.name, contact?.name ?? '', contact?.email ?? '', ...answer, ''];
    return [[...nobody, ...rest]];
  });
  return { headings, rows };
}

/** `2012-05-12 14:05`: a spreadsheet sorts it, and in every language it means one thing. */
function wallTimes(timeZone: string): (iso: string) => string {
  const known = new Map<string, string>();
  return (iso) => {
    let wall = known.get(iso);
    if (wall === undefined) {
      wall = isoWithOffset(Date.parse(iso), timeZone).slice(0, 16).replace('T', ' ');
      known.set(iso, wall);
    }
    return wall;
  };
}

/**
 * As the spreadsheet that the list of networks came from writes it: its delimiter, CRLF, and a
 * BOM, without which Excel takes UTF-8 for something else.
 */
export function attendeeCsv(
  { headings, rows }: ListTable,
  { delimiter, bom }: { readonly delimiter: string; readonly bom: boolean },
): string {
  const text = csvText(
    [headings, ...rows].map((row) => row.map(tame)),
    delimiter,
  );
  return `${bom ? '\ufeff' : ''}${text}`;
}

function tame(cell: string): string {
  return ORDINARY.test(cell) ? cell : harmless(harmlessText(cell));
}

/** Begins with a letter and is of Latin-1: nothing in it steers, is calculated, or is a number. */
const ORDINARY = /^(?:[a-z\xc0-\xff][\x20-\x7e\xa0-\xac\xae-\xff]*)?$/i;

/** Whether the list of networks came from a spreadsheet. */
export function wantsBom({ bom, delimiter, encoding }: Dialect): boolean {
  return bom || delimiter === ';' || encoding !== 'utf-8';
}
