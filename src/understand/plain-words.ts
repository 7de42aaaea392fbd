/**
 * What a person says in her own words: coming, not coming, perhaps. It decides only what is
 * certain; a false yes or no is far worse than a question to the organiser. Every clause is read by
 * itself in a closed world (lexicon.ts), and all of them must agree.
 */
import type { Answer, Attendee, Language } from '../domain/model.ts';
import { sentencesIn, takeApart, type Clause, type Sentence } from './clauses.ts';
import { namesIn, seatsIn } from './counted.ts';
import { hear, isAside, saysNothing, type Heard, type Sense } from './hearing.ts';
import { languageOf, LEXICONS, readersOf } from './languages.ts';
import { wordList, type WordList } from './word-list.ts';

export interface Said {
  /** Only where it is certain. */
  readonly answer?: Answer;
  /** Likely, for a person to confirm. */
  readonly suggestion?: Answer;
  /** What is suggested hangs on something: "we come if …". */
  readonly depends?: boolean;
  /** The sentence that decided, or that made it doubtful; as written. */
  readonly sentence?: string;
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** They want no more mails: the sentence. */
  readonly optOut?: string;
  readonly language?: Language;
}

/** A longer mail is an essay: the organiser reads it, and its beginning makes the suggestion. */
const LONGEST = 1_800;
const BEGINNING = 600;

export function readWords(newText: string): Said {
  if (newText.trim() === '') return { attendees: [] };
  const short = newText.length <= LONGEST;
  const text = short ? newText : newText.slice(0, BEGINNING);
  const language = languageOf(text);
  const sentences = sentencesIn(text);
  const read = readersOf(text).map((lexicons) => agree(sentences, wordList(lexicons), short));
  const { answer, suggestion, depends, sentence } = together(read);
  const comes = answer === 'accepted' || answer === 'tentative' || suggestion === 'accepted';
  const seats = comes ? seatsIn(text, language) : undefined;
  // In whatever language: nobody should have to ask twice.
  const all = wordList(LEXICONS);
  const optOut = sentences.find(({ lower }) => all.has('optOut', lower))?.written;
  return {
    ...(answer && { answer }),
    ...(suggestion && { suggestion, ...(depends && { depends }) }),
    ...(sentence !== undefined && { sentence }),
    ...(seats !== undefined && { seats }),
    attendees: comes ? namesIn(text, seats, language) : [],
    ...(optOut !== undefined && { optOut }),
    ...(language && { language }),
  };
}

/** One language decides, and no other hears the opposite, or reason for doubt, in the same words. */
function together(read: readonly Agreed[]): Agreed {
  const decided = read.find(({ answer }) => answer);
  const against = read.find(
    ({ answer, suggestion, held }) =>
      held || (answer ?? suggestion ?? decided?.answer) !== decided?.answer,
  );
  if (!decided) return read.find(({ suggestion }) => suggestion) ?? read[0]!;
  if (!against) return decided;
  const { answer, sentence } = decided;
  return { suggestion: answer!, ...(sentence && { sentence }) };
}

// ---------------------------------------------------------------- a sentence

interface Judged {
  /** As written. */
  readonly sentence: string;
  /** Without its punctuation, as the lists have it. */
  readonly lower: string;
  readonly sense?: Sense;
  readonly bare: boolean;
  /** Nothing but a word of regret. */
  readonly sorry?: boolean;
  /** A no only by where they are that day. */
  readonly inferred?: boolean;
  readonly joy: boolean;
  readonly leans?: Sense;
  /** A yes of who writes. */
  readonly own?: boolean;
  /** It leans so only for somebody else of the network. */
  readonly ofOther?: boolean;
  /** A yes that hangs on something: if, provided that. */
  readonly depends?: boolean;
  /** Nothing but thanks and greetings; asked only where something else answers. */
  empty(): boolean;
  readonly asks: boolean;
}

/** Most sentences hold no word that could answer: those are taken apart only when it matters. */
function judge(sentence: Sentence, list: WordList): Judged {
  if (list.speaks(sentence.lower)) return weigh(sentence, list);
  const { written, lower } = sentence;
  const about = { sentence: written, lower, bare: false, joy: false, asks: false };
  return { ...about, empty: () => weigh(sentence, list).empty() };
}

function weigh(sentence: Sentence, list: WordList): Judged {
  const { written, lower } = sentence;
  const { asks, said, clauses } = takeApart(sentence, list);
  const all = withoutPractical(
    clauses.map((clause, at) => hear(clause, at, list)),
    clauses,
    list,
  );
  // "We would love to come, but we cannot": the wish is taken back.
  const taken = all.some(({ sense }) => sense === 'no');
  // "We have a meeting that day, so it is a perhaps."
  const perhaps = all.some(({ sense }) => sense === 'maybe');
  const heard = all.map((each) =>
    (taken && each.wished) || (perhaps && each.inferred) ? {} : each,
  );
  const senses = new Set(heard.flatMap(({ sense }) => sense ?? []));
  const [one] = senses;
  // "We come, but our treasurer cannot."
  const own = heard.some(({ sense }, at) => sense === 'yes' && list.has('own', clauses[at]!.text));
  const leaning = heard.filter((each) => each.leans && !(own && each.ofOther));
  const leans = leaning[0]?.leans;
  const ofOther = leaning.length > 0 && leaning.every((each) => each.ofOther);
  const lean = one ?? leans;
  const isEmpty = ({ silent }: Heard, at: number) =>
    silent === true && saysNothing(clauses[at]!, list);
  const isStrange = (each: Heard, at: number) =>
    each.sense === undefined && !each.joy && !each.practical && !isEmpty(each, at);
  const isTurn = (each: Heard, at: number) =>
    isStrange(each, at) && !(each.silent && isAside(clauses[at]!, list));
  const about = {
    sentence: written,
    lower,
    bare: false,
    joy: false,
    empty: () => false,
    asks,
  } as const;
  const told = all.some((each) => each.practical) ? list.without('practical', said) : said;
  const plain = list.without('no', list.without('firmNo', list.without('despite', told)));
  const depends = list.has('condition', plain);
  const doubtful = {
    ...about,
    ...(lean && { leans: lean, ofOther, depends: depends && lean === 'yes' }),
  };
  if (asks || list.has('hearsay', lower) || quotes(written, list)) return doubtful;
  const hedged = list.has('hedge', list.without('wish', plain));
  if (one === undefined) {
    if (leans !== undefined) return doubtful;
    // "Ja! Hvis vi får passet børnene."
    if (depends && clauses.length === 1 && lower.split(' ').length < 12)
      return { ...about, leans: 'yes', depends: list.opens('condition', lower) };
    const joy = !hedged && heard.some((each) => each.joy);
    return { ...about, joy, empty: () => heard.every(isEmpty) };
  }
  if (senses.size > 1) {
    // "Vi ved det ikke endnu, måske kommer vi": the doubt is what they say.
    const unsure = senses.has('maybe') && !senses.has('no') && leans !== 'no';
    return unsure ? { ...about, sense: 'maybe' } : doubtful;
  }
  if (one === 'maybe') return { ...about, sense: one };
  const limited = heard.some((each) => each.limited);
  if (depends || limited || (leans !== undefined && leans !== one)) return doubtful;
  const bare = heard.every((each) => each.sense === undefined || each.bare);
  // "It sounds nice, but no."
  const ends = one === 'no' && clauses.at(-1)!.but && heard.at(-1)!.bare;
  const strange = bare && !ends && heard.some(isStrange);
  // "The answer is yes, you may borrow it."
  const grants = clauses.some(({ text }) => list.has('grants', text));
  if (one === 'yes' && grants && !list.has('own', lower)) return doubtful;
  if (one === 'yes') {
    // "It is far, but my neighbour drives: we come" is not turned around; "we come, but …" may be.
    const last = heard.findLastIndex(({ sense }) => sense === 'yes');
    const turned = heard.some((each, at) => at > last && clauses[at]!.but && isTurn(each, at));
    return hedged || turned || strange ? doubtful : { ...about, sense: one, bare, own };
  }
  // "I cannot, but perhaps Lise can": for the network that may be a yes.
  const other = heard.some((each, at) => {
    const { but } = clauses[at]!;
    const text = list.without('wish', clauses[at]!.text);
    if (!isStrange(each, at)) return false;
    // "I cannot, perhaps Lise can"; but "I cannot, perhaps next time" is a courtesy.
    if (list.has('maybe', text))
      return !list.has('elsewhen', text) && (but || !list.has('regret', lower));
    return but && (list.has('yes', text) || list.has('hedge', text));
  });
  // "I work that evening but finish at four": it is not said that she will not come then.
  const inferred = heard.every((each) => each.sense === undefined || each.inferred);
  const goesOn = heard.some((each, at) => clauses[at]!.but && isTurn(each, at));
  if (other || (inferred && (hedged || goesOn || list.has('maybe', lower)))) return doubtful;
  // "Sorry, I can't find the address": the regret is for something else.
  const refused = heard.some(
    ({ sense }, at) => sense === 'no' && list.without('regret', clauses[at]!.text) !== '',
  );
  const certain = !strange || (refused && list.has('regret', lower));
  return certain ? { ...about, sense: one, bare, inferred, sorry: bare && !refused } : doubtful;
}

/** "We come, but must leave at eight": what goes with an answer turns none around. */
function withoutPractical(
  heard: readonly Heard[],
  clauses: readonly Clause[],
  list: WordList,
): readonly Heard[] {
  const practical = clauses.map(({ text }) => list.has('practical', text));
  const answers = heard.filter(({ sense }, at) => sense !== undefined && !practical[at]);
  const comes = answers.some(({ sense, bare }) => sense === 'yes' && !bare);
  const onlyBare = answers.every(({ bare }) => bare);
  return heard.map((each, at) => {
    if (!practical[at] || answers.length === 0 || (onlyBare && !clauses[at]!.but)) return each;
    return comes || (each.sense === undefined && each.leans === undefined)
      ? { practical: true }
      : each;
  });
}

const QUOTED = /["“”„«»](.{2,80}?)["“”«»]/u;

/** `My "yes, I come" was for my sister.` */
function quotes(written: string, list: WordList): boolean {
  const quoted = QUOTED.exec(written)?.[1]?.toLowerCase();
  if (quoted === undefined) return false;
  const plain = quoted.replace(/[^\p{L}\p{N}' ]+/gu, ' ').trim();
  // `Put me down as "perhaps".`
  return list.speaks(plain) && !list.is('maybe', plain);
}

// ---------------------------------------------------------------- a mail

const ANSWER: Readonly<Record<Sense, Answer>> = {
  yes: 'accepted',
  no: 'declined',
  maybe: 'tentative',
};

interface Agreed extends Pick<Said, 'answer' | 'suggestion' | 'depends' | 'sentence'> {
  /** An answer that other words of the mail call in doubt. */
  readonly held?: boolean;
}

function isStrangeSentence({ sense, joy, empty }: Judged): boolean {
  return sense === undefined && !joy && !empty();
}

const SAID = ['yes', 'firmYes', 'bareYes', 'no', 'firmNo', 'bareNo', 'maybe', 'firmMaybe'] as const;

/** "We come. Forget it." */
function isTakenBack(
  sentences: readonly Sentence[],
  judged: readonly Judged[],
  list: WordList,
): boolean {
  return sentences.some(({ lower }, at) => {
    const [back] = list.where('revokes', lower);
    if (!back) return false;
    const before = list.without('elsewhen', lower.slice(0, back.index).trim());
    const answered = SAID.some((key) => list.has(key, before));
    return answered || judged.slice(0, at).some(({ sense }) => sense !== undefined);
  });
}

/** All sentences that say something must say the same. */
function agree(sentences: readonly Sentence[], list: WordList, short: boolean): Agreed {
  const judged = sentences.map((sentence) => judge(sentence, list));
  const stated = judged.filter(({ sense }) => sense !== undefined);
  // "I have a meeting that day. Put me down as a maybe."
  const perhaps = stated.some(({ sense }) => sense === 'maybe');
  const decided = stated.filter(({ inferred }) => !(perhaps && inferred));
  const senses = new Set(decided.map(({ sense }) => sense!));
  const [one] = senses;
  const leaning = judged.filter(({ sense, leans }) => leans !== undefined && sense === undefined);
  const joyful = judged.find(({ joy }) => joy);
  const all = sentences.map(({ lower }) => lower).join(' . ');
  const doubtful =
    !short ||
    (['retracts', 'elsewhere', 'jests'] as const).some((key) => list.has(key, all)) ||
    isTakenBack(sentences, judged, list);
  const unsure = (lean: Sense | undefined, sentence: string | undefined) => ({
    ...(lean && { suggestion: ANSWER[lean], depends: judged.some(({ depends }) => depends) }),
    ...(sentence !== undefined && { sentence }),
  });

  if (one === undefined) {
    // "See you there!", and nothing but courtesies beside it.
    if (joyful && !doubtful && !judged.some(isStrangeSentence))
      return { answer: 'accepted', sentence: joyful.sentence };
    const [first] = leaning;
    return unsure(first?.leans ?? (joyful && 'yes'), (first ?? joyful)?.sentence);
  }
  // "Can we afford it? Then we come." "Will you be at the fair? We'll be there."
  const hangs = judged.some(({ sense, lower }, at) => {
    const before = judged[at - 1];
    if (sense === undefined || !before?.sentence.endsWith('?')) return false;
    return list.opens('thereupon', lower) || list.has('asksBack', before.lower);
  });
  const first = decided[0]!;
  // Questions beside an answer are only questions.
  const bare = decided.every((each) => each.bare);
  // Who says "perhaps" would like to come.
  const agrees = (lean: Sense) => lean === one || (one === 'maybe' && lean === 'yes');
  const own = one === 'yes' && !bare && decided.every((each) => each.own);
  const disputed = leaning.find(
    ({ asks, leans, ofOther }) =>
      (bare || !asks) && !agrees(leans!) && !((own || one === 'maybe') && ofOther),
  );
  if (senses.size > 1 || doubtful || disputed || hangs)
    return unsure(one, (disputed ?? first).sentence);
  if (decided.every(({ sorry }) => sorry) && judged.some(isStrangeSentence))
    return unsure(one, first.sentence);
  // "Of course. Who would not like to sit indoors all evening." is no yes.
  const mocks = (each: Judged) =>
    isStrangeSentence(each) && !each.sentence.endsWith('?') && list.opens('asks', each.lower);
  // "Yes." beside talk of invoices, or of what may be borrowed, may be a yes to those.
  const isBusiness = (each: Judged) =>
    isStrangeSentence(each) &&
    (['business', 'grants'] as const).some((key) => list.has(key, each.lower));
  // "I cannot. Perhaps Lise can."
  const isHope = (each: Judged) => {
    const text = each.lower;
    return isStrangeSentence(each) && list.has('maybe', text) && !list.has('elsewhen', text);
  };
  const halved =
    !joyful && leaning.some(({ asks, ofOther }) => !asks && !(ofOther && one === 'no'));
  const held = one !== 'maybe' && bare && (judged.some(isBusiness) || judged.some(mocks));
  if (held) return { ...unsure(one, first.sentence), held };
  if (one !== 'maybe' && bare && halved) return unsure(one, first.sentence);
  if (
    one === 'no' &&
    (list.has('instead', list.without('firmNo', list.without('no', all))) || judged.some(isHope))
  )
    return unsure(one, first.sentence);
  // "I work that evening. I will see whether I can swap."
  const isOpen = (each: Judged) =>
    each.joy ||
    each.sentence.endsWith('?') ||
    (isStrangeSentence(each) && list.has('hedge', each.lower));
  if (decided.every(({ inferred }) => inferred) && judged.some(isOpen))
    return unsure(one, first.sentence);
  return { answer: ANSWER[one], sentence: first.sentence };
}
