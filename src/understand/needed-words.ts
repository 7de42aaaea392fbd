/**
 * Words of which a text must hold one before a pattern of a lexicon can match it: so that most
 * patterns need not be tried at all on most texts. A pattern is taken apart only as far as it is
 * plain; where it is not, nothing is said.
 */

import { EVERYWHERE } from './lexicon/everywhere.ts';

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
    if (words && (best === undefined || worth(words) > worth(best))) best = words;
  }
  return best;
}

function ofPiece(piece: string): readonly string[] | undefined {
  if (piece.startsWith('(?:') && closes(piece, 0) === piece.length - 1)
    return neededWords(piece.slice(3, -1));
  const [, stem, last, maybe] = /^([\p{L}']+)([\p{L}'])(\?)?$/u.exec(piece) ?? [];
  if (stem === undefined) return undefined;
  return maybe === undefined ? [`${stem}${last}`] : [stem, `${stem}${last}`];
}

/** Without what is looked for around the words, and what may follow them. */
function withoutAsides(piece: string): string {
  let rest = piece.replace(/^\^/, '').replace(/\$$/, '');
  for (;;) {
    const from = rest.search(/\((?:\?[!=]|\?: )/);
    if (from === -1) return rest;
    const to = closes(rest, from);
    const optional = /^[?*]/.test(rest.slice(to + 1));
    if (to === -1 || (rest.startsWith('(?: ', from) && !optional)) return '(';
    rest = rest.slice(0, from) + rest.slice(to + (optional ? 2 : 1));
  }
}

/** Few and long words say more, and rare ones more than those of every second sentence. */
function worth(words: readonly string[]): number {
  const common = words.filter((word) => EVERYWHERE.has(word)).length;
  return Math.min(...words.map((word) => word.length)) - words.length / 8 - 8 * common;
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
