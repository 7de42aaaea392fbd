/** Reports that follow no standard: who was not reached, and why, out of running text. */
import type { IncomingMail } from '../../format/mail/incoming-mail.ts';
import { addressIn, failedIn, headerRecipient } from './addresses.ts';
import { entry, type BounceEntry } from './entry.ts';
import { DELAYS, GAVE_UP } from './phrases.ts';
import { statusIn } from './status.ts';

const MANY = 200;
/** What is said of a recipient stands close behind it. */
const NEAR = 2_000;

export function entriesInProse(mail: IncomingMail, body: string): readonly BounceEntry[] {
  const [above] = splitOff(body);
  const recipients = recipientsIn(mail, above, body);
  const overall = statusIn(above) ?? statusIn(body);
  const delayed =
    (DELAYS.test(mail.subject) || DELAYS.test(above)) &&
    !(overall ?? '').startsWith('5') &&
    !GAVE_UP.test(above);
  const one = recipients.length <= 1;
  return (one ? [recipients[0]] : recipients).map((recipient) => {
    const words = one ? `${mail.subject}\n${above}` : behind(above, recipient ?? '', recipients);
    const status = one ? overall : (statusIn(words) ?? overall);
    return entry(recipient, status, delayed, diagnosticIn(words), words.slice(0, NEAR * 2));
  });
}

function recipientsIn(mail: IncomingMail, above: string, body: string): readonly string[] {
  const listed = mail
    .header('x-failed-recipients')
    .flatMap((value) => value.split(','))
    .flatMap((each) => addressIn(each) ?? []);
  if (listed.length > 0) return [...new Set(listed)].slice(0, MANY);
  const own = new Set([...mail.to, mail.from?.address ?? '']);
  const named = failedIn(above, own);
  if (named.length > 0) return named;
  const returned = [...mail.returned, body].flatMap((text) => headerRecipient(text, own) ?? []);
  return returned.length > 0
    ? returned.slice(0, 1)
    : failedIn(`${mail.subject}\n${above}`, new Set());
}

/** What stands between a recipient and the next one. */
function behind(text: string, recipient: string, all: readonly string[]): string {
  const lower = text.toLowerCase();
  const at = lower.indexOf(recipient) + recipient.length;
  const next = all
    .map((other) => (recipient.includes(other) ? -1 : lower.indexOf(other, at)))
    .filter((end) => end > at);
  return text.slice(at, Math.min(at + NEAR, ...next));
}

const DIAGNOSTIC =
  /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b|unknown|not exist|no such|quota|full|reject|denied|not found|invalid|not listed/i;

function diagnosticIn(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => DIAGNOSTIC.test(line.slice(0, 500)) && !/^(?:subject|to):/i.test(line)) ??
    ''
  ).slice(0, 500);
}

const RETURNED = [
  // "--- Below this line is a copy of the message.", "------- Returned Message --------"
  '[-_=*+ ]{2,}\\s?[^\\n]{0,60}\\b(?:original|copy|returned|unsent|enclosed|headers?)\\b[^\\n]{0,60}',
  // "Original message follows.", "Below is a copy of the original message:"
  '[^\\n]{0,60}\\b(?:message|headers?)\\b[^\\n]{0,20}\\bfollows?\\b[^\\n]{0,20}',
  '[^\\n]{0,30}\\bcopy of (?:the|your)\\b[^\\n]{0,60}',
  'original message(?: headers?)?:?',
  '(?:received|return-path):[ \\t][^\\n]*',
].join('|');
const SPLIT = new RegExp(`^[ \\t]{0,8}(?:${RETURNED})$`, 'im');

/** The report, and the returned mail pasted below it. */
export function splitOff(body: string): readonly [string, string] {
  const at = body.search(SPLIT);
  return at > 20 ? [body.slice(0, at), body.slice(at)] : [body, ''];
}
