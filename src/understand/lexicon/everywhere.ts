import { row } from './lexicon.ts';

/** Words of every second sentence, in one language or another. */
export const EVERYWHERE: ReadonlySet<string> = new Set(
  row(
    'for til at med af i på og det den der er har kan vil vi jeg en et fra os de så som om the to of in is are be we it that this and you have das die der zu ich wir es in an von mit und ist sind haben att och jag är å till av ett för',
  ),
);
