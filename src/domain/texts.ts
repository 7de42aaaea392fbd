/** Texts that may be given by language. */
import type { Language, Texts } from './model.ts';

/** In a language, else in `otherwise`, else the first there is; nothing where there is no text. */
export function textIn(
  texts: Texts | undefined,
  language: Language,
  otherwise: Language = language,
): string {
  if (texts === undefined || typeof texts === 'string') return texts ?? '';
  return texts[language] ?? texts[otherwise] ?? Object.values(texts)[0] ?? '';
}

/** What was written to a question; empty where nothing was. Its id is the organiser's word, be it `constructor`. */
export function answerTo(answers: Readonly<Record<string, string>>, question: string): string {
  return Object.hasOwn(answers, question) ? answers[question]! : '';
}
