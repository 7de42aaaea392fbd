/** `check`: everything that is wrong, or probably not meant; silent where all is well. */
import type { CheckJson } from '../domain/contract.ts';
import { EXIT, type ExitCode, type Problem } from '../errors.ts';
import { moments } from '../format/screens/moments.ts';
import { namesScreen } from '../format/screens/names-screen.ts';
import { formatProblem } from '../format/screens/problem.ts';
import { journalProblems } from '../work/check-journal.ts';
import { envProblems } from '../work/check-env.ts';
import { nameExamples } from '../work/name-examples.ts';
import { templateProblems } from '../work/check-templates.ts';
import { suspectColumns, suspectMeeting, suspectRows } from '../work/suspicions.ts';
import { openMeeting, readFolder, type MeetingFiles } from '../work/open-meeting.ts';
import { words, type Words } from '../words/words.ts';
import { connectProblems } from './check-connect.ts';
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

type Say = Words<'setup'>['check'];

interface Flags extends SharedFlags {
  readonly names?: boolean;
  readonly connect?: boolean;
}

const check: CommandModule = async (command, front) => {
  const { check: say } = await words(front.language, 'setup');
  command.option('--names', say.names).option('--connect', say.connect);
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

async function run(front: Front, say: Say, flags: Flags): Promise<ExitCode> {
  const reading = await readFolder(front, flags);
  const problems = [
    ...reading.problems,
    ...(await journalProblems(front, reading)),
    ...(await problemsOfTemplates(front, reading)),
    ...(await envProblems(front, reading)),
    ...(flags.connect ? await connectProblems(front, reading, flags) : []),
    ...suspicions(front, reading, say),
  ];
  const { terminal } = front.world;
  if (flags.json) printJson(front.world, checkJson(reading, problems));
  else {
    const width = terminal.outIsTerminal ? terminal.columns : Infinity;
    for (const problem of problems) terminal.out(`${formatProblem(problem, front.say, width)}\n`);
    nextCommand(front.world, problems.length > 0 ? say.next.mend : say.next.preview);
  }
  return problems.length > 0 ? EXIT.attention : EXIT.done;
}

async function listNames(front: Front, flags: Flags): Promise<ExitCode> {
  const { world } = front;
  const names = nameExamples(await openMeeting(front, flags));
  if (flags.json) {
    printJson(world, { v: 1, names: names.examples });
    return EXIT.done;
  }
  const { names: say } = await words(front.language, 'templates');
  printLines(world, namesScreen(names, say, screenWidth(world)));
  return EXIT.done;
}

function checkJson({ networks }: MeetingFiles, problems: readonly Problem[]): CheckJson {
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

async function problemsOfTemplates(
  { world, language }: Front,
  { folder, meeting, networks }: MeetingFiles,
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

function suspicions(
  { world, language }: Front,
  { meeting, networks }: MeetingFiles,
  say: Say,
): readonly Problem[] {
  if (!meeting) return [];
  const { date } = moments(language, meeting.timeZone);
  // A rehearsal has a time of its own, in which the meeting is still to come.
  const about = meeting.rehearsal ? [] : suspectMeeting(meeting, world.clock.now(), say, date);
  const headings = networks?.headings.map(({ heading }) => heading) ?? [];
  return [
    ...about,
    ...(headings.length > 0 ? suspectColumns(meeting, headings, say) : []),
    ...suspectRows(networks?.rows ?? [], say),
  ];
}
