/** A journal for what leaves no trace: it shows what stands there, and forgets what it is told. */
import type { Fact } from '../domain/facts.ts';
import type { Clock, Journal } from '../world.ts';

export function unwritten(journal: Journal, clock: Clock): Journal {
  return {
    path: journal.path,
    read: () => journal.read(),
    async open() {
      const { facts } = await journal.read();
      return {
        facts,
        run: 'unwritten',
        append: (...drafts) => {
          const at = new Date(clock.now()).toISOString();
          return Promise.resolve(
            drafts.map((draft) => ({ v: 1, id: 'unwritten', at, ...draft }) as Fact),
          );
        },
        close: () => Promise.resolve(),
      };
    },
    rewrite: () => Promise.resolve(),
  };
}
