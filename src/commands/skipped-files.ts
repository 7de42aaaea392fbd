/** Says which files hold no mail that can be read, and what to do about them. */
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { formatProblem } from '../format/screens/problem.ts';
import type { Unreadable } from '../work/mail-files.ts';
import type { Words } from '../words/words.ts';
import { screenWidth, type Front } from './command.ts';

/** What was named and cannot be read is a mistake of whoever typed it. */
export function tellSkipped(
  { world, say: general }: Front,
  skipped: readonly Unreadable[],
  { sync: say }: Words<'replies'>,
): void {
  const mistaken: Problem[] = [];
  for (const { file, trouble, named } of skipped) {
    if (trouble === 'outlook' || trouble === 'not-mail') {
      const problem =
        trouble === 'outlook'
          ? { file, message: say.outlookFile, hint: say.outlookFileHint }
          : { file, message: say.notMail };
      world.terminal.err(formatProblem(problem, general, screenWidth(world)));
    } else if (named) {
      const message = trouble === 'not-found' ? say.noFile : general.files[trouble];
      const hint = general.filesHints[trouble];
      mistaken.push({ file, message, ...(hint !== undefined && { hint }) });
    } else {
      const problem = { file, message: general.files[trouble] };
      world.terminal.err(formatProblem(problem, general, screenWidth(world)));
    }
  }
  if (mistaken.length > 0) throw new MikronetError(EXIT.usage, mistaken);
}
