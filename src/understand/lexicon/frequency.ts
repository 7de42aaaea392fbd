import { row } from './lexicon.ts';

/** The commonest words, in order; a list a language. */
const RANKED = [
  'i og at det er en til på som af for med der de den ikke jeg et har vi kan om fra men var vil os skal så hvis når',
  'the of and to a in for is on that by this with i you it not be are from at as your have we will can if us do',
  'die der und in zu den das nicht von sie ist mit dem dass er es ein ich auf so auch an wie im für aber aus wenn nur bei wir wird haben kann',
  'och i att det som en på är av för med till den har de inte om ett men var jag från vi så kan när ska vara',
  'og i det er på til som en å for av at har med de ikke den om et fra men vi var jeg kan når så vil skal',
];

const RANKS = new Map<string, number>();
for (const words of RANKED) {
  for (const [rank, word] of row(words).entries())
    RANKS.set(word, Math.min(rank, RANKS.get(word) ?? rank));
}

/** How often a word turns up, roughly, as Zipf has it; long ones more seldom. */
export function frequency(word: string): number {
  const rank = RANKS.get(word);
  return rank === undefined ? 1 / (30 * word.length) : 1 / (rank + 2);
}
