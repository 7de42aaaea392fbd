/** What is held about a network or a person: what `forget` would erase, and what `status --json` shows. */
import type { Fact } from '../domain/facts.ts';
import { withoutThem, type Forgotten } from '../domain/forgetting.ts';
import type { Row } from '../domain/model.ts';
import type { Selected } from './select-people.ts';
import type { Opened } from './open-meeting.ts';
import { readFacts } from './read-journal.ts';

/** A network named by its name is meant whole; an address stands for its person alone. */
export function forgottenOf(
  { roster, rows }: Pick<Opened, 'roster' | 'rows'>,
  who: Pick<Selected, 'networks' | 'address' | 'addresses'>,
): Forgotten {
  const whole = who.address === undefined;
  const addresses = new Set(who.addresses);
  const networks = roster.networks.filter(({ id }) => whole && who.networks.includes(id));
  const contacts = rows.filter(({ address }) => addresses.has(address.toLowerCase()));
  return {
    networks: new Set(whole ? who.networks : []),
    addresses,
    names: [
      ...networks.map(({ name }) => name),
      ...contacts.flatMap(({ contact }) => contact ?? []),
    ],
  };
}

export interface Held {
  readonly rows: readonly { readonly line: number; readonly cells: Row['cells'] }[];
  /** Their own, and those of others that name them. */
  readonly facts: readonly Fact[];
}

export async function heldAbout(
  opened: Opened,
  network: string,
  addresses: readonly string[],
): Promise<Held> {
  const folded = addresses.map((address) => address.toLowerCase());
  const who = forgottenOf(opened, { networks: [network], addresses: folded });
  const facts = await readFacts(opened.journal);
  const left = new Set(withoutThem(facts, who).facts);
  return {
    rows: opened.rows
      .filter(({ address }) => who.addresses.has(address.toLowerCase()))
      .map(({ line, cells }) => ({ line, cells })),
    facts: facts.filter((fact) => !left.has(fact)),
  };
}
