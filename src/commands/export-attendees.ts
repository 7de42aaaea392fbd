/** `export-attendees`: who comes, as a list for the evening. */
import type { NetworkJson, StatusJson } from '../domain/contract.ts';
import { EXIT, MikronetError, type ExitCode, type Problem } from '../errors.ts';
import { addressKey } from '../format/address.ts';
import { attendeeCsv, attendeeTable, seatList, wantsBom } from '../format/lists/attendee-list.ts';
import { DELIMITERS } from '../format/lists/csv.ts';
import { ENV_FILE } from '../format/env-file.ts';
import { jsonText, printable } from '../format/screens/lines.ts';
import { MEETING_FILE } from '../format/meeting-json.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import {
  sharedAnswers,
  sharedAnswersPage,
  sharedAnswersTable,
  sharedQuestions,
} from '../format/lists/shared-answers.ts';
import { moments } from '../format/screens/moments.ts';
import { howFresh } from '../format/screens/status-screen.ts';
import { table, type TableColumn } from '../format/screens/table.ts';
import { openMeeting, statusOf, type Opened } from '../work/open-meeting.ts';
import { words, type Words } from '../words/words.ts';
import { JOURNAL_FILE } from '../world.ts';
import {
  examples,
  nextCommand,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly output?: string;
  readonly format?: string;
  readonly all?: boolean;
  readonly answers?: boolean;
  readonly delimiter?: string;
  /** --no-bom makes it false. */
  readonly bom: boolean;
}

type Say = Words<'exporting'>;

const exportAttendees: CommandModule = async (command, front) => {
  const say = await words(front.language, 'exporting');
  command
    .option('-o, --output <file>', say.output)
    .option('--format <csv|json|md>', say.format)
    .option('--all', say.all)
    .option('--answers', say.answers)
    .option('--delimiter <character>', say.delimiter)
    .option('--no-bom', say.bom);
  examples(command, front, say.examples);
  command.action(async (flags: Flags) => front.done(await run(front, say, flags)));
};

export default exportAttendees;

async function run(front: Front, say: Say, flags: Flags): Promise<ExitCode> {
  const format = formatOf(flags, say);
  const delimiter = delimiterOf(flags, say);
  if (flags.all && flags.answers) {
    throw new MikronetError(EXIT.usage, { message: say.allOrAnswers });
  }
  const opened = await openMeeting(front, flags);
  const { terminal } = opened.world;
  const status = statusOf(opened);
  const { coming, waiting } = status.counts.seats;
  const fresh = howFresh(status, {
    say: await words(front.language, 'status'),
    moments: moments(front.language, opened.meeting.timeZone),
    now: opened.world.clock.now(),
  });
  if (fresh) terminal.err(fresh.sentence);

  if (flags.answers) return exportAnswers(opened, status, flags, format, delimiter, say);
  if (flags.output === undefined && format === 'csv' && terminal.outIsTerminal) {
    showTable(opened, status, flags, say);
    return EXIT.done;
  }
  const text =
    format === 'json'
      ? jsonText(seatList(status, opened.meeting.language))
      : attendeeCsv(tableFor(opened, status, flags), csvDialect(opened, flags, delimiter));
  return deliver(opened, flags, text, say, (file) => say.written(file, coming, waiting));
}

/** What the networks wrote; on a screen as the page that reads well. */
async function exportAnswers(
  opened: Opened,
  status: StatusJson,
  flags: Flags,
  format: Format,
  delimiter: string | undefined,
  say: Say,
): Promise<ExitCode> {
  const { meeting, world } = opened;
  if (sharedQuestions(meeting).length === 0) world.terminal.err(say.noShared);
  const answers = sharedAnswers(status, meeting);
  const isShown = flags.output === undefined && format === 'csv' && world.terminal.outIsTerminal;
  const text =
    format === 'json'
      ? jsonText(answers)
      : format === 'md' || isShown
        ? sharedAnswersPage(answers, meeting)
        : attendeeCsv(sharedAnswersTable(answers, meeting), csvDialect(opened, flags, delimiter));
  return deliver(opened, flags, isShown ? printableText(text) : text, say, (file) =>
    say.answersWritten(file, answers.length),
  );
}

/** Into the file that was named, else onto stdout. */
async function deliver(
  { folder, world }: Opened,
  { output }: Flags,
  text: string,
  say: Say,
  written: (file: string) => string,
): Promise<ExitCode> {
  const { terminal, files } = world;
  if (output === undefined) {
    terminal.out(text);
    return EXIT.done;
  }
  const target = files.path(output);
  // Windows and macOS know a file in any case.
  if (OWN_FILES.some((name) => isSame(files.path(folder, name), target))) {
    throw new MikronetError(EXIT.usage, { message: say.notOver(output) });
  }
  await files.write(target, text);
  terminal.err(written(output));
  return EXIT.done;
}

/** Files of the meeting itself, which no list may replace. */
const OWN_FILES = [MEETING_FILE, NETWORKS_FILE, JOURNAL_FILE, ENV_FILE];

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

type Format = 'csv' | 'json' | 'md';

function printableText(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

function csvDialect(
  { networks: { dialect } }: Opened,
  { bom }: Flags,
  delimiter: string | undefined,
): Parameters<typeof attendeeCsv>[1] {
  return { delimiter: delimiter ?? dialect.delimiter, bom: bom && wantsBom(dialect) };
}

function formatOf({ format, output, json, answers }: Flags, say: Say): Format {
  const ending = /\.(json|md)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  const named = format ?? (json ? 'json' : (ending ?? 'csv'));
  if (named === 'csv' || named === 'json' || (named === 'md' && answers)) return named;
  // A list of people is no page: `-o list.md` without --answers says nothing of a format.
  if (format === undefined) return 'csv';
  throw new MikronetError(EXIT.usage, { message: say.badFormat(named), hint: say.badFormatHint });
}

function delimiterOf({ delimiter }: Flags, say: Say): string | undefined {
  if (delimiter === undefined) return undefined;
  const named = ['tab', '\\t'].includes(delimiter.toLowerCase()) ? '\t' : delimiter;
  const found = DELIMITERS.find((each) => each === named);
  if (found !== undefined) return found;
  const problem: Problem = { message: say.badDelimiter(delimiter), hint: say.badDelimiterHint };
  throw new MikronetError(EXIT.usage, problem);
}

function tableFor({ meeting, roster }: Opened, status: StatusJson, { all }: Flags) {
  if (!all) return attendeeTable(status, meeting, undefined);
  const networks = new Map(roster.networks.map((network) => [network.id, network]));
  // Their own number, else one of their network.
  const phone = ({ id }: NetworkJson, email: string | null) => {
    const contacts = (networks.get(id)?.contacts ?? []).filter(({ row }) => row?.phone);
    const own = contacts.find(({ address }) => addressKey(address) === addressKey(email ?? ''));
    return (own ?? contacts[0])?.row?.phone;
  };
  return attendeeTable(status, meeting, { phone });
}

/** Where a screen is narrow, when and how they answered goes first, then the address; the file has it all. */
function screenColumn(heading: string, index: number, { length }: readonly string[]): TableColumn {
  if (index >= length - 2) return { heading, goes: index };
  if (index === 2) return { heading, least: 16, goes: index };
  return { heading, least: index < 2 ? 14 : 6 };
}

function showTable(opened: Opened, status: StatusJson, flags: Flags, say: Say): void {
  const { terminal } = opened.world;
  const { headings, rows: made } = tableFor(opened, status, flags);
  const rows = [...made];
  const { coming, waiting } = status.counts.seats;
  if (rows.length === 0) {
    terminal.out(`${say.nobody}\n`);
    return;
  }
  const lines = table(headings.map(screenColumn), rows, screenWidth(opened.world));
  terminal.out([...lines, '', say.chairs(coming, waiting), ''].join('\n'));
  nextCommand(opened.world, say.next);
}
