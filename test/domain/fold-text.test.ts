import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../src/domain/fold-text.ts';
import { foldLong } from '../../src/domain/names.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aZ09 -_æØåßéÿµª²½\u00a0\u00ad\r\n\u2013\u0301Łł'),
    fc.nat(0xff).map((code) => String.fromCharCode(code)),
  ),
});

it('folds a text as a name is folded, as far as it is told', () => {
  expect(foldText('  Træf for netværks-\r\nansvarlige!  ', 99)).toBe(
    'traef for netvaerks ansvarlige',
  );
  expect(foldText('Træf – for', 99)).toBe('traef for');
  fc.assert(
    fc.property(text, fc.nat(40), (given, letters) => {
      expect(foldText(given, letters)).toBe(foldLong(given.slice(0, letters)));
    }),
  );
});
