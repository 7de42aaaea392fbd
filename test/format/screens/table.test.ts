import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/format/screens/lines.ts';
import { bar, table } from '../../../src/format/screens/table.ts';

describe('a table', () => {
  test('aligns by what a terminal shows, not by code units', () => {
    expect(
      table(
        [{ heading: 'netværk' }, { heading: 'pladser', align: 'right' }],
        [
          ['Ærø Håndværk', '2'],
          ['日本クラブ', '13'],
          ['Cafe\u0301', '1'],
        ],
        80,
      ),
    ).toEqual([
      'netværk       pladser',
      'Ærø Håndværk        2',
      '日本クラブ         13',
      'Cafe\u0301                1',
    ]);
  });

  test('cuts only the columns that may be cut, the widest first', () => {
    expect(
      table(
        [{ least: 8 }, { least: 4 }, {}],
        [['Fjordhavens Håndværkerlaug', 'Kim Frederiksen', '12345678']],
        40,
      ),
    ).toEqual(['Fjordhavens H…  Kim Frederiks…  12345678']);
  });

  test('leaves out a column that nobody filled', () => {
    expect(
      table([{ heading: 'a' }, { heading: 'b' }, { heading: 'c' }], [['1', '', '3']], 80),
    ).toEqual(['a  c', '1  3']);
  });

  test('leaves out what may go where not even the narrowest cells fit', () => {
    const columns = [{ least: 10 }, { least: 6, goes: 2 }, {}, { goes: 1 }];
    const rows = [['Havnelauget', 'Kim Østergaard', '54 85 12 34', 'has bounced']];
    expect(table(columns, rows, 60)).toEqual([
      'Havnelauget  Kim Østergaard  54 85 12 34  has bounced',
    ]);
    expect(table(columns, rows, 44)).toEqual(['Havnelaug…  Kim Ø…  54 85 12 34  has bounced']);
    expect(table(columns, rows, 40)).toEqual(['Havnelauget  54 85 12 34  has bounced']);
    expect(table(columns, rows, 30)).toEqual(['Havnelauget  54 85 12 34']);
  });

  test('lets nothing steer the terminal', () => {
    expect(table([{}], [['\x1b[2Jred\r\nline\u202e']], 80)).toEqual([' [2Jred line']);
  });

  test('fits the width whenever its columns may shrink, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 8 }),
        fc.integer({ min: 20, max: 120 }),
        (rows, width) => {
          for (const line of table([{ least: 3 }, { least: 3 }], rows, width)) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

describe('a bar', () => {
  test.each([
    [7, 20, 40, '#######.............'],
    [0, 3, 40, '...'],
    [1, 1000, 10, '#.........'],
    [999, 1000, 10, '#########.'],
    [1000, 1000, 10, '##########'],
    [70, 60, 10, '##########'],
    [0, 0, 10, ''],
  ])('shows %i of %i in %i characters', (part, whole, width, drawn) => {
    expect(bar(part, whole, width)).toBe(drawn);
  });
});
