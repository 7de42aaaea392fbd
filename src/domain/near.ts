/** The words of a list that someone who typed `typed` may have meant; nearest first, at most three. */
export function near(typed: string, words: Iterable<string>): readonly string[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const found: { readonly word: string; readonly distance: number }[] = [];
  for (const word of words) {
    const candidate = plain(word);
    const distance =
      candidate.startsWith(wanted) || (wanted.length >= 4 && candidate.includes(wanted))
        ? 0.5
        : editDistance(wanted, candidate);
    if (distance <= Math.max(1, Math.floor(wanted.length / 3))) found.push({ word, distance });
  }
  return found
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Lower case without accents; at most 60 letters, which bounds the work. */
function plain(text: string): string {
  return text.slice(0, 60).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
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
