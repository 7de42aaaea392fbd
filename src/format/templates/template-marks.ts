/**
 * A mark of letters only in place of each mustache, so that Markdown can be rendered once and for
 * all: it sees a word, whatever the value will hold.
 */
import { pieces, type Mustache } from './template-source.ts';

export interface Marked {
  /** The Markdown, with marks; mustaches that stand alone on their lines are paragraphs of their own. */
  readonly text: string;
  /** Text between marks as it is; `before` are the few letters that stand before the mark. */
  unmark(text: string, to: (mustache: Mustache, before: string) => string): string;
  /** The mustaches of a text that holds nothing else, if they stand around paragraphs. */
  standing(text: string): readonly Mustache[] | undefined;
}

const BEFORE = 6;

export function mark(source: string): Marked {
  // Lower case: the host of a link may be folded.
  let prefix = 'qzm';
  while (source.includes(prefix)) prefix += 'q';
  const mustaches: Mustache[] = [];
  const marked = pieces(source).map((part) => {
    if (typeof part === 'string') return part;
    mustaches.push(part);
    return prefix + letters(mustaches.length - 1);
  });
  const pattern = new RegExp(`${prefix}([a-z]{4})`, 'g');
  const onlyMarks = new RegExp(`^\\s*(?:${prefix}[a-z]{4}\\s*)+$`);
  const indexes = (text: string) =>
    [...text.matchAll(pattern)].map(([, code = '']) => numberOf(code));

  const lines = marked.join('').split('\n');
  const standing = standingMustaches(
    mustaches,
    lines.map((line) => ({ indexes: indexes(line), isBare: onlyMarks.test(line) })),
  );
  const isStanding = (text: string) =>
    onlyMarks.test(text) && indexes(text).every((index) => standing.has(index));
  return {
    text: lines.map((line) => (isStanding(line) ? `\n${line.trim()}\n` : line)).join('\n'),
    unmark: (text, to) =>
      text.replace(pattern, (_, code: string, at: number) =>
        to(mustaches[numberOf(code)]!, text.slice(Math.max(0, at - BEFORE), at)),
      ),
    standing: (text) =>
      isStanding(text) ? indexes(text).map((index) => mustaches[index]!) : undefined,
  };
}

interface Line {
  readonly indexes: readonly number[];
  /** Nothing but mustaches. */
  readonly isBare: boolean;
}

/**
 * Those that stand around paragraphs: each of their lines holds nothing that is printed, and the
 * same is true of all that belong together, from {{#if}} over {{else}} to {{/if}}.
 */
function standingMustaches(
  mustaches: readonly Mustache[],
  lines: readonly Line[],
): ReadonlySet<number> {
  const groups = groupsOf(mustaches);
  const inline = new Set<number>();
  const isPrinted = (index: number) => /^(?:value|escaped)$/.test(mustaches[index]!.kind);
  for (const { indexes, isBare } of lines) {
    if (!isBare || indexes.some(isPrinted)) for (const index of indexes) inline.add(index);
  }
  for (let before = -1; before !== inline.size;) {
    before = inline.size;
    for (const together of [...groups, ...lines.map(({ indexes }) => indexes)]) {
      if (together.some((index) => inline.has(index)))
        for (const each of together) inline.add(each);
    }
  }
  return new Set([...mustaches.keys()].filter((index) => !inline.has(index)));
}

function groupsOf(mustaches: readonly Mustache[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const open: number[][] = [];
  for (const [index, { kind }] of mustaches.entries()) {
    if (kind === 'open') open.push([index]);
    else if (kind === 'else') open.at(-1)?.push(index);
    else if (kind === 'close') groups.push([...(open.pop() ?? []), index]);
  }
  return groups;
}

/** Four letters: a template has far fewer mustaches than they can tell apart. */
function letters(index: number): string {
  let code = '';
  for (let left = index, place = 0; place < 4; place += 1, left = Math.floor(left / 26)) {
    code = String.fromCharCode(97 + (left % 26)) + code;
  }
  return code;
}

function numberOf(code: string): number {
  return Array.from(code).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
}
