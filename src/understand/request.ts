/** Whether a stranger asks to be invited: the announcement of the meeting asks for such mails. */
import type { IncomingMail } from '../format/mail/incoming-mail.ts';
import { foldText } from '../domain/fold-text.ts';
import type { LookUps } from './look-ups.ts';
import type { Understanding } from './understanding.ts';

const GROUP =
  /(?<![\p{L}])(?:netværk|netvaerk|network|netzwerk|nätverk|nettverk|forening|association|verein|förening|klub|club|laug|gruppe|gilde|guild|organisation|community)/iu;
const WISH =
  /(?<![\p{L}])(?:(?:gerne|kunne|må|vil|vi|også|would|like|could|can|may|möchten?|würden?|gern|vill|gärna|få) (?:\S+ ){0,6}?(?:invit\w*|indby\w*|inbjud\w*|innby\w*|einladung|eingeladen|være med|deltage|deltager|med til|join|attend|participate|take part|come|dabei sein|teilnehmen|vara med|delta)|(?:bede|beder|anmode|ask(?:ing)?|request|bitten?|ber) (?:\S+ ){0,4}?(?:om|for|um|an) (?:\S+ ){0,2}?(?:invitation|indbydelse|einladung|inbjudan)|(?:send|sende|få|modtage|receive|get|schicken) (?:\S+ ){0,4}?(?:invitation|indbydelse|einladung|inbjudan))(?![\p{L}])/iu;

const LONGEST = 3_000;

/** A network or association, or the meeting's title, and the wish to come. */
export function asksForInvitation(mail: IncomingMail, said: Understanding, ups: LookUps): boolean {
  if (said.kind !== 'answer' && said.kind !== 'unclear') return false;
  const text = `${mail.subject}\n${said.written.text}`.slice(0, LONGEST).replace(/\s+/g, ' ');
  if (!WISH.test(text)) return false;
  if (GROUP.test(text)) return true;
  const folded = foldText(text, LONGEST);
  return ups.titles.some((title) => folded.includes(title));
}
