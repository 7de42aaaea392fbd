/** Says which files hold no mail that can be read, and what to do about them. */
import { EXIT, MikronetError } from '../errors.ts';
import { formatProblem } from '../format/problem.ts';
import type { Unreadable } from '../work/mail-files.ts';
import type { Words } from '../words/words.ts';
import { screenWidth, type Front } from './command.ts';

/** A path where there is nothing is a mistake of whoever typed it. */
export function tellSkipped(
  { world, say: general }: Front,
  skipped: readonly Unreadable[],
  { sync: say }: Words<'replies'>,
): void {
  for (const { file, trouble } of skipped) {
    if (trouble === 'not-found') continue;
    const problem =
      trouble === 'outlook'
        ? { file, message: say.outlookFile, hint: say.outlookFileHint }
        : { file, message: say.notMail };
    world.terminal.err(formatProblem(problem, general, screenWidth(world)));
  }
  const missing = skipped.filter(({ trouble }) => trouble === 'not-found');
  if (missing.length === 0) return;
  throw new MikronetError(
    EXIT.usage,
    missing.map(({ file }) => ({ file, message: say.noFile })),
  );
}
