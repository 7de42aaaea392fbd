/** Names: when two are the same, what a name is as an id, and which was meant by what somebody typed. */

/** Longer names are compared by their beginning, which bounds the work. */
const LONGEST = 200;

const BARE: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ł: 'l' };
const SPELT: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
};

const folding = piecewise((text) =>
  tidy(
    withoutMarks(text.normalize('NFD'))
      .toLowerCase()
      .replace(/[æøßđł]/g, (letter) => BARE[letter]!),
  ),
);

const spelling = piecewise((text) =>
  foldName(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[æøåäöü]/g, (letter) => SPELT[letter]!),
  ),
);

/**
 * By which two names are the same: without case, accents, spaces and punctuation.
 * `Håndværk & Co.` is `handvaerk co`.
 */
export function foldName(name: string): string {
  return folding(name, LONGEST);
}

/** As `foldName`, with letters spelt out as on a keyboard without them: `haandvaerk co`. */
function spelt(name: string): string {
  return spelling(name, LONGEST);
}

/** `foldName` for what is longer than a name. */
export function foldLong(text: string): string {
  return folding(text, text.length);
}

/**
 * The same, with less work: what stands between plain letters, digits and blanks is folded once and
 * remembered, since names are much alike. Letters beyond Latin-1 may depend on their neighbours.
 */
function piecewise(fold: (text: string) => string): (text: string, letters: number) => string {
  const pieces = new Map<string, string>();
  const piece = (typed: string): string => {
    let folded = pieces.get(typed);
    if (folded === undefined) {
      folded = fold(`a${typed}a`).slice(1, -1);
      if (pieces.size < MOST_PIECES && typed.length < LONG_PIECE) pieces.set(typed, folded);
    }
    return folded;
  };
  return (whole, letters) => {
    const text = whole.length > letters ? whole.slice(0, letters) : whole;
    if (!LATIN_1.test(text)) return fold(text);
    return text
      .toLowerCase()
      .replace(/[^a-z0-9 ]+/g, piece)
      .replace(/ {2,}/g, ' ')
      .trim();
  };
}

const MOST_PIECES = 5_000;
const LONG_PIECE = 20;
// oxlint-disable-next-line no-control-regex
const LATIN_1 = /^[\x00-\xff]*$/;

/** `Håndværk & Co.` -> `haandvaerk-co`: ASCII, and never empty. */
export function slug(name: string): string {
  const letters = spelt(name);
  const ascii = /^[a-z0-9 ]*$/.test(letters)
    ? // Joined it is one piece in memory; replaced it would stay a chain of pieces.
      letters.split(' ').join('-')
    : letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (ascii !== '') return ascii.slice(0, 60);
  // A name without a Latin letter: its code points.
  return `n${Array.from(name.slice(0, 8), (letter) => `-${letter.codePointAt(0)!.toString(16)}`).join('')}`;
}

// Classes of Unicode take long to make ready; names of Latin letters do without.
// oxlint-disable-next-line no-control-regex
const BEFORE_GREEK = /^[\x00-\u036f]*$/;
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

function withoutMarks(text: string): string {
  return text.replace(BEFORE_GREEK.test(text) ? /[\u0300-\u036f]/g : /\p{M}/gu, '');
}

function tidy(text: string): string {
  return text.replace(ASCII.test(text) ? /[^a-z0-9]+/gi : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * Those that `typed` names: the one whose id or name it is, else all that contain it. Ids and
 * names are compared without case, accents and punctuation, `aa` for `å` being understood.
 */
export function named<T extends { readonly id: string; readonly name: string }>(
  typed: string,
  all: readonly T[],
): readonly T[] {
  const ways = [foldName, spelt].map((way) => ({ way, wanted: way(typed) }));
  if (ways[0]!.wanted === '') return [];
  const exact = all.filter(({ id, name }) =>
    ways.some(({ way, wanted }) => way(id) === wanted || way(name) === wanted),
  );
  if (exact.length > 0) return exact;
  return all.filter(({ id, name }) =>
    ways.some(({ way, wanted }) => way(name).includes(wanted) || way(id).includes(wanted)),
  );
}

/** The words of a list that someone who typed `typed` may have meant; nearest first, at most three. */
export function near(typed: string, words: Iterable<string>): readonly string[] {
  const wanted = foldName(typed).slice(0, 60);
  if (wanted === '') return [];
  const found: { readonly word: string; readonly distance: number }[] = [];
  for (const word of words) {
    const distance = distanceTo(wanted, foldName(word).slice(0, 60));
    if (distance < Math.max(1, Math.floor(wanted.length / 3)) + 0.5) found.push({ word, distance });
  }
  return found
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Of the whole, or of any of its words: people type the one word they remember. */
function distanceTo(wanted: string, candidate: string): number {
  if (candidate.startsWith(wanted)) return 0.5;
  const words = candidate.split(' ');
  // The beginning of a word is what people type of a long one.
  const ofWords = words.map((word) => editDistance(wanted, word.slice(0, wanted.length)) + 0.1);
  return Math.min(editDistance(wanted, candidate), ...ofWords);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
