/** CSV read (RFC 4180, and what spreadsheets make of it): records with the line where each begins. */
import { BEYOND_LATIN_1 } from './encodings.ts';
import { required } from '../required.ts';

const { parse } = required('csv-parse/sync') as typeof import('csv-parse/sync');

export interface CsvReading {
  /** The cells of each. */
  readonly records: readonly string[][];
  /** From 1; where each record begins. */
  readonly lines: readonly number[];
  /** Where the record begins in which a quotation mark is opened and never closed. */
  readonly openQuote?: number;
}

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Reads at most `most` records. */
export function readCsv(text: string, delimiter: string, most = Infinity): CsvReading {
  const records: string[][] = [];
  const lines: number[] = [];
  const openQuote = eachRecord(text, { delimiter, most }, (cells, line) => {
    records.push(cells);
    lines.push(line);
  });
  return { records, lines, ...(openQuote !== undefined && { openQuote }) };
}

/** Few enough that what nobody keeps of them is gone before it costs anything. */
const PIECE = 128 * 1024;

/**
 * Hands on each record, at most `most`, with the line where it begins. Gives the line where the
 * record begins in which a quotation mark is opened and never closed.
 */
export function eachRecord(
  text: string,
  how: {
    readonly delimiter: string;
    /** Where the records begin: after a first line that is none. */
    readonly from?: number;
    readonly most?: number;
    /** How many letters are parsed at a time. */
    readonly piece?: number;
  },
  take: (cells: string[], line: number) => void,
): number | undefined {
  const { delimiter, most = Infinity, piece = PIECE } = how;
  let from = how.from || (text.startsWith('\ufeff') ? 1 : 0);
  let line = how.from ? 2 : 1;
  let count = 0;
  let letters = piece;
  while (from < text.length && count < most) {
    const to = endOfLine(text, from + letters);
    const part = text.slice(from, to);
    const { records, isOpen } = parsed(part, delimiter, most - count);
    if (isOpen && to < text.length) {
      // The piece ends inside a quoted cell, where no record ends.
      letters *= 2;
      continue;
    }
    // Only a quoted cell holds line breaks; the library would tell, at twice the time.
    const isQuoted = part.includes('"');
    for (const cells of records) {
      take(cells, line);
      line += 1;
      if (isQuoted) for (const cell of cells) line += breaksIn(cell);
    }
    if (isOpen) return line;
    count += records.length;
    from = to;
    letters = piece;
  }
  return undefined;
}

/** After the first line feed from there on; what has none, as of an old Macintosh, is one piece. */
function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from - 1);
  return at === -1 ? text.length : at + 1;
}

/** `isOpen`: a quotation mark is opened and never closed in what comes after the records. */
function parsed(
  text: string,
  delimiter: string,
  most: number,
): { readonly records: string[][]; readonly isOpen: boolean } {
  // The library works byte by byte: where a letter is a byte it has less to do.
  const encoding = BEYOND_LATIN_1.test(text) ? 'utf8' : 'latin1';
  let isOpen = false;
  const records: string[][] = parse(Buffer.from(text, encoding), {
    delimiter,
    encoding,
    record_delimiter: lineEndsOf(text),
    // As spreadsheets write it; a quotation mark inside an unquoted cell is itself.
    relax_column_count: true,
    relax_quotes: true,
    // That leaves one error.
    skip_records_with_error: true,
    on_skip: () => {
      isOpen = true;
    },
    ...(most < Infinity && { to: most }),
  });
  return { records, isOpen };
}

/** Those that occur: the library looks for each at every letter. */
function lineEndsOf(text: string): string[] {
  if (!text.includes('\r')) return ['\n'];
  return LONELY.test(text) ? ['\r\n', '\n', '\r'] : ['\r\n'];
}

/** One half of CRLF. */
const LONELY = /\r(?!\n)|(?<!\r)\n/;

function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\r|\n/g)!.length;
}

/** Where each line begins: line 1 at index 0. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
}

/** Where each of all the records of a text stands in it, its line end included. */
export function placesIn(
  text: string,
  { lines }: CsvReading,
): readonly { readonly from: number; readonly to: number }[] {
  const starts = lineStarts(text);
  return lines.map((line, index) => {
    const next = lines[index + 1];
    return { from: starts[line - 1]!, to: next === undefined ? text.length : starts[next - 1]! };
  });
}

const SAMPLE_LETTERS = 64 * 1024;
const SAMPLE_RECORDS = 200;

/**
 * A first line `sep=;` says it; else the delimiter that gives the widest even grid. `from` is
 * where the records begin.
 */
export function findDelimiter(text: string): {
  readonly delimiter: Delimiter;
  readonly from: number;
} {
  // Of a whole list the engine would try every letter, in spite of the `^`.
  const stated = /^\ufeff?"?sep=([;,\t|])"?(?:\r\n|\r|\n)/i.exec(text.slice(0, 20));
  if (stated) return { delimiter: stated[1] as Delimiter, from: stated[0].length };
  const sample = text.slice(0, SAMPLE_LETTERS);
  // One that the first line does not hold makes no columns; mostly one is left.
  const [first = ''] = /[^\r\n]+/.exec(sample) ?? [];
  const possible = DELIMITERS.filter((delimiter) => first.includes(delimiter));
  if (possible.length < 2 && !first.includes('"'))
    return { delimiter: possible[0] ?? ';', from: 0 };
  const scores = DELIMITERS.map((delimiter) => {
    const { records } = readCsv(sample, delimiter, SAMPLE_RECORDS);
    const widths = records.map(widthOf).filter((width) => width > 0);
    const header = widths[0] ?? 0;
    const fitting = widths.filter((width) => width > 1 && width <= header).length;
    return { delimiter, score: header < 2 ? 0 : header * (fitting / widths.length) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score > 0 ? best.delimiter : ';', from: 0 };
}

/** Cells up to the last that is filled. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
