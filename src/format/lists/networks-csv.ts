/** networks.csv, as spreadsheets really write it: a row is a contact of a network. */
import type { Encoding } from '../../domain/contract.ts';
import type { Row } from '../../domain/model.ts';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { eachRecord, findDelimiter, placesIn, readCsv, type Delimiter } from './csv.ts';
import { BEYOND_LATIN_1, decodeSpreadsheet, encode } from './encodings.ts';
import { headingsIn, type Column, type Heading } from './headings.ts';
import { NETWORKS_FILE, RowReader } from './row-reader.ts';

export { NETWORKS_FILE };

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
const MOST_ROWS = 200_000;

/** `columns` of meeting.json: heading -> column, where the organiser said so. */
export function readNetworks(
  bytes: Uint8Array,
  columns: Readonly<Record<string, string>>,
  say: Say,
): NetworksReading {
  const { text: decoded, encoding, bom } = decodeSpreadsheet(bytes);
  const text = BEYOND_LATIN_1.test(decoded) ? decoded.normalize('NFC') : decoded;
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

  const list = new ListReader(text, columns, say);
  const openQuote = eachRecord(text, { delimiter, from, most: MOST_ROWS + 2 }, (cells, line) => {
    list.take(cells, line);
  });
  const { headings } = list;
  if (openQuote !== undefined) {
    return whole({ line: openQuote, message: say.badQuotes, hint: say.badQuotesHint });
  }
  if (list.count > MOST_ROWS + 1) return whole({ message: say.tooManyRows(MOST_ROWS) });
  if (list.headingProblems.length > 0)
    return { ...nothing, headings, problems: list.headingProblems };
  if (list.isEmpty) {
    const empty = whole({ message: say.noRows, hint: say.noRowsHint });
    return headings.length === 0 ? empty : { ...empty, headings, isEmpty: true };
  }
  return { ...nothing, headings, ...list.finish() };
}

/** The records in turn: the first that is filled holds the headings, the others are networks. */
class ListReader {
  count = 0;
  isEmpty = true;
  headings: readonly Heading[] = [];
  headingProblems: readonly Problem[] = [];
  private reader: RowReader | undefined;
  private readonly text: string;
  private readonly columns: Readonly<Record<string, string>>;
  private readonly say: Say;

  constructor(text: string, columns: Readonly<Record<string, string>>, say: Say) {
    this.text = text;
    this.columns = columns;
    this.say = say;
  }

  take(cells: readonly string[], line: number): void {
    this.count += 1;
    if (!isFilled(cells)) return;
    if (this.reader) {
      this.isEmpty = false;
      // Rows under headings that are wrong have nothing to say.
      if (this.headingProblems.length === 0) this.reader.read(cells, line);
      return;
    }
    this.headings = headingsIn(cells, this.columns);
    this.headingProblems = headingProblems(line, this.headings, this.say);
    this.reader = new RowReader(this.headings, this.text, this.say);
  }

  finish(): Pick<NetworksReading, 'rows' | 'problems'> {
    return this.reader?.finish() ?? { rows: [], problems: [] };
  }
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
  const reading = readCsv(body, delimiter);
  for (const [index, { from: begin, to }] of placesIn(body, reading).entries()) {
    if (!gone.has(reading.lines[index]! + shift)) continue;
    left += body.slice(at, begin);
    at = to;
  }
  const written = encode(left + body.slice(at), { encoding, bom });
  // It holds only letters that the same encoding gave.
  return 'bytes' in written ? written.bytes : bytes;
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function headingProblems(line: number, headings: readonly Heading[], say: Say): readonly Problem[] {
  const names = headings.map(({ heading }) => heading).filter((heading) => heading !== '');
  if (headings.every(({ column }) => !column) && names.some((name) => name.includes('@'))) {
    return [{ file: NETWORKS_FILE, line, message: say.noHeadings, hint: say.noHeadingsHint }];
  }
  const missing = (['network', 'email'] as const)
    .filter((column) => headings.every((heading) => heading.column !== column))
    .map((column) => ({
      file: NETWORKS_FILE,
      line,
      message: say.noColumn(say.columnNames[column], names.slice(0, 20)),
      hint: say.noColumnHint(say.columnNames[column]),
    }));
  const first = new Map<Column, string>();
  const twice = headings.flatMap(({ heading, column }) => {
    if (!column) return [];
    const before = first.get(column);
    if (before === undefined) {
      first.set(column, heading);
      return [];
    }
    const message = say.sameColumn(before, heading, column);
    return [{ file: NETWORKS_FILE, line, message, hint: say.sameColumnHint }];
  });
  return [...missing, ...twice];
}
