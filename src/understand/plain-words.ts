/**
 * What a person says in her own words: coming, not coming, perhaps. It decides only what is
 * certain; a false yes or no is far worse than a question to the organiser. Every sentence is
 * read by itself, in all languages at once, and they must agree.
 */
import type { Answer, Attendee, Language } from '../domain/model.ts';
import { danish } from './lexicon/da.ts';
import { german } from './lexicon/de.ts';
import { english } from './lexicon/en.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { norwegian } from './lexicon/nb.ts';
import { swedish } from './lexicon/sv.ts';

export interface Said {
  /** Only where it is certain. */
  readonly answer?: Answer;
  /** Likely, for a person to confirm. */
  readonly suggestion?: Answer;
  /** The sentence that decided, or that made it doubtful; as written. */
  readonly sentence?: string;
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** They want no more mails: the sentence. */
  readonly optOut?: string;
  readonly language?: Language;
}

const LEXICONS: readonly Lexicon[] = [danish, english, german, swedish, norwegian];
/** A longer mail is an essay; the organiser reads it. */
const LONGEST = 4_000;
const DECIDES = 1_800;
const MANY_SENTENCES = 60;
const LONG_SENTENCE = 400;

function any(entries: readonly string[]): RegExp {
  const body = entries
    .map((entry) => entry.replaceAll('…', '(?:\\S+ ){0,3}').replaceAll(' ', '\\s'))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, 'gu');
}

const of = (key: 'yes' | 'no' | 'maybe' | 'hedge' | 'condition' | 'negation' | 'optOut') =>
  any(LEXICONS.flatMap((lexicon) => lexicon[key]));
const first = (key: 'firstYes' | 'firstNo') =>
  new RegExp(
    `^(?:${LEXICONS.flatMap((lexicon) => lexicon[key]).join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  );

/** Made with the first mail that needs it. */
let made: ReturnType<typeof make> | undefined;
function make() {
  return {
    yes: of('yes'),
    no: of('no'),
    maybe: of('maybe'),
    hedge: of('hedge'),
    condition: of('condition'),
    negation: of('negation'),
    optOut: of('optOut'),
    firstYes: first('firstYes'),
    firstNo: first('firstNo'),
  };
}

/** A wish that a "but" takes back: "we would love to come, but …". */
const WISH = /(?:would|'d|’d|ville|würden?|hätten?|skulle|wish)(?![\p{L}])/u;
const INSTEAD =
  /#[^#]{0,80}(?<![\p{L}])(?:men|but|aber|sondern|dock|however|i stedet|instead|stattdessen|istället|derimod)(?![\p{L}])[^#]{0,120}(?<![\p{L}])(?:kommer|deltager|deltar|kan|vil|sender|stiller|comes?|coming|will|can|sends?|attends?|kommt|kommen|kann|können|schicken?|nimmt|nehmen|skickar|repræsenterer)(?![\p{L}])/u;
const RESTRICTS =
  /^(?:men|dog|but|aber|however|jedoch|kun|only|nur|bara|dock|bare|forudsat|provided)(?![\p{L}])/u;
/** A word and nothing but courtesies behind it. */
const COURTEOUS =
  /^(?:meget |with |sehr )?[\p{L}]+(?: (?:tak|takk|tack|danke|thanks|thank|you|please|bitte|gerne|gern|gjerne|gärna|meget|rigtig|very|much|so|sehr|vielen|mange|tusind|da|helt|det|selvfølgelig|bestemt|natürlich|klart|absolut|of|course|definitely|ikke|inte|nicht|not|denne|gang|den|här|gången|diesmal|this|time|i|år|desværre|dessverre|tyvärr|leider|unfortunately|pleasure|i|dag|for|invitationen|invitasjonen|inbjudan|invitation|indbydelsen|die|the|einladung|til|begge))*$/u;
const GREETING =
  /^(?:hej|hei|hi|hello|hallo|kære|dear|liebe[rs]?|sehr geehrte[rs]?|hejsa|goddag|god dag|guten tag|moin|tjena|halløj|godmorgen|god morgen|good (?:morning|afternoon|evening)|bedste|kjære|bästa|hola|ciao)(?![\p{L}])[^.!?]{0,60}$/u;

type Sense = 'yes' | 'no' | 'maybe' | 'doubtful' | 'nothing';

interface Judged {
  readonly sentence: string;
  readonly sense: Sense;
  /** What it leans to where it is doubtful. */
  readonly leans?: Answer;
}

export function readWords(newText: string): Said {
  const words = (made ??= make());
  const text = newText.slice(0, LONGEST);
  const sentences = sentencesIn(text);
  const language = languageOf(text);
  const optOut = sentences.find(({ lower }) => hit(words.optOut, lower))?.written;
  const judged = sentences.map(({ written, lower, asks }) => judge(written, lower, asks, words));
  const { answer, suggestion, sentence } = agree(judged, newText.length <= DECIDES);
  const comes = answer === 'accepted' || answer === 'tentative' || suggestion === 'accepted';
  const seats = comes ? seatsIn(text, language) : undefined;
  return {
    ...(answer && { answer }),
    ...(suggestion && { suggestion }),
    ...(sentence !== undefined && { sentence }),
    ...(seats !== undefined && { seats }),
    attendees: comes ? namesIn(text) : [],
    ...(optOut !== undefined && { optOut }),
    ...(language && { language }),
  };
}

function hit(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function judge(
  sentence: string,
  lower: string,
  asks: boolean,
  words: ReturnType<typeof make>,
): Judged {
  const no = hit(words.no, lower);
  // What the no is made of must not be read as a yes: "vi kommer desværre ikke".
  const rest = lower.replace(words.no, ' # ');
  const yesses = [...rest.matchAll(words.yes)].map(([match]) => match);
  const meant = no ? yesses.filter((match) => !WISH.test(match)) : yesses;
  // "Yes, the invoice is paid" is no answer; "Yes please" is.
  const courteous = COURTEOUS.test(lower);
  const firstYes = words.firstYes.test(lower) && (courteous || meant.length > 0);
  const firstNo = words.firstNo.test(lower) && (courteous || no);
  const yes = meant.length > 0 || firstYes;
  const nay = no || firstNo;
  const maybe = hit(words.maybe, rest);
  const speaks = yes || nay || maybe;
  const lean: Answer | undefined = nay
    ? 'declined'
    : yes
      ? 'accepted'
      : maybe
        ? 'tentative'
        : undefined;
  const doubtful: Judged = { sentence, sense: 'doubtful', ...(lean && { leans: lean }) };
  const nothing: Judged = { sentence, sense: 'nothing' };

  if (asks) return speaks ? { sentence, sense: 'nothing', ...(lean && { leans: lean }) } : nothing;
  if (maybe && !nay) return { sentence, sense: 'maybe' };
  if (hit(words.condition, lower)) return speaks || RESTRICTS.test(lower) ? doubtful : nothing;
  if (!speaks) {
    const weak = words.firstYes.test(lower) || words.firstNo.test(lower);
    return weak
      ? { ...nothing, leans: words.firstYes.test(lower) ? 'accepted' : 'declined' }
      : nothing;
  }
  if (yes && nay) return doubtful;
  if (maybe) return doubtful;
  if (hit(words.hedge, rest)) return doubtful;
  // "I cannot, but Karen comes": for the network that may well be a yes.
  if (nay) return INSTEAD.test(rest) ? doubtful : { sentence, sense: 'no' };
  return hit(words.negation, rest) ? doubtful : { sentence, sense: 'yes' };
}

const ANSWER: Readonly<Record<'yes' | 'no' | 'maybe', Answer>> = {
  yes: 'accepted',
  no: 'declined',
  maybe: 'tentative',
};

/** All sentences that say something must say the same. */
function agree(
  judged: readonly Judged[],
  short: boolean,
): { answer?: Answer; suggestion?: Answer; sentence?: string } {
  const decided = judged.filter(({ sense }) => sense in ANSWER);
  const doubtful = judged.find(({ sense }) => sense === 'doubtful');
  const senses = new Set(decided.map(({ sense }) => sense as keyof typeof ANSWER));
  const [one] = senses;
  const sentence = (doubtful ?? decided[0] ?? judged.find(({ leans }) => leans))?.sentence;
  if (one && senses.size === 1 && !doubtful && short)
    return { answer: ANSWER[one], sentence: decided[0]!.sentence };
  const lean = decided[0]
    ? ANSWER[decided[0].sense as keyof typeof ANSWER]
    : (doubtful ?? judged.find(({ leans }) => leans))?.leans;
  return { ...(lean && { suggestion: lean }), ...(sentence !== undefined && { sentence }) };
}

// ---------------------------------------------------------------- sentences

interface Sentence {
  readonly written: string;
  readonly lower: string;
  readonly asks: boolean;
}

function sentencesIn(text: string): readonly Sentence[] {
  const flowing = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    // A full line goes on in the next; a short one was ended on purpose.
    .map((line) => (line.length > 55 && !/[.!?:]$/.test(line) ? `${line} ` : `${line}\n`))
    .join('');
  return flowing
    .split(/\n|(?<=[.!?…])\s|;\s/)
    .slice(0, MANY_SENTENCES)
    .flatMap((piece) => {
      const written = piece.trim().slice(0, LONG_SENTENCE);
      const lower = written
        .toLowerCase()
        .replace(/^[\s\p{P}\p{S}]+/u, '')
        .replace(/[\s.!?…,:)(\p{S}-]+$/u, '')
        .replace(/[,:"“”„()*_]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (lower === '' || GREETING.test(lower)) return [];
      return [{ written, lower, asks: /\?[\s"”)]*$/.test(written) }];
    });
}

// ---------------------------------------------------------------- how many, who

function seatsIn(text: string, language: Language | undefined): number | undefined {
  const lower = text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
  const found = new Set<number>();
  for (const lexicon of LEXICONS) {
    if (language !== undefined && lexicon.language !== language) continue;
    const number = `(\\d{1,3}|${lexicon.numbers.flat().join('|')})`;
    const counted = new RegExp(
      `(?<![\\p{L}\\p{N}.,/–-]|\\d )${number} (?:\\p{L}+ ){0,1}(?:${lexicon.persons.join('|')})(?![\\p{L}])`,
      'gu',
    );
    const bare = new RegExp(
      `(?:vi (?:er|bliver|kommer|deltager|deltar|blir|stiller)|we (?:are|will be|'ll be)|wir (?:sind|kommen)|kommer|antal|number|anzahl|antall)(?: gerne| gjerne| gärna)?(?: i alt| med| nok| zu|:)? ${number}(?=$|[.,!]| og | and | und | och |\\n)`,
      'gu',
    );
    for (const pattern of [counted, bare]) {
      for (const [, match = ''] of lower.matchAll(pattern)) {
        const value = /^\d/.test(match)
          ? Number(match)
          : lexicon.numbers.findIndex((ways) => ways.includes(match)) + 1;
        if (value >= 1 && value <= 999) found.add(value);
      }
    }
  }
  const [one] = found;
  return found.size === 1 ? one : undefined;
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: (?:van |von |de |af )?\\p{Lu}[\\p{L}'’-]+){1,3}";
const AND = '(?:, | og | and | und | och | & |, og |, and )';
const COME = '(?:kommer|deltager|deltar|will|are coming|kommen|nehmen|is coming|tilmeldes|vil)';

/** Full names that stand before "come", or behind a label. */
function namesIn(text: string): readonly Attendee[] {
  const flat = text.normalize('NFC').replace(/\s+/g, ' ').slice(0, 2_000);
  const listed =
    new RegExp(
      `(?:navne?|deltagere|deltaker(?:e|ne)?|deltagare|names?|attendees|namen|teilnehmer)\\s?: ?(${NAME}(?:${AND}${NAME}){0,19})`,
      'iu',
    ).exec(flat) ?? new RegExp(`(${NAME}(?:${AND}${NAME}){0,19}) ${COME}`, 'u').exec(flat);
  if (!listed) return [];
  return [...listed[1]!.matchAll(new RegExp(NAME, 'gu'))].map(([name]) => ({ name }));
}

// ---------------------------------------------------------------- language

/** By the small words that only one language has; undefined where nothing tells. */
export function languageOf(text: string): Language | undefined {
  const tokens = new Set(
    text
      .slice(0, 2_000)
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu),
  );
  const scores = LEXICONS.map(({ language, common }) => ({
    language,
    score: common.filter((word) => tokens.has(word)).length,
  })).toSorted((a, b) => b.score - a.score);
  const [best] = scores;
  return best && best.score > 0 ? best.language : undefined;
}
