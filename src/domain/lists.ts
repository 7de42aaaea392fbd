/** Lists of which nearly all hold one thing or nothing, so that a hundred thousand are no burden. */

export const NONE: readonly never[] = [];

/** The list with one more; a list that is made of its first takes no room for others. */
export function also<T>(list: T[] | undefined, one: T): T[] {
  if (!list) return [one];
  list.push(one);
  return list;
}
