/** The list of networks that `init` begins with, and which of its columns is taken for what. */
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { COLUMNS, FREE, type Heading } from '../format/lists/headings.ts';
import { printable } from '../format/screens/lines.ts';
import { NETWORKS_FILE, readNetworks } from '../format/lists/networks-csv.ts';
import { table } from '../format/screens/table.ts';
import { words, type Words } from '../words/words.ts';
import { FileError, type Asker, type World } from '../world.ts';
import { screenWidth, type Front } from './command.ts';
import { isNothing } from './new-meeting-fields.ts';

type Say = Words<'setup'>['init'];

/** Rows that are looked through for an example of a column. */
const SAMPLED = 100;

/** The bytes of the list named by --csv, or of the one that lies in the folder already. */
export async function givenList(
  world: World,
  folder: string,
  csv: string | undefined,
  say: Say,
): Promise<Uint8Array | undefined> {
  const { files } = world;
  const there = files.path(folder, NETWORKS_FILE);
  const hasOne = (await files.stat(there)) !== undefined;
  if (csv === undefined) return hasOne ? files.read(there) : undefined;
  if (hasOne && files.path(csv) !== there) {
    throw new MikronetError(EXIT.usage, {
      message: say.listExists(there),
      hint: say.listExistsHint,
    });
  }
  return files.read(csv);
}

/** Asks for it; what is no list is said at once. Undefined: begin with an empty one. */
export async function askForList(
  front: Front,
  folder: string,
  asker: Asker,
  say: Say,
): Promise<Uint8Array | undefined> {
  const { world, language } = front;
  const reading = await words(language, 'reading');
  const troubles = front.say.files;
  const lists = await listsNear(world, folder);
  let bytes: Uint8Array | undefined;
  const validate = async (typed: string): Promise<true | string> => {
    bytes = undefined;
    if (isNothing(typed)) return true;
    const path = await pathFrom(typed, world);
    try {
      const found = await world.files.read(path);
      const { headings, problems } = readNetworks(found, {}, reading);
      if (headings.length === 0) return sentence(problems);
      bytes = found;
      return true;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const trouble = `${printable(path)}: ${troubles[error.trouble]}`;
      return lists.length > 0 ? `${trouble}; ${say.listsHere(lists.map(printable))}` : trouble;
    }
  };
  await asker.input({
    message: say.ask.csv,
    ...(lists.length === 1 && { default: lists[0]! }),
    validate,
  });
  return bytes;
}

function sentence(problems: readonly Problem[]): string {
  return problems.map(({ message, hint }) => (hint ? `${message}: ${hint}` : message)).join('; ');
}

/** A file dragged into a terminal comes with quotation marks, or with a backslash before a space. */
async function pathFrom(typed: string, { env, files }: World): Promise<string> {
  const bare = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
  // In Windows' own paths a backslash is no such thing.
  if ((await files.stat(bare)) !== undefined) return bare;
  const spaced = bare.replaceAll(/\\(?=[ ()&'])/g, '');
  return env['HOME'] ? spaced.replace(/^~(?=\/)/, env['HOME']) : spaced;
}

/** The one CSV file where the command was typed, or in the meeting's folder; else all that lie there. */
async function listsNear({ files, cwd }: World, folder: string): Promise<readonly string[]> {
  const found: (readonly string[])[] = [];
  for (const place of new Set([cwd, folder])) {
    const names = (await files.stat(place))?.kind === 'folder' ? await files.list(place) : [];
    const lists = names.filter((name) => /\.csv$/i.test(name));
    found.push(place === cwd ? lists : lists.map((name) => files.path(place, name)));
  }
  return found.find(({ length }) => length === 1) ?? found.find(({ length }) => length > 0) ?? [];
}

/**
 * Shows which column is taken for what, and lets a person correct it; what she chose is
 * remembered in meeting.json. Problems in the rows are for `check`.
 */
export async function settleColumns(
  front: Front,
  list: Uint8Array,
  name: string,
  asker: Asker | undefined,
  say: Say,
): Promise<Readonly<Record<string, string>>> {
  const { terminal } = front.world;
  const reading = await words(front.language, 'reading');
  let columns: Readonly<Record<string, string>> = {};
  for (;;) {
    const { headings, problems, rows } = readNetworks(list, columns, reading);
    // No list at all; or a column that only a person can point out.
    if (headings.length === 0 || (!asker && isIncomplete(headings))) {
      throw new MikronetError(
        EXIT.usage,
        problems.map((problem) => ({ ...problem, file: name })),
      );
    }
    terminal.err(say.columnsTaken);
    // The first that is filled: many lists leave the language out where it is Danish.
    const sample = (heading: string) =>
      rows
        .slice(0, SAMPLED)
        .map(({ cells }) => cells[heading])
        .find(Boolean);
    const width = screenWidth(front.world);
    for (const line of columnLines(headings, sample, say, width)) terminal.err(line);
    if (!asker) return columns;
    if (isIncomplete(headings))
      for (const { message } of problems) terminal.err(printable(message));
    else if (await asker.confirm({ message: say.ask.columnsRight, default: true })) return columns;
    columns = await askColumns(headings, asker, say);
  }
}

/** A column that is needed is missing, or two are the same. */
function isIncomplete(headings: readonly Heading[]): boolean {
  const columns = headings.flatMap(({ column }) => column ?? []);
  return (
    !columns.includes('network') ||
    !columns.includes('email') ||
    new Set(columns).size < columns.length
  );
}

/** Each heading, what it is taken for, and what stands under it first. */
function columnLines(
  headings: readonly Heading[],
  sample: (heading: string) => string | undefined,
  say: Say,
  width: number,
): readonly string[] {
  const rows = headings
    .filter(({ heading }) => heading !== '')
    .map(({ heading, column }) => {
      const cell = sample(heading);
      const meaning = column ? (say.columnNames[column] ?? column) : say.free;
      return [`  ${heading}`, meaning, cell === undefined ? '' : say.sampleCell(cell)];
    });
  return table([{ least: 12 }, {}, { least: 8 }], rows, width);
}

/** What differs from what was guessed is remembered, also that a column is free. */
async function askColumns(
  headings: readonly Heading[],
  asker: Asker,
  say: Say,
): Promise<Readonly<Record<string, string>>> {
  const chosen: Record<string, string> = {};
  for (const { heading, column } of headings) {
    if (heading === '') continue;
    chosen[heading] = await asker.select<string>({
      message: say.ask.column(printable(heading)),
      choices: [
        ...COLUMNS.map((value): { name: string; value: string } => ({
          name: say.columnNames[value] ?? value,
          value,
        })),
        { name: say.free, value: FREE },
      ],
      default: column ?? FREE,
    });
  }
  return chosen;
}
