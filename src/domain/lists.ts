/** Lists of which nearly all hold one thing or nothing, so that a hundred thousand are no burden. */

/** One thing stands for itself. */
export type Few<T extends object> = T | T[] | undefined;

export const NONE: readonly never[] = [];

/** The list with one more; a list that is made of its first takes no room for others. */
export function also<T>(list: T[] | undefined, one: T): T[] {
  if (!list) return [one];
  list.push(one);
  return list;
}

/** The few with one more. */
export function andOne<T extends object>(few: Few<T>, one: T): Few<T> {
  if (few === undefined) return one;
  if (!Array.isArray(few)) return [few, one];
  few.push(one);
  return few;
}

export function all<T extends object>(few: Few<T>): readonly T[] {
  if (few === undefined) return NONE;
  return Array.isArray(few) ? few : [few];
}
