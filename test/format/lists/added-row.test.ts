import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withRow, type NewRow } from '../../../src/format/lists/added-row.ts';
import { DELIMITERS } from '../../../src/format/lists/csv.ts';
import { csvLine } from '../../../src/format/lists/csv-writing.ts';
import { decodeSpreadsheet, encode } from '../../../src/format/lists/encodings.ts';
import { readNetworks } from '../../../src/format/lists/networks-csv.ts';
import say from '../../../src/words/en/reading.ts';

const KIM: NewRow = { network: 'Købmændene på Ærø', address: 'kim@aero.example', contact: 'Kim Ø' };

function bytesOf(text: string, how: Parameters<typeof encode>[1]): Uint8Array {
  const written = encode(text, how);
  if (!('bytes' in written)) throw new Error(`cannot write ${written.lacks}`);
  return written.bytes;
}

function append(bytes: Uint8Array, row: NewRow) {
  const reading = readNetworks(bytes, {}, say);
  const appended = withRow(bytes, reading, row);
  if ('lacks' in appended) throw new Error(`lacks ${appended.lacks}`);
  return appended;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const added = (text: string, row: NewRow = KIM) =>
  decodeSpreadsheet(append(utf8(text), row).bytes).text.slice(text.length);

describe('a row that is added', () => {
  test.each([
    [
      'in the order of the columns, CRLF',
      'Sprog;E-mail;Netværk;Kontakt\r\nda;a@a.dk;A;Anna\r\n',
      ';kim@aero.example;Købmændene på Ærø;Kim Ø\r\n',
    ],
    ['LF', 'network,email\nA,a@a.dk\n', 'Købmændene på Ærø,kim@aero.example\n'],
    ['CR', 'network\temail\rA\ta@a.dk\r', 'Købmændene på Ærø\tkim@aero.example\r'],
    [
      'a last line that does not end',
      'network|email\r\nA|a@a.dk',
      '\r\nKøbmændene på Ærø|kim@aero.example\r\n',
    ],
    [
      'empty trailing columns',
      'network;email;;\nA;a@a.dk;;\n;;;\n',
      'Købmændene på Ærø;kim@aero.example;;\n',
    ],
    ['sep=', 'sep=,\nnetwork,email\nA,a@a.dk\n', 'Købmændene på Ærø,kim@aero.example\n'],
    ['headings alone', 'network;email\r\n', 'Købmændene på Ærø;kim@aero.example\r\n'],
    ['headings without a line end', 'network;email', '\r\nKøbmændene på Ærø;kim@aero.example\r\n'],
  ])('follows the file: %s', (_, text, expected) => {
    expect(added(text)).toBe(expected);
  });

  test('says which values the file has no column for', () => {
    expect(append(utf8('network;email\nA;a@a.dk\n'), { ...KIM, phone: '1234' }).leftOut).toEqual([
      'contact',
      'phone',
    ]);
  });

  test.each([
    ['windows-1252', 'Łódź', 'Ł'],
    ['macintosh', 'Kraków ł', 'ł'],
    ['windows-1252', 'Emoji 🎈', '🎈'],
  ] as const)('%s does not take every letter: %s', (encoding, network, lacks) => {
    const bytes = bytesOf('Netværk;E-mail\r\nKøbmænd på Ærø;a@a.dk\r\n', { encoding, bom: false });
    const reading = readNetworks(bytes, {}, say);
    expect(reading.dialect.encoding).toBe(encoding);
    expect(withRow(bytes, reading, { ...KIM, network })).toEqual({ lacks });
  });

  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+Plus', "'+Plus"],
    ['-minus', "'-minus"],
    ['@home', "'@home"],
  ])('a spreadsheet does not calculate %s, and it is read as it was meant', (network, cell) => {
    const text = 'network;email\nA;a@a.dk\n';
    expect(added(text, { ...KIM, network })).toBe(`${cell};kim@aero.example\n`);
    const { bytes } = append(utf8(text), { ...KIM, network });
    expect(readNetworks(bytes, {}, say).rows.at(-1)?.network).toBe(network);
  });

  const letters = fc.constantFrom(...'abæøåÆØÅéü =+-@\'";,|.&0');
  const name = fc
    .array(letters, { minLength: 1, maxLength: 12 })
    .map((list) => list.join('').replace(/\s+/g, ' ').trim());
  const HEADINGS = ['Netværk', 'E-mail', 'Kontaktperson', 'Frit', ''];
  const file = fc.record({
    headings: fc.shuffledSubarray(HEADINGS, { minLength: 5 }),
    names: fc.array(name, { minLength: 1, maxLength: 5 }),
    delimiter: fc.constantFrom(...DELIMITERS),
    end: fc.constantFrom('\r\n', '\n', '\r'),
    isOpen: fc.boolean(),
    stated: fc.boolean(),
    how: fc.constantFrom(
      { encoding: 'utf-8', bom: false } as const,
      { encoding: 'utf-8', bom: true } as const,
      { encoding: 'utf-16le', bom: true } as const,
      { encoding: 'utf-16be', bom: true } as const,
      { encoding: 'windows-1252', bom: false } as const,
      { encoding: 'macintosh', bom: false } as const,
    ),
  });

  test('whatever the dialect: the same bytes, the same rows, and one more', () => {
    let checked = 0;
    fc.assert(
      fc.property(file, name, ({ headings, names, delimiter, end, isOpen, stated, how }, fresh) => {
        const row = { network: `N ${fresh}`, address: 'ny@ny.example', contact: fresh };
        const cells = (values: Readonly<Record<string, string>>) =>
          headings.map((heading) => values[heading] ?? '');
        const lines = [
          headings,
          ...names.map((each, index) =>
            cells({ Netværk: `${each} nr ${index}`, 'E-mail': `k${index}@a.dk`, Frit: each }),
          ),
        ].map((line) => csvLine(line, delimiter));
        const text = `${stated ? `sep=${delimiter}${end}` : ''}${lines.join(end)}${isOpen ? '' : end}`;
        const bytes = bytesOf(text, how);
        const before = readNetworks(bytes, {}, say);
        // The encoding of a few letters may be guessed otherwise than it was meant.
        fc.pre(before.problems.length === 0 && before.rows.length === names.length);
        fc.pre(fresh !== '');
        const appended = append(bytes, row);
        expect(Buffer.from(appended.bytes.subarray(0, bytes.length))).toEqual(Buffer.from(bytes));
        const after = readNetworks(appended.bytes, {}, say);
        expect(after.dialect).toEqual(before.dialect);
        expect(after.problems).toEqual([]);
        expect(after.rows.slice(0, -1)).toEqual(before.rows);
        expect(after.rows.at(-1)).toMatchObject({
          network: row.network.trim(),
          address: row.address,
          contact: fresh,
        });
        checked += 1;
      }),
      { numRuns: 300 },
    );
    expect(checked).toBe(300);
  });
});
