/**
 * A network more in the organiser's own list: the row is appended to networks.csv, with the file as
 * it was kept beside it, and journalled. Done under the journal's lock, so that two people who add
 * at once lose nothing.
 */
import { identify } from '../domain/identity.ts';
import { foldName } from '../domain/names.ts';
import { fold } from '../domain/state.ts';
import { isoWithOffset } from '../domain/zoned-time.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { withRow, type NewRow } from '../format/lists/added-row.ts';
import { addressKey } from '../format/address.ts';
import { erasedHash } from '../format/keyed.ts';
import { NETWORKS_FILE, readNetworks, type NetworksReading } from '../format/lists/networks-csv.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import { FileError, type JournalWriter } from '../world.ts';
import type { Opened } from './open-meeting.ts';

export interface AddedRow {
  /** Its id. */
  readonly network: string;
  readonly name: string;
  readonly address: string;
  readonly line: number;
  /** The file as it was, by name; absent where the row was there already. */
  readonly backup?: string;
  /** Columns that the file does not have. */
  readonly leftOut: readonly string[];
  /** Another network that has the same address. */
  readonly sharedWith?: string;
  /** `forget` erased that address: no invitation goes to it. */
  readonly isErased: boolean;
}

/** What spreadsheet programs leave beside a file that they have open. */
const OPEN_MARKS = [`.~lock.${NETWORKS_FILE}#`, `~$${NETWORKS_FILE}`];

/** What every step of it works with. */
interface Adding {
  readonly opened: Opened;
  readonly say: Words<'adding'>;
  readonly reading: Words<'reading'>;
}

/** `settles` is the request that asked for it. Nothing is written where anything is wrong. */
export async function addToList(
  opened: Opened,
  writer: JournalWriter,
  row: NewRow,
  screen: ScreenLanguage,
  { settles }: { readonly settles?: string } = {},
): Promise<AddedRow> {
  const { meeting } = opened;
  const [say, reading] = await Promise.all([words(screen, 'adding'), words(screen, 'reading')]);
  const adding = { opened, say, reading };
  await refuseWhileOpen(adding);
  const { bytes, list } = await listNow(adding);
  const isThere = list.rows.some((each) => isSameRow(each, row));
  const written = isThere ? undefined : await append(adding, bytes, list, row);

  const state = fold(writer.facts);
  const { rows } = written?.list ?? list;
  const added = rows.findLast((each) => isSameRow(each, row))!;
  const network = identify(meeting, rows, state).networks.find(({ contacts }) =>
    contacts.some((contact) => contact.row === added),
  )!;
  if (written || settles !== undefined) {
    await writer.append({
      type: 'network-added',
      network: network.id,
      name: added.network,
      address: added.address,
      ...(settles !== undefined && { settles }),
    });
  }
  const key = state.begun?.key;
  const sharedWith = list.rows.find(
    (each) => isSameAddress(each, row) && !isSameRow(each, row),
  )?.network;
  return {
    network: network.id,
    name: added.network,
    address: added.address,
    line: added.line,
    ...(written && { backup: written.backup }),
    leftOut: written?.leftOut ?? [],
    ...(sharedWith !== undefined && { sharedWith }),
    isErased: key !== undefined && state.erased.has(erasedHash(key, added.address)),
  };
}

type Whose = Pick<NewRow, 'network' | 'address'>;

function isSameAddress(one: Whose, other: Whose): boolean {
  return addressKey(one.address) === addressKey(other.address);
}

function isSameRow(one: Whose, other: Whose): boolean {
  return isSameAddress(one, other) && foldName(one.network) === foldName(other.network);
}

/** The list as it stands now, not as it stood when the command began. */
async function listNow({ opened, reading }: Adding) {
  const { world, folder, meeting } = opened;
  const bytes = await world.files.read(world.files.path(folder, NETWORKS_FILE));
  const list = readNetworks(bytes, meeting.columns, reading);
  if (!list.isEmpty && list.problems.length > 0) {
    throw new MikronetError(EXIT.usage, list.problems);
  }
  return { bytes, list };
}

/** Writes the list with the row in it, once it has been read that way. */
async function append(
  { opened, say, reading }: Adding,
  bytes: Uint8Array,
  before: NetworksReading,
  row: NewRow,
) {
  const { world, folder, meeting } = opened;
  const namesake = before.rows.find(({ network }) => foldName(network) === foldName(row.network));
  const id = row.id ?? namesake?.id;
  const appended = withRow(bytes, before, { ...row, ...(id !== undefined && { id }) });
  if ('lacks' in appended) {
    throw new MikronetError(EXIT.usage, {
      message: say.lacks(appended.lacks, before.dialect.encoding),
      hint: say.lacksHint,
    });
  }
  const list = readNetworks(appended.bytes, meeting.columns, reading);
  if (list.problems.length > 0) {
    // They speak of a line that was not written.
    const problems = list.problems.map(({ message, hint }) => ({
      message,
      ...(hint !== undefined && { hint }),
    }));
    throw new MikronetError(EXIT.usage, problems);
  }
  if (!isBeforeAnd(before, list, row)) {
    throw new MikronetError(EXIT.usage, { message: say.unreadable, hint: say.unreadableHint });
  }
  const backup = await keepBackup(opened, bytes);
  try {
    await world.files.write(world.files.path(folder, NETWORKS_FILE), appended.bytes);
  } catch (error) {
    await world.files.remove(world.files.path(folder, backup));
    throw error;
  }
  return { list, backup, leftOut: appended.leftOut };
}

/** Elsewhere than on Windows nothing keeps us from writing, and saving there would undo it. */
async function refuseWhileOpen({ opened, say }: Adding): Promise<void> {
  const { files } = opened.world;
  for (const mark of OPEN_MARKS) {
    if (!(await files.stat(files.path(opened.folder, mark)))) continue;
    throw new MikronetError(EXIT.unfinished, {
      file: NETWORKS_FILE,
      message: say.isOpen,
      hint: say.isOpenHint(mark),
    });
  }
}

/** The proof of the row: all that was there is read as before, and the new one as it was meant. */
function isBeforeAnd(before: NetworksReading, after: NetworksReading, row: NewRow): boolean {
  const last = after.rows.at(-1);
  return (
    after.rows.length === before.rows.length + 1 &&
    JSON.stringify(after.rows.slice(0, -1)) === JSON.stringify(before.rows) &&
    last?.network === row.network &&
    last.address === row.address
  );
}

/** `networks.csv.bak-2012-05-02-090000`, in the meeting's time; a second one in that second `-2`. */
async function keepBackup({ world, folder, meeting }: Opened, bytes: Uint8Array): Promise<string> {
  const stamp = isoWithOffset(world.clock.now(), meeting.timeZone)
    .slice(0, 19)
    .replace('T', '-')
    .replaceAll(':', '');
  for (let count = 1; ; count += 1) {
    const name = `${NETWORKS_FILE}.bak-${stamp}${count === 1 ? '' : `-${count}`}`;
    try {
      await world.files.write(world.files.path(folder, name), bytes, { ifAbsent: true });
      return name;
    } catch (error) {
      if (!(error instanceof FileError) || error.trouble !== 'exists') throw error;
    }
  }
}
