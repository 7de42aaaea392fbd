/** `init`: begins a meeting. Asks on a terminal, takes everything by flags, never overwrites. */
import { proposeServers } from '../domain/mail-hosts.ts';
import { slug } from '../domain/names.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { csvLine } from '../format/csv.ts';
import type { Heading } from '../format/headings.ts';
import { printable } from '../format/lines.ts';
import { COLUMNS, MEETING_FILE, readMeeting } from '../format/meeting-json.ts';
import { NETWORKS_FILE, readNetworks } from '../format/networks-csv.ts';
import { newMeetingJson } from '../format/new-meeting.ts';
import { envFile } from '../format/env-file.ts';
import { table } from '../format/table.ts';
import { words, type Words } from '../words/words.ts';
import type { Asker, World } from '../world.ts';
import {
  examples,
  nextCommand,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { gatherMeeting } from './new-meeting-fields.ts';

type Say = Words<'setup'>['init'];

interface Flags extends SharedFlags {
  readonly title?: string;
  readonly start?: string;
  readonly end?: string;
  readonly timeZone?: string;
  readonly place?: string;
  readonly address?: string;
  readonly organizer?: string;
  readonly email?: string;
  readonly replyBy?: string;
  readonly capacity?: string;
  readonly language?: string;
  readonly csv?: string;
  readonly sample?: boolean;
}

const init: CommandModule = async (command, front) => {
  const { init: say } = await words(front.language, 'setup');
  command
    .argument('[folder]', say.folder)
    .option('--title <text>', say.title)
    .option('--start <time>', say.start)
    .option('--end <time>', say.end)
    .option('--time-zone <name>', say.timeZone)
    .option('--place <name>', say.place)
    .option('--address <text>', say.address)
    .option('--organizer <name>', say.organizer)
    .option('--email <address>', say.email)
    .option('--reply-by <date>', say.replyBy)
    .option('--capacity <n>', say.capacity)
    .option('--language <code>', say.language)
    .option('--csv <file>', say.csv)
    .option('--sample', say.sample);
  examples(command, front, say.examples);
  command.action(async (folder: string | undefined, flags: Flags) =>
    front.done(await run(front, say, folder, flags)),
  );
};

export default init;

/** What will be written, in the order in which it is listed. */
type NewFiles = Map<string, Uint8Array | string>;

async function run(
  front: Front,
  say: Say,
  named: string | undefined,
  flags: Flags,
): Promise<ExitCode> {
  const { world } = front;
  const { files, terminal } = world;
  const folder = files.path(named ?? flags.folder ?? '.');
  if (await exists(world, files.path(folder, MEETING_FILE))) {
    throw new MikronetError(EXIT.usage, {
      message: say.exists(files.path(folder, MEETING_FILE)),
      hint: say.existsHint,
    });
  }
  const asker = terminal.canAsk && !flags.yes && !flags.sample ? await terminal.ask() : undefined;
  const contents = flags.sample
    ? await sample(world)
    : await ownMeeting(front, say, folder, flags, asker);

  await files.makeFolder(folder);
  const written: string[] = [];
  for (const [name, content] of contents) {
    const path = files.path(folder, name);
    if (await exists(world, path)) terminal.err(say.kept(name));
    else {
      await files.write(path, content, { ifAbsent: true, mode: 0o600 });
      written.push(name);
    }
  }
  if (flags.json) terminal.out(`${JSON.stringify({ v: 1, folder, written }, null, 2)}\n`);
  else {
    const rows = written.map((name) => [`  ${name}`, say.files[name as keyof Say['files']] ?? '']);
    const lines = [say.written, ...table([{}, { least: 10 }], rows, screenWidth(world))];
    terminal.out(lines.map((line) => `${line}\n`).join(''));
    const elsewhere = folder === files.path('.') ? '' : (named ?? flags.folder ?? '');
    for (const line of say.next(elsewhere)) nextCommand(world, line);
  }
  return EXIT.done;
}

async function exists({ files }: World, path: string): Promise<boolean> {
  return (await files.stat(path)) !== undefined;
}

const IGNORED = ['.env', 'journal.jsonl*', 'preview/', 'outbox/', ''].join('\n');

async function sample({ files }: World): Promise<NewFiles> {
  const read = (name: string) => files.read(files.path(files.shipped, 'data/traef-2012', name));
  return new Map<string, Uint8Array | string>([
    [MEETING_FILE, await read(MEETING_FILE)],
    [NETWORKS_FILE, await read(NETWORKS_FILE)],
    ['.gitignore', IGNORED],
  ]);
}

async function ownMeeting(
  front: Front,
  say: Say,
  folder: string,
  flags: Flags,
  asker: Asker | undefined,
): Promise<NewFiles> {
  const { world } = front;
  // Everything that may fail for its own reason fails before the first question.
  const list = await givenList(world, folder, flags.csv, say);
  const meeting = await gatherMeeting({ ...flags }, likelyZone(), front.language, asker, say);
  const later = list ?? (asker ? await askForList(world, asker, say) : undefined);
  const columns = later ? await settleColumns(front, later, asker, say) : {};
  const text = newMeetingJson(
    { ...meeting, columns },
    `${slug(meeting.title)}-${meeting.start.slice(0, 4)}`,
  );
  const { problems } = readMeeting(
    new TextEncoder().encode(text),
    await words(front.language, 'reading'),
  );
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);

  const servers = proposeServers(meeting.email);
  if (servers.needs) world.terminal.err(say.needs[servers.needs]);
  const password =
    asker && (await asker.confirm({ message: say.ask.mailboxNow, default: true }))
      ? await asker.password({ message: say.ask.password(meeting.email) })
      : '';
  return new Map<string, Uint8Array | string>([
    [MEETING_FILE, text],
    [NETWORKS_FILE, later ?? `\ufeff${csvLine(say.headings, ';')}\r\n`],
    ['.env', envFile(say.envComment, { ...servers, user: meeting.email, password })],
    ['.gitignore', IGNORED],
  ]);
}

/** The machine's own, unless it has none to speak of. */
function likelyZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^(?:Etc\/)?(?:UTC|GMT)$/.test(timeZone) ? 'Europe/Copenhagen' : timeZone;
}

/** The bytes of the list named by --csv, or of the one that lies in the folder already. */
async function givenList(
  world: World,
  folder: string,
  csv: string | undefined,
  say: Say,
): Promise<Uint8Array | undefined> {
  const { files } = world;
  const there = files.path(folder, NETWORKS_FILE);
  const hasOne = await exists(world, there);
  if (csv === undefined) return hasOne ? files.read(there) : undefined;
  if (hasOne && files.path(csv) !== there) {
    throw new MikronetError(EXIT.usage, {
      message: say.listExists(there),
      hint: say.listExistsHint,
    });
  }
  return files.read(csv);
}

async function askForList(world: World, asker: Asker, say: Say): Promise<Uint8Array | undefined> {
  const typed = await asker.input({ message: say.ask.csv });
  // Dragging a file into a terminal puts quotation marks around its name.
  const path = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
  return path === '' ? undefined : world.files.read(path);
}

/**
 * Shows which column is taken for what, and lets a person correct it; what she chose is
 * remembered in meeting.json. Problems in the rows are for `check`.
 */
async function settleColumns(
  front: Front,
  list: Uint8Array,
  asker: Asker | undefined,
  say: Say,
): Promise<Readonly<Record<string, string>>> {
  const { terminal } = front.world;
  const reading = await words(front.language, 'reading');
  let columns: Readonly<Record<string, string>> = {};
  for (;;) {
    const { headings, problems, rows } = readNetworks(list, columns, reading);
    // A file that is no list at all, or lacks a column that only a person can point out.
    if (rows.length === 0 && (headings.length === 0 || !asker)) {
      throw new MikronetError(EXIT.usage, problems);
    }
    terminal.err(say.columnsTaken);
    for (const line of columnLines(headings, say, screenWidth(front.world))) terminal.err(line);
    if (!asker) return columns;
    const complete = ['network', 'email'].every((each) =>
      headings.some(({ column }) => column === each),
    );
    if (complete && (await asker.confirm({ message: say.ask.columnsRight, default: true }))) {
      return columns;
    }
    columns = await askColumns(headings, asker, say);
  }
}

function columnLines(headings: readonly Heading[], say: Say, width: number): readonly string[] {
  const rows = headings
    .filter(({ heading }) => heading !== '')
    .map(({ heading, column }) => [
      `  ${heading}`,
      column ? (say.columnNames[column] ?? column) : say.free,
    ]);
  return table([{ least: 12 }, {}], rows, width);
}

async function askColumns(
  headings: readonly Heading[],
  asker: Asker,
  say: Say,
): Promise<Readonly<Record<string, string>>> {
  const chosen: Record<string, string> = {};
  for (const { heading, column } of headings) {
    if (heading === '') continue;
    const answer = await asker.select<string>({
      message: say.ask.column(printable(heading)),
      choices: [
        ...COLUMNS.map((value) => ({
          name: say.columnNames[value] ?? value,
          value: value as string,
        })),
        { name: say.free, value: '' },
      ],
      default: column ?? '',
    });
    if (answer !== '') chosen[heading] = answer;
  }
  return chosen;
}
