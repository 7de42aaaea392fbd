/**
 * Who is who: the rows of networks.csv, which people edit, against what the journal knows.
 * A row is found again (1) by its id, (2) by its address, under whatever name, (3) by the name.
 */
import type { OptedOut } from './facts.ts';
import { also, Grouped, NONE, SmallMap } from './grouped.ts';
import type { Meeting, Row } from './model.ts';
import { foldName, slug } from './names.ts';
import type { MessageState } from './message-state.ts';
import type { State } from './state.ts';
import type { Word } from './word.ts';

export interface Contact {
  /** As used on the wire. */
  readonly address: string;
  readonly name?: string | undefined;
  readonly language: string;
  /** Absent where the address is no longer in networks.csv. */
  readonly row?: Row | undefined;
  /** Everything ever sent to it for this network, oldest first. */
  readonly messages: readonly MessageState[];
}

export interface Network {
  readonly id: string;
  readonly name: string;
  /** In the order of networks.csv; those that are gone from it last. */
  readonly contacts: readonly Contact[];
  /** All that it has said, in the order in which it was said. */
  readonly replies: readonly Word[];
  readonly optOuts: readonly OptedOut[];
  /** No longer in networks.csv. */
  readonly gone: boolean;
  /** What the journal called it, where that was another name. */
  readonly formerName?: string | undefined;
}

export interface Roster {
  /** In the order of networks.csv; those that are gone from it last. */
  readonly networks: readonly Network[];
}

/** What the journal knows of a network. */
interface Known {
  readonly id: string;
  name: string;
  /** Address key -> messages to it. */
  readonly addresses: SmallMap<string, MessageState[]>;
  replies: Word[] | undefined;
  optOuts: OptedOut[] | undefined;
}

const key = (address: string) => address.toLowerCase();

export function identify(
  meeting: Pick<Meeting, 'language'>,
  rows: readonly Row[],
  state: State,
): Roster {
  const known = knownNetworks(state);
  const byAddress = new Grouped<string, Known>();
  for (const network of known.values()) {
    for (const [address] of network.addresses.entries()) byAddress.add(address, network);
  }
  const groups = new Grouped<string, Row>();
  /** Every address that a row stands for, with its network: messages to it are that row's. */
  const placed = new Grouped<string, string>();
  for (const [index, id] of assign(rows, known, byAddress).entries()) {
    groups.add(id, rows[index]!);
    placed.add(key(rows[index]!.address), id);
  }
  const context = { known, byAddress, placed, language: meeting.language };
  const networks = Array.from(groups.keys(), (id) => presentNetwork(id, groups.of(id), context));
  for (const each of known.values()) {
    if (groups.has(each.id)) continue;
    const network = goneNetwork(each, context);
    // Where a row has taken over its addresses and nobody answered, there is nothing to keep.
    const answered = each.replies !== undefined || each.optOuts !== undefined;
    if (answered || network.contacts.length > 0) networks.push(network);
  }
  return { networks };
}

interface Context {
  readonly known: ReadonlyMap<string, Known>;
  readonly byAddress: Grouped<string, Known>;
  readonly placed: Grouped<string, string>;
  readonly language: string;
}

function knownNetworks(state: State): Map<string, Known> {
  const known = new Map<string, Known>();
  const get = (id: string, name: string) => {
    let found = known.get(id);
    if (!found) {
      found = { id, name, addresses: new SmallMap(), replies: undefined, optOuts: undefined };
      known.set(id, found);
    }
    return found;
  };
  for (const { network, name, address } of state.added) {
    get(network, name).addresses.set(key(address), []);
  }
  for (const message of state.messages.values()) {
    const name = message.submitted?.networkName;
    const network = get(message.network, name ?? message.network);
    if (name !== undefined) network.name = name;
    const address = key(message.address);
    network.addresses.set(address, also(network.addresses.get(address), message));
  }
  for (const word of state.replies) {
    const network = get(word.network, word.network);
    network.replies = also(network.replies, word);
  }
  for (const optOut of state.optOuts) {
    const network = get(optOut.network, optOut.network);
    network.optOuts = also(network.optOuts, optOut);
  }
  return known;
}

/** The id of each row's network. */
function assign(
  rows: readonly Row[],
  known: ReadonlyMap<string, Known>,
  byAddress: Grouped<string, Known>,
): readonly string[] {
  const recognised = rows.map((row) =>
    row.id !== undefined && known.has(row.id)
      ? row.id
      : byTheirAddress(row, byAddress.of(key(row.address))),
  );
  // Once everybody is invited there is nobody to be told apart by name.
  return recognised.includes(undefined)
    ? withNewcomers(rows, recognised, known)
    : (recognised as string[]);
}

function withNewcomers(
  rows: readonly Row[],
  recognised: readonly (string | undefined)[],
  known: ReadonlyMap<string, Known>,
): readonly string[] {
  /** Rows with one id, or with one name and no id, are one network. */
  const sought = new Set(rows.filter((_, index) => recognised[index] === undefined).map(groupOf));
  const together = new Map<string, string>();
  const byName = new Map<string, string>();
  const ids = new FreeIds(known.keys());
  for (const { name, id } of known.values()) {
    const group = groupOf({ network: name });
    if (sought.has(group)) byName.set(group, id);
  }
  for (const [index, row] of rows.entries()) {
    if (row.id !== undefined) ids.take(row.id);
    const id = recognised[index];
    if (id === undefined) continue;
    const group = groupOf(row);
    if (sought.has(group) && !together.has(group)) together.set(group, id);
  }
  return rows.map((row, index) => {
    const found = recognised[index];
    if (found !== undefined) return found;
    const group = groupOf(row);
    const before = together.get(group);
    if (before !== undefined) return before;
    const name = slug(row.network);
    const nameless = known.get(name);
    const id =
      row.id ?? byName.get(group) ?? (nameless && isNameless(nameless) ? name : ids.free(name));
    ids.take(id);
    together.set(group, id);
    return id;
  });
}

function groupOf({ id, network }: Pick<Row, 'id' | 'network'>): string {
  return id === undefined ? `name ${foldName(network)}` : `id ${id}`;
}

/** Ids for networks of which several may have one name. */
class FreeIds {
  private readonly taken: Set<string>;
  /** How far each name was counted: a list may hold thousands of one. */
  private readonly counts = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  take(id: string): void {
    this.taken.add(id);
  }

  free(id: string): string {
    if (!this.taken.has(id)) return id;
    let count = this.counts.get(id) ?? 2;
    while (this.taken.has(`${id}-${count}`)) count += 1;
    this.counts.set(id, count);
    return `${id}-${count}`;
  }
}

/** Of several networks with that address, the one that also has the name. */
function byTheirAddress(row: Row, networks: readonly Known[]): string | undefined {
  if (networks.length < 2) return networks[0]?.id;
  const name = foldName(row.network);
  return (networks.find((network) => foldName(network.name) === name) ?? networks[0])?.id;
}

/** Known by an answer alone, written down before anything was sent. */
function isNameless({ id, name }: Known): boolean {
  return id === name;
}

function presentNetwork(id: string, rows: readonly Row[], context: Context): Network {
  const name = rows[0]!.network;
  const known = context.known.get(id);
  const contacts = rows.map((row): Contact => ({
    address: row.address,
    name: row.contact,
    language: row.language ?? context.language,
    row,
    messages: known?.addresses.get(key(row.address)) ?? elsewhere(row.address, context),
  }));
  const gone = goneContacts(known, context);
  return {
    id,
    name,
    contacts: gone.length === 0 ? contacts : [...contacts, ...gone],
    replies: known?.replies ?? NONE,
    optOuts: known?.optOuts ?? NONE,
    gone: false,
    formerName: known && !isNameless(known) && known.name !== name ? known.name : undefined,
  };
}

/** Sent to that address for a network that no longer has it: it is the same person. */
function elsewhere(address: string, { byAddress, placed }: Context): readonly MessageState[] {
  const here = placed.of(key(address));
  return byAddress
    .of(key(address))
    .filter(({ id }) => !here.includes(id))
    .flatMap(({ addresses }) => addresses.get(key(address)) ?? []);
}

function goneNetwork(known: Known, context: Context): Network {
  return {
    id: known.id,
    name: known.name,
    contacts: goneContacts(known, context),
    replies: known.replies ?? NONE,
    optOuts: known.optOuts ?? NONE,
    gone: true,
    formerName: undefined,
  };
}

/** Written to, and no longer in networks.csv under any network. */
function goneContacts(known: Known | undefined, { placed, language }: Context): readonly Contact[] {
  if (!known) return [];
  return known.addresses
    .entries()
    .filter(
      ([address, messages]) =>
        !placed.has(address) && messages.some(({ delivery }) => delivery !== 'deferred'),
    )
    .map(([, messages]): Contact => {
      const { submitted, address } = messages.at(-1)!;
      return {
        address,
        name: submitted?.contactName,
        language: submitted?.language ?? language,
        row: undefined,
        messages,
      };
    });
}
