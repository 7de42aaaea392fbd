/** What a mail can say of answers: what we noted of this contact's, and who else comes. */
import type { NetworkJson, StatusJson } from './contract.ts';
import type { GivenAnswer } from './model.ts';
import type { Word } from './word.ts';

/** The answer of a contact as a confirmation repeats it. */
export interface Noted {
  readonly answer: GivenAnswer;
  /** The seats its network has, and those it waits for. */
  readonly seats: number;
  readonly waiting: number;
  /** There is room for it now, and there was none. */
  readonly movedUp: boolean;
  /** Neither a number nor a name was given. */
  readonly seatsAssumed: boolean;
  /** Those that were named. */
  readonly names: readonly string[];
  /** Fewer were named than come. */
  readonly namesMissing: boolean;
  /** It came by a calendar's button, which has no room for a number, names or questions. */
  readonly byCalendar: boolean;
}

export function noted(network: NetworkJson, word: Word): Noted | undefined {
  const { answer } = word.reply;
  if (answer === 'needs-action') return undefined;
  const comes = answer === 'accepted';
  const seats = comes ? network.seats : 0;
  const waiting = comes ? network.waiting : 0;
  const names = comes
    ? network.attendees.flatMap(({ name, nameAssumed }) => (nameAssumed ? [] : (name ?? [])))
    : [];
  return {
    answer,
    seats,
    waiting,
    movedUp: comes && network.movedUp > 0,
    seatsAssumed: comes && network.seatsAssumed,
    names,
    namesMissing: names.length < seats + waiting,
    byCalendar: word.via === 'calendar',
  };
}

/** The names of the networks that come, except one, in the order of networks.csv. Asked for seldom. */
export function comingBeside(status: () => StatusJson): (network: string) => readonly string[] {
  let known: readonly NetworkJson[] | undefined;
  return (network) => {
    known ??= status().networks.filter(({ answer, seats }) => answer === 'accepted' && seats > 0);
    return known.filter(({ id }) => id !== network).map(({ name }) => name);
  };
}
