/**
 * Who is who: the rows of networks.csv, which people edit, against what the journal knows.
 * A row is found again (1) by its id, (2) by its address, under whatever name, (3) by the name.
 */
import type { OptedOut } from './facts.ts';
import {
  KnownNetworks,
  threadOf,
  newNetwork,
  type Address,
  type Known,
  type Listed,
  type Thread,
} from './known.ts';
import { all, andOne, NONE } from './lists.ts';
import type { Meeting, Row } from './model.ts';
import { foldName, slug } from './names.ts';
import type { MessageState } from './message-state.ts';
import type { State } from './state.ts';
import type { Word } from './word.ts';

/** A person of a network, by the address written to. */
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

/** An invited organisation, with all that was sent to it and all that it has said. */
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

/** Who is who, now. */
export interface Roster {
  /** In the order of networks.csv; those that are gone from it last. */
  readonly networks: readonly Network[];
}

/** By which a contact is the same: its network, and its address in whatever case. */
export function contactKey(of: {
  readonly network: Pick<Network, 'id'>;
  readonly contact: Pick<Contact, 'address'>;
}): string {
  return `${of.network.id}\n${of.contact.address.toLowerCase()}`;
}

/** Gives a network's name for its id; the id where there is none. */
export function namesIn({
  networks,
}: {
  readonly networks: readonly Pick<Network, 'id' | 'name'>[];
}): (id: string) => string {
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** Joins the rows of networks.csv with what the journal knows. */
export function identify(
  meeting: Pick<Meeting, 'language'>,
  rows: readonly Row[],
  state: State,
): Roster {
  const known = new KnownNetworks(state);
  const listed = rows.map((row): Listed => ({ row, address: known.address(row.address) }));
  const present: Known[] = [];
  for (const [index, network] of assign(listed, known).entries()) {
    const { address } = listed[index]!;
    if (!network.rows) present.push(network);
    network.rows = andOne(network.rows, listed[index]!);
    address.listed = andOne(address.listed, network);
  }
  const networks = present.map((network) => presentNetwork(network, meeting.language));
  for (const each of known.inOrder()) {
    if (each.rows) continue;
    const network = goneNetwork(each, meeting.language);
    // Where a row has taken over its addresses and nobody answered, there is nothing to keep.
    const answered = each.replies !== undefined || each.optOuts !== undefined;
    if (answered || network.contacts.length > 0) networks.push(network);
  }
  return { networks };
}

/** The network of each row. */
function assign(listed: readonly Listed[], known: KnownNetworks): readonly Known[] {
  const recognised = listed.map(
    ({ row, address }) =>
      (row.id === undefined ? undefined : known.get(row.id)) ?? byTheirAddress(row, address),
  );
  // Once everybody is invited there is nobody to be told apart by name.
  return recognised.includes(undefined)
    ? withNewcomers(
        listed.map(({ row }) => row),
        recognised,
        known,
      )
    : (recognised as Known[]);
}

function withNewcomers(
  rows: readonly Row[],
  recognised: readonly (Known | undefined)[],
  known: KnownNetworks,
): readonly Known[] {
  const groups = rows.map((row, index) => (recognised[index] ? undefined : groupOf(row)));
  const sought = new Set(groups);
  const namedAlike = new Set<Known>();
  const byName = new Map<string, Known>();
  for (const network of known.inOrder()) {
    const group = groupOf({ network: network.name });
    if (!sought.has(group)) continue;
    namedAlike.add(network);
    byName.set(group, network);
  }
  /** Rows with one id, or with one name and no id, are one network. */
  const together = new Map<string, Known>();
  const ids = new Ids(known);
  for (const [index, row] of rows.entries()) {
    if (row.id !== undefined) ids.take(row.id);
    const network = recognised[index];
    // Mostly it is called what it was called: then its name was looked at already.
    const isKnownName = row.id === undefined && row.network === network?.name;
    if (!network || (isKnownName && !namedAlike.has(network))) continue;
    const group = groupOf(row);
    if (sought.has(group) && !together.has(group)) together.set(group, network);
  }
  return rows.map((row, index) => {
    const found = recognised[index];
    if (found) return found;
    const group = groups[index]!;
    const network = together.get(group) ?? byName.get(group) ?? newcomer(row, known, ids);
    together.set(group, network);
    return network;
  });
}

function newcomer({ id, network }: Row, known: KnownNetworks, ids: Ids): Known {
  const name = slug(network);
  const answered = id === undefined ? known.get(name) : undefined;
  if (answered && isNameless(answered)) return answered;
  const own = id ?? ids.free(name);
  return newNetwork(own, own, Infinity);
}

function groupOf({ id, network }: Pick<Row, 'id' | 'network'>): string {
  return id === undefined ? `name ${foldName(network)}` : `id ${id}`;
}

/** Ids for networks of which several may have one name. */
class Ids {
  private readonly known: KnownNetworks;
  private readonly taken = new Set<string>();
  /** How far each name was counted: a list may hold thousands of one. */
  private readonly counts = new Map<string, number>();

  constructor(known: KnownNetworks) {
    this.known = known;
  }

  take(id: string): void {
    this.taken.add(id);
  }

  /** An id that nobody has; it is taken then. */
  free(name: string): string {
    let id = name;
    let count = this.counts.get(name) ?? 1;
    while (this.taken.has(id) || this.known.get(id)) {
      count += 1;
      id = `${name}-${count}`;
    }
    this.counts.set(name, count);
    this.take(id);
    return id;
  }
}

/** Of several networks with that address, the one that also has the name. */
function byTheirAddress(row: Row, address: Address): Known | undefined {
  const threads = all(address.threads);
  if (threads.length < 2) return threads[0]?.network;
  const name = foldName(row.network);
  const networks = inOrder(threads).map(({ network }) => network);
  return networks.find((network) => foldName(network.name) === name) ?? networks[0];
}

/** Of one address, in the order in which the networks became known. */
function inOrder(threads: readonly Thread[]): readonly Thread[] {
  return threads.toSorted((one, other) => one.network.place - other.network.place);
}

/** Known by an answer alone, written down before anything was sent. */
function isNameless({ id, name }: Known): boolean {
  return id === name;
}

function presentNetwork(network: Known, language: string): Network {
  const { id, replies = NONE, optOuts = NONE } = network;
  const rows = all(network.rows);
  const { network: name } = rows[0]!.row;
  const contacts = rows.map(({ row, address }): Contact => ({
    address: row.address,
    name: row.contact,
    language: row.language ?? language,
    row,
    messages: threadOf(network, address)?.messages ?? elsewhere(address),
  }));
  const gone = goneContacts(network, language);
  return {
    id,
    name,
    contacts: gone.length === 0 ? contacts : [...contacts, ...gone],
    replies,
    optOuts,
    gone: false,
    formerName: isNameless(network) || network.name === name ? undefined : network.name,
  };
}

/** Sent to that address for a network that no longer has it: it is the same person. */
function elsewhere(address: Address): readonly MessageState[] {
  const listed = all(address.listed);
  return inOrder(all(address.threads))
    .filter(({ network }) => !listed.includes(network))
    .flatMap(({ messages }) => messages);
}

function goneNetwork(network: Known, language: string): Network {
  const { id, name, replies = NONE, optOuts = NONE } = network;
  const contacts = goneContacts(network, language);
  return { id, name, contacts, replies, optOuts, gone: true, formerName: undefined };
}

/** Written to, and no longer in networks.csv under any network. */
function goneContacts({ threads }: Known, fallback: string): readonly Contact[] {
  const gone = all(threads).filter(
    ({ address, messages }) =>
      !address.listed && messages.some(({ delivery }) => delivery !== 'deferred'),
  );
  return gone.map(({ messages }) => {
    const { submitted, address } = messages.at(-1)!;
    return {
      address,
      name: submitted?.contactName,
      language: submitted?.language ?? fallback,
      row: undefined,
      messages,
    };
  });
}
