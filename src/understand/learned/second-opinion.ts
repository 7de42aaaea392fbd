/**
 * The word lists know why they say something, and are silent where a word is strange to them. What
 * was learned from thousands of replies has an opinion of every text. Together they are better than
 * each: it decides where the lists find nothing that speaks against, and it is asked before they
 * decide, since what sounds like nothing that ever was a yes is rarely one.
 */
import type { Answer, Language } from '../../domain/model.ts';
import type { Agreed } from '../agreement.ts';
import type { Sentence } from '../clauses.ts';
import { ANSWERS, likelihood } from './likelihood.ts';

export interface NewWords {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** One that is read; absent where none was recognised. */
  readonly language?: Language | undefined;
}

/**
 * Chosen on replies that had no part in the learning: above these next to none was wrong. Where the
 * lists lean the same way, less is enough.
 */
const SURE = 0.9;
const SURE_TOGETHER = 0.8;
/** More likely than all else together: worth suggesting. */
const LIKELY = 0.5;
/** Below it, of what the lists decided, as many were wrong as right. */
const ABSURD = 0.05;

/** `text`: all that was newly written, in a language that we read where one is given. */
export function secondOpinion(agreed: Agreed, { text, sentences, language }: NewWords): Agreed {
  const { answer, sentence = text } = agreed;
  if (answer === undefined) {
    // What is said in another language may look like anything.
    return language === undefined ? agreed : decide(agreed, text, sentences);
  }
  if (likelihood(sentence)[answer] >= ABSURD || likelihood(text)[answer] >= ABSURD) return agreed;
  return { suggestion: answer, sentence };
}

function decide(agreed: Agreed, text: string, sentences: readonly Sentence[]): Agreed {
  const { suggestion, sentence, depends, held, saysNothing } = agreed;
  if (depends || held) return agreed;
  const likely = likelihood(text);
  const soundsLike = ANSWERS.find((each) => likely[each] > LIKELY);
  if (soundsLike === undefined || (suggestion ?? soundsLike) !== soundsLike || saysNothing?.()) {
    return agreed;
  }
  if (likely[soundsLike] < (suggestion ? SURE_TOGETHER : SURE)) return { ...agreed, soundsLike };
  const told = sentence ?? telling(soundsLike, sentences) ?? text;
  return { answer: soundsLike, asAWhole: true, sentence: told };
}

/** The sentence that sounds most like it, and without which the others sound least so. */
function telling(answer: Answer, sentences: readonly Sentence[]): string | undefined {
  const written = sentences.map((sentence) => sentence.written);
  const told = written.map((sentence, at) => {
    const others = written.toSpliced(at, 1).join('\n');
    return { sentence, tells: likelihood(sentence)[answer] - likelihood(others)[answer] };
  });
  return told.toSorted((a, b) => b.tells - a.tells)[0]?.sentence;
}
