/** A journal for what leaves no trace: it shows what stands there, and forgets what it is told. */
import type { Fact, FactDraft } from '../domain/facts.ts';
import type { Clock, Journal } from '../world.ts';
import { readFacts } from './read-journal.ts';

/** Reads like `journal`; what is appended gets a time and is dropped. */
export function unwritten(journal: Journal, clock: Clock): Journal {
  const forget = (...drafts: readonly FactDraft[]) => {
    const at = new Date(clock.now()).toISOString();
    return Promise.resolve(
      drafts.map((draft) => ({ v: 1, id: 'unwritten', at, ...draft }) as Fact),
    );
  };
  return {
    path: journal.path,
    read: (take) => journal.read(take),
    async open() {
      const facts = await readFacts(journal);
      return {
        facts,
        run: 'unwritten',
        append: forget,
        appendSoon: forget,
        close: () => Promise.resolve(),
      };
    },
    rewrite: () => Promise.resolve(),
  };
}
