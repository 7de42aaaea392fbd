/** `init`: begins a meeting. Asks on a terminal, takes everything by flags, never overwrites. */
import { slug } from '../domain/names.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { csvLine } from '../format/lists/csv-writing.ts';
import { ENV_FILE, envFile } from '../format/env-file.ts';
import { wrap } from '../format/screens/lines.ts';
import { MEETING_FILE, readMeeting } from '../format/meeting-json.ts';
import { moments } from '../format/screens/moments.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import { newMeetingJson } from '../format/new-meeting.ts';
import { table } from '../format/screens/table.ts';
import { proposeServers } from '../work/propose-servers.ts';
import { words, type Words } from '../words/words.ts';
import type { Asker, World } from '../world.ts';
import {
  examples,
  nextCommand,
  printJson,
  printLines,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { accessFrom, askMailbox } from './mailbox-dialogue.ts';
import { askForList, givenList, settleColumns } from './new-list.ts';
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
    : await ownMeeting(front, say, folder, flags, asker).catch((error: unknown) => {
        if (!world.interruption.aborted) throw error;
        throw new MikronetError(EXIT.interrupted, { message: say.stopped });
      });

  const written = await write(world, folder, contents, say);
  if (flags.json) printJson(world, { v: 1, folder, written });
  else {
    const rows = written.map((name) => [`  ${name}`, say.files[name as keyof Say['files']] ?? '']);
    printLines(world, [
      say.written(folder),
      ...table([{}, { least: 10 }], rows, screenWidth(world)),
    ]);
    const elsewhere = folder === files.path('.') ? '' : (named ?? flags.folder ?? '');
    nextCommand(world, say.next(elsewhere));
  }
  return EXIT.done;
}

/**
 * The names of those written, as listed; what is there already is left. meeting.json comes last:
 * it makes the folder a meeting, so where something stops us before, `init` simply runs again.
 */
async function write(
  world: World,
  folder: string,
  contents: NewFiles,
  say: Say,
): Promise<readonly string[]> {
  const { files, terminal } = world;
  await files.makeFolder(folder);
  const written = new Set<string>();
  for (const [name, content] of [...contents].toReversed()) {
    const path = files.path(folder, name);
    if (await exists(world, path)) terminal.err(say.kept(name));
    else {
      await files.write(path, content, { ifAbsent: true, mode: 0o600 });
      written.add(name);
    }
  }
  return [...contents.keys()].filter((name) => written.has(name));
}

async function exists({ files }: World, path: string): Promise<boolean> {
  return (await files.stat(path)) !== undefined;
}

/** Passwords, and whatever is about people. */
const IGNORED = [ENV_FILE, 'journal*.jsonl*', '*.bak-*', '*.eml', 'preview/', 'outbox/', ''].join(
  '\n',
);

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
  const setting = { timeZone: likelyZone(world), language: front.language, now: world.clock.now() };
  const meeting = await gatherMeeting({ ...flags }, setting, asker, say);
  const later = list ?? (asker ? await askForList(front, folder, asker, say) : undefined);
  const columns = later
    ? await settleColumns(front, later, flags.csv ?? NETWORKS_FILE, asker, say)
    : {};
  const text = newMeetingJson(
    { ...meeting, columns },
    `${slug(meeting.title)}-${meeting.start.slice(0, 4)}`,
  );
  const { meeting: read, problems } = readMeeting(
    new TextEncoder().encode(text),
    await words(front.language, 'reading'),
  );
  if (!read) throw new MikronetError(EXIT.usage, problems);
  if (asker) {
    const { longDay, time } = moments(front.language, read.timeZone);
    const { start, end, replyBy } = read;
    const when = say.when(longDay(start.instant), time(start.instant), time(end.instant));
    const lastDay = replyBy && longDay(replyBy.endsAt - 1);
    world.terminal.err(say.itIs(meeting.title, when, meeting.place, lastDay));
  }
  return new Map<string, Uint8Array | string>([
    [MEETING_FILE, text],
    [NETWORKS_FILE, later ?? `\ufeff${csvLine(say.headings, ';')}\r\n`],
    [ENV_FILE, await mailbox(front, meeting.email, asker, say)],
    ['.gitignore', IGNORED],
  ]);
}

/** The text of .env: what was settled in conversation, else the likely servers without a password. */
async function mailbox(
  front: Front,
  address: string,
  asker: Asker | undefined,
  say: Say,
): Promise<string> {
  const settled = asker && (await askMailbox(front, asker, address));
  if (settled) return envFile(say.envComment, settled);
  const { world, language } = front;
  const servers = await proposeServers(world, address);
  if (servers.needs) {
    const { needs } = await words(language, 'mailbox');
    for (const line of wrap(needs[servers.needs], screenWidth(world))) world.terminal.err(line);
  }
  return envFile(say.envComment, accessFrom(servers, address));
}

/** The machine's own, unless it has none to speak of. */
function likelyZone(world: World): string {
  const timeZone = world.timeZone();
  return /^(?:Etc\/)?(?:UTC|GMT)$/.test(timeZone) ? 'Europe/Copenhagen' : timeZone;
}
