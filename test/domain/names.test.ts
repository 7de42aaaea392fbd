import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, named, near, slug } from '../../src/domain/names.ts';

const commands = ['invite', 'remind', 'status', 'sync', 'record', 'review'];

test.each([
  ['statsu', ['status']],
  ['stat', ['status']],
  ['invit', ['invite']],
  ['STATUS', ['status']],
  ['recrod', ['record']],
  ['xyzzy', []],
  ['', []],
])('%j is near %j', (typed, expected) => {
  expect(near(typed, commands)).toEqual(expected);
});

test('accents and case do not matter', () => {
  expect(near('skaerbek', ['Skærbæk', 'Nysted'])).toEqual(['Skærbæk']);
  expect(near('nysted', ['Skærbæk', 'NYSTED'])).toEqual(['NYSTED']);
  expect(near('kafé', ['Kafe'])).toEqual(['Kafe']);
});

const networks = [
  { id: 'lollands-haandvaerkerlaug', name: 'Lollands Håndværkerlaug' },
  { id: 'koebmaend', name: 'Købmænd på Møn' },
  { id: 'koebmaend-syd', name: 'Købmænd på Møn, syd' },
];

test.each([
  ['LOLLANDS håndværkerlaug', ['lollands-haandvaerkerlaug']],
  ['haandvaerk', ['lollands-haandvaerkerlaug']],
  ['handvaerk', ['lollands-haandvaerkerlaug']],
  ['koebmaend', ['koebmaend']],
  ['købmænd', ['koebmaend']],
  ['på Møn', ['koebmaend', 'koebmaend-syd']],
  ['Købmænd på Møn', ['koebmaend']],
  ['syd', ['koebmaend-syd']],
  ['!', []],
  ['nobody', []],
])('%j names %j', (typed, ids) => {
  expect(named(typed, networks).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['Lollands Håndværkerlaug', 'lollands-haandvaerkerlaug'],
  ['Café "Møn" & Søn', 'cafe-moen-soen'],
  ['日本', 'n-65e5-672c'],
])('%j is %s as an id', (name, id) => {
  expect(slug(name)).toBe(id);
});

test('a name of Latin letters folds alone as it does beside Greek ones', () => {
  const latin = fc.string({
    unit: fc.integer({ max: 0x36f }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(latin, (name) => {
      expect(`${foldName(name)} \u03b1`.trim()).toBe(foldName(`${name} \u03b1`));
    }),
  );
});

test('a name folds piece by piece as it does whole', () => {
  const latin = fc.string({
    unit: fc.integer({ max: 255 }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(latin, (name) => {
      // With a dash beyond Latin-1 it is folded whole.
      expect(foldName(name)).toBe(foldName(`${name}\u2013`));
      expect(slug(`x${name}`)).toBe(slug(`x${name}\u2013`));
    }),
  );
});
