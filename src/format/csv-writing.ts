/** Writes CSV; apart from the reading, so that `status` need not load it. */
import { required } from './required.ts';

const { stringify } = required('csv-stringify/sync') as typeof import('csv-stringify/sync');

/** Lines, each with its end, with the quotation marks that the cells need. */
export function csvText(rows: readonly (readonly string[])[], delimiter: string): string {
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
