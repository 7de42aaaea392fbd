/**
 * Where a quotation begins. Every mail client marks it in its own way and language; the shapes are
 * few: a line that says who wrote when, a block of header fields, a line between dashes.
 */

/** How many lines from `at` on are the head of a quotation; 0 where they are none. */
export function quoteHead(lines: readonly string[], at: number): number {
  const line = unmarked(lines[at]!);
  if (line === '' || isQuoted(lines[at]!)) return 0;
  if (isSeparator(line, lines, at)) return 1;
  if (RULE.test(line) && isHeaderBlock(lines, nextFilled(lines, at + 1))) return 1;
  if (isHeaderBlock(lines, at)) return 1;
  return attribution(lines, at);
}

export function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

/** The next line that holds anything; -1 where there is none near. */
export function nextFilled(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 20); at += 1) {
    if (lines[at]!.trim() !== '') return at;
  }
  return -1;
}

/** Bold, indentation and invisible marks off. */
export function unmarked(line: string): string {
  return line.slice(0, 400).replaceAll('*', '').trim();
}

// ---------------------------------------------------------------- who wrote when

const LONGEST_HEAD = 600;
const HEAD_LINES = 4;

/** Gmail wraps "On …, … wrote:" over up to three lines, Outlook over four. */
function attribution(lines: readonly string[], at: number): number {
  const bare = /^\d{4}/.test(unmarked(lines[at]!));
  let near = at;
  while (near < at + HEAD_LINES && !mayEnd(lines[near] ?? '', bare)) near += 1;
  if (near === at + HEAD_LINES) return 0;
  let joined = '';
  for (let count = 1; count <= HEAD_LINES && at + count <= lines.length; count += 1) {
    const part = unmarked(lines[at + count - 1]!);
    if (part === '' && count > 1) return 0;
    joined = `${joined} ${part}`.trim().slice(0, LONGEST_HEAD);
    // A head of its own begins here; what stands above it is somebody's words.
    if (count > 1 && isAttribution(part)) return 0;
    if (isAttribution(joined)) return count;
    if (count === 1 && !MAY_BEGIN.test(joined)) return 0;
  }
  return 0;
}

/** Most lines end like a sentence, not like the head of a quotation; `bare`: one without a verb. */
function mayEnd(line: string, bare: boolean): boolean {
  return (bare ? ':：]>)' : ':：]').includes(unmarked(line).at(-1) ?? ' ');
}

const VERBS =
  'wrote|writes|said|skrev|skreiv|skriver|schrieb|schreef|a écrit|écrit|ha scritto|scrisse|escribió|escreveu|napisał(?:\\(?a?\\)?)?|napsala?|napísala?|kirjoitti|írta|a scris|пишет|написала?|написал\\(а\\)|написав|пише|έγραψε|yazdı|tarihinde|skrifaði|kirjutas|rašė|rakstīja|je napisa[ol]a?|napisa[ol]|wrote on|كتب|כתב|写道|寫道|書きました|wrote|작성|님이';
const ADDRESS =
  /[<([][^<>()[\]\s]{1,200}@[^<>()[\]\s]{1,200}[>)\]]|[^\s<>,;:]{1,64}@[^\s<>,;:]{1,200}/;
const TIME = /\d{1,2}[:.h]\d{2}/;
const DATE =
  /\d{4}\s?[-/.年년]|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\b(?:19|20)\d{2}\b|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2}/u;
const ENDS = /[:：]\s*(?:\[[^\]]{0,60}\])?$/;
const VERB_ENDS = new RegExp(
  `(?:^|[^\\p{L}])(?:${VERBS})(?:\\s+(?:følgende|folgendes|the following|lo siguiente|em|den|am|på|on|kl)(?![\\p{L}]).{0,90})?\\s*[:：]`,
  'iu',
);
/** Danish, German and their sisters put the name behind the verb. */
const NAME_BEHIND =
  /[\s\d](?:skrev|skreiv|schrieb|schreef|wrote|écrit|scrisse|a écrit|escribió|kirjoitti)\s(?:følgende )?[^:]{1,250}[:：]$/iu;
/** How such a line may begin: a small word, a day, a date, or a name before an address. */
const MAY_BEGIN =
  /^(?:(?:on|am|den|d\.|le|il|el|op|em|dnia|w dniu|at|på|em|a|ai|ned|dne|dňa|v|в|ve|tarihinde|στις|í|þann|në|u|în|pe|w|на|vào|pada|في)(?![\p{L}])|[在于於]|\p{L}{2,12}[.,]?\s(?:den|the|de|\d)|\p{L}{2,4}[.,]{1,2}\s|\d{1,4}\s?[-/.年년,]|\d{1,2}\s\p{L}|["“']?[\p{L}\p{N}.'’-]+(?:,?\s[\p{L}\p{N}.'’()|/&-]+){0,7}["”']?\s*[<([]|["“']?[\p{L}.'’-]+(?:\s[\p{L}.'’-]+){0,5}["”']?\s(?:skrev|wrote|schrieb|a écrit|ha scritto|escribió|kirjoitti|пишет|написал))/iu;

function isAttribution(line: string): boolean {
  if (!MAY_BEGIN.test(line)) return false;
  const addressed = ADDRESS.test(line);
  const timed = TIME.test(line);
  const dated = timed || DATE.test(line);
  if (!ENDS.test(line)) return addressed && ONLY_HEAD.test(line);
  // Who and when are enough, whatever the language.
  if (addressed && dated && line.length < 320 && !ASKS.test(line)) return true;
  if (VERB_ENDS.test(line) && (dated || addressed)) return true;
  return NAME_BEHIND.test(line) && (timed || addressed) && dated;
}

/** "2012-05-02 10:00 GMT+02:00 Kim Holm <kim@havn.example>" and no more: old Gmail without a verb. */
const ONLY_HEAD =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b[^<(]{0,160}[<(][^<>()\s]{1,200}@[^<>()\s]{1,200}[>)]$/;
/** "Can you write to Kim (kim@havn.example) before 16.30 about:" is somebody's own sentence. */
const ASKS = /[?!]|\b(?:please|can you|could you|venligst|kan du|kan i|bitte)\b/i;

// ---------------------------------------------------------------- a block of header fields

const FROM =
  /^(?:from|fra|från|von|de|da|van|od|lähettäjä|nadawca|от(?: кого)?|від|feladó|kimden|gönderen|expéditeur|remitente|remetente|mittente|afzender|absender|afsender|avsender|avsändare|de la|από|frá|saatja|nuo|pošiljatelj|odosielateľ|odesílatel|差出人|发件人|寄件者|寄件人|보낸 ?사람)\s?[:：]/iu;
const SISTER =
  /^(?:sendt|skickat|sent|gesendet|dato|datum|date|til|till|to|an|kopi|kopia|cc|bcc|emne|ämne|subject|betreff|betr\.?|svar til|reply-to|envoyé|objet|à|verzonden|aan|onderwerp|enviado(?: el| em)?|para|asunto|assunto|inviato|oggetto|a|wysłano|do|temat|lähetetty|vastaanottaja|aihe|päivämäärä|отправлено|дата|кому|тема|копия|odesláno|komu|předmět|predmet|küldve|címzett|tárgy|gönderildi|kime|konu|tarih|data|fecha|trimis|către|subiect|送信日時|宛先|件名|日付|发送时间|收件人|主题|主旨|日期|날짜|받는 ?사람|제목|prioritet|importance|vigtighed|vedhæftede filer|attachments|svarsadresse)\s?[:：]/iu;

/** A From line with at least two of its sisters close by, in any order. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (at < 0) return false;
  const first = unmarked(lines[at] ?? '');
  if (!/[:：]/.test(first)) return false;
  if (!FROM.test(first) && !SISTER.test(first)) return false;
  let from = 0;
  let sisters = 0;
  let blanks = 0;
  for (const line of lines.slice(at, at + 12)) {
    const text = unmarked(line);
    if (text === '') {
      blanks += 1;
      if (blanks > 4) break;
    } else if (FROM.test(text)) from += 1;
    else if (SISTER.test(text)) sisters += 1;
  }
  // A block that begins with "To:" or "Date:" must show more: somebody may list a date and a place.
  return from > 0 && sisters >= (FROM.test(first) ? 2 : 3);
}

// ---------------------------------------------------------------- a line between dashes

const RULE = /^(?:_{5,}|-{5,}|={5,}|—{3,})$/;
const BETWEEN = /^[-_=*—–]{2,}\s?([^-_=—–].{0,80}?)\s?[-_=*—–]{2,}:?$/u;
const ORIGINAL =
  /original|oprindelig|ursprüng|ursprung|opprinnelig|forward|videresend|weitergeleitet|vidarebefordra|vidaresend|reply message|antwort|mensaje|message (?:d|transf)|messag|oorspronkelijk|doorgestuurd|alkuperäinen|välitetty|wiadomość|przekazan|eredeti|továbbított|původní|přeposlan|исходн|пересыла|转发|轉寄|原始|転送|元のメッセージ|전달|원본|(?:skrev|wrote|schrieb|écrit):?$/iu;
const FORWARDED =
  /^(?:begin forwarded message|start på videresendt besked|anfang der weitergeleiteten (?:nachricht|e-mail)|vidarebefordrat brev|videresendt melding|början på vidarebefordrat (?:brev|meddelande)|begynn(?:else)? (?:på )?videresendt melding|start på vidaresend melding|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado|begin doorgestuurd bericht|początek przekazanej wiadomości|välitetty viesti alkaa):?$/iu;

function isSeparator(line: string, lines: readonly string[], at: number): boolean {
  if (FORWARDED.test(line)) return true;
  const between = BETWEEN.exec(line)?.[1];
  if (between === undefined) return false;
  return ORIGINAL.test(between) || isHeaderBlock(lines, nextFilled(lines, at + 1));
}
