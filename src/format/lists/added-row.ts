/** A row appended to networks.csv as the file itself is written; all before it stays byte for byte. */
import type { Row } from '../../domain/model.ts';
import { placesIn, readCsv } from './csv.ts';
import { csvLine } from './csv-writing.ts';
import { decodeSpreadsheet, encode } from './encodings.ts';
import { harmless } from './harmless.ts';
import type { Column } from './headings.ts';
import type { NetworksReading } from './networks-csv.ts';

/** What a new row holds; a column that the file does not have is left out. */
export type NewRow = Pick<Row, 'network' | 'address'> &
  Partial<Pick<Row, 'id' | 'contact' | 'language' | 'phone'>>;

export type Appended =
  | {
      readonly bytes: Uint8Array;
      /** What the file has no column for. */
      readonly leftOut: readonly Column[];
    }
  /** A character that its encoding does not have. */
  | { readonly lacks: string };

/** `reading` is that of the same bytes. */
export function withRow(
  bytes: Uint8Array,
  { headings, dialect }: Pick<NetworksReading, 'headings' | 'dialect'>,
  row: NewRow,
): Appended {
  const values = new Map<Column, string>(
    Object.entries({
      network: row.network,
      email: row.address,
      id: row.id,
      contact: row.contact,
      language: row.language,
      phone: row.phone,
    }).flatMap(([column, value]) => (value === undefined ? [] : [[column as Column, value]])),
  );
  const cells = headings.map(({ column }) => harmless((column && values.get(column)) ?? ''));
  const { end, isOpen } = lineEnd(decodeSpreadsheet(bytes).text, dialect.delimiter);
  const line = `${isOpen ? end : ''}${csvLine(cells, dialect.delimiter)}${end}`;
  const encoded = encode(line, { ...dialect, bom: false });
  if ('lacks' in encoded) return encoded;
  const all = new Uint8Array(bytes.length + encoded.bytes.length);
  all.set(bytes);
  all.set(encoded.bytes, bytes.length);
  const has = (column: Column) => headings.some((heading) => heading.column === column);
  return { bytes: all, leftOut: [...values.keys()].filter((column) => !has(column)) };
}

/** How its lines end, and whether the last one does not. */
function lineEnd(
  text: string,
  delimiter: string,
): { readonly end: string; readonly isOpen: boolean } {
  const places = placesIn(text, readCsv(text, delimiter));
  const endOf = ({ to }: { readonly to: number }) =>
    /\r\n$|\r$|\n$/.exec(text.slice(Math.max(0, to - 2), to))?.[0];
  const last = places.at(-1);
  const end = places.map(endOf).findLast((each) => each !== undefined);
  return { end: end ?? '\r\n', isOpen: last !== undefined && endOf(last) === undefined };
}
