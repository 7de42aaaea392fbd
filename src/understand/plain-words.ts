/**
 * What a person says in her own words: coming, not coming, perhaps. It decides only what is
 * certain; a false yes or no is far worse than a question to the organiser. Every clause is read by
 * itself in a closed world (lexicon.ts), and all of them must agree.
 */
import type { Answer, Attendee, Language } from '../domain/model.ts';
import { sentencesIn, type Sentence } from './clauses.ts';
import { namesIn, seatsIn } from './counted.ts';
import type { Sense } from './hearing.ts';
import { judge, type Judged } from './judged-sentence.ts';
import { languageOf, LEXICONS, readersOf } from './languages.ts';
import { punctuated } from './text/dictated.ts';
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
  const sentences = sentencesIn(punctuated(text, language));
  const read = readersOf(text).map((lexicons) => agree(sentences, wordList(lexicons), short));
  const { answer, suggestion, depends, sentence } = together(read);
  const comes = answer === 'accepted' || answer === 'tentative' || suggestion === 'accepted';
  const seats = comes ? seatsIn(text, language) : undefined;
  // In whatever language: nobody should have to ask twice.
  const all = wordList(LEXICONS);
  const optOut = optOutIn(sentences, all);
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

/** "Take me off the list" is one where nothing else is said: there is a list of who comes as well. */
function optOutIn(sentences: readonly Sentence[], list: WordList): string | undefined {
  const certain = sentences.find(({ lower }) => list.has('optOut', lower));
  if (certain) return certain.written;
  // Few mails speak of a list: only in those the other sentences are weighed.
  const off = sentences.find(({ lower }) => list.has('offList', lower));
  const alone = off && sentences.every((each) => each === off || judge(each, list).empty());
  return alone && !judge(off, list).empty() ? off.written : undefined;
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
  const narrowed = one === 'yes' && judged.some(({ onlyIf }) => onlyIf);
  if (senses.size > 1 || doubtful || disputed || hangs || narrowed)
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
