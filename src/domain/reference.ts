/**
 * The code that ties a mail to an invitation: 8 symbols and a check symbol of Crockford's 32
 * letters, shown `7QK-2M4-XDF`. It is read in any case, with or without hyphens, O as 0, I and L
 * as 1. Those of test mails begin with T; no other does.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const OF_TESTS = 'T';
const WITHOUT_T = LETTERS.replace(OF_TESTS, '');

/** Made of at least 8 bytes of a keyed hash; `test` for a test mail. */
export function referenceFrom(bytes: Uint8Array, kind: 'invitation' | 'test'): string {
  const first =
    kind === 'test' ? OF_TESTS : WITHOUT_T[(bytes[0]! * 256 + bytes[7]!) % WITHOUT_T.length]!;
  let symbols = first;
  for (let at = 1; at < 8; at += 1) symbols += LETTERS[bytes[at]! & 31]!;
  return symbols + checkSymbol(symbols);
}

/** Odd weights: every single wrong symbol is found, and nearly every swap of neighbours. */
function checkSymbol(symbols: string): string {
  let sum = 0;
  for (let at = 0; at < symbols.length; at += 1) {
    sum += (2 * at + 1) * LETTERS.indexOf(symbols[at]!);
  }
  return LETTERS[sum % 32]!;
}

/** `7QK2M4XDF` -> `7QK-2M4-XDF`. */
export function shownReference(reference: string): string {
  return reference.replace(/^(.{3})(.{3})(.{3})$/, '$1-$2-$3');
}

export function isTestReference(reference: string): boolean {
  return reference.startsWith(OF_TESTS);
}

/** As typed by a person, in the form that the journal holds; undefined where it is none. */
export function readReference(typed: string): string | undefined {
  let symbols = '';
  for (const letter of typed) {
    const symbol = TYPED.get(letter);
    if (symbol !== undefined) symbols += symbol;
    else if (!/[-\s\u2010-\u2015]/.test(letter)) return undefined;
  }
  if (symbols.length !== 9) return undefined;
  return checkSymbol(symbols.slice(0, 8)) === symbols[8] ? symbols : undefined;
}

/** What may be typed for each symbol. */
const TYPED: ReadonlyMap<string, string> = new Map(
  [...LETTERS, 'O0', 'I1', 'L1'].flatMap((pair) => {
    const [letter = '', symbol = letter] = pair;
    return [
      [letter, symbol],
      [letter.toLowerCase(), symbol],
    ];
  }),
);

/**
 * All that stand in a text, each once, in order; `limit` characters are looked at. Looked for from
 * every word on: in "ref 7QK 2M4 XDF" the first nine are not it. Whole mailboxes come by here.
 */
export function referencesIn(text: string, limit = 100_000): readonly string[] {
  const found = new Set<string>();
  const end = Math.min(text.length, limit);
  let length = 0;
  for (let at = 0; at <= end; at += 1) {
    if (at < end && isWordLetter(text.charCodeAt(at))) {
      length += 1;
      continue;
    }
    // One, two or three of the groups.
    if (length === 3 || length === 6 || length === 9) {
      const reference = referenceAt(text, at - length, end);
      if (reference !== undefined) found.add(reference);
    }
    length = 0;
  }
  return [...found];
}

/** Three times three symbols and no more, at most one sign between the groups. */
function referenceAt(text: string, from: number, end: number): string | undefined {
  let at = from;
  let sum = 0;
  let last = NONE;
  for (let count = 0; count < 9; count += 1, at += 1) {
    if ((count === 3 || count === 6) && at < end && isBetween(text.charCodeAt(at))) at += 1;
    const code = at < end ? text.charCodeAt(at) : ASCII;
    last = code < ASCII ? VALUES[code]! : NONE;
    if (last === NONE) return undefined;
    if (count < 8) sum += (2 * count + 1) * last;
  }
  if (at < end && isWordLetter(text.charCodeAt(at))) return undefined;
  return sum % 32 === last ? readReference(text.slice(from, at)) : undefined;
}

const NONE = 255;
const ASCII = 128;

/** The place in LETTERS of what is typed, by its code. */
const VALUES = new Uint8Array(ASCII).fill(NONE);
for (const [letter, symbol] of TYPED) VALUES[letter.charCodeAt(0)] = LETTERS.indexOf(symbol);

/** 1 for a to z in either case, and digits. */
const WORD_LETTERS = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/[a-z0-9]/i.test(String.fromCharCode(code))),
);

function isWordLetter(code: number): boolean {
  return code < ASCII && WORD_LETTERS[code] === 1;
}

/** A blank, a hyphen, or what typesetters put in its place. */
function isBetween(code: number): boolean {
  return code === 0x20 || code === 0x2d || (code >= 0x2010 && code <= 0x2015);
}
