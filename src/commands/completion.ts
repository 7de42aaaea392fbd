/** `completion <shell>`: prints the script that makes the shell complete commands and flags. */
import { EXIT, MikronetError } from '../errors.ts';
import { completionScript, SHELLS, type Shell } from '../format/completion.ts';
import { words } from '../words/words.ts';
import { examples, type CommandModule } from './command.ts';

const completion: CommandModule = async (command, front) => {
  const say = await words(front.language, 'setup');
  command.argument('<shell>', say.shell);
  examples(command, front, say.completionExamples);
  command.action(async (typed: string) => {
    const shell = SHELLS.find((name): name is Shell => name === typed.toLowerCase());
    if (!shell) {
      throw new MikronetError(EXIT.usage, {
        message: say.badShell(typed),
        hint: say.badShellHint(SHELLS),
      });
    }
    front.world.terminal.out(completionScript(shell, await front.catalogue()));
    front.done(EXIT.done);
  });
};

export default completion;
