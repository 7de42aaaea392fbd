/** The list for the evening: a row for each chair, so that the rows are the chairs. */
import type { NetworkJson, SeatJson, StatusJson } from '../../domain/contract.ts';
import type { Meeting } from '../../domain/model.ts';
import { answerTo, textIn } from '../../domain/texts.ts';
import { isoWithOffset } from '../../domain/zoned-time.ts';
import { listWords } from '../../words/list-headings.ts';
import { csvText } from './csv-writing.ts';
import { harmless } from './harmless.ts';
import { harmlessText } from '../screens/lines.ts';
import type { Dialect } from './networks-csv.ts';

/** `export-attendees --format json`: one for each chair, by network. */
export function seatList(status: StatusJson, language: string): readonly SeatJson[] {
  return sorted(withChairs(status.networks), language).flatMap((network) =>
    chairsOf(network, lastWord(network)),
  );
}

/** A chair without a name is a chair all the same; a name too many shares the last one. */
function chairsOf(network: NetworkJson, { answeredAt, source }: LastWord): readonly SeatJson[] {
  const { seats, attendees } = network;
  const count = seats + network.waiting;
  const chairs: SeatJson[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = attendees[index];
    const isShared = index === count - 1 && attendees.length > count;
    chairs.push({
      network: network.name,
      name: (isShared ? namesOf(attendees.slice(index)) : person?.name) ?? null,
      email: person?.email ?? null,
      seat: index < seats ? 'coming' : 'waiting',
      forOldTime: network.forOldTime,
      answers: network.answers,
      remark: network.remark,
      answeredAt,
      source,
    });
  }
  return chairs;
}

function namesOf(people: NetworkJson['attendees']): string | undefined {
  const names = people.flatMap(({ name }) => name ?? []);
  return names.length > 0 ? names.join(', ') : undefined;
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

function withChairs(networks: readonly NetworkJson[]): readonly NetworkJson[] {
  return networks.filter(({ seats, waiting }) => seats + waiting > 0);
}

function sorted(networks: readonly NetworkJson[], language: string): readonly NetworkJson[] {
  const { compare } = new Intl.Collator(language);
  return networks.toSorted((a, b) => compare(a.name, b.name));
}

export interface ListTable {
  readonly headings: readonly string[];
  /** Made one by one, as they are asked for. */
  readonly rows: Iterable<readonly string[]>;
}

/**
 * The same as a table in the meeting's language. `all`: also those who decline or are silent, one
 * row each, with answer and phone.
 */
export function attendeeTable(
  status: StatusJson,
  meeting: Meeting,
  all: { phone(network: NetworkJson, email: string | null): string | undefined } | undefined,
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
  const listed = all ? status.networks : withChairs(status.networks);
  function* rows(): Generator<readonly string[]> {
    for (const network of sorted(listed, meeting.language)) {
      const answer = (email: string | null) =>
        all ? [say.answers[network.answer], all.phone(network, email) ?? ''] : [];
      const word = lastWord(network);
      const { answeredAt, source } = word;
      const rest = [
        ...questions.map(({ id }) => answerTo(network.answers, id)),
        network.remark ?? '',
        answeredAt === null ? '' : wallTime(answeredAt),
        source === null ? '' : say.sources[source],
      ];
      const chairs = chairsOf(network, word);
      for (const { name, email, seat, forOldTime } of chairs) {
        const which = forOldTime ? `${say.seats[seat]} (${say.oldTime})` : say.seats[seat];
        yield [network.name, name ?? '', email ?? '', ...answer(email), which, ...rest];
      }
      if (chairs.length > 0) continue;
      const { name = null, email = null } = network.contacts[0] ?? {};
      yield [network.name, name ?? '', email ?? '', ...answer(email), '', ...rest];
    }
  }
  return { headings, rows: { [Symbol.iterator]: rows } };
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
  function* tamed(): Generator<readonly string[]> {
    yield headings.map(tame);
    // The chairs of a network differ in little.
    let last: readonly string[] = [];
    let before: readonly string[] = [];
    for (const row of rows) {
      before = row.map((cell, at) => (cell === last[at] ? before[at]! : tame(cell)));
      last = row;
      yield before;
    }
  }
  return `${bom ? '\ufeff' : ''}${csvText(tamed(), delimiter)}`;
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
