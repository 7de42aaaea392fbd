/** A problem as a person reads it. */
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { printable } from './lines.ts';

/** `file:line: message`, the line itself, the way out. */
export function formatProblem(problem: Problem, say: Words<'general'>): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined);
  const where = [place.join(':'), problem.path].filter(Boolean).join(' ');
  const lines = [where ? `${where}: ${problem.message}` : problem.message];
  if (problem.excerpt) lines.push(`  ${problem.line ?? ''} | ${problem.excerpt}`);
  if (problem.hint) lines.push(`  ${say.hint(problem.hint)}`);
  return lines.map(printable).join('\n');
}
