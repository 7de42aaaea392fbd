/** Makes the plan: first to be shown, then under the lock before every round of sending. */
import { identify } from '../domain/identity.ts';
import { plan, type Plan, type Step } from '../domain/plan.ts';
import { report } from '../domain/report.ts';
import { fold, type State } from '../domain/state.ts';
import { erasedHash, referenceOf } from '../format/keyed.ts';
import type { JournalWriter } from '../world.ts';
import type { Opened } from './open-meeting.ts';
import { newKey } from './write-journal.ts';

export interface PlanOptions {
  readonly mailing: 'invitation' | 'reminder';
  /** Ids of networks. */
  readonly only?: ReadonlySet<string>;
  readonly resend?: ReadonlySet<string>;
  readonly limit?: number;
}

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
  /** Every contact that would be written to if nothing had happened yet. */
  fromScratch(): Plan;
  /** The journal's key; before the journal is begun, the one it will get. */
  readonly key: string;
}

export function openPlanner(opened: Opened, options: PlanOptions): Planner {
  const { meeting, rows, world, reading } = opened;
  let key = opened.state.begun?.key ?? newKey(world);
  const chosen = new Set<string>();

  const planFrom = (state: State, roster: Opened['roster'], livingRun?: string): Plan =>
    plan({
      meeting,
      roster,
      state,
      status: report(meeting, roster, state, livingRun),
      ...options,
      ...(livingRun !== undefined && { livingRun }),
      referenceOf: (network, address) => referenceOf(key, network, address),
      isErased: (address) => state.erased.size > 0 && state.erased.has(erasedHash(key, address)),
    });

  const begin = async (writer: JournalWriter) => {
    const begun = writer.facts.find((fact) => fact.type === 'journal-begun');
    if (begun?.type === 'journal-begun') key = begun.key;
    else await writer.append({ type: 'journal-begun', meeting: meeting.id, key });
  };

  return {
    get key() {
      return key;
    },
    first() {
      const made = planFrom(opened.state, opened.roster, reading.holder?.run);
      for (const step of made.steps) chosen.add(whom(step));
      return made;
    },
    fromScratch() {
      const state = fold([]);
      return planFrom(state, identify(meeting, rows, state));
    },
    begin,
    async again(writer) {
      await begin(writer);
      const state = fold(writer.facts);
      const { steps } = planFrom(state, identify(meeting, rows, state));
      return steps.filter((step) => chosen.has(whom(step)));
    },
  };
}

function whom({ network, contact }: Step): string {
  return `${network.id}\n${contact.address.toLowerCase()}`;
}
