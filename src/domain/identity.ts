/**
 * Who is who: the rows of networks.csv, which people edit, against what the journal knows.
 * A row is found again (1) by its id, (2) by its address, under whatever name, (3) by the name.
 */
import type { Meeting, Row } from './model.ts';
import { foldName, slug } from './names.ts';
import type { MessageState } from './message-state.ts';
import type { State } from './state.ts';

export interface Contact {
  /** As used on the wire. */
  readonly address: string;
  readonly name?: string;
  readonly language: string;
  /** Absent where the address is no longer in networks.csv. */
  readonly row?: Row;
  /** Everything ever sent to it for this network, oldest first. */
  readonly messages: readonly MessageState[];
}

export interface Network {
  readonly id: string;
  readonly name: string;
  /** In the order of networks.csv; those that are gone from it last. */
  readonly contacts: readonly Contact[];
  /** No longer in networks.csv. */
  readonly gone: boolean;
  /** What the journal called it, where that was another name. */
  readonly formerName?: string;
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
  readonly addresses: Map<string, MessageState[]>;
  /** Somebody answered or opted out: it must not be lost. */
  answered: boolean;
}

const key = (address: string) => address.toLowerCase();

export function identify(
  meeting: Pick<Meeting, 'language'>,
  rows: readonly Row[],
  state: State,
): Roster {
  const known = knownNetworks(state);
  const byAddress = indexByAddress(known);
  const groups = new Map<string, Row[]>();
  for (const [index, id] of assign(rows, known, byAddress).entries()) {
    const row = rows[index]!;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  /** Every address that a row stands for, with its network: messages to it are that row's. */
  const placed = new Map<string, string[]>();
  for (const [id, members] of groups) {
    for (const { address } of members) {
      const at = placed.get(key(address));
      if (at) at.push(id);
      else placed.set(key(address), [id]);
    }
  }
  const context = { known, byAddress, placed, language: meeting.language };
  const present = [...groups].map(([id, members]) => presentNetwork(id, members, context));
  const gone = [...known.values()]
    .filter(({ id }) => !groups.has(id))
    .map((each) => ({ network: goneNetwork(each, context), answered: each.answered }))
    // Where a row has taken over its addresses and nobody answered, there is nothing to keep.
    .filter(({ network, answered }) => answered || network.contacts.length > 0)
    .map(({ network }) => network);
  return { networks: [...present, ...gone] };
}

interface Context {
  readonly known: ReadonlyMap<string, Known>;
  readonly byAddress: ReadonlyMap<string, readonly Known[]>;
  readonly placed: ReadonlyMap<string, readonly string[]>;
  readonly language: string;
}

function knownNetworks(state: State): Map<string, Known> {
  const known = new Map<string, Known>();
  const get = (id: string, name: string) => {
    let found = known.get(id);
    if (!found) {
      found = { id, name, addresses: new Map(), answered: false };
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
    const list = network.addresses.get(key(message.address));
    if (list) list.push(message);
    else network.addresses.set(key(message.address), [message]);
  }
  for (const { network } of state.replies) get(network, network).answered = true;
  for (const { network } of state.optOuts) get(network, network).answered = true;
  return known;
}

function indexByAddress(known: ReadonlyMap<string, Known>): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const network of known.values()) {
    for (const address of network.addresses.keys()) {
      const found = index.get(address);
      if (found) found.push(network);
      else index.set(address, [network]);
    }
  }
  return index;
}

/** The id of each row's network. */
function assign(
  rows: readonly Row[],
  known: ReadonlyMap<string, Known>,
  byAddress: ReadonlyMap<string, readonly Known[]>,
): readonly string[] {
  const recognised = rows.map((row) =>
    row.id !== undefined && known.has(row.id)
      ? row.id
      : byTheirAddress(row, byAddress.get(key(row.address)) ?? []),
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
  const byName = new Map<string, string>();
  const taken = new Set<string>();
  // The list and the journal have mostly the same names.
  const folded = remembered(foldName);
  const groupKey = ({ id, network }: Row) =>
    id === undefined ? `name ${folded(network)}` : `id ${id}`;
  for (const { name, id } of known.values()) {
    byName.set(folded(name), id);
    taken.add(id);
  }
  /** Rows with one id, or with one name and no id, are one network. */
  const together = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    if (row.id !== undefined) taken.add(row.id);
    const id = recognised[index];
    if (id === undefined) continue;
    const group = groupKey(row);
    if (!together.has(group)) together.set(group, id);
  }
  return rows.map((row, index) => {
    const before = recognised[index] ?? together.get(groupKey(row));
    if (before !== undefined) return before;
    const name = slug(row.network);
    const byItsName = row.id === undefined ? byName.get(folded(row.network)) : undefined;
    const id =
      row.id ??
      byItsName ??
      (known.has(name) && isNameless(known.get(name)!) ? name : fresh(name, taken));
    taken.add(id);
    together.set(groupKey(row), id);
    return id;
  });
}

function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) known.set(text, (result = work(text)));
    return result;
  };
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

function fresh(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let count = 2;
  while (taken.has(`${id}-${count}`)) count += 1;
  return `${id}-${count}`;
}

function presentNetwork(id: string, rows: readonly Row[], context: Context): Network {
  const name = rows[0]!.network;
  const known = context.known.get(id);
  const listed = new Set(rows.map(({ address }) => key(address)));
  const contacts = rows.map((row): Contact => ({
    address: row.address,
    ...(row.contact !== undefined && { name: row.contact }),
    language: row.language ?? context.language,
    row,
    messages: known?.addresses.get(key(row.address)) ?? elsewhere(row.address, context),
  }));
  const former = known && !isNameless(known) && known.name !== name ? known.name : undefined;
  return {
    id,
    name,
    contacts: [...contacts, ...goneContacts(known, listed, context)],
    gone: false,
    ...(former !== undefined && { formerName: former }),
  };
}

/** Sent to that address for a network that no longer has it: it is the same person. */
function elsewhere(address: string, { byAddress, placed }: Context): readonly MessageState[] {
  const here = placed.get(key(address));
  return (byAddress.get(key(address)) ?? [])
    .filter(({ id }) => !here?.includes(id))
    .flatMap(({ addresses }) => addresses.get(key(address)) ?? []);
}

function goneNetwork(known: Known, context: Context): Network {
  return {
    id: known.id,
    name: known.name,
    contacts: goneContacts(known, new Set(), context),
    gone: true,
  };
}

/** Written to, and no longer in networks.csv under any network. */
function goneContacts(
  known: Known | undefined,
  listed: ReadonlySet<string>,
  { placed, language }: Context,
): readonly Contact[] {
  return [...(known?.addresses ?? [])]
    .filter(
      ([address, messages]) =>
        !listed.has(address) &&
        !placed.has(address) &&
        messages.some(({ delivery }) => delivery !== 'deferred'),
    )
    .map(([, messages]) => {
      const { submitted, address } = messages.at(-1)!;
      return {
        address,
        ...(submitted?.contactName !== undefined && { name: submitted.contactName }),
        language: submitted?.language ?? language,
        messages,
      };
    });
}
