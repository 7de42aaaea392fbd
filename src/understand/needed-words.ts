/**
 * Words of which a text must hold one before a pattern of a lexicon can match it: so that most
 * patterns need not be tried at all on most texts. A pattern is taken apart only as far as it is
 * plain; where it is not, nothing is said.
 */

import { frequency } from './lexicon/frequency.ts';

/** undefined: the pattern may match a text without any word that can be named. */
export function neededWords(pattern: string): readonly string[] | undefined {
  const ways = alternatives(pattern).map(ofSequence);
  return ways.every((way) => way !== undefined) ? ways.flat() : undefined;
}

/** Of what must all be there, the piece that says the most. */
function ofSequence(sequence: string): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const piece of cut(sequence, ' ').map(withoutAsides)) {
    const words = ofPiece(piece);
    if (words && (best === undefined || hits(words) < hits(best))) best = words;
  }
  return best;
}

function ofPiece(piece: string): readonly string[] | undefined {
  if (piece.startsWith('(?:') && closes(piece, 0) === piece.length - 1)
    return neededWords(piece.slice(3, -1));
  return spellings(piece);
}

const PLAIN = /^[\p{L}']+$/u;
/** A letter or endings, which may be missing. */
const LETTERS = /(?:([\p{L}'])|\(\?:([\p{L}'|]+)\))(\?)?/uy;
const MANY = 40;

/** The words that a piece may be: `tak(?:ker)?`, `gerne?`. */
function spellings(piece: string): readonly string[] | undefined {
  if (PLAIN.test(piece)) return [piece];
  let words: readonly string[] = [''];
  LETTERS.lastIndex = 0;
  while (LETTERS.lastIndex < piece.length) {
    const [, letter, endings, optional] = LETTERS.exec(piece) ?? [];
    const next = letter === undefined ? endings?.split('|') : [letter];
    if (!next || words.length > MANY) return undefined;
    const ways = optional === undefined ? next : ['', ...next];
    words = words.flatMap((word) => ways.map((way) => word + way));
  }
  return words.includes('') ? undefined : words;
}

/** Without what is looked for around the words, and what may stand before or behind them. */
function withoutAsides(piece: string): string {
  let rest = piece.replace(/^\^/, '').replace(/\$$/, '');
  for (;;) {
    const before = wordsBefore(rest);
    if (before > 0) {
      rest = rest.slice(before);
      continue;
    }
    const from = rest.search(/\((?:\?<?[!=]|\?: )/);
    if (from === -1) return rest;
    const to = closes(rest, from);
    const optional = /^[?*]/.test(rest.slice(to + 1));
    if (to === -1 || (rest.startsWith('(?: ', from) && !optional)) return '(';
    rest = rest.slice(0, from) + rest.slice(to + (optional ? 2 : 1));
  }
}

/** How long the whole words are, with blanks behind them, that a piece begins with. */
function wordsBefore(piece: string): number {
  const to = piece.startsWith('(?:') ? closes(piece, 0) : -1;
  const whole = to !== -1 && alternatives(piece.slice(3, to)).every((each) => each.endsWith(' '));
  return whole ? to + (/^[?*+]/.test(piece.slice(to + 1)) ? 2 : 1) : 0;
}

/** Few words that turn up seldom tell the most. */
function hits(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + frequency(word), 0);
}

/** Cut at `|` outside of brackets. */
function alternatives(pattern: string): readonly string[] {
  return cut(pattern, '|');
}

function cut(pattern: string, at: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index]!;
    if (char === '\\') index += 1;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (char === at && depth === 0) {
      found.push(pattern.slice(from, index));
      from = index + 1;
    }
  }
  return [...found, pattern.slice(from)];
}

/** Where the bracket at `from` closes. */
function closes(piece: string, from: number): number {
  let depth = 0;
  for (let index = from; index < piece.length; index += 1) {
    const char = piece[index]!;
    if (char === '\\') index += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}
