/**
 * How a command is written. One verb a file, whose default export is a `CommandModule`: it adds
 * its arguments, flags and examples to a commander command, and an action that reads the flags and
 * calls `run`, which works and returns the exit code:
 *
 *     const status: CommandModule = async (command, front) => {
 *       const say = await words(front.language, 'status');
 *       command.argument('[network]', say.network).option('--silent', say.silent);
 *       examples(command, front, say.examples);
 *       command.action(async (network, flags) => front.done(await run(front, …)));
 *     };
 *     export default status;
 *
 * The front door names it, says its summary, and adds the flags that every command has.
 */
import type { Command } from 'commander';
import type { ExitCode } from '../errors.ts';
import type { CommandShape } from '../format/completion.ts';
import { displayWidth, fitted, jsonText, pad, wrap } from '../format/screens/lines.ts';
import type { ScreenLanguage, Words } from '../words/words.ts';
import type { World } from '../world.ts';

/** What the front door hands to a command. */
export interface Front {
  readonly world: World;
  readonly language: ScreenLanguage;
  /** What every command may say; its own sentences a command loads with `words(language, topic)`. */
  readonly say: Words<'general'>;
  /** Every command with its flags: loads them all. */
  catalogue(): Promise<readonly CommandShape[]>;
  /** Called by the action when the work is done. */
  done(code: ExitCode): void;
}

/** The flags that every command has; the front door adds them. */
export interface SharedFlags {
  readonly folder?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly verbose?: boolean;
}

export type CommandModule = (command: Command, front: Front) => Promise<void> | void;

/** A command line, and what it does. */
export type Example = readonly [line: string, meaning: string];

/** Shows examples at the end of `--help`. */
export function examples(command: Command, front: Front, list: readonly Example[]): void {
  const width = Math.max(...list.map(([line]) => displayWidth(line)));
  const fits = width + 4 + Math.max(...list.map(([, meaning]) => displayWidth(meaning)));
  const lines = list.map(([line, meaning]) =>
    fits <= front.world.terminal.columns
      ? `  ${pad(line, width)}  ${meaning}`
      : `  ${line}\n      ${meaning}`,
  );
  command.addHelpText('after', `\n${front.say.headings.examples}\n${lines.join('\n')}`);
}

/** For a flag that may be repeated: what was given so far, and one more. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Names the next command: on stderr, on a terminal only. */
export function nextCommand({ terminal }: World, sentence: string): void {
  if (!terminal.errIsTerminal || !terminal.outIsTerminal) return;
  for (const line of wrap(sentence, terminal.columns)) terminal.err(line);
}

/** What scripts read, on stdout. */
export function printJson({ terminal }: World, json: object): void {
  terminal.out(jsonText(json));
}

/** What people read, on stdout: whole lines, broken at spaces where the terminal is narrow. */
export function printLines(world: World, lines: readonly string[]): void {
  const width = screenWidth(world);
  world.terminal.out(lines.map((line) => `${fitted(line, width)}\n`).join(''));
}

/** Columns to fit a screen into; what goes into a pipe or a file is never cut. */
export function screenWidth({ terminal, env }: World): number {
  return terminal.outIsTerminal ? terminal.columns || 80 : Number(env['COLUMNS']) || Infinity;
}
