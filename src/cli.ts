/**
 * The front door. A table names every command and how to load it; only the one that was typed is
 * loaded. What ends a command becomes words and an exit code here, and nowhere else.
 *
 * How a command line runs: bin/mikronet.js makes the real world -> `cli` finds the command's name
 * -> its module in commands/ reads flags and runs -> work/ joins the pure rooms (domain/, format/,
 * understand/) with the world's interfaces (world.ts), which io/ implements.
 */
import type { Command, CommanderError } from 'commander';
import type { CommandModule, Front } from './commands/command.ts';
import { EXIT, gravest, MikronetError, type ExitCode } from './errors.ts';
import type { CommandShape } from './format/completion.ts';
import { displayWidth, harmlessText, pad, wrap } from './format/screens/lines.ts';
import { screenLanguage, words, type Words } from './words/words.ts';
import { FileError, type World } from './world.ts';

type Say = Words<'general'>;
type Name = keyof Say['summaries'];
type Placeholder = keyof Say['placeholders'];
type Group = keyof Say['groups'];
type Entry = readonly [Group, Name, Load];
type Load = () => Promise<{ readonly default: CommandModule }>;

/** In the order of the help; the summary of each stands in words/…/general.ts. */
const COMMANDS: readonly Entry[] = [
  ['begin', 'init', () => import('./commands/init.ts')],
  ['begin', 'check', () => import('./commands/check.ts')],
  ['begin', 'add', () => import('./commands/add.ts')],
  ['invite', 'preview', () => import('./commands/preview.ts')],
  ['invite', 'invite', () => import('./commands/invite.ts')],
  ['invite', 'remind', () => import('./commands/remind.ts')],
  ['invite', 'send', () => import('./commands/send.ts')],
  ['answers', 'sync', () => import('./commands/sync.ts')],
  ['answers', 'review', () => import('./commands/review.ts')],
  ['answers', 'inspect', () => import('./commands/inspect.ts')],
  ['answers', 'record', () => import('./commands/record.ts')],
  ['answers', 'undo', () => import('./commands/undo.ts')],
  ['list', 'status', () => import('./commands/status.ts')],
  ['list', 'export-attendees', () => import('./commands/export-attendees.ts')],
  ['after', 'opt-out', () => import('./commands/opt-out.ts')],
  ['after', 'forget', () => import('./commands/forget.ts')],
  ['after', 'purge', () => import('./commands/purge.ts')],
  ['more', 'merge', () => import('./commands/merge.ts')],
  ['more', 'demo', () => import('./commands/demo.ts')],
  ['more', 'completion', () => import('./commands/completion.ts')],
];

/** Flags before the name of the command that take a value. */
const WITH_VALUE = new Set(['-C', '--folder']);

/** As many problems as a person reads; `check --json` has them all. */
const PROBLEMS_SHOWN = 50;

/** Runs one command line (without `node` and the script) and returns its exit code. */
export async function cli(
  args: readonly string[],
  world: World,
  version: () => string,
): Promise<ExitCode> {
  const language = screenLanguage(world.env);
  const { name, rest } = route(args);
  const whole = name === undefined && asks(rest, '--help', '-h', '--version', '-V');
  // Side by side: waiting for the disk is a fifth of the start.
  const [say, loaded] = await Promise.all([
    words(language, 'general'),
    whole ? undefined : load(COMMANDS.find((entry) => entry[1] === name)),
  ]);
  const codes: ExitCode[] = [];
  const front: Front = {
    world,
    language,
    say,
    catalogue: () => catalogue(front),
    done: (code) => codes.push(code),
  };
  try {
    if (loaded) await run(name, rest, loaded, front);
    else if (asks(rest, '--help', '-h')) world.terminal.out(overview(say, world));
    else world.terminal.out(`${version()}\n`);
    await world.terminal.flushed();
  } catch (error) {
    codes.push(await report(error, world, say));
  }
  if (world.interruption.aborted) codes.push(EXIT.interrupted);
  return gravest(codes);
}

/**
 * The command's name is the first argument that is neither a flag nor a flag's value; flags may
 * stand before it. `help status` is `status --help`.
 */
function route(args: readonly string[]): { readonly name?: string; readonly rest: string[] } {
  const at = args.findIndex(
    (arg, index) => !arg.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? ''),
  );
  const end = args.indexOf('--');
  const name = args[at];
  if (name === undefined || (end !== -1 && end < at)) return { rest: [...args] };
  const rest = args.toSpliced(at, 1);
  if (name !== 'help') return { name, rest };
  const topic = route(rest);
  return { ...topic, rest: ['--help'] };
}

function asks(args: readonly string[], ...flags: readonly string[]): boolean {
  return args.some((arg) => flags.includes(arg));
}

interface Loaded {
  readonly Command: typeof Command;
  readonly module: CommandModule;
  /** Absent: `mikronet` alone. */
  readonly entry?: Entry;
}

async function load(entry: Entry | undefined): Promise<Loaded> {
  const module = await (entry ? entry[2]() : import('./commands/today.ts'));
  const { required } = await import('./format/required.ts');
  const { Command: Class } = required('commander') as typeof import('commander');
  return { Command: Class, module: module.default, ...(entry && { entry }) };
}

/** Lets commander read the rest of the line, and runs the command. */
async function run(
  name: string | undefined,
  rest: readonly string[],
  loaded: Loaded,
  front: Front,
): Promise<void> {
  const { say } = front;
  if (name !== undefined && !loaded.entry) {
    const { unknownCommand } = await import('./format/screens/usage-problem.ts');
    const names = COMMANDS.map((entry) => entry[1]);
    throw new MikronetError(EXIT.usage, unknownCommand(name, names, say));
  }
  const command = await build(loaded, front);
  try {
    await command.parseAsync(rest, { from: 'user' });
  } catch (error) {
    // Help that was asked for ends with an error, too.
    if (!isUsageError(error) || error.exitCode === 0) throw error;
    const { usageProblem } = await import('./format/screens/usage-problem.ts');
    const shown = (term: string) => placeholders(term, say);
    throw new MikronetError(EXIT.usage, usageProblem(error, command, name, shown, say));
  }
}

/** The command as commander knows it. */
async function build({ Command: Class, module, entry }: Loaded, front: Front): Promise<Command> {
  const { say, world } = front;
  const command = new Class(entry ? `mikronet ${entry[1]}` : 'mikronet')
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => say.commander[title as keyof Say['commander']] ?? title,
      styleUsage: (usage) =>
        placeholders(usage.replace('[options]', say.commander['[options]']), say),
      styleArgumentTerm: (term) => placeholders(`<${term}>`, say).slice(1, -1),
      styleOptionTerm: (term) => placeholders(term, say),
      // What holds without a flag is said in its own words; commander adds `(default: [])`.
      optionDescription: (option) => option.description,
    })
    .configureOutput({
      writeOut: (text) => world.terminal.out(text),
      // Said in words of our own by `report`.
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(world.terminal.columns, 100),
    });
  if (entry) command.description(say.summaries[entry[1]]);
  await module(command, front);
  addSharedFlags(command, say);
  return command;
}

/** `--only <network...>` in the language of the screen: `--only <netværk...>`. */
function placeholders(term: string, say: Say): string {
  return term.replace(/<[^>]*>|\[[^\]]*\]/g, (place) =>
    place.replace(/[a-z]+/g, (name) =>
      Object.hasOwn(say.placeholders, name) ? say.placeholders[name as Placeholder] : name,
    ),
  );
}

async function catalogue(front: Front): Promise<readonly CommandShape[]> {
  return Promise.all(
    COMMANDS.map(async (entry) => {
      const { options } = await build(await load(entry), front);
      return {
        name: entry[1],
        summary: front.say.summaries[entry[1]],
        flags: options.flatMap(({ short, long, description: meaning }) =>
          [long, short].filter((flag) => flag !== undefined).map((flag) => ({ flag, meaning })),
        ),
      };
    }),
  );
}

function addSharedFlags(command: Command, say: Say): void {
  command
    .optionsGroup(say.headings.shared)
    .option('-C, --folder <dir>', say.flags.folder)
    .option('--json', say.flags.json)
    .option('--yes', say.flags.yes)
    .option('--no-color', say.flags.noColor)
    .option('--verbose', say.flags.verbose)
    .addHelpOption(
      command.createOption('-h, --help', say.flags.help).helpGroup(say.headings.shared),
    );
}

function isUsageError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** `mikronet --help`: every command, in groups. Drawn here because commander costs a fifth of the start. */
function overview(say: Say, world: World): string {
  const width = Math.min(world.terminal.columns, 100);
  const left = Math.max(...COMMANDS.map(([, name]) => displayWidth(name)), 0) + 4;
  const lines = [...wrap(say.tagline, width), '', say.overviewUsage];
  let group: Group | undefined;
  for (const [ofGroup, name] of COMMANDS) {
    if (ofGroup !== group) lines.push('', say.groups[(group = ofGroup)]);
    const [first, ...more] = wrap(say.summaries[name], Math.max(30, width - left));
    lines.push(pad(`  ${name}`, left) + first, ...more.map((line) => ' '.repeat(left) + line));
  }
  return `${[...lines, '', ...say.overviewEnd].join('\n')}\n`;
}

/** Says what went wrong; the exit code that goes with it. */
async function report(error: unknown, world: World, say: Say): Promise<ExitCode> {
  // Ctrl-C in a question rejects whatever awaited its answer.
  if (world.interruption.aborted && !(error instanceof MikronetError)) {
    if (world.terminal.errIsTerminal) world.terminal.err(say.stopped);
    return EXIT.interrupted;
  }
  if (isUsageError(error)) return EXIT.done;
  if (error instanceof MikronetError) {
    const { formatProblem } = await import('./format/screens/problem.ts');
    const shown = error.problems.slice(0, PROBLEMS_SHOWN);
    const { errIsTerminal, columns } = world.terminal;
    const width = errIsTerminal ? columns : Infinity;
    for (const problem of shown) world.terminal.err(formatProblem(problem, say, width));
    const more = error.problems.length - shown.length;
    if (more > 0) world.terminal.err(say.moreProblems(more));
    return error.exit;
  }
  if (error instanceof FileError) {
    const { formatProblem } = await import('./format/screens/problem.ts');
    const hint = say.filesHints[error.trouble];
    const problem = { message: say.files[error.trouble], ...(hint !== undefined && { hint }) };
    world.terminal.err(formatProblem({ file: error.path, ...problem }, say));
    return error.trouble === 'full' || error.trouble === 'busy' ? EXIT.unfinished : EXIT.usage;
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  // It may quote whatever was read.
  world.terminal.err(harmlessText(say.bug(message, stack)));
  return EXIT.bug;
}
