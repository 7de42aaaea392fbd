/** Makes the plan: first to be shown, then under the lock before every round of sending. */
import { contactKey, identify } from '../domain/identity.ts';
import { plan, specimens, type Plan, type Planning, type Step, type Wish } from '../domain/plan.ts';
import { report } from '../domain/report.ts';
import { fold, type State } from '../domain/state.ts';
import { erasedHash, referenceOf } from '../format/keyed.ts';
import type { JournalWriter } from '../world.ts';
import type { Opened } from './open-meeting.ts';
import { beginJournal, newKey } from './write-journal.ts';

export interface Planner {
  /** By the journal as it stood when the command began. */
  first(): Plan;
  /**
   * By the journal as it stands under the lock, begun where it was not: of the first plan's
   * contacts those that are still to be written to, and nobody else.
   */
  again(writer: JournalWriter): Promise<readonly Step[]>;
  /** Begins the journal where it was not begun. */
  begin(writer: JournalWriter): Promise<void>;
  /** A step for everybody in networks.csv, whatever was sent: to look at, and to try. */
  specimens(): Plan;
  /** The journal's key; before the journal is begun, the one it will get. */
  readonly key: string;
}

/** `wish` holds for every plan that it makes. */
export function openPlanner(opened: Opened, wish: Wish): Planner {
  const { meeting, rows, world, reading } = opened;
  let key = opened.state.begun?.key ?? newKey(world);
  /** Contact -> which of its messages: `--again` is once more, and not in every round. */
  const chosen = new Map<string, number>();

  const planning = (state: State, roster: Opened['roster'], livingRun?: string): Planning => ({
    ...wish,
    now: world.clock.now(),
    meeting,
    roster,
    state,
    status: report(meeting, roster, state, livingRun),
    ...(livingRun !== undefined && { livingRun }),
    referenceOf: (network, address) => referenceOf(key, network, address),
    isErased: (address) => state.erased.size > 0 && state.erased.has(erasedHash(key, address)),
  });
  const firstPlanning = () => planning(opened.state, opened.roster, reading.holder?.run);

  const begin = async (writer: JournalWriter) => {
    key = await beginJournal(writer, meeting, () => key);
  };

  return {
    get key() {
      return key;
    },
    first() {
      const made = plan(firstPlanning());
      for (const step of made.steps) chosen.set(contactKey(step), step.n);
      return made;
    },
    specimens: () => specimens(firstPlanning()),
    begin,
    async again(writer) {
      await begin(writer);
      const state = fold(writer.facts);
      const { steps } = plan(planning(state, identify(meeting, rows, state)));
      return steps.filter((step) => chosen.get(contactKey(step)) === step.n);
    },
  };
}
