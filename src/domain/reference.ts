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

/** What may be typed for each symbol. Every word of nine letters in a mailbox is looked up here. */
const TYPED: ReadonlyMap<string, string> = new Map(
  [...LETTERS, 'O0', 'I1', 'L1'].flatMap((pair) => {
    const [letter = '', symbol = letter] = pair;
    return [
      [letter, symbol],
      [letter.toLowerCase(), symbol],
    ];
  }),
);

/** Looked for from every word on: in "ref 7QK 2M4 XDF" the first nine are not it. */
const SHAPE =
  /(?<![0-9a-z])(?=([0-9a-z]{3}[- \u2010-\u2015]?[0-9a-z]{3}[- \u2010-\u2015]?[0-9a-z]{3})(?![0-9a-z]))/gi;

/** All that stand in a text, each once, in order; `limit` characters are looked at. */
export function referencesIn(text: string, limit = 100_000): readonly string[] {
  const found = new Set<string>();
  for (const [, typed = ''] of text.slice(0, limit).matchAll(SHAPE)) {
    const reference = readReference(typed);
    if (reference !== undefined) found.add(reference);
  }
  return [...found];
}
