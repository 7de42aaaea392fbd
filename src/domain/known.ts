/** What the journal knows of networks: under which addresses they were written to, and what they said. */
import type { OptedOut } from './facts.ts';
import { all, also, andOne, type Few } from './lists.ts';
import type { MessageState } from './message-state.ts';
import type { Row } from './model.ts';
import type { State } from './state.ts';
import type { Word } from './word.ts';

/** A network as the journal knows it. */
export interface Known {
  readonly id: string;
  /** Which of them was known first. */
  readonly place: number;
  /** What the journal calls it; its id where that is all that is known. */
  name: string;
  threads: Few<Thread>;
  replies: Word[] | undefined;
  optOuts: OptedOut[] | undefined;
  /** Its rows in networks.csv. */
  rows: Few<Listed>;
}

/** What was sent to a network at one of its addresses. */
export interface Thread {
  readonly network: Known;
  readonly address: Address;
  readonly messages: MessageState[];
}

/** An address, whoever has it. */
export interface Address {
  threads: Few<Thread>;
  /** The networks of which a row holds it: what was sent to it is theirs. */
  listed: Few<Known>;
}

/** A row, and whatever was sent to its address. */
export interface Listed {
  readonly row: Row;
  readonly address: Address;
}

/** All that the journal knows, by network and by address. */
export class KnownNetworks {
  private readonly networks = new Map<string, Known>();
  private readonly addresses = new Map<string, Address>();

  constructor(state: State) {
    for (const { network, name, address } of state.added) {
      this.thread(this.named(network, name), this.address(address));
    }
    for (const message of state.messages.values()) {
      const name = message.submitted?.networkName;
      const network = this.named(message.network, name ?? message.network);
      if (name !== undefined) network.name = name;
      this.thread(network, this.address(message.address), message);
    }
    for (const word of state.replies) {
      const network = this.named(word.network, word.network);
      network.replies = also(network.replies, word);
    }
    for (const optOut of state.optOuts) {
      const network = this.named(optOut.network, optOut.network);
      network.optOuts = also(network.optOuts, optOut);
    }
  }

  get(id: string): Known | undefined {
    return this.networks.get(id);
  }

  /** In the order in which they became known. */
  inOrder(): Iterable<Known> {
    return this.networks.values();
  }

  address(written: string): Address {
    const key = written.toLowerCase();
    let address = this.addresses.get(key);
    if (!address) {
      address = { threads: undefined, listed: undefined };
      this.addresses.set(key, address);
    }
    return address;
  }

  private named(id: string, name: string): Known {
    let network = this.networks.get(id);
    if (!network) {
      network = newNetwork(id, name, this.networks.size);
      this.networks.set(id, network);
    }
    return network;
  }

  private thread(network: Known, address: Address, ...messages: MessageState[]): void {
    const known = threadOf(network, address);
    if (known) {
      known.messages.push(...messages);
      return;
    }
    const thread = { network, address, messages };
    network.threads = andOne(network.threads, thread);
    address.threads = andOne(address.threads, thread);
  }
}

export function newNetwork(id: string, name: string, place: number): Known {
  return {
    id,
    place,
    name,
    threads: undefined,
    replies: undefined,
    optOuts: undefined,
    rows: undefined,
  };
}

/** Looked for in the shorter list: a network may have thousands of addresses, an address of networks. */
export function threadOf(network: Known, address: Address): Thread | undefined {
  const own = all(network.threads);
  const there = all(address.threads);
  return own.length < there.length
    ? own.find((thread) => thread.address === address)
    : there.find((thread) => thread.network === network);
}
