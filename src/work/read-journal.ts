/** Reading a meeting's journal: what it amounts to, or all that it says. */
import type { Fact } from '../domain/facts.ts';
import { Folding, type State } from '../domain/state.ts';
import type { Journal, JournalReading } from '../world.ts';

export interface Folded {
  readonly reading: JournalReading;
  readonly state: State;
}

/** Folds the journal while it is read, without ever having all of it. */
export async function foldJournal(journal: Journal): Promise<Folded> {
  for (let folding = new Folding(); ; folding = new Folding(folding.retracted)) {
    const reading = await journal.read((fact) => folding.take(fact));
    const state = folding.state();
    if (state) return { reading, state };
  }
}

/** Every fact as it stands now: for those who tell, or erase, what has happened. */
export async function readFacts(journal: Journal): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  await journal.read((fact) => facts.push(fact));
  return facts;
}
