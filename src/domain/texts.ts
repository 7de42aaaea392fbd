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
