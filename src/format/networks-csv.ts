/** networks.csv, as spreadsheets really write it: a row is a contact of a network. */
import type { Encoding } from '../domain/contract.ts';
import type { Row } from '../domain/model.ts';
import { foldName, slug } from '../domain/names.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { addressKey, readAddress, splitAddresses } from './address.ts';
import { findDelimiter, readCsv, type CsvRecord, type Delimiter } from './csv.ts';
import { decodeSpreadsheet, encode } from './encodings.ts';
import { asMeant } from './harmless.ts';
import { headingsIn, type Heading } from './headings.ts';

export const NETWORKS_FILE = 'networks.csv';

/** How the file is written: an export mirrors it, an added row follows it. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: Delimiter;
}

export interface NetworksReading {
  readonly rows: readonly Row[];
  readonly headings: readonly Heading[];
  readonly dialect: Dialect;
  readonly problems: readonly Problem[];
  /** It has its headings and no network yet. */
  readonly isEmpty?: true;
}

type Say = Words<'reading'>;

/** How a zip file (.xlsx, .ods) and an old .xls begin. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const LONGEST_CELL = 10_000;
const MOST_ROWS = 200_000;
const LONGEST_EXCERPT = 160;

/** `columns` of meeting.json: heading -> column, where the organiser said so. */
export function readNetworks(
  bytes: Uint8Array,
  columns: Readonly<Record<string, string>>,
  say: Say,
): NetworksReading {
  const { text, encoding, bom } = decodeSpreadsheet(bytes);
  const { delimiter, from } = findDelimiter(text);
  const nothing = { rows: [], headings: [], dialect: { encoding, bom, delimiter } };
  const whole = (problem: Problem) => ({
    ...nothing,
    problems: [{ file: NETWORKS_FILE, ...problem }],
  });
  if (WORKBOOKS.some((mark) => mark.every((byte, at) => bytes[at] === byte))) {
    return whole({ message: say.workbook, hint: say.workbookHint });
  }
  if (text.includes('\0')) return whole({ message: say.binary, hint: say.workbookHint });

  const { records, openQuote } = readCsv(text.slice(from), delimiter, MOST_ROWS + 2);
  if (openQuote !== undefined) {
    return whole({ line: openQuote, message: say.badQuotes, hint: say.badQuotesHint });
  }
  if (records.length > MOST_ROWS + 1) return whole({ message: say.tooManyRows(MOST_ROWS) });
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  if (!head) return whole({ message: say.noRows, hint: say.noRowsHint });

  const headings = headingsIn(head.cells, columns);
  const problems = headingProblems(head.line, headings, say);
  if (problems.length > 0) return { ...nothing, headings, problems };
  if (body.length === 0) {
    return { ...whole({ message: say.noRows, hint: say.noRowsHint }), headings, isEmpty: true };
  }
  const shift = from > 0 ? 1 : 0;
  const reader = new RowReader(headings, text.slice(from), shift, say);
  for (const record of body) reader.read(record);
  return {
    rows: reader.rows,
    headings,
    dialect: { encoding, bom, delimiter },
    problems: [...reader.problems].toSorted((a, b) => a.line - b.line),
  };
}

/** The file without the records that begin in these lines; all else stays byte for byte. */
export function withoutLines(bytes: Uint8Array, lines: readonly number[]): Uint8Array {
  const { text, encoding, bom } = decodeSpreadsheet(bytes);
  const { delimiter, from } = findDelimiter(text);
  const shift = from > 0 ? 1 : 0;
  const body = text.slice(from);
  const gone = new Set(lines);
  let left = text.slice(0, from);
  let at = 0;
  for (const record of readCsv(body, delimiter).records) {
    if (!gone.has(record.line + shift)) continue;
    left += body.slice(at, record.from);
    at = record.to;
  }
  const written = encode(left + body.slice(at), { encoding, bom });
  // It holds only letters that the same encoding gave.
  return 'bytes' in written ? written.bytes : bytes;
}

function headingProblems(line: number, headings: readonly Heading[], say: Say): readonly Problem[] {
  const names = headings.map(({ heading }) => heading).filter((heading) => heading !== '');
  const missing = (['network', 'email'] as const)
    .filter((column) => headings.every((heading) => heading.column !== column))
    .map((column) => ({
      file: NETWORKS_FILE,
      line,
      message: say.noColumn(say.columnNames[column], names.slice(0, 20)),
      hint: say.noColumnHint(say.columnNames[column]),
    }));
  const twice = headings.flatMap(({ heading, column }, index) => {
    const first = headings.slice(0, index).find((other) => column && other.column === column);
    if (!first || !column) return [];
    const message = say.sameColumn(first.heading, heading, column);
    return [{ file: NETWORKS_FILE, line, message, hint: say.sameColumnHint }];
  });
  return [...missing, ...twice];
}

/** Turns records into rows and remembers what has been seen. */
class RowReader {
  readonly rows: Row[] = [];
  readonly problems: (Problem & { readonly line: number })[] = [];
  /** Network and address -> line. */
  private readonly seen = new Map<string, number>();
  /** Default id -> the first name that gave it. */
  private readonly slugs = new Map<string, { readonly name: string; readonly line: number }>();
  private readonly headings: readonly Heading[];
  private readonly text: string;
  private readonly shift: number;
  private readonly say: Say;

  constructor(headings: readonly Heading[], text: string, shift: number, say: Say) {
    this.headings = headings;
    this.text = text;
    this.shift = shift;
    this.say = say;
  }

  read(record: CsvRecord): void {
    const { say } = this;
    const cells = record.cells.map((cell) => asMeant(cell.normalize('NFC').trim()));
    if (cells.some((cell) => cell.length > LONGEST_CELL)) {
      this.wrong(record, say.tooLong(LONGEST_CELL));
      return;
    }
    const cell = (column: string): string | undefined => {
      const found = cells[this.headings.findIndex((heading) => heading.column === column)];
      return found === undefined || found === '' ? undefined : oneLine(found);
    };
    const network = cell('network');
    if (network === undefined) {
      this.wrong(record, say.noNetwork);
      return;
    }
    const id = cell('id');
    this.tellApart(record, network, id);
    const language = this.language(record, cell('language'));
    const seats = this.seats(record, cell('seats'));
    const shared = {
      line: record.line + this.shift,
      network,
      ...(id !== undefined && { id }),
      ...(language !== undefined && { language }),
      ...optional('greeting', cell('greeting')),
      ...optional('phone', cell('phone')),
      ...optional('area', cell('area')),
      ...optional('kind', cell('kind')),
      ...optional('note', cell('note')),
      ...(seats !== undefined && { seats }),
      cells: Object.fromEntries(
        this.headings.flatMap(({ heading }, index) =>
          heading === '' ? [] : [[heading, cells[index] ?? '']],
        ),
      ),
    };
    const email = cells[this.headings.findIndex(({ column }) => column === 'email')] ?? '';
    if (email === '') {
      this.wrong(record, say.noAddress(network), say.noAddressHint);
      return;
    }
    const addresses = splitAddresses(email);
    const contacts = contactsFor(cell('contact'), addresses.length);
    for (const [index, each] of addresses.entries()) {
      const address = this.address(record, each, id ?? foldName(network));
      if (address === undefined) continue;
      this.rows.push({ ...shared, address, ...optional('contact', contacts[index]) });
    }
  }

  private address(record: CsvRecord, typed: string, network: string): string | undefined {
    const { say } = this;
    const read = readAddress(typed);
    if (read.kind === 'bad') this.wrong(record, say.badAddress(typed), say.badAddressHint);
    if (read.kind === 'foreign') {
      this.wrong(record, say.foreignAddress(typed), say.foreignAddressHint);
    }
    if (read.kind !== 'address') return undefined;
    const key = `${network}\n${addressKey(read.address)}`;
    const before = this.seen.get(key);
    if (before !== undefined) {
      this.wrong(record, say.sameAddress(read.address, before), say.sameAddressHint);
      return undefined;
    }
    this.seen.set(key, record.line + this.shift);
    return read.address;
  }

  /** Two names that give one id are told: neither may get the other's mail. */
  private tellApart(record: CsvRecord, name: string, id: string | undefined): void {
    if (id !== undefined) return;
    const key = slug(name);
    const other = this.slugs.get(key);
    if (!other) this.slugs.set(key, { name, line: record.line + this.shift });
    else if (foldName(other.name) !== foldName(name)) {
      this.wrong(record, this.say.sameSlug(name, other.name, other.line), this.say.sameSlugHint);
    }
  }

  private language(record: CsvRecord, typed: string | undefined): string | undefined {
    if (typed === undefined) return undefined;
    const folded = foldName(typed);
    const language = LANGUAGES[folded] ?? (/^[a-z]{2}$/.test(folded) ? folded : undefined);
    if (language === undefined) {
      this.wrong(record, this.say.badLanguage(typed), this.say.badLanguageHint);
    }
    return language;
  }

  private seats(record: CsvRecord, typed: string | undefined): number | undefined {
    if (typed === undefined) return undefined;
    if (/^[0-9]{1,3}$/.test(typed)) return Number(typed);
    this.wrong(record, this.say.badSeats(typed), this.say.badSeatsHint);
    return undefined;
  }

  private wrong(record: CsvRecord, message: string, hint?: string): void {
    const excerpt = this.text
      .slice(record.from, Math.min(record.to, record.from + LONGEST_EXCERPT))
      .trim()
      .split(/\r\n|\r|\n/)[0];
    this.problems.push({
      file: NETWORKS_FILE,
      line: record.line + this.shift,
      message,
      ...(hint !== undefined && { hint }),
      ...(excerpt && { excerpt }),
    });
  }
}

const LANGUAGES: Readonly<Record<string, string>> = {
  dansk: 'da',
  danish: 'da',
  danisch: 'da',
  dk: 'da',
  engelsk: 'en',
  english: 'en',
  englisch: 'en',
  uk: 'en',
  gb: 'en',
  tysk: 'de',
  german: 'de',
  deutsch: 'de',
  svensk: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  schwedisch: 'sv',
  se: 'sv',
  norsk: 'nb',
  norwegian: 'nb',
  norwegisch: 'nb',
  no: 'nb',
};

/** Names and the like never hold line breaks: they go into headers. */
function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

function optional<K extends string>(
  key: K,
  value: string | undefined,
): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

/** "Kim og Bo" beside two addresses are two people; otherwise the name stands for each. */
function contactsFor(cell: string | undefined, count: number): readonly (string | undefined)[] {
  if (cell === undefined || count === 1) return [cell];
  const names = cell.split(/\s*(?:[;,/&]|\s(?:og|and|und)\s)\s*/).filter((name) => name !== '');
  return names.length === count ? names : Array.from({ length: count }, () => cell);
}
