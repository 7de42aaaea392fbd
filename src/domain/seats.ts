/** Who gets a seat: capacity less what is reserved, in the order in which they were asked for. */
import type { Instant, Meeting } from './model.ts';

export interface Claim {
  readonly network: string;
  /** Seats asked for, as it went up and down, oldest first. */
  readonly history: readonly { readonly at: Instant; readonly wanted: number }[];
  /** Seats that the last confirmation promised, and when: never taken back. */
  readonly promised?: { readonly at: Instant; readonly seats: number };
}

export interface Seated {
  readonly seats: number;
  readonly waiting: number;
  /** Seats for which there was no room when they were asked for last. */
  readonly waitedFor: number;
}

interface Part {
  readonly network: string;
  readonly at: Instant;
  seats: number;
}

export function allot(
  meeting: Pick<Meeting, 'capacity' | 'reserved' | 'seatsPerNetwork'>,
  claims: readonly Claim[],
): ReadonlyMap<string, Seated> {
  const { seatsPerNetwork = Infinity } = meeting;
  const room = roomIn(meeting);
  let free = room;
  const seated = new Map<string, { seats: number; waiting: number; promised: number }>();
  const parts: Part[] = [];
  for (const claim of claims) {
    const { network, history } = claim;
    const wanted = history.at(-1)?.wanted ?? 0;
    const promised = promiseLeft(claim);
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
  const waitedFor = waitedAtFirst(claims, room, seatsPerNetwork);
  return new Map(
    [...seated].map(([id, { seats, waiting }]) => [
      id,
      { seats, waiting, waitedFor: waitedFor.get(id) ?? 0 },
    ]),
  );
}

/** How many seats of its last request each network found taken. */
function waitedAtFirst(
  claims: readonly Claim[],
  room: number,
  seatsPerNetwork: number,
): ReadonlyMap<string, number> {
  const waited = new Map<string, number>();
  if (room === Infinity) return waited;
  const changes = claims.flatMap(({ network, history }) => {
    let before = 0;
    return history.map(({ at, wanted }) => {
      const most = Math.min(wanted, seatsPerNetwork);
      const more = most - before;
      before = most;
      return { network, at, more };
    });
  });
  let asked = 0;
  for (const { network, more } of changes.toSorted((a, b) => a.at - b.at)) {
    asked += more;
    waited.set(network, Math.max(0, Math.min(more, asked - room)));
  }
  return waited;
}

function roomIn({ capacity, reserved }: Pick<Meeting, 'capacity' | 'reserved'>): number {
  if (capacity === undefined) return Infinity;
  return capacity - reserved.reduce((sum, { seats }) => sum + seats, 0);
}

/** Who has asked for fewer since has given the rest back, and joins at the end with what is asked for later. */
function promiseLeft({ history, promised }: Claim): number {
  if (!promised) return 0;
  const since = history.filter(({ at }) => at > promised.at);
  const now = history.at(-1)?.wanted ?? 0;
  return since.reduce(
    (least, { wanted }) => Math.min(least, wanted),
    Math.min(promised.seats, now),
  );
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
