/** `check`: everything that is wrong, or probably not meant; silent where all is well. */
import type { CheckJson } from '../domain/contract.ts';
import { vanished } from '../domain/vanished.ts';
import { EXIT, MikronetError, type ExitCode, type Problem } from '../errors.ts';
import { moments } from '../format/moments.ts';
import { NETWORKS_FILE } from '../format/networks-csv.ts';
import { namesScreen } from '../format/names-screen.ts';
import { formatProblem } from '../format/problem.ts';
import { nameExamples } from '../work/name-examples.ts';
import { templateProblems } from '../work/check-templates.ts';
import { suspectMeeting, suspectRows } from '../work/look-through.ts';
import { openMeeting, readFolder, statusOf, type FolderReading } from '../work/open-meeting.ts';
import { words, type Words } from '../words/words.ts';
import { FileError } from '../world.ts';
import {
  examples,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly names?: boolean;
}

type Say = Words<'setup'>['check'];

const check: CommandModule = async (command, front) => {
  const { check: say } = await words(front.language, 'setup');
  command.option('--names', say.names);
  examples(command, front, say.examples);
  command.action(async (flags: Flags) => {
    // Scripts read English.
    const spoken = flags.json ? ({ ...front, language: 'en' } as const) : front;
    if (flags.names) {
      front.done(await listNames(spoken, flags));
      return;
    }
    front.done(await run(spoken, (await words(spoken.language, 'setup')).check, flags));
  });
};

export default check;

async function run(front: Front, say: Say, flags: SharedFlags): Promise<ExitCode> {
  const reading = await readFolder(front, flags);
  const problems = [
    ...reading.problems,
    ...(await journalProblems(front, reading, flags, say)),
    ...(await problemsOfTemplates(front, reading)),
    ...(await settingProblems(front, reading, say)),
    ...suspicions(front, reading, say),
  ];
  const { terminal } = front.world;
  if (flags.json) terminal.out(`${JSON.stringify(checkJson(reading, problems), null, 2)}\n`);
  else {
    for (const problem of problems) terminal.out(`${formatProblem(problem, front.say)}\n`);
    if (flags.verbose && reading.networks) {
      const { encoding, delimiter } = reading.networks.dialect;
      terminal.err(say.assumed(encoding, say.delimiters[delimiter] ?? delimiter));
    }
  }
  return problems.length > 0 ? EXIT.attention : EXIT.done;
}

async function listNames(front: Front, flags: Flags): Promise<ExitCode> {
  const { world } = front;
  const names = nameExamples(await openMeeting(front, flags));
  if (flags.json) {
    world.terminal.out(`${JSON.stringify({ v: 1, names: names.examples }, null, 2)}\n`);
    return EXIT.done;
  }
  const { names: say } = await words(front.language, 'templates');
  const lines = namesScreen(names, say, screenWidth(world));
  world.terminal.out(lines.map((line) => `${line}\n`).join(''));
  return EXIT.done;
}

function checkJson({ networks }: FolderReading, problems: readonly Problem[]): CheckJson {
  return {
    v: 1,
    problems: problems.map(({ file, line, path, message, hint }) => ({
      file: file ?? null,
      line: line ?? null,
      path: path ?? null,
      message,
      hint: hint ?? null,
    })),
    assumed: {
      encoding: networks?.dialect.encoding ?? null,
      delimiter: networks?.dialect.delimiter ?? null,
    },
  };
}

/** Nothing is derived from a folder that cannot be read. */
async function journalProblems(
  front: Front,
  reading: FolderReading,
  flags: SharedFlags,
  say: Say,
): Promise<readonly Problem[]> {
  if (!reading.meeting || !reading.networks || reading.problems.length > 0) return [];
  const quiet: Front = { ...front, world: { ...front.world, terminal: silent(front) } };
  try {
    const opened = await openMeeting(quiet, flags);
    const { counts, meeting } = statusOf(opened);
    const opening = await words(front.language, 'opening');
    const { conflictedCopies, torn } = opened.reading;
    const room = (meeting.capacity ?? 0) - counts.seats.reserved;
    return [
      ...(counts.messages.inDoubt > 0
        ? [{ message: say.inDoubt(counts.messages.inDoubt), hint: say.inDoubtHint }]
        : []),
      ...(conflictedCopies.length > 0
        ? [{ message: opening.conflictedCopies(conflictedCopies) }]
        : []),
      ...(torn ? [{ message: opening.torn(torn.line) }] : []),
      ...vanished(opened.state, opened.rows).map(({ name, address }) => ({
        file: NETWORKS_FILE,
        message: opening.vanished(name, address),
      })),
      ...((counts.seats.free ?? 0) < 0
        ? [{ message: say.overbooked(counts.seats.coming, room), hint: say.overbookedHint }]
        : []),
    ];
  } catch (error) {
    if (error instanceof MikronetError) return error.problems;
    throw error;
  }
}

async function problemsOfTemplates(
  { world, language }: Front,
  { folder, meeting, networks }: FolderReading,
): Promise<readonly Problem[]> {
  // Without the headings every name of a row would seem to be wrong.
  if (!meeting || !networks || networks.headings.length === 0) return [];
  return templateProblems({
    files: world.files,
    screen: language,
    folder,
    meeting,
    rows: networks.rows,
    headings: networks.headings.map(({ heading }) => heading),
  });
}

/** What opening says in passing is a problem of its own here. */
function silent({ world }: Front): Front['world']['terminal'] {
  return { ...world.terminal, err: () => {} };
}

/** Windows hides the ending of a file that an editor named .env.txt. */
async function settingProblems(
  { world }: Front,
  { folder }: FolderReading,
  say: Say,
): Promise<readonly Problem[]> {
  try {
    const names = await world.files.list(folder);
    return names
      .filter((name) => /^\.?env\.txt$/i.test(name))
      .map((name) => ({ file: name, message: say.envTxt(name), hint: say.envTxtHint }));
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}

function suspicions(
  { world, language }: Front,
  { meeting, networks }: FolderReading,
  say: Say,
): readonly Problem[] {
  if (!meeting) return [];
  const { day } = moments(language, meeting.timeZone);
  // A rehearsal has a time of its own, in which the meeting is still to come.
  const about = meeting.rehearsal ? [] : suspectMeeting(meeting, world.clock.now(), say, day);
  return [...about, ...suspectRows(networks?.rows ?? [], say)];
}
