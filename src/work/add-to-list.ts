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
import { withRow, type NewRow } from '../format/added-row.ts';
import { addressKey } from '../format/address.ts';
import { erasedHash } from '../format/keyed.ts';
import { NETWORKS_FILE, readNetworks, type NetworksReading } from '../format/networks-csv.ts';
import { words, type ScreenLanguage } from '../words/words.ts';
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

/** `settles` is the request that asked for it. Nothing is written where anything is wrong. */
export async function addToList(
  opened: Opened,
  writer: JournalWriter,
  row: NewRow,
  screen: ScreenLanguage,
  { settles }: { readonly settles?: string } = {},
): Promise<AddedRow> {
  const { world, folder, meeting } = opened;
  const say = await words(screen, 'adding');
  const reading = await words(screen, 'reading');
  const path = world.files.path(folder, NETWORKS_FILE);
  await refuseWhileOpen(opened, say.isOpen, say.isOpenHint);

  const bytes = await world.files.read(path);
  const before = readNetworks(bytes, meeting.columns, reading);
  if (!before.isEmpty && before.problems.length > 0) {
    throw new MikronetError(EXIT.usage, before.problems);
  }
  const same = before.rows.filter(({ address }) => addressKey(address) === addressKey(row.address));
  const namesake = before.rows.find(({ network }) => foldName(network) === foldName(row.network));
  const isThere = same.some(({ network }) => foldName(network) === foldName(row.network));
  let after = before;
  let backup: string | undefined;
  let leftOut: readonly string[] = [];
  if (!isThere) {
    const id = row.id ?? namesake?.id;
    const appended = withRow(bytes, before, { ...row, ...(id !== undefined && { id }) });
    if ('lacks' in appended) {
      throw new MikronetError(EXIT.usage, {
        message: say.lacks(appended.lacks, before.dialect.encoding),
        hint: say.lacksHint,
      });
    }
    after = readNetworks(appended.bytes, meeting.columns, reading);
    if (after.problems.length > 0) {
      // They speak of a line that was not written.
      const problems = after.problems.map(({ message, hint }) => ({
        message,
        ...(hint !== undefined && { hint }),
      }));
      throw new MikronetError(EXIT.usage, problems);
    }
    if (!isBeforeAnd(before, after, row)) {
      throw new MikronetError(EXIT.usage, { message: say.unreadable, hint: say.unreadableHint });
    }
    leftOut = appended.leftOut;
    backup = await keepBackup(opened, bytes);
    try {
      await world.files.write(path, appended.bytes);
    } catch (error) {
      await world.files.remove(world.files.path(folder, backup));
      throw error;
    }
  }

  const state = fold(writer.facts);
  const added = after.rows.findLast(
    ({ address, network }) =>
      addressKey(address) === addressKey(row.address) &&
      foldName(network) === foldName(row.network),
  )!;
  const network = identify(meeting, after.rows, state).networks.find(({ contacts }) =>
    contacts.some((contact) => contact.row === added),
  )!;
  if (!isThere || settles !== undefined) {
    await writer.append({
      type: 'network-added',
      network: network.id,
      name: added.network,
      address: added.address,
      ...(settles !== undefined && { settles }),
    });
  }
  const key = state.begun?.key;
  const sharedWith = same.find((other) => foldName(other.network) !== foldName(row.network));
  return {
    network: network.id,
    name: added.network,
    address: added.address,
    line: added.line,
    ...(backup !== undefined && { backup }),
    leftOut,
    ...(sharedWith && { sharedWith: sharedWith.network }),
    isErased: key !== undefined && state.erased.has(erasedHash(key, added.address)),
  };
}

/** Elsewhere than on Windows nothing keeps us from writing, and saving there would undo it. */
async function refuseWhileOpen(
  { world, folder }: Opened,
  message: string,
  hint: (mark: string) => string,
): Promise<void> {
  for (const mark of OPEN_MARKS) {
    if (await world.files.stat(world.files.path(folder, mark))) {
      throw new MikronetError(EXIT.unfinished, { file: NETWORKS_FILE, message, hint: hint(mark) });
    }
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
