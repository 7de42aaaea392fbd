/** What is wrong with a command line, in words: which command, flag or value, and what may be meant. */
import { MAILINGS } from '../../domain/model.ts';
import { near } from '../../domain/names.ts';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { printable } from './lines.ts';
import { commandOf } from './sending-result.ts';

type Say = Words<'general'>;

/** `commands` are the names of all there are. */
export function unknownCommand(typed: string, commands: readonly string[], say: Say): Problem {
  // Whoever types the name of a mailing as a command, or its first letters, means to send it.
  const lines = new Map<string, string>([
    ...MAILINGS.map((mailing) => [mailing, commandOf(mailing)] as const),
    ...commands.map((command) => [command, command] as const),
    ...Object.entries(say.alsoCalled),
  ]);
  const name = typed.toLowerCase().normalize();
  const meant = lines.has(name) ? [name] : near(typed, lines.keys());
  return {
    message: say.usage.unknownCommand(printable(typed)),
    hint: say.usage.didYouMean(
      [...new Set(meant.flatMap((each) => lines.get(each) ?? []))],
      'mikronet --help',
    ),
  };
}

/** What is asked of a command as commander knows it. */
interface Command {
  readonly options: readonly { readonly long?: string | undefined }[];
  /** As typed. */
  readonly args: readonly string[];
  readonly registeredArguments: readonly { name(): string; readonly description: string }[];
}

/**
 * Commander's error in our words: what it quotes is the value. `name` is absent for `mikronet`
 * alone; `shown` says a placeholder in the language of the screen.
 */
export function usageProblem(
  { code, message }: { readonly code: string; readonly message: string },
  command: Command,
  name: string | undefined,
  shown: (term: string) => string,
  { usage: say }: Say,
): Problem {
  const quoted = printable(/'([^\n]*)'/.exec(message)?.[1] ?? '');
  const help = name === undefined ? 'mikronet --help' : `mikronet ${name} --help`;
  switch (code) {
    case 'commander.unknownOption': {
      const flags = [...command.options.flatMap(({ long }) => long ?? []), '--help'];
      return {
        message: say.unknownOption(quoted),
        hint: say.didYouMean(near(quoted, flags), help),
      };
    }
    case 'commander.optionMissingArgument':
      return { message: say.optionMissingArgument(shown(quoted)), hint: say.seeHelp(help) };
    case 'commander.missingArgument': {
      const missing = command.registeredArguments.find((each) => each.name() === quoted);
      return {
        message: say.missingArgument(shown(`<${quoted}>`)),
        hint: missing ? say.seeHelpToo(missing.description, help) : say.seeHelp(help),
      };
    }
    case 'commander.excessArguments': {
      const last = printable(command.args.at(-1) ?? '');
      return { message: say.excessArguments(last), hint: say.seeHelp(help) };
    }
    default:
      return { message: printable(message.replace(/^error: /, '')), hint: say.seeHelp(help) };
  }
}
