import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correspondent } from '../../../src/format/address.ts';
import { anyCorrespondentsIn, correspondentsIn } from '../../../src/format/mail/correspondents.ts';

describe('the correspondents in a field', () => {
  it.each<[string, readonly Correspondent[]]>([
    ['Kim Holm <Kim@havn.example>', [{ name: 'Kim Holm', address: 'kim@havn.example' }]],
    ['<kim@havn.example>', [{ address: 'kim@havn.example' }]],
    ['kim@havn.example', [{ address: 'kim@havn.example' }]],
    ['"Holm, Kim" <kim@havn.example>', [{ name: 'Holm, Kim', address: 'kim@havn.example' }]],
    [
      '=?utf-8?Q?S=C3=B8ren?= <s@havn.example>, bo@havn.example',
      [{ name: 'Søren', address: 's@havn.example' }, { address: 'bo@havn.example' }],
    ],
    ['S\u00c3\u00b8ren <s@havn.example>', [{ name: 'Søren', address: 's@havn.example' }]],
    ['Kim <kim@xn--mnchen-3ya.example>', [{ name: 'Kim', address: 'kim@münchen.example' }]],
    ['nobody', []],
    ['', []],
  ])('of %j are %j', (value, correspondents) => {
    expect(correspondentsIn(value)).toEqual(correspondents);
  });

  it('are the same however they are read', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aZ09.-_+ xn'), maxLength: 8 });
    const whole = fc.string({ unit: fc.constantFrom(...'aZ9.-_+ xn<>@"(),:;=?\\'), maxLength: 30 });
    const value = fc.oneof(
      whole,
      fc.tuple(word, word).map(([local, domain]) => `${local}@${domain}.example`),
      fc
        .tuple(word, word, word, word, fc.constantFrom('', ' ', '  ', ',', ' <'))
        .map(([name, more, local, domain, end]) => {
          return `${name} ${more} <${local}@${domain}.example>${end}`;
        }),
    );
    fc.assert(
      fc.property(value, (text) => {
        expect(correspondentsIn(text.trim())).toEqual(anyCorrespondentsIn(text.trim()));
      }),
      { seed: 20120530, numRuns: 3_000 },
    );
  });
});
