/**
 * What a person newly wrote, apart from what is quoted, the signature and the legal footer.
 * Every mail client marks its quotation in its own way and language; the shapes are few.
 */

export interface NewText {
  /** What was newly written. */
  readonly text: string;
  /** What stood around it: quotations, with their heads. */
  readonly quoted: string;
  /** New lines stand below or between quoted ones. */
  readonly between: boolean;
  /** Sign-off, signature, footer. */
  readonly closing: string;
}

const LONGEST = 60_000;
const MANY_LINES = 3_000;

/** Line ends, special blanks and invisible characters made plain. */
export function plain(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f\u2007\u2009]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g, '');
}

export function newText(mail: string): NewText {
  const lines = plain(mail).split('\n').slice(0, MANY_LINES);
  const fresh: string[] = [];
  const quoted: string[] = [];
  let quotedLines = 0;
  let between = false;
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const head = quoteHead(lines, at);
    if (head > 0) {
      const next = nextFilled(lines, at + head);
      if (next === -1 || !isQuoted(lines[next]!)) {
        quoted.push(...lines.slice(at));
        break;
      }
      quoted.push(...lines.slice(at, next));
      at = next;
      continue;
    }
    if (isQuoted(line)) {
      quoted.push(line.replace(/^[>|\s]+/, ''));
      quotedLines += 1;
    } else {
      if (quotedLines > 0 && line.trim() !== '' && !isClosing(line)) between = true;
      fresh.push(line);
    }
    at += 1;
  }
  const { text, closing } = withoutClosing(fresh);
  return { text, quoted: quoted.join('\n'), between: between && text !== '', closing };
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function nextFilled(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 20); at += 1) {
    if (lines[at]!.trim() !== '') return at;
  }
  return -1;
}

/** How many lines from `at` on are the head of a quotation; 0 where they are none. */
function quoteHead(lines: readonly string[], at: number): number {
  const line = unmarked(lines[at]!);
  if (line === '' || isQuoted(lines[at]!)) return 0;
  if (SEPARATOR.test(line) || FORWARDED.test(line)) return 1;
  if (/^_{10,}$/.test(line) && headerBlock(lines, nextFilled(lines, at + 1))) return 1;
  if (headerBlock(lines, at)) return 1;
  // Gmail wraps "On …, … wrote:" over up to three lines.
  let joined = '';
  for (let count = 1; count <= 4 && at + count <= lines.length; count += 1) {
    const part = unmarked(lines[at + count - 1]!);
    if (part === '' && count > 1) return 0;
    joined = `${joined} ${part}`.trim().slice(0, 600);
    if (isWroteLine(joined)) return count;
    if (count === 1 && !WROTE_BEGINS.test(joined)) return 0;
  }
  return 0;
}

/** Bold and indentation off. */
function unmarked(line: string): string {
  return line.slice(0, 400).replaceAll('*', '').trim();
}

const WROTE =
  /(?:^|[\s>)\]"'])(?:wrote|writes|skrev|skreiv|skriver|schrieb|schreef|écrit|ha scritto|escribió|escreveu|napisał\(?a?\)?|kirjoitti|said)(?:\s+(?:følgende|folgendes|following|am|den|på|kl)\b.{0,80})?\s*:?\s*(?:\[[^\]]{0,60}\])?$/i;
const WROTE_BEGINS =
  /^(?:on|am|den|d\.|le|il|el|op|em|dnia|w dniu|at|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|(?:man|tir|tirs|ons|tor|tors|fre|lør|søn|mån|tis|lör|sön|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[.,]|\d{1,4}[-/.]|"?[\p{L}.'-]+(?:\s[\p{L}.'-]+){0,5}"?\s*[<([])/iu;
/** Something a date or an address has: without it "he wrote:" is somebody's own sentence. */
const DATED = /\d{1,4}|@/;

/** Danish, German and their sisters put the name behind the verb. */
const NAME_BEHIND =
  /\s(?:skrev|skreiv|schrieb|schreef|wrote|écrit|scrisse)\s(?:følgende )?.{1,250}:$/i;
const AT_A_TIME = /\d{1,2}[:.]\d{2}|@/;

function isWroteLine(line: string): boolean {
  if (!WROTE_BEGINS.test(line)) return false;
  if (WROTE.test(line) && DATED.test(line) && /[:\]]$/.test(line)) return true;
  if (NAME_BEHIND.test(line) && AT_A_TIME.test(line) && DATED.test(line)) return true;
  // 2012-05-02 10:00 GMT+02:00 Kim Holm <kim@havn.example>:
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,160}[<(][^<>()\s]{1,200}@[^<>()\s]{1,200}[>)]:?$/.test(
    line,
  );
}

const SEPARATOR =
  /^-{2,}\s?(?:original|oprindelig|ursprüng|ursprung|opprinnelig|forward|videresend|weitergeleitet|vidarebefordra|reply message|antwort|mensaje|message d|messaggio|original-)[^-]{0,60}-{2,}$/i;
const FORWARDED =
  /^(?:begin forwarded message|start på videresendt besked|anfang der weitergeleiteten (?:nachricht|e-mail)|vidarebefordrat brev|videresendt melding|början på vidarebefordrat (?:brev|meddelande)|begynn(?:else)? (?:på )?videresendt melding|start på vidaresend melding):?$/i;

const FROM = /^(?:fra|från|from|von|de|da|van)\s?:\s?\S/i;
const BLOCK =
  /^(?:sendt|skickat|sent|gesendet|dato|datum|date|til|till|to|an|kopi|cc|emne|ämne|subject|betreff|svar til|reply-to|envoyé|objet|à|verzonden|aan|onderwerp)\s?:/i;

/** Outlook's block: a From line with at least two of its sisters close below. */
function headerBlock(lines: readonly string[], at: number): boolean {
  if (at < 0 || !FROM.test(unmarked(lines[at] ?? ''))) return false;
  let sisters = 0;
  for (const line of lines.slice(at + 1, at + 8)) {
    if (BLOCK.test(unmarked(line))) sisters += 1;
  }
  return sisters >= 2;
}

// ---------------------------------------------------------------- how a mail ends

const SIGN_OFF =
  /^(?:(?:med )?(?:(?:de )?(?:bedste|venlige?|vennlige?|vänliga?|kærlige?|mange|mvh|hjertelig|god|hyggelig|beste|bästa|varme|sol)\s+)*(?:hilsen|hilsner|hils|hälsning|hälsningar|helsing)|m\.?v\.?h|v\.?h|k\.?h|d\.?b\.?h|m\.?f\.?g|l\.?g|v\.?g|(?:with |my |many )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|best|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|all the best|(?:mit |viele |liebe |herzliche |schöne |beste |freundliche[nr]? |besten )+(?:freundlichen )?(?:grüße|grüßen|grüsse|grüssen|gruß|gruss)|(?:grüße|gruß|gruss|grüsse))(?=$|[\s,.!/:])/i;
const DEVICE =
  /^(?:sendt fra|sent from|sent via|sent with|gesendet (?:mit|von)|von meinem|skickat från|sendt via|hent outlook|get outlook|outlook (?:for|til|für|för)|download outlook|envoyé de|skickades från|diese nachricht wurde von meinem)\b/i;
const LEGAL =
  /^(?:denne (?:e-?)?(?:mail|besked|meddelelse) (?:og|er|kan|indeholder)|this (?:e-?mail|message|communication) (?:and|is|may|contains|message)|diese (?:e-?mail|nachricht) (?:und|ist|kann|enthält)|the information (?:contained )?in this|confidential|disclaimer|fortrolighed|ansvarsfraskrivelse|p(?:lease|\.s\.)? consider the environment|tænk på miljøet)/i;
const DASHES = /^(?:--\s?|—\s?|__+|-{3,}|={3,}|\*{3,})$/;

function isClosing(line: string): boolean {
  const text = unmarked(line);
  return (
    DASHES.test(line.trimEnd() === '--' ? '--' : text) ||
    DEVICE.test(text) ||
    LEGAL.test(text) ||
    isSignOff(text)
  );
}

/** A line of its own; "Best regards from all of us, we look forward to …" is none. */
function isSignOff(line: string): boolean {
  return line.length <= 60 && SIGN_OFF.test(line) && !/[?]/.test(line) && wordsIn(line) <= 7;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function withoutClosing(lines: readonly string[]): { text: string; closing: string } {
  const start = lines.findIndex((line) => line.trim() !== '');
  let end = lines.length;
  for (let at = Math.max(start, 0); at < lines.length; at += 1) {
    const line = lines[at]!;
    const alone = at === start;
    if (DEVICE.test(unmarked(line)) || LEGAL.test(unmarked(line))) {
      end = at;
      break;
    }
    if (!alone && isClosing(line)) {
      end = at;
      break;
    }
  }
  return {
    text: lines
      .slice(0, end)
      .join('\n')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    closing: lines.slice(end).join('\n').trim(),
  };
}
