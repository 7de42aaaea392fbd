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
  return sorted(status.networks, language).flatMap(seatsOf);
}

/** A chair without a name is a chair all the same; a name too many shares the last one. */
function seatsOf(network: NetworkJson): readonly SeatJson[] {
  const chairs = network.seats + network.waiting;
  const { answeredAt, source } = lastWord(network);
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

function lastWord({ contacts }: NetworkJson): Pick<SeatJson, 'answeredAt' | 'source'> {
  const latest = contacts
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((a, b) => Date.parse(a.answeredAt!) - Date.parse(b.answeredAt!))
    .at(-1);
  return { answeredAt: latest?.answeredAt ?? null, source: latest?.source ?? null };
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
  const rows = sorted(status.networks, meeting.language).flatMap((network) => {
    const answer = all ? [say.answers[network.answer], all.phone(network) ?? ''] : [];
    const { answeredAt, source } = lastWord(network);
    const rest = [
      ...questions.map(({ id }) => network.answers[id] ?? ''),
      network.remark ?? '',
      answeredAt === null ? '' : wallTime(answeredAt, timeZone),
      source === null ? '' : say.sources[source],
    ];
    const seats = seatsOf(network).map((seat) => [
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
function wallTime(iso: string, timeZone: string): string {
  return isoWithOffset(Date.parse(iso), timeZone).slice(0, 16).replace('T', ' ');
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
    [headings, ...rows].map((row) => row.map((cell) => harmless(harmlessText(cell)))),
    delimiter,
  );
  return `${bom ? '\ufeff' : ''}${text}`;
}

/** Whether the list of networks came from a spreadsheet. */
export function wantsBom({ bom, delimiter, encoding }: Dialect): boolean {
  return bom || delimiter === ';' || encoding !== 'utf-8';
}
