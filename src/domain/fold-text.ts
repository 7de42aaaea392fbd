/** Texts folded as names are, for finding words in them: whole mailboxes come by here. */
import { foldLong } from './names.ts';

/**
 * The beginning of a text as `foldName` would fold it, so many letters of it. Letters of Latin-1
 * fold each by itself, so one pass over them does; others may depend on their neighbours.
 */
export function foldText(text: string, letters: number): string {
  const end = Math.min(text.length, letters);
  // Kept from call to call: a new one for each mail costs more than the folding.
  if (folded.length < 2 * end) folded = new Uint8Array(2 * end);
  let length = 0;
  let last = BLANK;
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return foldLong(text.slice(0, letters));
    const letter = FIRST[code]!;
    if (letter === BLANK && last === BLANK) continue;
    folded[length++] = last = letter;
    const second = SECOND[code]!;
    if (second !== NONE) folded[length++] = second;
  }
  if (length > 0 && last === BLANK) length -= 1;
  return LATIN_1.decode(folded.subarray(0, length));
}

const BLANK = 0x20;
const NONE = 0;
const LATIN_1 = new TextDecoder('latin1');
let folded = new Uint8Array(0);

/** What each letter of Latin-1 becomes: one or two letters, or a blank. */
const FIRST = new Uint8Array(256).fill(BLANK);
const SECOND = new Uint8Array(256).fill(NONE);
for (let code = 0; code < 256; code += 1) {
  const [first, second] = foldLong(String.fromCharCode(code));
  if (first !== undefined) FIRST[code] = first.charCodeAt(0);
  if (second !== undefined) SECOND[code] = second.charCodeAt(0);
}
