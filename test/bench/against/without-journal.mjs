/** mikronet itself with a journal that forgets: what is left is what keeping it costs. */
import { cli } from '../../../dist/cli.js';
import { realWorld } from '../../../dist/io/real-world.js';

const world = realWorld();
const forget = async (...drafts) =>
  drafts.map((draft, index) => ({ v: 1, id: `bench.${index}`, at: '', ...draft }));
const forgetful = {
  path: 'nowhere',
  read: async () => ({ conflictedCopies: [] }),
  open: async () => ({
    facts: [],
    run: 'bench',
    append: forget,
    appendSoon: forget,
    close: async () => {},
  }),
};
process.exitCode = await cli(
  process.argv.slice(2),
  { ...world, journals: { ...world.journals, at: () => forgetful } },
  () => 'bench',
);
