/**
 * A text as numbers to learn from: its words, pairs of words and pieces of words, each hashed to one
 * of so many slots (feature hashing, Weinberger et al. 2009). Pieces are why a misspelled, bent or
 * joined word still shares most with those that were seen.
 */

/** A power of two. */
export const SLOTS = 1 << 16;

/** What stands further down answers nothing any more. */
const WORDS_READ = 120;
const LETTERS_READ = 2_000;
const SHORTEST = 3;
const LONGEST = 5;

const TOKEN = /[\p{L}\p{M}0']+|[?!.,]/gu;

/** So that a word, a pair and a piece of the same letters are told apart. */
const WORD = 0x77;
const PAIR = 0x62;
const PIECE = 0x63;
const FIRST = 0x5e;
const LENGTH = 0x6c;

/** The slots that a text fills, each once, in no order. */
export function featuresOf(text: string): readonly number[] {
  const found = new Found();
  const words = wordsIn(text);
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    found.add(hashed(WORD, word));
    if (next !== undefined) found.add(hashed(hashed(hashed(PAIR, word), ' '), next));
    addPieces(`<${word}>`, found);
  }
  if (words[0] !== undefined) found.add(hashed(FIRST, words[0]));
  found.add(Math.imul(LENGTH, 1 + Math.min(8, words.length >> 3)));
  return found.slots;
}

/** When each slot was last filled: one table for all texts, since a set for each costs most of the time. */
const filled = new Uint32Array(SLOTS);
let texts = 0;

class Found {
  readonly slots: number[] = [];
  private readonly text = (texts += 1);

  add(hash: number): void {
    const slot = slotOf(hash);
    if (filled[slot] === this.text) return;
    filled[slot] = this.text;
    this.slots.push(slot);
  }
}

function wordsIn(text: string): readonly string[] {
  const start = text.slice(0, LETTERS_READ).normalize('NFC').toLowerCase();
  const plain = start.replace(/[’`´]/g, "'").replace(/\d+/g, '0');
  return plain.match(TOKEN)?.slice(0, WORDS_READ) ?? [];
}

function addPieces(word: string, found: Found): void {
  for (let from = 0; from + SHORTEST <= word.length; from += 1) {
    let hash = PIECE;
    const end = Math.min(from + LONGEST, word.length);
    for (let at = from; at < end; at += 1) {
      hash = further(hash, word.charCodeAt(at));
      if (at - from >= SHORTEST - 1) found.add(hash);
    }
  }
}

function hashed(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = further(hash, text.charCodeAt(at));
  return hash;
}

/** FNV-1a. */
function further(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The low bits alone of FNV say little of a short text. */
function slotOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) & (SLOTS - 1);
}
