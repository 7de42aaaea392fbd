/** Reads a template's source by Handlebars' grammar, and says where that fails. */
import { Handlebars } from './handlebars.ts';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { pieces } from './template-source.ts';

type Say = Words<'templates'>;

/** A source that was read by Handlebars' grammar. */
export interface ParsedTemplate {
  readonly file: string;
  readonly program: hbs.AST.Program;
  /** The source's lines, to be shown. */
  readonly lines: readonly string[];
  /** Added to the columns of the first line. */
  readonly column: number;
}

/** `lines`: of the whole file. */
export function parseTemplate(
  file: string,
  source: string,
  lines: readonly string[],
  column: number,
  say: Say,
): ParsedTemplate | Problem {
  try {
    return { file, program: Handlebars.parse(source), lines, column };
  } catch (error) {
    return syntaxProblem(file, error, source, lines, say);
  }
}

function syntaxProblem(
  file: string,
  error: unknown,
  source: string,
  lines: readonly string[],
  say: Say,
): Problem {
  const open = unclosed(source);
  if (open) {
    const message = say.unclosed(open.name);
    const hint = say.unclosedHint(open.name);
    return { file, line: open.line, message, hint, ...excerpt(lines, open.line) };
  }
  const text = error instanceof Error ? error.message : '';
  const place = error as { readonly lineNumber?: number; readonly column?: number };
  const line =
    place.lineNumber ?? Number(/(?:Parse error|Lexical error) on line (\d+)/.exec(text)?.[1] ?? 1);
  const mismatch = /^(\S+) doesn't match (\S+) -/.exec(text);
  return {
    file,
    line,
    ...(place.column !== undefined && { column: place.column + 1 }),
    message: mismatch ? say.mismatch(mismatch[1]!, mismatch[2]!) : say.syntax,
    hint: mismatch ? say.mismatchHint : say.syntaxHint,
    ...excerpt(lines, line),
  };
}

/** The innermost block that never ends, where all that end are right. */
function unclosed(source: string): { readonly name: string; readonly line: number } | undefined {
  const open: { readonly name: string; readonly line: number }[] = [];
  let line = 1;
  for (const piece of pieces(source)) {
    const text = typeof piece === 'string' ? piece : piece.raw;
    if (typeof piece !== 'string' && (piece.kind === 'open' || piece.kind === 'close')) {
      const name = /[#/]\s*([^\s~}]+)/.exec(text)?.[1] ?? '';
      if (piece.kind === 'open') open.push({ name, line });
      else if (open.pop()?.name !== name) return undefined;
    }
    line += text.split('\n').length - 1;
  }
  return open.at(-1);
}

const LONGEST_EXCERPT = 160;

/** The line itself, as problems show it. */
export function excerpt(lines: readonly string[], line: number): { readonly excerpt?: string } {
  const text = lines[line - 1]?.trim().slice(0, LONGEST_EXCERPT);
  return text ? { excerpt: text } : {};
}
