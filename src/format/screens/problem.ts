/** A problem as a person reads it. */
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { displayWidth, printable, wrap } from './lines.ts';

/** `file:line: message`, the line itself, the way out; broken at spaces where a terminal is narrow. */
export function formatProblem(
  problem: Problem,
  say: Words<'general'>,
  width = Number.POSITIVE_INFINITY,
): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined);
  const where = [place.join(':'), problem.path].filter(Boolean).join(' ');
  const message = printable(where ? `${where}: ${problem.message}` : problem.message);
  return [
    ...fitted(message, width),
    ...(problem.excerpt ? [printable(`  ${problem.line ?? ''} | ${problem.excerpt}`)] : []),
    ...(problem.hint
      ? fitted(printable(say.hint(problem.hint)), width - 2).map((line) => `  ${line}`)
      : []),
  ].join('\n');
}

/** As it is where it fits. */
function fitted(text: string, width: number): readonly string[] {
  return displayWidth(text) <= width ? [text] : wrap(text, Math.max(width, 30));
}
