/** Which mails the journal has already dealt with, so that reading one again changes nothing. */
import type { Fact } from '../domain/facts.ts';
import { mailOf } from '../domain/state.ts';

export interface KnownMails {
  has(messageId: string): boolean;
  add(messageId: string): void;
}

/**
 * A mail counts as known once a fact came from it, whatever became of that fact; also one that was
 * erased, of which only a hash is left. `hash` is that of `forget`.
 */
export function knownMails(
  facts: readonly Fact[],
  hash: (messageId: string) => string,
): KnownMails {
  const ids = new Set<string>();
  const erased = new Set<string>();
  for (const fact of facts) {
    const mail = mailOf(fact);
    if (mail) ids.add(mail.messageId);
    if (fact.type === 'erased') for (const each of fact.hashes) erased.add(each);
  }
  return {
    has: (id) => ids.has(id) || (erased.size > 0 && erased.has(hash(id))),
    add: (id) => void ids.add(id),
  };
}
