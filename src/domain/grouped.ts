/** Collections for lists in which nearly everything occurs once: so that a hundred thousand are no burden. */

export const NONE: readonly never[] = [];

/** The list with one more; a list that is made of its first takes no room for others. */
export function also<T>(list: T[] | undefined, one: T): T[] {
  if (!list) return [one];
  list.push(one);
  return list;
}

/** Several values of a key, in the order in which they came; a single one needs no list. */
export class Grouped<K, V extends string | object> {
  private readonly first = new Map<K, V>();
  private readonly several = new Map<K, V[]>();

  add(key: K, value: V): void {
    const first = this.first.get(key);
    if (first === undefined) {
      this.first.set(key, value);
      return;
    }
    const all = this.several.get(key);
    if (all) all.push(value);
    else this.several.set(key, [first, value]);
  }

  has(key: K): boolean {
    return this.first.has(key);
  }

  of(key: K): readonly V[] {
    const first = this.first.get(key);
    return first === undefined ? NONE : (this.several.get(key) ?? [first]);
  }

  /** In the order of the first of each. */
  keys(): Iterable<K> {
    return this.first.keys();
  }
}

/** A map that has mostly one entry, which takes a fifth of the room of a `Map`. */
export class SmallMap<K extends string, V> {
  private key: K | undefined;
  private value: V | undefined;
  private others: Map<K, V> | undefined;

  get(key: K): V | undefined {
    return key === this.key ? this.value : this.others?.get(key);
  }

  set(key: K, value: V): void {
    this.key ??= key;
    if (key === this.key) this.value = value;
    else (this.others ??= new Map()).set(key, value);
  }

  /** In the order in which they came. */
  entries(): readonly (readonly [K, V])[] {
    if (this.key === undefined) return NONE;
    return [[this.key, this.value!], ...(this.others ?? NONE)];
  }
}
