import fc from 'fast-check';
import { expect, it } from 'vitest';
import { featuresOf, SLOTS } from '../../../src/understand/learned/features.ts';

function shared(one: string, other: string): number {
  const [a, b] = [featuresOf(one), featuresOf(other)];
  const both = a.filter((feature) => b.includes(feature));
  return both.length / Math.min(a.length, b.length);
}

it.each([
  ['a slip', 'komemr', 'kommer', 'afbud'],
  ['a joined word', 'heldagskursus', 'kursus', 'generalforsamling'],
  ['a bent word', 'verhinderten', 'verhindert', 'dabei'],
])('%s shares more with its word than with another', (_, written, meant, other) => {
  expect(shared(written, meant)).toBeGreaterThan(shared(written, other));
});

it.each([
  ['capitals', 'VI KOMMER', 'vi kommer'],
  ['the number', 'vi kommer 12', 'vi kommer 3'],
  ['how an apostrophe is typed', 'I can’t', "I can't"],
  ['how å is put together', 'pa\u030a gensyn', 'på gensyn'],
])('%s makes no difference', (_, one, other) => {
  expect(featuresOf(one)).toEqual(featuresOf(other));
});

it('the order of words does make one', () => {
  expect(featuresOf('ja ikke nej')).not.toEqual(featuresOf('nej ikke ja'));
});

it('of any text there are few, and each has its slot', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const features = featuresOf(text);
      expect(features.length).toBeLessThan(20_000);
      expect(new Set(features).size).toBe(features.length);
      expect(features.every((each) => Number.isInteger(each) && each >= 0 && each < SLOTS)).toBe(
        true,
      );
    }),
  );
});

it('what stands far down is not read', () => {
  const start = 'vi kommer . '.repeat(60);
  expect(featuresOf(`${start} nej`)).toEqual(featuresOf(`${start} ja`));
  expect(featuresOf('x'.repeat(1_000_000))).toEqual(featuresOf('x'.repeat(2_000)));
});
