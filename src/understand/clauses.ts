/** Cuts what somebody wrote into sentences and clauses: the pieces that say one thing each. */
import { LEXICONS } from './languages.ts';
import { respelt } from './text/spelling.ts';
import { wordList, type WordList } from './word-list.ts';

export interface Clause {
  /** Lower case, without punctuation, single blanks. */
  readonly text: string;
  /** Lower-case words that were written with a capital, not at the beginning of the sentence. */
  readonly names: ReadonlySet<string>;
  /** Begins with a "but". */
  readonly but: boolean;
}

export interface Sentence {
  readonly written: string;
  /** As written, but for the names of places (places.ts). */
  readonly text: string;
  /** Lower case, without punctuation. */
  readonly lower: string;
}

export interface TakenApart {
  readonly asks: boolean;
  /** Lower case, without a question at its end that asks nothing of coming. */
  readonly said: string;
  readonly clauses: readonly Clause[];
}

const MANY_SENTENCES = 60;
const LONG_SENTENCE = 400;

/** Before the language is known: the words of all of them. */
const anyOf = (key: 'greetings' | 'greeted' | 'unfinished' | 'sighs' | 'abbreviated') =>
  `(?:${LEXICONS.flatMap((lexicon) => lexicon[key]).join('|')})`;

const GREETS = new RegExp(`^${anyOf('greetings')}(?= |$)`, 'u');
const GREETED = new RegExp(`(?<= )${anyOf('greeted')}(?= |$)`, 'gu');

export function sentencesIn(text: string): readonly Sentence[] {
  return flowing(text)
    .split(ENDS)
    .slice(0, MANY_SENTENCES)
    .flatMap((piece) => sentenceOf(piece) ?? []);
}

/** A smiley ends a sentence too, where another begins behind it. */
const ENDS =
  /\n|(?<=[.!?…])\s|;\s|(?<=[:;=]['-]?[()DP]|\p{Extended_Pictographic}\ufe0f?)\s+(?=\p{Lu})/u;

/** Lines that a programme broke are one again; those that a person ended on purpose are not. */
function flowing(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .split('\n')
    .map((line) => line.trim());
  return lines
    .map((line, at) => (goesOn(line, lines[at + 1] ?? '') ? `${line} ` : `${line}\n`))
    .join('')
    .replace(TOLD_OF, ' ')
    .replace(REGRET, '$1 ')
    .replace(ABBREVIATED_TWICE, '$1$2')
    .replace(INITIALS, '$1 ')
    .replace(ABBREVIATED, '$1 ')
    .replace(ODDS, (odds) => odds.replace(':', '/'))
    .replace(COUNTED, '$1 ')
    .replace(ORDINAL, '')
    .replace(DAY, '$1 ')
    .replace(DAY_OF_MONTH, '$1 ');
}

/** "Vi er to, der kommer"; not "ein Termin, der sich nicht verschieben lässt". */
const TOLD_OF =
  /,\s+(?=(?:der (?!\p{Lu}|(?:ich|wir|sich|sie|uns|mir|mich|die|das|dem|den|leider|nicht|schon) )|som |who |DER |SOM |WHO ))/gu;

/** "70:30 that we come": no hour of the day. */
const ODDS = /(?<!\d)(?:90:10|80:20|70:30|60:40|50:50|40:60|30:70)(?!\d)/gu;

/** German writes its nouns with capitals: a line that is nearly full goes on whatever follows. */
function goesOn(line: string, next: string): boolean {
  if (line === '' || next === '') return false;
  // "kl." at the end of a line, and the hour on the next.
  if (SHORTENED.test(line) && /^[\p{L}\d]/u.test(next)) return true;
  // "den 6." at the end of a line, and the month on the next.
  if (/\d\.$/.test(line) && MONTH.test(next)) return true;
  if (/[.!?:]$/.test(line) || CLOSES.test(next) || isGreeting(line)) return false;
  if (UNFINISHED.test(line)) return true;
  return /^[\p{Ll}\d(]/u.test(next) || (line.length > 55 && !line.endsWith(','));
}

/** Nobody ends a line on purpose with a word that wants another. */
const UNFINISHED = new RegExp(`(?:^|\\s)${anyOf('unfinished')}$`, 'iu');

const SHORTENED = new RegExp(`(?<![\\p{L}])${anyOf('abbreviated')}\\.$`, 'iu');

/** A greeting at the end, in small letters. */
const CLOSES =
  /^(?:m?vh|kh|bh|lg|vg|mfg|(?:med |mit |mange |de |venlig |kærlig |kærlige |bedste |viele |liebe |beste )*(?:hilsen|hilsner|vennlig|venlig|vänlig|vänliga|freundlichen|grüße|gruß|hälsningar|knus|klem|kram)|(?:best|kind|warm) (?:regards|wishes)|regards|cheers|best)(?![\p{L}])/iu;

/** "d. 30. maj", "kl. 16", "pga. ferie": these points end no sentence. */
const ABBREVIATED = new RegExp(
  `(?<![\\p{L}\\d])${anyOf('abbreviated').replace('(?:', '(')}\\.[ \\t]+(?=[\\p{L}\\d])`,
  'giu',
);
/** "Gewerbeverein Neustadt e. V.", "i. A. Kohl". */
const ABBREVIATED_TWICE = /(?<![\p{L}])([eizp])\. ?([avbs])\.(?=[ \t]*[\p{L}\d])/giu;
/** "3 pers. fra Havnelauget", but "Vi kommer 3 stk. Hvor er det?" */
const COUNTED = /(?<=\d )(pers|stk)\.[ \t]+(?=[\p{Ll}\d])/gu;
/** "den 30:e" */
const ORDINAL = /(?<=\d):(?:e|a)(?!\p{L})/gu;

/** "Sadly, we are away that week": the comma says nothing. */
const REGRET = new RegExp(`(?<=^|[.!?,;:]\\s+)(${anyOf('sighs')}),\\s+`, 'gimu');

/** "K. Brandon" */
const INITIALS = /(?<=^|[\s.])(\p{Lu})\.[ \t]*(?=(?:\p{Lu}\.)*[ \t]*\p{Lu}\p{Ll}+$)/gmu;

/** Where all is in capitals, a point behind a day ends no sentence either. */
const DAY = /(?<!\d)(\d{1,2})\.[ \t]+(?=\p{Ll}|\d|\p{Lu}{2})/gu;
const MONTH = /^(?:jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|oct|nov|de[zcs])/iu;
const DAY_OF_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})\\.[ \\t]+(?=${MONTH.source.slice(1)})`, 'giu');

const COMMAS = /[,;:()"“”„–—]|\s-+\s|(?<=\S)\s*\/\s*(?=\p{L}{3})/u;

/** undefined where nothing is said, as in a greeting. */
export function sentenceOf(piece: string): Sentence | undefined {
  const written = piece.trim().slice(0, LONG_SENTENCE);
  const lower = bare(written);
  const only = GREETS.test(lower) && partsOf(written, lower).length === 0;
  return lower === '' || only ? undefined : { written, text: written, lower };
}

/** Apart from finding the sentences, as most hold no word that could answer. */
export function takeApart({ text, lower }: Sentence, list: WordList): TakenApart {
  const parts = partsOf(text, lower);
  const names = namesIn(text);
  // Most sentences are one clause, which has been made plain already.
  const clauses =
    parts.length === 1 && parts[0]!.length === text.length
      ? clausesOf(lower, names, list)
      : parts.flatMap((part) => clausesOf(bare(part), names, list));
  const begins = clauses[0]?.text ?? '';
  // "Although it is far, will we come" is how a Dane says that they come.
  const first = bare(parts[0] ?? '');
  // So is "så må I undvære mig", whose first word is a joint.
  const turned = list.opens('despite', first) || list.where('because', first)[0]?.index === 0;
  const asks = QUESTION.test(text) || (!turned && list.opens('asks', begins));
  if (!asks || list.opens('requests', begins)) return { asks: false, said: lower, clauses };
  if (!onlyLastAsks(clauses, list)) return { asks, said: lower, clauses };
  const asked = lower.lastIndexOf(clauses.at(-1)!.text);
  const said = asked === -1 ? lower : lower.slice(0, asked).trim();
  return { asks: false, said, clauses: clauses.slice(0, -1) };
}

const QUESTION = /\?[\s"”)!:-]*$/;
/** "We are coming, may I bring my dog?" */
function onlyLastAsks(clauses: readonly Clause[], list: WordList): boolean {
  const last = clauses.at(-1);
  if (!last || clauses.length === 1 || last.but || list.has('hinges', last.text)) return false;
  const others = clauses.slice(0, -1);
  return (
    list.opens('asks', last.text) &&
    list.has('own', others[0]!.text) &&
    !list.opens('asks', others[0]!.text) &&
    others.every(({ text }) => UNSAID.every((key) => !list.has(key, text)))
  );
}

/** A no or a perhaps beside a question may be about what is asked. */
const UNSAID = ['no', 'firmNo', 'bareNo', 'maybe', 'firmMaybe'] as const;

/** What stands between commas, without a greeting. */
function partsOf(written: string, lower: string): readonly string[] {
  const parts = written.split(COMMAS).filter((part) => part.trim() !== '');
  return GREETS.test(lower) && isGreeting(parts[0] ?? '') ? parts.slice(1) : parts;
}

const GREETING_ALONE = new RegExp(`^${anyOf('greetings')}$`, 'u');

/** "Hej Bente", "hej bente": a greeting word, and nothing else that a list knows. */
function isGreeting(part: string): boolean {
  if (part.length >= 70) return false;
  // IN CAPITALS ALL WORDS LOOK LIKE NAMES.
  if (GREETING_ALONE.test(bare(part))) return true;
  const kept = part
    .trim()
    .split(/\s+/)
    .filter((word, at) => at === 0 || !/^\p{Lu}/u.test(word))
    .join(' ');
  const lower = bare(kept);
  if (!GREETS.test(lower)) return false;
  const called = lower.replace(GREETS, '').replace(GREETED, '').split(' ').filter(Boolean);
  return called.length <= LONG_NAME && !called.some((word) => wordList(LEXICONS).isWord(word));
}

const LONG_NAME = 3;

function clausesOf(whole: string, names: ReadonlySet<string>, list: WordList): readonly Clause[] {
  const clauses: Clause[] = [];
  const text = withoutGreeting(whole, list);
  const first = answerBefore(text, list);
  if (first !== undefined) clauses.push({ text: first, names, but: false });
  const rest = first === undefined ? text : text.slice(first.length + 1);
  for (const part of splitAt(rest, 'but', list)) {
    // "Although we would love to": said only to be set aside.
    const [said] = splitAt(part.text, 'despite', list).filter(({ joined }) => !joined);
    for (const [at, piece] of splitAt(said?.text ?? '', 'because', list).entries()) {
      if (piece.text !== '')
        clauses.push({
          text: withoutParticles(piece.text, list),
          names,
          but: part.joined && at === 0,
        });
    }
  }
  return clauses;
}

/** "hi bente yes we are coming": what a phone leaves of commas and capitals. */
function withoutGreeting(text: string, list: WordList): string {
  const greeting = GREETS.exec(text)?.[0];
  if (greeting === undefined || greeting.length === text.length) return text;
  const rest = text.slice(greeting.length + 1);
  const [name = ''] = rest.split(' ', 1);
  const isName = name.length < rest.length && !list.isAround(name) && !list.isWord(name);
  return isName ? rest.slice(name.length + 1) : rest;
}

function withoutParticles(text: string, list: WordList): string {
  return list
    .where('particles', text)
    .filter(({ index, end }) => index > 0 && end < text.length)
    .toReversed()
    .reduce((rest, { index, end }) => rest.slice(0, index) + rest.slice(end + 1), text);
}

/** "Ja vi kommer": the comma is often left out. */
function answerBefore(text: string, list: WordList): string | undefined {
  const first = text.split(' ', 1)[0]!;
  // "Klart det", whole.
  if (list.is('bareYes', text) || list.is('bareNo', text)) return undefined;
  const isAnswer = list.is('bareYes', first) || list.is('bareNo', first);
  // "Sadly I am away that day" says only together why.
  if (list.is('regret', first)) return undefined;
  const rest = text.slice(first.length + 1);
  const resumed = list.opens('speakers', rest) || list.opens('resumes', rest);
  return isAnswer && resumed ? first : undefined;
}

interface Piece {
  /** Without the joint that it began with. */
  readonly text: string;
  readonly joined: boolean;
}

function splitAt(
  text: string,
  joint: 'but' | 'because' | 'despite',
  list: WordList,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let joined = false;
  for (const { index, end } of list.where(joint, text)) {
    if (index > from) pieces.push({ text: text.slice(from, index).trim(), joined });
    joined = true;
    from = end;
  }
  return [...pieces, { text: text.slice(from).trim(), joined }];
}

/** Lower case; words and single blanks, and the few signs that belong to words. */
function bare(text: string): string {
  const plain = respelt(text.replace(/[^\p{L}\p{N}\p{M}'&+@/-]+/gu, ' '));
  return (/(?<!\S)[-'/]/.test(plain) ? plain.replace(/(?<!\S)[-'/]+(?!\S)/g, ' ') : plain)
    .replace(/ {2,}/g, ' ')
    .trim();
}

function namesIn(written: string): ReadonlySet<string> {
  const found = new Set<string>();
  // IN CAPITALS ALL WORDS LOOK LIKE NAMES.
  if (!/\p{Ll}{3}|^\p{Lu}\p{Ll}{1,2}$/u.test(written)) return found;
  for (const { 0: word } of written.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'-]*/gu))
    found.add(word.toLowerCase().replace(/[.']+$/, ''));
  return found;
}
