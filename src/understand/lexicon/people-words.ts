import { row } from './lexicon.ts';

/**
 * How many come, and who: the words that a language has for it. Entries are pieces of regular
 * expressions on lower-case text, as those of `Lexicon`; they are looked for in one sentence.
 */
export interface PeopleWords {
  /** One to ten. */
  readonly numbers: readonly (readonly string[])[];
  /** What a number counts: persons, seats. */
  readonly persons: readonly string[];
  /** What stands behind it: "two from us". */
  readonly fromUs: readonly string[];
  /** What it counts only where the clause speaks of coming: an association has members too. */
  readonly members: readonly string[];
  /** What makes members of these: "we have 40 members". */
  readonly having: readonly string[];
  /** What stands before a number of people: "vi kommer", "wir sind". */
  readonly counting: readonly string[];
  /** What may stand between the two: "vi kommer gerne to". */
  readonly filling: readonly string[];
  /** What may follow a number that says nothing of what it counts: "vi kommer to fra Gedser". */
  readonly behind: readonly string[];
  /** Where a number of people may come from: "to fra Gedser, tak". */
  readonly from: readonly string[];
  /** Who comes in how many, without a number: one alone, both of us, all three. */
  readonly together: readonly (readonly string[])[];
  /** Without company, where the clause says so of who writes. */
  readonly alone: readonly string[];
  /** Who writes, alone, beside somebody named: "Anna and I". */
  readonly me: readonly string[];
  /** Others than who writes: what they do alone, or with whom, is not counted. */
  readonly notMe: readonly string[];
  /** Whose a companion is: my, our, a. */
  readonly mine: readonly string[];
  /** Companions, each of them one: wife, colleague, treasurer. */
  readonly companions: readonly string[];
  /** Companions that need no "my". */
  readonly theCompanion: readonly string[];
  /** What may stand before a name: Mrs, our treasurer. */
  readonly titles: readonly string[];
  readonly and: readonly string[];
  /** Little words between a verb and who comes, in frames `…`. */
  readonly adverbs: readonly string[];
  /** Says who comes, `@` standing for their names. */
  readonly whoComes: readonly string[];
  /** `@` comes with who writes. */
  readonly withMe: readonly string[];
  /** Before a name that is greeted, or from whom or to whom something is. */
  readonly toward: readonly string[];
  /** Before what is no person: "the Harbour Artisans". */
  readonly articles: readonly string[];
  /** A clause that speaks of coming, or asks for places. */
  readonly coming: readonly string[];
  /** Of what was, no number is taken. */
  readonly past: readonly string[];
  /** Between "a" and what is counted: "a few people" are not one. */
  readonly vague: readonly string[];
  /** A clause that counts others: who does not come, who came last time, whom to greet. */
  readonly uncounted: readonly string[];
  /** What holds one of these is an association, and no person. */
  readonly associations: string;
}

/** First names that are words as well. */
export const NAMES_TOO: ReadonlySet<string> = new Set(
  row(
    'hans per maj jan anders mark will joy hope bill tom june april may ute even jo ned mia tea bo ib ea li my ed al di',
  ),
);
