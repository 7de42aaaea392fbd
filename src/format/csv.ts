/** CSV (RFC 4180, and what spreadsheets make of it): records with the line where each begins. */

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
  /** Line where a quotation mark was opened that nothing closes. */
  readonly openQuote?: number;
}

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Reads at most `most` records. A quotation mark inside an unquoted cell is itself. */
export function readCsv(text: string, delimiter: string, most = Infinity): CsvReading {
  const records: CsvRecord[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const from = at;
    const beginsAt = line;
    const cells: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const opened = line;
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote === -1) return { records, openQuote: opened };
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        line += linesIn(cell);
      }
      // What follows a closing quotation mark, against the rules, still belongs to the cell.
      const end = endOfCell(text, at, delimiter);
      cell += text.slice(at, end);
      at = end;
      cells.push(cell);
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else if (at < text.length) at += 1;
    line += 1;
    records.push({ line: beginsAt, cells, from, to: at });
  }
  return { records };
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const letter = text[at];
    if (letter === delimiter || letter === '\n' || letter === '\r') break;
    at += 1;
  }
  return at;
}

function linesIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
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

/** One line, with the quotation marks that the cells need. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
        ? `"${cell.replaceAll('"', '""')}"`
        : cell,
    )
    .join(delimiter);
}
