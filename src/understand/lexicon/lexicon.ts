import type { PeopleWords } from './people-words.ts';

/**
 * What people write when they answer, a list a language. A clause is read in a closed world: a
 * phrase of these lists decides only where every other word of the clause is harmless too
 * (`around`, names, numbers, dates). "Vi kommer" is a yes; "vi kommer forbi kontoret" is not,
 * because nobody said what "forbi kontoret" may do to it. What is missing here costs a question to
 * the organiser, never a false answer.
 *
 * An entry is a piece of a regular expression on lower-case text without punctuation: a blank
 * matches any white space, `…` up to three words between.
 */
export interface PhraseLists {
  /** They come, where the rest of the clause is harmless. */
  readonly yes: readonly string[];
  /** With whom, from where and what for they come: what may follow a yes. */
  readonly manner: readonly string[];
  /** As `yes`, in words that may mean much else: where the rest is strange they say nothing. */
  readonly weakYes: readonly string[];
  /** They come, whatever else stands in the clause, unless it is one of `limits`. */
  readonly firmYes: readonly string[];
  /** Joy that goes with a yes; says yes only where nothing else is said. */
  readonly joy: readonly string[];
  /** They do not come; the negation stands in the entry. */
  readonly no: readonly string[];
  readonly firmNo: readonly string[];
  /** Where they are that day instead: a no where nothing more is said of coming. */
  readonly away: readonly string[];
  /** What else they have to do; keeps them away where it is on that day, and nothing else answers. */
  readonly busy: readonly string[];
  /** Where they are, which may be where the meeting is: keeps them away only beside a regret. */
  readonly whereabouts: readonly string[];
  readonly thatDay: readonly string[];
  /** They do not know yet. */
  readonly maybe: readonly string[];
  readonly firmMaybe: readonly string[];
  /** A whole clause that is a yes or a no to whatever was asked. */
  readonly bareYes: readonly string[];
  readonly bareNo: readonly string[];
  /** What somebody else said or heard, whoever it is about. */
  readonly hearsay: readonly string[];
  /** Denies what is said behind it: "it is not true that we come". */
  readonly untrue: readonly string[];
  /** What makes a wish of a yes, which a "but" takes back: "we would love to come, but …". */
  readonly would: readonly string[];
  /** Makes a no certain whatever reason stands beside it: unfortunately, sorry. */
  readonly regret: readonly string[];
  /** Said by who stays away: have fun, what a pity. */
  readonly farewell: readonly string[];
  /** Likely, hoped: neither a yes nor a maybe. */
  readonly hedge: readonly string[];
  /** Wishes that sound like a hedge. */
  readonly wish: readonly string[];
  /** What makes an answer depend on something. */
  readonly condition: readonly string[];
  /** What narrows an answer: only, before, without, not. */
  readonly limits: readonly string[];
  /** Another time than the one asked for. */
  readonly elsewhen: readonly string[];
  /** An answer to something else: no to the general assembly, yes to the board meeting. */
  readonly elsewhere: readonly string[];
  /** Somebody of the family or a neighbour, alone: what she does is not the network's answer. */
  readonly others: readonly string[];
  /** One of the network, by her office: where she cannot, another may. */
  readonly roles: readonly string[];
  /** Who writes, and whom she writes for. */
  readonly own: readonly string[];
  /** Little words inside a clause that say nothing: "jeg kommer skam". */
  readonly particles: readonly string[];
  /** What begins a sentence that follows from the one before. */
  readonly thereupon: readonly string[];
  /** How somebody asks whether the reader goes somewhere: what follows may be about that. */
  readonly asksBack: readonly string[];
  /** Words whose point ends no sentence. */
  readonly abbreviated: readonly string[];
  /** How a mail begins: hello, dear. */
  readonly greetings: readonly string[];
  /** Whom a greeting may name, or what may stand between it and a name. */
  readonly greeted: readonly string[];
  /** Words with which nobody ends a line on purpose. */
  readonly unfinished: readonly string[];
  /** A regret before a comma that belongs to what follows. */
  readonly sighs: readonly string[];
  /** Who speaks behind a yes or no, where the comma was left out. */
  readonly speakers: readonly string[];
  /** What else goes on behind a yes or no, where the comma was left out: "ja bin dabei". */
  readonly resumes: readonly string[];
  /** They, who were named before, and not who writes. */
  readonly they: readonly string[];
  /** Begins what is said of somebody named in the clause before. */
  readonly relative: readonly string[];
  /** Somebody else is spoken of: "we know many who come". */
  readonly ofOthers: readonly string[];
  /** "The 30th is a Wednesday": neither thanks nor greeting. */
  readonly states: readonly string[];
  /** What coming may hang on, in a question: whether there is room, whether it is too late. */
  readonly hinges: readonly string[];
  /** Said in jest: the opposite may be meant. */
  readonly jests: readonly string[];
  /** What a yes may be said to beside the invitation: you may borrow it, that is right. */
  readonly grants: readonly string[];
  /** Takes back what was said before it: "forget my last mail". */
  readonly revokes: readonly string[];
  /** Second thoughts: wait, on the other hand. */
  readonly retracts: readonly string[];
  /** Somebody else may come instead. */
  readonly instead: readonly string[];
  /** How a question begins, where it has no question mark. */
  readonly asks: readonly string[];
  /** How a request for a place begins that is put as a question: "could you sign us up". */
  readonly requests: readonly string[];
  /** Begins an answer that follows from what was said: "so the answer is no". */
  readonly concludes: readonly string[];
  /** How a wish to the reader begins: "perhaps you could send the slides". */
  readonly begs: readonly string[];
  /** But. */
  readonly but: readonly string[];
  /** Although. */
  readonly despite: readonly string[];
  /** Conjunctions behind which a reason or an aside stands. */
  readonly because: readonly string[];
  /** What goes with an answer and turns none around, behind a "but" too: who leaves early, eats no meat, does not know the way. */
  readonly practical: readonly string[];
  /** Pieces of a clause that say nothing of coming: thanks, greetings, when and where. */
  readonly harmless: readonly string[];
  /** Words about mail and money: what a yes or no without a verb may be about. */
  readonly business: readonly string[];
  /** No more mails, please: about mail, never about the evening. */
  readonly optOut: readonly string[];
  /** Off a list: of who comes, or of who gets mails. */
  readonly offList: readonly string[];
  /** How a question begins that asks for places, and means that they come. */
  readonly placesAsked: readonly string[];
}

/** The phrases, and what else a reader must know of a language. */
export interface Lexicon extends PhraseLists, PeopleWords {
  readonly language: string;
  /** Words that say nothing of coming. */
  readonly around: readonly string[];
  /** What leads to a place: in, to, at. */
  readonly towards: readonly string[];
  /** Every noun is written with a capital: one tells no name. */
  readonly nounsHaveCapitals: boolean;
  /** Countries and islands far from any meeting: who is there that day does not come. */
  readonly abroad: readonly string[];
  /** Countries where a meeting may well be. */
  readonly lands: readonly string[];
  /** Towns: who is there does not come, unless the meeting is there. */
  readonly towns: readonly string[];
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** Words that may decide: misspelt by a letter, each is read as it was meant. */
  readonly deciding: readonly string[];
  /** Real words a letter away from one of them, in any language. */
  readonly lookalikes: readonly string[];
  /**
   * Words without their apostrophe that are others by themselves, how they are meant, and before
   * which words: "ill be there".
   */
  readonly unmarked: readonly (readonly [string, string, string])[];
  /** Words misspelt otherwise, or shortened on a phone; none is a word of another language. */
  readonly misspelt: readonly (readonly [string, string])[];
  /** Common words that only this language has. */
  readonly common: readonly string[];
}

/** The meeting's place, or what may be it: names of towns stand in no list (places.ts). */
export const PLACE = '@(?:here|place)';

/** Words of a list, written in a row. */
export function row(words: string): readonly string[] {
  // A word that stood twice in what may be repeated would double the time at each repetition.
  return [...new Set(words.trim().split(/\s+/))];
}

/** A word that joins only where one of these follows. */
export function joint(word: string, before: string): string {
  return `${word}(?= (?:${row(before).join('|')})(?!\\S))`;
}

/** Where people meet in no place, in every language. */
export const ONLINE = row(
  'facebook messenger whatsapp linkedin instagram teams zoom skype google meet doodle mail',
);
