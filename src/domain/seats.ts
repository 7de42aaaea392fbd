/** Who gets a seat: capacity less what is reserved, in the order in which they were asked for. */
import type { Instant, Meeting } from './model.ts';

/** When seats were asked for; of those asked for at one instant, whose turn it was first. */
interface Moment {
  readonly at: Instant;
  readonly turn: number;
}

/** What a network has asked for. */
export interface Claim {
  readonly network: string;
  /** Seats asked for, as it went up and down, oldest first. */
  readonly history: readonly (Moment & { readonly wanted: number })[];
  /** Seats that the last confirmation promised, and when: never taken back. */
  readonly promised?: { readonly at: Instant; readonly seats: number } | undefined;
}

/** What it has got. */
export interface Seated {
  readonly seats: number;
  readonly waiting: number;
  /** Seats for which there was no room when they were asked for last. */
  readonly waitedFor: number;
}

interface Part extends Moment {
  readonly place: Place;
  seats: number;
}

/** While the seats are being given away. */
interface Place {
  seats: number;
  waiting: number;
  waitedFor: number;
  /** Of what was promised, what no part has used. */
  promised: number;
}

/** The places of those who ask for seats, or were promised some. */
export function allot(
  meeting: Pick<Meeting, 'capacity' | 'reserved' | 'seatsPerNetwork'>,
  claims: readonly Claim[],
): ReadonlyMap<string, Seated> {
  const { seatsPerNetwork = Infinity } = meeting;
  const room = roomIn(meeting);
  let free = room;
  const places = new Map<string, Place>();
  const parts: Part[] = [];
  for (const claim of claims) {
    const { network, history } = claim;
    const wanted = history.at(-1)?.wanted ?? 0;
    const promised = promiseLeft(claim);
    const most = Math.max(promised, Math.min(wanted, seatsPerNetwork));
    // A confirmed seat is had, even if that is one too many.
    const place = { seats: promised, waiting: wanted - most, waitedFor: 0, promised };
    places.set(network, place);
    free -= promised;
    parts.push(...partsOf(place, history, most));
  }
  for (const { place, seats } of parts.toSorted(inTurn)) {
    const covered = Math.min(place.promised, seats);
    place.promised -= covered;
    const open = seats - covered;
    const given = Math.max(0, Math.min(open, free));
    place.seats += given;
    place.waiting += open - given;
    free -= given;
  }
  for (const [network, waited] of waitedAtFirst(claims, room, seatsPerNetwork)) {
    places.get(network)!.waitedFor = waited;
  }
  return places;
}

function inTurn(one: Moment, other: Moment): number {
  return one.at - other.at || one.turn - other.turn;
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
    return history.map(({ at, turn, wanted }) => {
      const most = Math.min(wanted, seatsPerNetwork);
      const more = most - before;
      before = most;
      return { network, at, turn, more };
    });
  });
  let asked = 0;
  for (const { network, more } of changes.toSorted(inTurn)) {
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
function partsOf(place: Place, history: Claim['history'], most: number): readonly Part[] {
  const parts: Part[] = [];
  let sum = 0;
  for (const { at, turn, wanted } of history) {
    if (wanted > sum) parts.push({ place, at, turn, seats: wanted - sum });
    takeFromEnd(parts, sum - wanted);
    sum = wanted;
  }
  takeFromEnd(parts, sum - most);
  return parts;
}

function takeFromEnd(parts: Part[], seats: number): void {
  let left = seats;
  while (left > 0) {
    const last = parts.at(-1)!;
    const taken = Math.min(left, last.seats);
    last.seats -= taken;
    left -= taken;
    if (last.seats === 0) parts.pop();
  }
}
