/** A network, or one address, as named on the command line. */
import { vanished } from '../domain/vanished.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { addressKey, readAddress } from '../format/address.ts';
import type { Words } from '../words/words.ts';
import type { Opened } from './open-meeting.ts';
import { selectNetworks } from './select-networks.ts';

export interface Selected {
  /** For sentences: the network's name, or the address. */
  readonly shown: string;
  /** Networks meant whole, or in which the address is. */
  readonly networks: readonly string[];
  /** Set where an address was named. */
  readonly address?: string;
  /** Every address meant, in lower case. */
  readonly addresses: readonly string[];
}

/** Unknown ones are thrown (exit 2). */
export function selectPeople(
  { roster, state, rows }: Pick<Opened, 'roster' | 'state' | 'rows'>,
  typed: string,
  say: Words<'privacy'>,
  opening: Words<'opening'>,
): Selected {
  const all = [
    ...roster.networks,
    ...vanished(state, rows).map(({ network: id, name, address }) => ({
      id,
      name,
      contacts: [{ address }],
    })),
  ];
  if (!typed.includes('@')) {
    const [network] = selectNetworks(all, [typed], opening);
    const { id, name, contacts } = network!;
    const addresses = contacts.map(({ address }) => address.toLowerCase());
    return { shown: name, networks: [id], addresses };
  }
  const read = readAddress(typed);
  const wanted = addressKey(read.kind === 'address' ? read.address : typed.trim());
  const networks = all.filter(({ contacts }) =>
    contacts.some(({ address }) => address.toLowerCase() === wanted),
  );
  if (networks.length === 0) {
    throw new MikronetError(EXIT.usage, {
      message: say.unknownAddress(typed),
      hint: say.unknownAddressHint,
    });
  }
  return {
    shown: wanted,
    networks: networks.map(({ id }) => id),
    address: wanted,
    addresses: [wanted],
  };
}
