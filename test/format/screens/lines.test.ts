import { describe, expect, test } from 'vitest';
import {
  clip,
  displayWidth,
  fitted,
  pad,
  wrap,
  jsonText,
} from '../../../src/format/screens/lines.ts';

test.each([
  ['æøå', 3],
  ['e\u0301', 1],
  ['日本', 4],
  ['👩', 2],
  ['a\u200bb', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('a cut text says so and still fits', () => {
  expect(clip('Kulturforsyningen', 8)).toBe('Kulturf…');
  expect(clip('日本クラブ', 6)).toBe('日本…');
  expect(clip('kort', 8)).toBe('kort');
});

test('filling up counts columns', () => {
  expect(pad('日本', 6)).toBe('日本  ');
  expect(pad('12', 4, 'right')).toBe('  12');
});

test('JSON says the same, and holds nothing that steers a terminal', () => {
  const value = {
    name: 'Hav\u009b2Jnen \u202egnp.exe\u2066',
    note: 'a\u001b[2J\r\n\ud800',
    n: [1, null],
  };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  expect(jsonText(value, 0).trimEnd()).not.toContain('\n');
});

describe('wrapping', () => {
  test('breaks at spaces and keeps line breaks', () => {
    expect(wrap('en to tre\nfire fem', 6)).toEqual(['en to', 'tre', 'fire', 'fem']);
  });
  test('touches only the lines that are too wide, and keeps them as far in as they were', () => {
    expect(fitted('a  b\n  en to tre', 6)).toBe('a  b\n  en\n  to\n  tre');
    expect(fitted('\u001b[1men to\u001b[22m', 6)).toBe('\u001b[1men to\u001b[22m');
    expect(fitted('Havnelauget  Kim', 6)).toBe('Havnelauget  Kim');
  });
  test('leaves a long word whole', () => {
    expect(wrap('https://example.dk/lang', 6)).toEqual(['https://example.dk/lang']);
  });
});
