/** Writes CSV; apart from the reading, so that `status` need not load it. */
import { required } from '../required.ts';

const { stringify } = required('csv-stringify/sync') as typeof import('csv-stringify/sync');

/** Few enough that the library's steps from cells to lines are gone before they cost anything. */
const BATCH = 200;

/** Lines, each with its end, with the quotation marks that the cells need. */
export function csvText(rows: Iterable<readonly string[]>, delimiter: string): string {
  const texts: string[] = [];
  let batch: (readonly string[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    texts.push(written(batch, delimiter));
    batch = [];
  }
  texts.push(written(batch, delimiter));
  return texts.join('');
}

function written(rows: readonly (readonly string[])[], delimiter: string): string {
  const isFragile = rows.some((cells) => cells.some((cell) => FRAGILE.test(cell)));
  return stringify(rows as string[][], {
    delimiter,
    record_delimiter: '\r\n',
    // To look for them twice costs as much as all the rest of the writing.
    ...(isFragile && { quoted_match: FRAGILE }),
  });
}

/** Spaces at the ends are lost on the way through a spreadsheet, line breaks end the record. */
const FRAGILE = /[\r\n]|^\s|\s$/;

/** One line, without its end. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return csvText([cells], delimiter).slice(0, -2);
}
