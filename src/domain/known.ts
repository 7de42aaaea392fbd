/** What the journal knows of networks: under which addresses they were written to, and what they said. */
import type { OptedOut } from './facts.ts';
import { all, also, andOne, type Few } from './lists.ts';
import type { MessageState } from './message-state.ts';
import type { Row } from './model.ts';
import type { State } from './state.ts';
import type { Word } from './word.ts';

export interface Known {
  readonly id: string;
  /** Which of them was known first. */
  readonly place: number;
  /** What the journal calls it; its id where that is all that is known. */
  name: string;
  mailboxes: Few<Mailbox>;
  replies: Word[] | undefined;
  optOuts: OptedOut[] | undefined;
  /** Its rows in networks.csv. */
  rows: Few<Listed>;
}

/** A network at an address, and what was sent to it there. */
export interface Mailbox {
  readonly network: Known;
  readonly address: Address;
  readonly messages: MessageState[];
}

/** An address, whoever has it. */
export interface Address {
  mailboxes: Few<Mailbox>;
  /** The networks of which a row holds it: what was sent to it is theirs. */
  listed: Few<Known>;
}

export interface Listed {
  readonly row: Row;
  readonly address: Address;
}

export class KnownNetworks {
  private readonly networks = new Map<string, Known>();
  private readonly addresses = new Map<string, Address>();

  constructor(state: State) {
    for (const { network, name, address } of state.added) {
      this.mailbox(this.named(network, name), this.address(address));
    }
    for (const message of state.messages.values()) {
      const name = message.submitted?.networkName;
      const network = this.named(message.network, name ?? message.network);
      if (name !== undefined) network.name = name;
      this.mailbox(network, this.address(message.address), message);
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
      address = { mailboxes: undefined, listed: undefined };
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

  private mailbox(network: Known, address: Address, ...messages: MessageState[]): void {
    const known = mailboxOf(network, address);
    if (known) {
      known.messages.push(...messages);
      return;
    }
    const mailbox = { network, address, messages };
    network.mailboxes = andOne(network.mailboxes, mailbox);
    address.mailboxes = andOne(address.mailboxes, mailbox);
  }
}

export function newNetwork(id: string, name: string, place: number): Known {
  return {
    id,
    place,
    name,
    mailboxes: undefined,
    replies: undefined,
    optOuts: undefined,
    rows: undefined,
  };
}

/** Looked for in the shorter list: a network may have thousands of addresses, an address of networks. */
export function mailboxOf(network: Known, address: Address): Mailbox | undefined {
  const own = all(network.mailboxes);
  const there = all(address.mailboxes);
  return own.length < there.length
    ? own.find((mailbox) => mailbox.address === address)
    : there.find((mailbox) => mailbox.network === network);
}
