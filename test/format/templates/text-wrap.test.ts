import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../../src/format/templates/text-wrap.ts';

const LONG = 'x'.repeat(90);

test.each([
  ['short lines stay as they are', 'a  b\n\n c', 'a  b\n\n c'],
  ['empty lines are one, and none at the ends', '\n\na \n\n \n\nb\n\n', 'a\n\nb'],
  ['the rule above the small print keeps its space', 'a\n\n-- \nb', 'a\n\n-- \nb'],
  [
    'a long line breaks at a space',
    `${'a'.repeat(70)} bbbbbbb ccc`,
    `${'a'.repeat(70)}\nbbbbbbb ccc`,
  ],
  ['a long word stands whole', `se ${LONG} nu`, `se\n${LONG}\nnu`],
  ['an item hangs under its text', `- ${'a'.repeat(70)} bbbbb`, `- ${'a'.repeat(70)}\n  bbbbb`],
  ['so does a numbered one', `12. ${'a'.repeat(70)} bbbbb`, `12. ${'a'.repeat(70)}\n    bbbbb`],
  ['an item of one long word', `- ${LONG}`, `- ${LONG}`],
])('%s', (_, text, wrapped) => {
  expect(wrapText(text)).toBe(`${wrapped}\n`);
});

test('no word is lost, and no line is longer than 76 where a space could have broken it', () => {
  const text = fc.array(fc.stringMatching(/^(?:- |1\. | {0,4})[a-z ]{0,300}$/));
  fc.assert(
    fc.property(text, (lines) => {
      const wrapped = wrapText(lines.join('\n'));
      expect(wrapped.match(/\S+/g)).toEqual(lines.join('\n').match(/\S+/g));
      const long = wrapped.split('\n').filter((line) => line.length > 76);
      expect(long.filter((line) => /\S \S/.test(line.replace(/^ *(?:-|1\.) +/, '')))).toEqual([]);
    }),
  );
});
