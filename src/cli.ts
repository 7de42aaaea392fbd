/**
 * The front door. A table names every command and how to load it; only the one that was typed is
 * loaded. Errors become words and an exit code here, and nowhere else.
 */
import { Command, CommanderError } from 'commander';
import type { CommandModule, Front } from './commands/command.ts';
import { EXIT, gravest, MikronetError, type ExitCode, type Problem } from './errors.ts';
import { screenLanguage, words, type Words } from './words/words.ts';
import type { World } from './world.ts';

type Name = keyof Words<'general'>['summaries'];

/** In the order of use; the summary of each stands in words/…/general.ts. */
const COMMANDS: readonly (readonly [Name, () => Promise<{ default: CommandModule }>])[] = [];

/** Runs one command line (without `node` and the script) and returns its exit code. */
export async function cli(
  args: readonly string[],
  world: World,
  version: string,
): Promise<ExitCode> {
  const language = screenLanguage(world.env);
  const say = await words(language, 'general');
  const codes: ExitCode[] = [];
  const front: Front = { world, language, done: (code) => codes.push(code) };

  const program = new Command('mikronet')
    .description(say.tagline)
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.terminal.out(text),
      writeErr: (text) => world.terminal.err(text.trimEnd()),
      getOutHelpWidth: () => world.terminal.columns,
      getErrHelpWidth: () => world.terminal.columns,
    });

  try {
    for (const [name, load] of COMMANDS) {
      const command = program.command(name).description(say.summaries[name]);
      if (!args.includes(name)) continue;
      command
        .option('-C, --folder <dir>', say.flags.folder)
        .option('--json', say.flags.json)
        .option('--yes', say.flags.yes)
        .option('--no-color', say.flags.noColor)
        .option('--verbose', say.flags.verbose);
      await (await load()).default(command, front);
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    codes.push(report(error, world, say));
  }
  if (world.interruption.aborted) codes.push(EXIT.interrupted);
  return gravest(codes);
}

function report(error: unknown, world: World, say: Words<'general'>): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof MikronetError) {
    for (const problem of error.problems) world.terminal.err(formatProblem(problem, say));
    return error.exit;
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  world.terminal.err(say.bug(message, stack));
  return EXIT.bug;
}

/** `file:line: message`, the line itself, the way out. */
export function formatProblem(problem: Problem, say: Words<'general'>): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined);
  const where = [place.join(':'), problem.path].filter(Boolean).join(' ');
  const lines = [where ? `${where}: ${problem.message}` : problem.message];
  if (problem.excerpt) lines.push(`  ${problem.line} | ${problem.excerpt}`);
  if (problem.hint) lines.push(`  ${say.hint(problem.hint)}`);
  return lines.join('\n');
}
