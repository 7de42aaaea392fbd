/**
 * Where the meeting is, as a mail names it. The lists cannot know what a town is called: before they
 * are asked, its name becomes `@here`. Where no meeting is known, as for `inspect`, whatever place is
 * named may be the one, and becomes `@place`: who only is there that day has not said no.
 */
import { sentenceOf, type Sentence } from './clauses.ts';
import { ONLINE, type Lexicon } from './lexicon/lexicon.ts';
import type { WordList } from './word-list.ts';

/** The words of the meeting's place, in small letters; undefined where no meeting is known. */
export type Here = ReadonlySet<string> | undefined;

/** Reserved words of the lists: the meeting's place, what may be it, and what is not. */
const HERE = '@here';
const PLACE = '@place';
const ELSEWHERE = '@elsewhere';

const WORD = "\\p{L}[\\p{L}\\p{N}'’-]*";
/** The next word of a name: "Nykøbing Falster", "Nykøbing F.". */
const NEXT = new RegExp(`[ \\t/](\\p{Lu}\\.|${WORD})`, 'uy');
const LETTER = /^\p{Lu}\.?$/u;
/** IN CAPITALS ALL WORDS LOOK LIKE NAMES. */
const TELLING = /\p{Ll}{3}/u;
/** A letter that no word has of a language in which every noun has a capital. */
const FOREIGN = /[øåæ]/i;

/** What the languages of a list say of the words behind "in" and "to". */
interface Reader {
  readonly behind: RegExp;
  /** Or behind an article: "in der Kulturforsyningen". */
  readonly behindArticle: RegExp;
  /** Have a capital, and are no place of a meeting. */
  readonly others: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  readonly nounsHaveCapitals: boolean;
}

const readers = new Map<readonly Lexicon[], Reader>();

function readerOf(lexicons: readonly Lexicon[]): Reader {
  const known = readers.get(lexicons);
  if (known) return known;
  const all = (key: 'towards' | 'months' | 'weekdays' | 'abroad' | 'lands' | 'towns') =>
    lexicons.flatMap((lexicon) => lexicon[key]);
  const towards = `(?<![\\p{L}\\p{N}'-])(?:${all('towards').join('|')})[ \\t]`;
  const reader = {
    behind: new RegExp(`(?<=${towards})${WORD}`, 'giu'),
    behindArticle: new RegExp(`(?<=${towards}(?:\\p{L}{2,5}[ \\t])?)${WORD}`, 'giu'),
    others: new Set([
      ...all('months'),
      ...all('weekdays'),
      ...all('abroad'),
      ...all('lands'),
      ...ONLINE,
    ]),
    towns: new Set(all('towns')),
    nounsHaveCapitals: lexicons.some((lexicon) => lexicon.nounsHaveCapitals),
  };
  readers.set(lexicons, reader);
  return reader;
}

/** Of a venue's name and address: what no sentence about coming holds. */
export function wordsOf(place: string, list: WordList): ReadonlySet<string> {
  const words =
    place
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}[\p{L}'’-]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !list.isAround(word)));
}

/** The sentences as the lists have them. */
export function withPlaces(
  sentences: readonly Sentence[],
  lexicons: readonly Lexicon[],
  list: WordList,
  here: Here,
): readonly Sentence[] {
  const reader = readerOf(lexicons);
  const read = here ? told(here, reader) : guessed(list, reader);
  return sentences.map((sentence) => {
    const { written } = sentence;
    if (!here && !TELLING.test(written)) return sentence;
    const text = placed(written, here ? reader.behindArticle : reader.behind, read);
    return text === written ? sentence : { ...sentence, ...sentenceOf(text), written, text };
  });
}

/** What a word behind "in" or "to" stands for, and which words behind it belong to it. */
type Read = (word: string) => readonly [by: string, belongs: (word: string) => boolean] | undefined;

function placed(written: string, behind: RegExp, read: Read): string {
  let text = '';
  let from = 0;
  behind.lastIndex = 0;
  for (let hit = behind.exec(written); hit; hit = behind.exec(written)) {
    const [by, belongs] = read(hit[0]) ?? [];
    if (!by || !belongs) continue;
    text += written.slice(from, hit.index) + by;
    from = behind.lastIndex;
    NEXT.lastIndex = from;
    for (let next = NEXT.exec(written); next && belongs(next[1]!); next = NEXT.exec(written))
      from = NEXT.lastIndex;
    behind.lastIndex = from;
  }
  return text + written.slice(from);
}

/** Of a meeting that is known. */
function told(here: ReadonlySet<string>, { towns }: Reader): Read {
  const isHere = (word: string) => here.has(word.toLowerCase());
  return (word) => {
    if (isHere(word)) return [HERE, (next) => isHere(next) || LETTER.test(next)];
    return towns.has(word.toLowerCase()) ? [ELSEWHERE, () => false] : undefined;
  };
}

/** Of a meeting that nobody knows. */
function guessed(list: WordList, reader: Reader): Read {
  const isName = (word: string) => {
    const lower = word.toLowerCase();
    const named = /^\p{Lu}/u.test(word) && !lower.endsWith("'s");
    return named && !reader.others.has(lower) && !list.isAround(lower);
  };
  return (word) =>
    isName(word) && (!reader.nounsHaveCapitals || FOREIGN.test(word)) ? [PLACE, isName] : undefined;
}
