/** Names below each other, a line each. */
import { LEXICONS } from './languages.ts';

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: (?:van |von |de |af )?\\p{Lu}[\\p{L}'’.-]*){1,3}";
const NAME_LINE = new RegExp(
  `^(?:\\d{1,2}[.)] )?[\\s*•–-]*(${NAME})(?: \\([^()]{1,40}\\))?[.,;]?$`,
  'u',
);
const ITEM = /^\s*[*•–-]\s*\S/;
const ASSOCIATION = new RegExp(LEXICONS.map(({ associations }) => associations).join('|'), 'iu');

/** Below a line that announces them, or as many as were counted. */
export function namesOnLines(text: string, seats: number | undefined): readonly string[] {
  const lines = text.normalize('NFC').split('\n').slice(0, 60);
  const from = lines.findIndex((line) => /:\s*$/.test(line)) + 1;
  if (from > 0) return namesFrom(lines.slice(from)) ?? [];
  if (seats === undefined || seats < 2) return [];
  for (const at of lines.keys()) {
    const names = namesFrom(lines.slice(at)) ?? [];
    if (names.length === seats) return names;
  }
  return [];
}

/** undefined: a list of which one line is not understood counts too few. */
function namesFrom(lines: readonly string[]): readonly string[] | undefined {
  const found: string[] = [];
  for (const line of lines) {
    const name = NAME_LINE.exec(line.slice(0, 200))?.[1];
    if (name === undefined && ITEM.test(line)) return undefined;
    if ((name === undefined && line.trim() !== '') || ASSOCIATION.test(name ?? '')) break;
    if (name !== undefined) found.push(name);
  }
  return found;
}
