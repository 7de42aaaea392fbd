/** Says which files nobody could look into while somebody was erased: they may still name them. */
import { formatProblem } from '../format/screens/problem.ts';
import type { Unseen } from '../work/erase-files.ts';
import type { Words } from '../words/words.ts';
import { screenWidth, type Front } from './command.ts';

export function tellUnseen(
  { world, say: general }: Front,
  unseen: readonly Unseen[],
  say: Words<'privacy'>['forget'],
): void {
  for (const { file, why } of unseen) {
    const reason =
      why === 'elsewhere' || why === 'too-deep' || why === 'too-many'
        ? say.unseenWhy[why]
        : general.files[why];
    const problem = { file, message: say.unseen(reason), hint: say.unseenHint };
    world.terminal.err(formatProblem(problem, general, screenWidth(world)));
  }
}
