/** CSV (RFC 4180, and what spreadsheets make of it): records with the line where each begins. */

import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRecord {
  /** From 1; where the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where it stands in the text, its line end included. */
  readonly from: number;
  readonly to: number;
}

export interface CsvReading {
  readonly records: readonly CsvRecord[];
  /** Where the record begins in which a quotation mark is opened and never closed. */
  readonly openQuote?: number;
}

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Of a spreadsheet of any system; a quotation mark inside an unquoted cell is itself. */
const DIALECT = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  info: true as const,
};

interface Parsed {
  readonly record: string[];
  /** `bytes` up to and with the record's line end. */
  readonly info: { readonly bytes: number };
}

/** Reads at most `most` records. */
export function readCsv(text: string, delimiter: string, most = Infinity): CsvReading {
  const bytes = Buffer.from(text);
  const parsed = (to: number) =>
    parse(bytes, {
      ...DIALECT,
      delimiter,
      ...(to < Infinity && { to }),
    }) as unknown as readonly Parsed[];
  try {
    return { records: placed(parsed(most), bytes).records };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const whole = Number(error['records']);
    const { records, line } = placed(whole > 0 ? parsed(whole) : [], bytes);
    return { records, openQuote: line };
  }
}

/** Each record with its place, and the line after the last; the library tells only where one ends. */
function placed(
  parsed: readonly Parsed[],
  bytes: Buffer,
): { readonly records: readonly CsvRecord[]; readonly line: number } {
  let line = 1;
  let from = 0;
  let begin = 0;
  const records = parsed.map(({ record: cells, info }): CsvRecord => {
    const whole = bytes.toString('utf8', begin, info.bytes);
    const at = { line, cells, from, to: from + whole.length };
    begin = info.bytes;
    from = at.to;
    line += whole.includes('"') ? linesIn(whole) : 1;
    return at;
  });
  return { records, line };
}

function linesIn(record: string): number {
  return record.match(/\r\n|\r|\n/g)?.length ?? 0;
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
  const scores = DELIMITERS.map((delimiter) => {
    const { records } = readCsv(sample, delimiter, SAMPLE_RECORDS);
    const widths = records.map(({ cells }) => widthOf(cells)).filter((width) => width > 0);
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
