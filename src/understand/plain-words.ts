/**
 * What a person says in her own words: coming, not coming, perhaps. It decides only what is
 * certain; a false yes or no is far worse than a question to the organiser. Every clause is read by
 * itself in a closed world (lexicon.ts), and all of them must agree.
 */
import type { Attendee, Language } from '../domain/model.ts';
import { agree, type Agreed } from './agreement.ts';
import { sentencesIn, type Sentence } from './clauses.ts';
import { whoComes } from './counted.ts';
import { judge } from './judged-sentence.ts';
import { languageOf, LEXICONS, readersOf } from './languages.ts';
import { secondOpinion } from './learned/second-opinion.ts';
import { withPlaces, type Here } from './places.ts';
import { punctuated } from './text/dictated.ts';
import { respelt } from './text/spelling.ts';
import { wordList, type WordList } from './word-list.ts';

export interface Said extends Omit<Agreed, 'held' | 'saysNothing'> {
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** They want no more mails: the sentence. */
  readonly optOut?: string;
  readonly language?: Language;
}

/** A longer mail is an essay: the organiser reads it, and its beginning makes the suggestion. */
const LONGEST = 1_800;
const BEGINNING = 600;

/**
 * What the words say by themselves: in a field, or beside one. `here`: the words of the meeting's
 * place, where a meeting is known.
 */
export function readWords(newText: string, here?: Here): Said {
  return hear(newText, here, '', (agreed) => agreed);
}

/** What a whole reply says: its words, and how it sounds. `closing`: the sign-off below. */
export function readWhole(newText: string, here?: Here, closing = ''): Said {
  return hear(newText, here, closing, secondOpinion);
}

function hear(
  newText: string,
  here: Here | undefined,
  closing: string,
  weighed: typeof secondOpinion,
): Said {
  if (newText.trim() === '') return { attendees: [] };
  const short = newText.length <= LONGEST;
  const text = short ? newText : newText.slice(0, BEGINNING);
  const plain = respelt(text);
  const language = languageOf(plain);
  const sentences = sentencesIn(punctuated(text, language));
  const heard = readersOf(plain).map((lexicons) => {
    const list = wordList(lexicons);
    return agree(withPlaces(sentences, lexicons, list, here), list, short);
  });
  const agreed = together(heard);
  const { answer, suggestion, depends, sentence, asAWhole, soundsLike } = short
    ? weighed(agreed, { text, sentences, language })
    : agreed;
  const comes = answer === 'accepted' || answer === 'tentative' || suggestion === 'accepted';
  const counted = comes ? whoComes(text, sentences, closing) : { attendees: [] };
  // In whatever language: nobody should have to ask twice.
  const all = wordList(LEXICONS);
  const optOut = optOutIn(sentences, all);
  return {
    ...(answer && { answer, ...(asAWhole && { asAWhole }) }),
    ...(suggestion && { suggestion, ...(depends && { depends }) }),
    ...(soundsLike && { soundsLike }),
    ...(sentence !== undefined && { sentence }),
    ...counted,
    ...(optOut !== undefined && { optOut }),
    ...(language && { language }),
  };
}

/** So many say more than that; points between the sentences may have been left out. */
const MANY_WORDS = 12;

/** "Take me off the list" is one where nothing else is said: there is a list of who comes as well. */
function optOutIn(sentences: readonly Sentence[], list: WordList): string | undefined {
  const certain = sentences.find(({ lower }) => list.has('optOut', lower));
  if (certain) return certain.written;
  // Few mails speak of a list: only in those the sentences are weighed.
  const off = sentences.find(({ lower }) => list.has('offList', lower));
  if (!off || off.lower.split(' ').length > MANY_WORDS) return undefined;
  const { sense, leans } = judge(off, list);
  const alone = sentences.every((each) => each === off || judge(each, list).empty());
  return alone && sense === undefined && leans === undefined ? off.written : undefined;
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
