import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTestReference,
  readReference,
  referenceFrom,
  referencesIn,
  shownReference,
} from '../../src/domain/reference.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 });

describe('a reference', () => {
  it('is read as it was made, in any case, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const reference = referenceFrom(given, 'invitation');
        const shown = shownReference(reference);
        expect(shown).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
        expect(readReference(shown)).toBe(reference);
        expect(readReference(shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
          reference,
        );
        expect(referencesIn(`Sv: JA (ref. ${shown}) tak`)).toContain(reference);
        expect(referencesIn(`ref ${shown.replaceAll('-', ' ')}`)).toContain(reference);
      }),
    );
  });

  it('with one wrong symbol is none', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.nat(8),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (given, at, symbol) => {
          const reference = referenceFrom(given, 'invitation');
          const wrong = reference.slice(0, at) + symbol + reference.slice(at + 1);
          fc.pre(wrong !== reference);
          expect(readReference(wrong)).toBeUndefined();
        },
      ),
    );
  });

  it('of a test mail is known by its first letter, which no other has', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(isTestReference(referenceFrom(given, 'test'))).toBe(true);
        expect(isTestReference(referenceFrom(given, 'invitation'))).toBe(false);
      }),
    );
  });

  it('is not seen in ordinary words and numbers', () => {
    expect(referencesIn('Faktura 123456789, tlf. 12 34 56 78, ABC-DEF-GHI')).toEqual([]);
  });
});
