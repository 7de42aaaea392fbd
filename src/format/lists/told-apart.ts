/** Rows that are the same as another, or that nobody could tell from it. */
import { alike, likeness } from '../../domain/likeness.ts';
import type { Row } from '../../domain/model.ts';
import { foldName, slug } from '../../domain/names.ts';
import { addressKey } from '../address.ts';

/** By what networks are told apart, and where it was read. */
export type Named = Pick<Row, 'line' | 'network' | 'id'>;

/** One, and the earlier one. */
export interface Twins<T> {
  readonly one: T;
  readonly first: T;
}

/** A slug is cut after 60 letters, and a letter becomes two at most. */
const slugNumber = likeness(slug, 30);
const addressNumber = likeness(addressKey, 254);

/** Different names that give one id by default: neither may get the other's mail. */
export function sameSlug(names: readonly Named[]): readonly Twins<Named>[] {
  const twins: Twins<Named>[] = [];
  const withSlug = new Map<string, Named>();
  for (const one of alike(names, ({ network }) => slugNumber(network))) {
    if (one.id !== undefined) continue;
    const key = slug(one.network);
    const first = withSlug.get(key);
    if (first === undefined) withSlug.set(key, one);
    else if (foldName(first.network) !== foldName(one.network)) twins.push({ one, first });
  }
  return twins;
}

/** The same address twice in one network; in two networks it may stand. */
export function sameAddress(rows: readonly Row[]): readonly Twins<Row>[] {
  const twins: Twins<Row>[] = [];
  const withAddress = new Map<string, Map<string, Row>>();
  for (const one of alike(rows, ({ address }) => addressNumber(address))) {
    const key = addressKey(one.address);
    const networks = withAddress.get(key) ?? new Map<string, Row>();
    withAddress.set(key, networks);
    const network = one.id ?? foldName(one.network);
    const first = networks.get(network);
    if (first === undefined) networks.set(network, one);
    else twins.push({ one, first });
  }
  return twins;
}
