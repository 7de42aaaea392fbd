import { expect, test } from 'vitest';
import { readAddress, splitAddresses } from '../../src/format/address.ts';

test.each([
  ['kim@example.org', 'kim@example.org'],
  ['\u00a0 <Kim@Example.ORG> ', 'Kim@example.org'],
  ['Kim Holm <kim@example.org>', 'kim@example.org'],
  ['mailto:kim@example.org?subject=x', 'kim@example.org'],
  ['kim@rødgrød.dk', 'kim@xn--rdgrd-vuad.dk'],
  ["o'neill+net@sub.example.org", "o'neill+net@sub.example.org"],
])('%j is %s', (cell, address) => {
  expect(readAddress(cell)).toEqual({ kind: 'address', address });
});

test.each([
  'kim@@example.org',
  'kim',
  '@example.org',
  'kim@',
  'kim@localhost',
  'kim holm@example.org',
  'kim@example..org',
  'kim.@example.org',
  'kim@exam ple.org',
  'kim@example.org\r\nBcc: all@example.org',
  `${'a'.repeat(65)}@example.org`,
])('%j is none', (cell) => {
  expect(readAddress(cell)).toEqual({ kind: 'bad' });
});

test('letters that not all servers take are told apart', () => {
  expect(readAddress('bjørn@example.org')).toEqual({ kind: 'foreign' });
});

test.each([
  ['kim@a.dk; bo@b.dk', ['kim@a.dk', 'bo@b.dk']],
  ['kim@a.dk, bo@b.dk', ['kim@a.dk', 'bo@b.dk']],
  ['kim@a.dk bo@b.dk', ['kim@a.dk', 'bo@b.dk']],
  ['Kim <kim@a.dk> / Bo <bo@b.dk>', ['Kim <kim@a.dk>', 'Bo <bo@b.dk>']],
  ['kim@a.dk og bo@b.dk', ['kim@a.dk', 'bo@b.dk']],
  ['Kim <kim@a.dk> & Bo <bo@b.dk>', ['Kim <kim@a.dk>', 'Bo <bo@b.dk>']],
  ['Kim og Ida <kim@a.dk>; bo@b.dk', ['Kim og Ida <kim@a.dk>', 'bo@b.dk']],
  ['kim@@a.dk', ['kim@@a.dk']],
  ['Kim Holm <kim@a.dk>', ['Kim Holm <kim@a.dk>']],
])('%j holds %j', (cell, parts) => {
  expect(splitAddresses(cell)).toEqual(parts);
});
