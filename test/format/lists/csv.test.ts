import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  DELIMITERS,
  eachRecord,
  findDelimiter,
  placesIn,
  readCsv,
} from '../../../src/format/lists/csv.ts';
import { csvLine, csvText } from '../../../src/format/lists/csv-writing.ts';
import { decodeSpreadsheet, encode } from '../../../src/format/lists/encodings.ts';

const cells = (text: string, delimiter = ';') => readCsv(text, delimiter).records;

/** All that stands before a quotation mark that is never closed. */
function atOnce(text: string): { readonly records: string[][]; readonly isOpen: boolean } {
  let isOpen = false;
  const records: string[][] = parse(text, {
    delimiter: ';',
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      isOpen = true;
    },
  });
  return { records, isOpen };
}

describe('CSV', () => {
  test.each([
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1;',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['"a;b";"say ""hi"""', [['a;b', 'say "hi"']]],
    ['a "quoted" word;"b" c', [['a "quoted" word', '"b" c']]],
    ['\ufeffa;b', [['a', 'b']]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('names the line where a record begins', () => {
    const { lines } = readCsv('a;b\r\n"two\r\nlines";x\r\nlast;y', ';');
    expect(lines).toEqual([1, 2, 4]);
  });

  test('knows where each record stands, whatever letters and line ends it has', () => {
    const text = '\ufeffæ;"ø\r\n😀"\r\n;\n\nå;"é"\rz;z';
    const reading = readCsv(text, ';');
    expect(placesIn(text, reading).map(({ from, to }) => text.slice(from, to))).toEqual([
      '\ufeffæ;"ø\r\n😀"\r\n',
      ';\n',
      '\n',
      'å;"é"\r',
      'z;z',
    ]);
    expect(reading.lines).toEqual([1, 3, 4, 5, 6]);
  });

  test('says where a quotation mark is never closed', () => {
    expect(readCsv('a;b\nc;"d\ne;f', ';').openQuote).toBe(2);
  });

  test('what is written is read again, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
        }),
        fc.constantFrom(...DELIMITERS),
        (rows, delimiter) => {
          // A cell that begins with a BOM at the very start is indistinguishable from one.
          fc.pre(!rows[0]![0]!.startsWith('\ufeff'));
          const text = rows.map((row) => `${csvLine(row, delimiter)}\r\n`).join('');
          expect(cells(text, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  test('piece by piece it is what the library reads at once, whatever the text and the pieces', () => {
    const text = fc
      .array(fc.constantFrom('"', '""', ';', 'a', ' ', 'æ', '€', '\ufeff', '\r\n', '\n', '\r'), {
        maxLength: 60,
      })
      .map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (whole, piece) => {
        const records: string[][] = [];
        const lines: number[] = [];
        const openQuote = eachRecord(whole, { delimiter: ';', piece }, (record, line) => {
          records.push(record);
          lines.push(line);
        });
        expect({ records, isOpen: openQuote !== undefined }).toEqual(atOnce(whole));
        const { openQuote: open, ...reading } = readCsv(whole, ';');
        expect({ records, lines, open: openQuote }).toEqual({ ...reading, open });
      }),
      { numRuns: 500 },
    );
  });

  test('a cell over more than one piece is read, and what is never closed is found behind it', () => {
    const long = `"${'line\n'.repeat(100_000)}"`;
    expect(readCsv(`a;b\n${long};x\nc;d\n`, ';').lines).toEqual([1, 2, 100_003]);
    expect(readCsv(`a;b\n${long};x\nc;"d\n`, ';').openQuote).toBe(100_003);
  });

  test('many lines are what each of them is', () => {
    const rows = Array.from({ length: 1_001 }, (_, at) => [
      `${at}`,
      at % 400 === 0 ? ' a\nb' : 'c',
    ]);
    const lines = rows.map((row) => `${csvLine(row, ';')}\r\n`);
    expect(csvText(rows, ';')).toBe(lines.join(''));
    expect(csvText([], ';')).toBe('');
  });

  test.each([
    ['Netværk;E-mail\nA, B & C;a@b.dk\n', ';'],
    ['Netværk,E-mail\n"A; B",a@b.dk\n', ','],
    ['Netværk\tE-mail\nA\ta@b.dk\n', '\t'],
    ['Netværk|E-mail\nA|a@b.dk\n', '|'],
    ['sep=,\nNetværk,E-mail\n', ','],
    ['"Navn; kort";"E-mail"\n"Ja, tak; ""vi""";x@y.dk', ';'],
    ['one column\nonly', ';'],
  ])('%j is divided by %j', (text, delimiter) => {
    expect(findDelimiter(text).delimiter).toBe(delimiter);
  });
});

describe('encodings', () => {
  const text = 'Netværk;Købmænd på Ærø – “Håndværk”;Café\r\n';

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const)(
    '%s is recognised, and what was read is written as it was',
    (encoding) => {
      const bom = encoding.startsWith('utf-16');
      const written = encode(text, { encoding, bom });
      const bytes = 'bytes' in written ? written.bytes : new Uint8Array();
      expect(decodeSpreadsheet(bytes)).toEqual({ text, encoding, bom });
    },
  );

  test('a byte order mark of UTF-8 is kept in mind', () => {
    const written = encode(text, { encoding: 'utf-8', bom: true });
    expect('bytes' in written && decodeSpreadsheet(written.bytes)).toEqual({
      text,
      encoding: 'utf-8',
      bom: true,
    });
  });

  test('every byte that is no UTF-8 is written as it was read', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    const { text: read, ...how } = decodeSpreadsheet(bytes);
    const written = encode(read, how);
    expect('bytes' in written && [...written.bytes]).toEqual([...bytes]);
  });

  test.each(['windows-1252', 'macintosh'] as const)(
    '%s is read as the library of encodings reads it',
    (encoding) => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      // Apple's own table has a Greek omega, and since 1998 the euro for the currency sign.
      const letters = iconv.decode(Buffer.from(all), encoding).normalize('NFC');
      const changed = encoding === 'macintosh' ? '¤' : '';
      for (const [byte, letter] of [...letters].entries()) {
        // Bytes that mean nothing there: we keep them apart, so that they are written as they were.
        if (letter === '\ufffd' || byte < 0x20 || letter === changed) continue;
        expect(encode(letter, { encoding, bom: false })).toEqual({ bytes: Uint8Array.of(byte) });
      }
    },
  );

  test('a letter that the encoding lacks is named, never replaced', () => {
    expect(encode('Łódź', { encoding: 'windows-1252', bom: false })).toEqual({ lacks: 'Ł' });
  });
});
