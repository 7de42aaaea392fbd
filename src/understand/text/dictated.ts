/** Who dictates on the way says the signs too: "wir kommen komma aber später punkt". */
import type { Language } from '../../domain/model.ts';

interface Spoken {
  readonly stop: RegExp;
  readonly signs: readonly (readonly [RegExp, string])[];
}

const word = (words: string) => new RegExp(`[ \\t]+(?:${words})(?![\\p{L}])`, 'giu');

/** Not in Swedish, where `komma` is to come. */
const SPOKEN: Readonly<Partial<Record<Language, Spoken>>> = {
  da: {
    stop: word('punktum'),
    signs: [
      [word('komma'), ','],
      [word('udråbstegn'), '!'],
    ],
  },
  nb: {
    stop: word('punktum'),
    signs: [
      [word('komma'), ','],
      [word('utropstegn'), '!'],
    ],
  },
  en: {
    stop: word('full stop'),
    signs: [
      [word('comma'), ','],
      [word('exclamation mark'), '!'],
    ],
  },
  de: {
    stop: word('punkt'),
    signs: [
      [word('komma'), ','],
      [word('ausrufezeichen'), '!'],
    ],
  },
};

/** "Um fünf Uhr Punkt." has a point of its own. */
const WRITTEN_STOP = /[.!?]/;

/** With the signs that were said, where the stops were said too. */
export function punctuated(text: string, language: Language | undefined): string {
  const spoken = language === undefined ? undefined : SPOKEN[language];
  if (!spoken || text.search(spoken.stop) === -1) return text;
  if (language === 'de' && WRITTEN_STOP.test(text)) return text;
  return [...spoken.signs, [spoken.stop, '.'] as const].reduce(
    (said, [sign, mark]) => said.replace(sign, mark),
    text,
  );
}
