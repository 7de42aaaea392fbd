/** How many come, and who, in running text. */
import type { Attendee, Language } from '../domain/model.ts';
import { LEXICONS } from './languages.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { respelt } from './text/spelling.ts';

/** Only where one number is stated, and no other. */
export function seatsIn(text: string, language: Language | undefined): number | undefined {
  const lower = respelt(text.normalize('NFC').replace(/\s+/g, ' ').slice(0, 4_000));
  const found = new Set<number>();
  for (const lexicon of LEXICONS) {
    if (language !== undefined && lexicon.language !== language) continue;
    for (const [at, pattern] of togetherIn(lexicon).entries()) {
      if (pattern.test(lower)) found.add(at + 1);
    }
    const besides = besidesMe(text, lexicon);
    if (besides > 0) found.add(besides + 1);
    for (const pattern of patternsOf(lexicon.language)) {
      for (const [, match = ''] of lower.matchAll(pattern)) {
        const value = valueOf(match, lexicon);
        if (value >= 1 && value <= 999) found.add(value);
      }
    }
  }
  const [one] = found;
  return found.size === 1 ? one : undefined;
}

/** How many "Anna, Bo and I" names besides who writes; 0 where nobody is. */
function besidesMe(text: string, { me }: Lexicon): number {
  const flat = text.normalize('NFC').slice(0, 2_000).replace(/\n/g, ' | ').replace(/\s+/g, ' ');
  const names = new RegExp(
    `(?<![\\p{L}'’-]|${NO_NAME} )(${ANY_NAME}(?:, ${ANY_NAME}){0,4}) (?:og|and|und|och|samt|&) (?:${me.join('|')})(?![\\p{L}])`,
    'u',
  ).exec(flat)?.[1];
  return names === undefined || NO_PERSON.test(names) ? 0 : names.split(', ').length;
}

/** 0 where it is no number. */
function valueOf(word: string, { numbers }: Lexicon): number {
  return /^\d/.test(word) ? Number(word) : numbers.findIndex((ways) => ways.includes(word)) + 1;
}

const together = new Map<Language, readonly RegExp[]>();

function togetherIn(lexicon: Lexicon): readonly RegExp[] {
  const known = together.get(lexicon.language);
  if (known) return known;
  const made = lexicon.together.map(
    (ways) => new RegExp(`(?<![\\p{L}])(?:${ways.join('|')})(?![\\p{L}])`, 'u'),
  );
  together.set(lexicon.language, made);
  return made;
}

const patterns = new Map<Language, readonly RegExp[]>();

function patternsOf(language: Language): readonly RegExp[] {
  const known = patterns.get(language);
  if (known) return known;
  const { numbers, persons, counting } = LEXICONS.find((each) => each.language === language)!;
  const number = `(\\d{1,3}|${numbers.flat().join('|')})`;
  const made = [
    // "3 personer", "to glade mennesker"; not "2-3 personer", "kl. 16.30".
    new RegExp(
      `(?<![\\p{L}\\p{N}.,/–-]|\\d )${number} (?:\\p{L}+ ){0,1}(?:${persons.join('|')})(?![\\p{L}])`,
      'gu',
    ),
    // "vi kommer to"; not "vi kommer 2-3", "vi kommer den 30. maj".
    new RegExp(
      `(?<![\\p{L}])(?:${counting.join('|')})(?: gerne| gjerne| gärna| gern| i alt| med| nok| zu| alle| begge|:|,)* ${number}(?=$|[.,:!;)]+(?:\\s|$)| (?:og|and|und|och|fra|fra|from|från|von|aus|i|den|til|to|til|stk|mand) |\\n)`,
      'gu',
    ),
  ];
  patterns.set(language, made);
  return made;
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: (?:van |von |de |af )?\\p{Lu}[\\p{L}'’-]+){1,3}";
const AND = '(?:, | og | and | und | och | & | \\+ |, og |, and )';
/** "Ida Berg (formand)" */
const ROLE = '(?: \\([^()]{1,30}\\))?';
const NAMES = `${NAME}${ROLE}(?:${AND}${NAME}${ROLE}){0,19}`;
const COME =
  '(?:kommer|deltager|deltar|will|are coming|kommen|nehmen|is coming|tilmeldes|vil|werden|møder|stiller|tager (?:med|til|turen))';
const LISTED = new RegExp(
  `(?:[Nn]avne?|[Dd]eltagere|[Dd]eltaker(?:e|ne)?|[Dd]eltagare|[Nn]ames?|[Aa]ttendees|[Aa]ttending|[Nn]amen|[Tt]eilnehmer|[Tt]ilmelding|[Tt]ilmelder|[Ff]ølgende|[Ff]ollowing|[Ff]olgende|kommer|deltager|[Ss]tiller|[Pp]åmelding|[Aa]nmälan)(?![\\p{L}])(?:[^:.]|\\d\\.){0,60}: ?(${NAMES})`,
  'u',
);
/** "Vi stiller med Ida Berg (formand) og Bo Dam", "Undertegnede, Ida Berg, deltager". */
const BEHIND_VERB = new RegExp(
  `(?:[Vv]i (?:stiller|møder op|møder) med|[Tt]ilmelder(?: hermed)?|[Tt]ilmelding af|[Uu]ndertegnede,?|(?:skrive|skriv|sætte|sæt|notere|tilmelde|tilmeld|sætter|skriver)) (${NAMES})`,
  'u',
);
/** "Von uns kommen Ida Berg und Bo Dam", "Yes please: Ida Berg and Bo Dam". */
const BEFORE_NAMES = [
  '(?:[Ff]ra \\p{Lu}[^.:!?,\\d]{1,40}?|[Vv]on uns|[Ff]rom us|[Ff]rån oss|[Ff]ra oss)',
  ' (?:kommen|kommt|nehmen|nimmt|kommer|kjem|møter|stiller|deltar|deltager|come|comes)',
  '|[Jj]a,? (?:tak|takk|tack|gerne?|gjerne|gärna):|[Yy]es,? please:',
  '|to send|(?:are|be) sending|participation of|[Nn]ames (?:for the list |)are',
  '|(?:melder|melde|anmäler)(?: herved| härmed| gjerne)? på|[Aa]nmäler(?: härmed)?',
  '|melden? (?:ich |wir )?(?:uns |mich |hiermit )+an:|kommer (?:gärna|gjerne|gerne),',
].join('');
const POLITE = '(?:(?:Frau|Herrn?|Mrs?|Ms)\\.? )?';
const BEHIND_US = new RegExp(`(?:${BEFORE_NAMES}) ${POLITE}(${NAMES})`, 'u');
/** Not the rest of a longer name, nor where somebody is from. */
const BEFORE_VERB = new RegExp(
  `(?<!(?:[Tt]he|[Oo]ur|fra|from|von|från|for|hos|\\p{Lu}[\\p{L}'’-]{0,30}) )(${NAMES})(?: ${COME}(?![\\p{L}])|, (?:begge|alle tre) fra )`,
  'u',
);
/** Words of greetings and of associations: what holds one is no person's name. */
const NO_PERSON =
  /(?<![\p{L}])(?:the|kære|hej|fra|jeg|vi|dear|hello|hi|we|from|liebe[rs]?|hallo|ich|wir|kjære|jag|bästa|tak|mvh|hilsen)(?![\p{L}])|netværk|nätverk|nettverk|netzwerk|network|forening|förening|verein|laug(?:et)?(?![\p{L}])|klub|handel(?![\p{L}])|kreds(?:en)?(?![\p{L}])|erhverv|kommune/iu;
const EACH = new RegExp(NAME, 'gu');

/** Full names that stand before "come", or behind a label; first names behind their number. */
export function namesIn(text: string, seats?: number, language?: Language): readonly Attendee[] {
  const onLines = namesOnLines(text);
  if (onLines.length > 0) return onLines;
  const counted = seats === undefined ? [] : namesCounted(text, seats, language);
  if (counted.length > 0) return counted;
  const flat = text
    .normalize('NFC')
    .slice(0, 2_000)
    .replace(/\n{2,}|\n(?=\p{Lu}[\p{L} ]{0,20}:)/gu, '. ')
    .replace(/\s+/g, ' ');
  const listed =
    LISTED.exec(flat) ?? BEHIND_VERB.exec(flat) ?? BEHIND_US.exec(flat) ?? BEFORE_VERB.exec(flat);
  const people = [...(listed?.[1] ?? '').replace(/\([^()]*\)/g, '').matchAll(EACH)];
  // With one that is none, the others are in doubt too.
  return people.some(([name]) => NO_PERSON.test(name)) ? [] : people.map(([name]) => ({ name }));
}

/** Before a name that is greeted, thanked, or the end of a longer one. */
const NO_NAME =
  "(?:[Hh]ej|[Kk]ære|[Hh]ils|[Tt]ak|fra|til|af|hos|med|[Dd]ear|from|with|for|von|bei|från|\\p{Lu}[\\p{L}'’-]{0,30})";
const ANY_NAME = NAME.replace('{1,3}', '{0,3}');
/** By language: only its own words for numbers, so that "er to:" is no number "er". */
const behindNumber = new Map<Language, RegExp>();

function behindNumberIn({ language, numbers }: Lexicon): RegExp {
  const known = behindNumber.get(language);
  if (known) return known;
  const number = `\\d{1,3}|${numbers.flat().join('|')}`;
  const made = new RegExp(
    `(?<=\\s)(${number})(?: of us| \\p{Ll}{1,12})?(?:: ?| \\(| [–-] )(${ANY_NAME}(?:${AND}${ANY_NAME}){0,19})(?=[.!)]|\\s*$)`,
    'gmu',
  );
  behindNumber.set(language, made);
  return made;
}

/** "Vi kommer to: Anna og Bo": as many as were counted, in a language that has few capitals. */
function namesCounted(
  text: string,
  seats: number,
  language: Language | undefined,
): readonly Attendee[] {
  const lexicon = LEXICONS.find((each) => each.language === language);
  if (!lexicon) return [];
  // German has capitals everywhere: there only first and last name together are a name.
  const full = language === 'de';
  const flat = text.normalize('NFC').slice(0, 2_000);
  for (const [, number = '', list = ''] of flat.matchAll(behindNumberIn(lexicon))) {
    const names = list.split(new RegExp(AND, 'u'));
    if (full && names.some((name) => !name.includes(' ') || NO_PERSON.test(name))) continue;
    if (names.length === seats && valueOf(number, lexicon) === seats)
      return names.map((name) => ({ name }));
  }
  return [];
}

const NAME_LINE = new RegExp(`^(?:\\d{1,2}[.)] )?[\\s*•–-]*(${NAME})${ROLE}[.,;]?$`, 'u');
const ITEM = /^\s*[*•–-]\s*\S/;

/** A line that announces them, and a name a line below it. */
function namesOnLines(text: string): readonly Attendee[] {
  const lines = text.normalize('NFC').split('\n').slice(0, 60);
  const from = lines.findIndex((line) => /:\s*$/.test(line)) + 1;
  if (from === 0) return [];
  const found: Attendee[] = [];
  for (const line of lines.slice(from)) {
    const name = NAME_LINE.exec(line.slice(0, 200))?.[1];
    // A list of which one line is not understood counts too few.
    if (name === undefined && ITEM.test(line)) return [];
    if ((name === undefined && line.trim() !== '') || NO_PERSON.test(name ?? '')) break;
    if (name !== undefined) found.push({ name });
  }
  return found;
}
