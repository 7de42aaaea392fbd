/** Who gets a seat: capacity less what is reserved, in the order in which they were asked for. */
import type { Meeting } from './model.ts';

export interface Claim {
  readonly network: string;
  /** Seats asked for, as it went up and down, oldest first. */
  readonly history: readonly { readonly at: number; readonly wanted: number }[];
  /** Promised in a confirmation: never taken back. */
  readonly confirmed: number;
}

export interface Seated {
  readonly seats: number;
  readonly waiting: number;
}

interface Part {
  readonly network: string;
  readonly at: number;
  seats: number;
}

export function allot(
  {
    capacity,
    reserved,
    seatsPerNetwork = Infinity,
  }: Pick<Meeting, 'capacity' | 'reserved' | 'seatsPerNetwork'>,
  claims: readonly Claim[],
): ReadonlyMap<string, Seated> {
  const taken = reserved.reduce((sum, each) => sum + each.seats, 0);
  let free = capacity === undefined ? Infinity : capacity - taken;
  const seated = new Map<string, { seats: number; waiting: number; promised: number }>();
  const parts: Part[] = [];
  for (const { network, history, confirmed } of claims) {
    const wanted = history.at(-1)?.wanted ?? 0;
    const promised = Math.min(confirmed, wanted);
    const most = Math.max(promised, Math.min(wanted, seatsPerNetwork));
    // A confirmed seat is had, even if that is one too many.
    seated.set(network, { seats: promised, waiting: wanted - most, promised });
    free -= promised;
    parts.push(...partsOf(network, history, most));
  }
  for (const part of parts.toSorted((a, b) => a.at - b.at)) {
    const place = seated.get(part.network)!;
    const covered = Math.min(place.promised, part.seats);
    place.promised -= covered;
    const open = part.seats - covered;
    const given = Math.max(0, Math.min(open, free));
    place.seats += given;
    place.waiting += open - given;
    free -= given;
  }
  return new Map([...seated].map(([id, { seats, waiting }]) => [id, { seats, waiting }]));
}

/** A raised number joins at the end; a lowered one gives back what was asked for last. */
function partsOf(network: string, history: Claim['history'], most: number): readonly Part[] {
  const parts: Part[] = [];
  let sum = 0;
  for (const { at, wanted } of history) {
    if (wanted > sum) parts.push({ network, at, seats: wanted - sum });
    let back = sum - wanted;
    while (back > 0) {
      const last = parts.at(-1)!;
      const given = Math.min(back, last.seats);
      last.seats -= given;
      back -= given;
      if (last.seats === 0) parts.pop();
    }
    sum = wanted;
  }
  let left = most;
  return parts.flatMap((part) => {
    const seats = Math.min(part.seats, left);
    left -= seats;
    return seats > 0 ? [{ ...part, seats }] : [];
  });
}
