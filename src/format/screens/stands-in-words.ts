/** How a network stands, on one line. */
import type { NetworkJson } from '../../domain/contract.ts';
import type { Words } from '../../words/words.ts';

/** More than was said just now: seats may have run out. */
export function standsInWords(
  network: NetworkJson,
  free: number | null,
  say: Words<'answers'>,
): string {
  const comes = network.answer === 'accepted';
  return [
    say.group[network.answer],
    ...(comes && network.seats > 0 ? [say.seatsCount(network.seats)] : []),
    ...(network.waiting > 0 ? [say.waiting(network.waiting)] : []),
    ...network.attendees
      .filter(({ nameAssumed }) => !nameAssumed)
      .map(({ name, email }) => name ?? email ?? ''),
    ...(comes && free !== null ? [say.free(free)] : []),
  ].join(', ');
}
