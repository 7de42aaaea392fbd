import { expect, test } from 'vitest';
import { near } from '../../src/domain/near.ts';

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
  expect(near('skaerbaek', ['Skærbæk', 'Nysted'])).toEqual([]);
  expect(near('nysted', ['Skærbæk', 'NYSTED'])).toEqual(['NYSTED']);
  expect(near('kafé', ['Kafe'])).toEqual(['Kafe']);
});
