/** Networks that were added to networks.csv and are not in it any more. */
import type { NetworkAdded } from './facts.ts';
import type { Row } from './model.ts';
import { foldName } from './names.ts';
import type { State } from './state.ts';

const key = (address: string) => address.toLowerCase();

/**
 * A list that was open in a spreadsheet and saved there loses the row again. One that was written
 * to is known all the same; one of which the name or the address still stands was edited.
 */
export function vanished(
  { added, messages }: Pick<State, 'added' | 'messages'>,
  rows: readonly Row[],
): readonly NetworkAdded[] {
  if (added.length === 0) return [];
  const known = new Set([
    ...rows.flatMap(({ address, network }) => [key(address), foldName(network)]),
    ...Array.from(messages.values(), ({ address }) => key(address)),
  ]);
  const lost = added.filter(
    ({ address, name }) => !known.has(key(address)) && !known.has(foldName(name)),
  );
  return [...new Map(lost.map((each) => [key(each.address), each])).values()];
}
