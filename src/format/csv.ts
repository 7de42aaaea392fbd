/** CSV read (RFC 4180, and what spreadsheets make of it): records with the line where each begins. */
import { required } from './required.ts';

const { CsvError, parse } = required('csv-parse/sync') as typeof import('csv-parse/sync');

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

/** Of a spreadsheet of any system; a quotation mark inside an unquoted cell is itself. */
const DIALECT = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
};

/** Reads at most `most` records. */
export function readCsv(text: string, delimiter: string, most = Infinity): CsvReading {
  const options = { ...DIALECT, delimiter, record_delimiter: lineEndsOf(text) };
  const parsed = (to: number): string[][] =>
    parse(text, { ...options, ...(to < Infinity && { to }) });
  try {
    const records = parsed(most);
    return { records, lines: linesOf(records, text).slice(0, -1) };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const whole = Number(error['records']);
    const records = whole > 0 ? parsed(whole) : [];
    const lines = linesOf(records, text);
    return { records, lines: lines.slice(0, -1), openQuote: lines.at(-1)! };
  }
}

/** Those that occur: the library looks for each at every letter. */
function lineEndsOf(text: string): string[] {
  const ends = [
    ...(text.includes('\r\n') ? ['\r\n'] : []),
    ...(/(?<!\r)\n/.test(text) ? ['\n'] : []),
    ...(/\r(?!\n)/.test(text) ? ['\r'] : []),
  ];
  return ends.length > 0 ? ends : ['\n'];
}

/** The line of each record, and the one after the last. */
function linesOf(records: readonly string[][], text: string): readonly number[] {
  // Only a quoted cell holds line breaks; the library would tell, at twice the time.
  const isQuoted = text.includes('"');
  const lines = [1];
  let line = 1;
  for (const cells of records) {
    line += 1;
    if (isQuoted) for (const cell of cells) line += breaksIn(cell);
    lines.push(line);
  }
  return lines;
}

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
  const stated = /^\ufeff?"?sep=([;,\t|])"?(?:\r\n|\r|\n)/i.exec(text);
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
