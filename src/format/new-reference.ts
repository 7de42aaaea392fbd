/** Makes references with the key that the journal's first line holds. */
import { createHmac } from 'node:crypto';
import { referenceFrom } from '../domain/reference.ts';

/**
 * For a contact of a network; the same every time, unless it is `taken` by another. Without the
 * key nobody can guess one.
 */
export function newReference(
  key: string,
  kind: 'invitation' | 'test',
  contact: { readonly network: string; readonly address: string },
  taken: ReadonlySet<string>,
): string {
  for (let round = 0; ; round += 1) {
    const about = [kind, contact.network, contact.address.toLowerCase(), round].join('\n');
    const hash = createHmac('sha256', Buffer.from(key, 'base64url')).update(about).digest();
    const reference = referenceFrom(hash, kind);
    if (!taken.has(reference)) return reference;
  }
}
