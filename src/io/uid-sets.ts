/** Which mails are asked for in one command. */

/** Bounds the memory that one round of bodies takes. */
const BODY_BYTES_AT_ONCE = 8 * 1024 * 1024;
const BODIES_AT_ONCE = 100;

/** UIDs as RFC 9051's sequence-set: 3,5:9. */
export function sequence(uids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const uid of uids.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === uid) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

/** UIDs in rounds that a computer's memory does not notice. */
export function rounds(
  mails: readonly { readonly uid: number; readonly size: number }[],
  limit: number,
): readonly (readonly number[])[] {
  const all: number[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { uid, size } of mails) {
    const weight = Math.min(size, limit);
    let round = all.at(-1);
    if (!round || round.length >= BODIES_AT_ONCE || bytes + weight > BODY_BYTES_AT_ONCE) {
      all.push((round = []));
      bytes = 0;
    }
    round.push(uid);
    bytes += weight;
  }
  return all;
}
