import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alike, likeness } from '../../src/domain/likeness.ts';
import { slug } from '../../src/domain/names.ts';

const slugNumber = likeness(slug, 30);

/** What is spelt in several ways, what is no letter, and what is cut. */
const PIECES =
  'å|Å|A\u030a|aa|a|ä|ae|ø|oe|ß|ss|é|ñ|n|ł|3|-| |?|&|\u00ad|中|Ж|ﬁ|laug for langt'.split('|');
const name = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));

test('names that give one slug have one number', () => {
  fc.assert(
    fc.property(name, (typed) => {
      expect(slugNumber(typed)).toBe(slugNumber(slug(typed)));
    }),
    { numRuns: 5_000 },
  );
});

test('names that give different slugs have hardly ever one number', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `Håndværkerlaug nr. ${index}`);
  expect(alike(names, slugNumber).length).toBeLessThan(20);
});

test('all that share a number are found, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (numbers) => {
      const items = numbers.map((number, at) => ({ number, at }));
      expect(alike(items, ({ number }) => number)).toEqual(
        items.filter(({ number }) => numbers.filter((each) => each === number).length > 1),
      );
    }),
  );
});
