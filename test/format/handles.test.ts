import { expect, test } from 'vitest';
import { handles } from '../../src/format/handles.ts';

const named = (...ids: readonly string[]) => ids.map((id) => ({ id }));

test('a handle is as short as tells all of them apart, and names its thing in any case', () => {
  const items = named(...Array.from({ length: 500 }, (_, index) => `fact-${index}`));
  const short = handles(items, ({ id }) => [id]);
  const all = items.map(short.of);
  expect(new Set(all).size).toBe(500);
  for (const item of items) {
    expect(short.named(short.of(item).toLowerCase())).toEqual([item]);
    expect(short.named(`<${item.id}>`)).toEqual([item]);
  }
});

test('a thing that is there twice, as in a journal joined by hand, is one', () => {
  const items = named('a', 'b', 'a');
  const short = handles(items, ({ id }) => [id]);
  expect(short.of(items[0]!)).toBe(short.of(items[2]!));
  expect(short.named(short.of(items[0]!))).toEqual([{ id: 'a' }]);
  expect(short.named('a')).toEqual([{ id: 'a' }]);
});
