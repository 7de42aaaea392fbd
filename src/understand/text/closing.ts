/** How a mail ends: sign-offs, signatures, what the device adds, legal footers. */
import { unmarked } from './quotation.ts';

const SIGN_OFF =
  /^(?:(?:med )?(?:(?:de )?(?:bedste|venlige?|vennlige?|vänliga?|kærlige?|mange|mvh|hjertelige?|god|hyggelig|beste|bästa|varme|sol|dbh|glade|friske)\s+)*(?:hilsen|hilsner|hils|hilsener|hälsning|hälsningar|helsing)|m\.?v\.?h|v\.?h|k\.?h|d\.?b\.?h|m\.?f\.?g|l\.?g|v\.?g|b\.?r|(?:with |my |many )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|best|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|all the best|(?:mit |viele |liebe |herzliche |schöne |beste |sonnige |freundliche[nr]? |besten )+(?:freundlichen )?(?:grüße|grüßen|grüsse|grüssen|gruß|gruss)|hochachtungsvoll|(?:grüße|gruß|gruss|grüsse)|(?:de )?bedste)(?=$|[\s,.!/:])/i;
/** What a phone or a client adds, in its owner's language. */
const DEVICE =
  /^(?:sendt? (?:fra|via|med)|sent (?:from|via|with|using|by)|gesendet (?:mit|von|über|aus)|von (?:meinem|meiner)|von mein\w+ .{0,40} gesendet|skickat från|skickades från|skickat med|hent (?:outlook|beta)|få outlook|get outlook|outlook (?:for|til|fra|für|för)|download outlook|hämta outlook|skaffa outlook|holen sie sich outlook|laden sie outlook|last ned outlook|télécharger outlook|obtenir outlook|obtener outlook|envoyé (?:de|depuis|à partir)|enviado (?:desde|do|a partir|de)|inviato da|verzonden (?:vanaf|met|vanuit)|wysłan[eoa] z|lähetetty|отправлено (?:с|из)|odesláno z|iphoneから送信|发自我的|發自我的|나의 iphone|diese nachricht wurde von meinem|yahoo mail)(?![\p{L}])/iu;
/** A device, not a sentence: "Sendt fra kontoret i går var det …" is somebody's own. */
const DEVICE_NAMED =
  /iphone|ipad|android|samsung|galaxy|outlook|mobil|mobile|telefon|phone|handy|huawei|nokia|blackberry|windows|mail|gmail|yahoo|proton|spark|hey\b|front|missive|thunderbird|tablet|device|gerät|enhed|enhet|pixel|sony|xiaomi|oneplus|nine|zimbra|webmail|aquamail|bluemail|web\.de|gmx|t-online|eudora|airmail|canary/i;
const LEGAL =
  /^(?:denne (?:e-?)?(?:mail|post|besked|meddelelse|melding)(?:en)? (?:og|er|kan|indeholder|inneholder)|this (?:e-?mail|message|communication) (?:and|is|may|contains|message)|diese (?:e-?mail|nachricht) (?:und|ist|kann|enthält)|detta (?:e-postmeddelande|meddelande|mejl) (?:och|är|kan|innehåller)|the information (?:contained )?in this|confidential(?:ity)?\b|disclaimer|fortrolighed|ansvarsfraskrivelse|virenfrei|virusfri|p(?:lease|\.s\.)? consider the environment|tænk på miljøet|vi behandler (?:personoplysninger|dine)|når du skriver til os|læs (?:mere om )?vores (?:privatlivs|persondata))/i;
const DASHES = /^(?:-- ?|—\s?|__+|-{3,}|={3,}|\*{3,})$/;

/** A line of its own; "Best regards from all of us, we look forward to …" is none. */
function isSignOff(line: string): boolean {
  return line.length <= 60 && SIGN_OFF.test(line) && !line.includes('?') && wordsIn(line) <= 7;
}

function isDevice(line: string): boolean {
  return line.length <= 120 && DEVICE.test(line) && DEVICE_NAMED.test(line);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** What a device or a lawyer adds: never what somebody wants to say, even as the first line. */
function isAdded(text: string): boolean {
  return isDevice(text) || LEGAL.test(text);
}

/** The line belongs to how the mail ends, not to what it says. */
export function isClosing(line: string): boolean {
  const text = unmarked(line);
  return DASHES.test(line.trimEnd() === '--' ? '--' : text) || isAdded(text) || isSignOff(text);
}

/** What stands behind a sign-off, or in the last line where there is none: who signed, mostly. */
export function signedBy(text: string, closing: string): string {
  const [first, ...others] = closing.split('\n').filter((line) => line.trim() !== '');
  if (first !== undefined && isSignOff(unmarked(first))) {
    const behind = unmarked(first).replace(SIGN_OFF, '');
    return [behind, ...others].map(withoutSigns).find((line) => line !== '') ?? '';
  }
  const lines = text.split('\n');
  return lines.length > 1 ? withoutSigns(lines.at(-1)!) : '';
}

function withoutSigns(line: string): string {
  return line.replace(/^[\s,.!:/–-]+|[\s,.!]+$/g, '');
}

/** Cuts the closing off. A mail that begins with "Bedste hilsner" says at least that. */
export function withoutClosing(lines: readonly string[]): {
  readonly text: string;
  readonly closing: string;
} {
  const start = lines.findIndex((line) => line.trim() !== '');
  const at = lines.findIndex((line, index) => {
    if (index < start || line.trim() === '') return false;
    return index === start ? isAdded(unmarked(line)) : isClosing(line);
  });
  const end = at === -1 ? lines.length : at;
  return {
    text: lines
      .slice(0, end)
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    closing: lines.slice(end).join('\n').trim(),
  };
}
