import { expect, test } from 'vitest';
import { respelt } from '../../../src/understand/text/spelling.ts';

test.each([
  ['vi kommer ik', 'vi kommer ikke'],
  ['desvære ikk', 'desværre ikke'],
  ['ikea og musik', 'ikea og musik'],
  ['', ''],
])('%s is %s', (written, meant) => {
  expect(respelt(written)).toBe(meant);
});
