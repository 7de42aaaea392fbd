/**
 * Whether a mail reports that another could not be delivered: RFC 3464 reports, and the many that
 * follow no standard, recognised by who sends them and what they say.
 */
import type { IncomingMail } from '../format/incoming-mail.ts';

export interface BounceEntry {
  /** Lower case. */
  readonly recipient?: string;
  /** RFC 3463. */
  readonly status?: string;
  readonly delayed: boolean;
  /** The address will never work; not said of full mailboxes and policies. */
  readonly permanent: boolean;
  readonly diagnostic?: string;
}

export interface Bounce {
  readonly entries: readonly BounceEntry[];
  /** Message-IDs in what was returned, and Original-Envelope-Ids: what ties it to a message of ours. */
  readonly about: readonly string[];
}

const LONGEST = 60_000;
const MANY = 200;

/** undefined where it is none; no entries where it reports a success, or on something else. */
export function bounceIn(mail: IncomingMail): Bounce | undefined {
  const body = mail.text.slice(0, LONGEST);
  const reports = mail.reports.length > 0 ? mail.reports : reportsInText(body);
  // Some reports name no recipient, and tell in words what happened.
  if (reports.some((report) => /^(?:final|original)-recipient\s*:/im.test(report))) {
    const entries = reports.flatMap(entriesIn).slice(0, MANY);
    return { entries, about: about(mail, body, reports) };
  }
  if (!looksLikeOne(mail, body)) return undefined;
  return { entries: entriesInWords(mail, body), about: about(mail, body, reports) };
}

// ---------------------------------------------------------------- RFC 3464

/** Groups of fields; the first is about the message, each other about a recipient. */
function entriesIn(report: string): readonly BounceEntry[] {
  const groups = report
    .replace(/\r\n?/g, '\n')
    .slice(0, LONGEST)
    .split(/\n[ \t]*\n/)
    .map(fieldsIn);
  return groups.flatMap((fields): readonly BounceEntry[] => {
    const recipient = addressIn(fields.get('original-recipient') ?? '') ?? '';
    const final = addressIn(fields.get('final-recipient') ?? '') ?? recipient;
    const action = (fields.get('action') ?? '').toLowerCase().trim();
    if (!fields.has('final-recipient') && !fields.has('original-recipient')) return [];
    if (/^(?:deliver|relay|expand)/.test(action)) return [];
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20}\s*;\s*/, '');
    const given = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0];
    const status = better(given, statusIn(diagnostic));
    const delayed = action.startsWith('delay') || (action === '' && (status ?? '').startsWith('4'));
    return [entry(final, status, delayed, diagnostic)];
  });
}

/** `5.0.0` says no more than "failed"; the diagnostic may know better. */
function better(given: string | undefined, found: string | undefined): string | undefined {
  if (given === undefined) return found;
  return /^[45]\.0\.0$/.test(given) && found !== undefined && !/^[45]\.0\.0$/.test(found)
    ? found
    : given;
}

function fieldsIn(group: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0 && colon < 60) {
      const name = line.slice(0, colon).trim().toLowerCase();
      if (!fields.has(name))
        fields.set(
          name,
          line
            .slice(colon + 1)
            .trim()
            .slice(0, 2_000),
        );
    }
  }
  return fields;
}

/** Reports that lost their type on the way: the fields stand in the text. */
function reportsInText(text: string): readonly string[] {
  const at = text.search(/^(?:Reporting-MTA|Final-Recipient|Original-Recipient)\s*:/im);
  if (at === -1 || !/^Final-Recipient\s*:/im.test(text) || !/^(?:Action|Status)\s*:/im.test(text))
    return [];
  return [text.slice(at)];
}

// ---------------------------------------------------------------- in words

const SENDERS =
  /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|mailerdaemon|mailer|mail[._-]?delivery[\w.-]*|bounces?|double-bounce|mmdf|delivery|maildelivery|amavis\w*|spamfilter|mailgate\w*|mailscanner|scanner|quarantine|symantec[\w.-]*|microsoftexchange[\da-f]+|noreply-mdaemon|administrator|errors?|system|root|smtp|mta|dfs|notification|isc|mail)(?:[+-][^@]*)?@/i;
const SUBJECTS =
  /undeliver|undelivered|non[- ]?deliver|not deliver|delivery (?:status|failure|fail|error|notification|report|problem|has failed|incomplete|unsuccess)|deliver(?:y|ing) (?:to .{1,80} )?fail|failure notice|failed mail|failed deliver|mail(?:er)? (?:delivery|system error|could not|failure|not delivered|error|status)|returned mail|return(?:ed)? to sender|message (?:delivery|not delivered|you sent|undeliverable|could not)|could ?n[o']t be delivered|unable to deliver|unzustellbar|nicht zugestellt|nicht zustellbar|zustell|unde?liverable|ikke leveret|kunne ikke leveres|kan ikke leveres|ikke levert|leveringsfejl|leveringsrapport|leveringsstatus|kunde inte levereras|gick inte att leverera|ej levererat|retur(?:neret|nert)? (?:mail|post|besked|meddelelse)|non remis|échec|mancata consegna|impossibile recapitare|no se ha podido entregar|não entregue|host unknown|user unknown|address (?:error|rejected)|bounce|mail system|problem delivering|error sending|warning: (?:message|could not)|permanent error|email (?:failure|error)|\bnondeliverable\b|считаю|bad address|recipient (?:unknown|rejected)|mail rejected|blocked mail|message blocked/i;
const SAYS =
  /(?:could ?n[o']t|could not|cannot|can ?not|can't|unable|was not|has not been|not be|failed|failure|undeliver|unsuccess|fail)[^\n]{0,80}(?:deliver|relay|sent\b|send\b|reach|process)|deliver[^\n]{0,60}(?:fail|error|impossible|unsuccess|not possible)|(?:permanent|fatal|delivery|transient)[^\n]{0,30}error|(?:user|mailbox|recipient|address|account|domain|host|destinat\w+)[^\n]{0,60}(?:unknown|not found|does ?n[o']t exist|does not exist|invalid|unavailable|disabled|rejected|full|not exist|no such|over quota|exceed)|no such (?:user|mailbox|person|address|recipient|account|host)|unknown (?:user|recipient|address|local|host)|not (?:listed|known|a valid|found)|nicht zugestellt|konnte nicht|kunne ikke leveres|kunne ikke levere|ikke leveres|kunde inte levereras|quota exceeded|over quota|mailbox full|retry timeout exceeded|message (?:rejected|refused|blocked|bounced)|undeliverable|returned (?:to|mail)|bounced|5\.\d\.\d|\b55[0-4]\b/i;
const DELAYS =
  /(?:delayed|warning)[^\n]{0,60}(?:message|mail|deliver|4 hours|24 hours)|(?:message|mail|deliver\w*)[^\n]{0,40}(?:delayed|not yet been delivered)|will (?:be|keep|continue)[^\n]{0,40}(?:retr|try)|still (?:being )?(?:try|retr|attempt)|no action is required|temporary (?:delivery )?(?:failure|problem)|forsinket|verzögert|fördröjd/i;

/** Sent by a machine that delivers, and says that something was not delivered. */
function looksLikeOne(mail: IncomingMail, body: string): boolean {
  const report = mail.contentType === 'multipart/report';
  const type = mail.header('content-type').join(' ').toLowerCase();
  if (report && /report-type="?(?:disposition-notification|feedback-report)/.test(type))
    return false;
  if (mail.attached.some((each) => /feedback-report|disposition-notification/.test(each)))
    return false;
  const from = mail.from?.address ?? '';
  const subject = SUBJECTS.test(mail.subject);
  const words = SAYS.test(body);
  const empty = mail.header('return-path').some((value) => /^\s*<\s*>/.test(value));
  const failed = mail.header('x-failed-recipients').length > 0;
  const daemon =
    SENDERS.test(from) ||
    from === '' ||
    /mail(?:er)?[- ]?(?:daemon|delivery|system)|postmaster/i.test(mail.from?.name ?? '');
  if (report && (subject || words)) return true;
  if (failed && (words || subject)) return true;
  if (!daemon && !empty) return subject && words && mail.returned.length > 0;
  // An out-of-office reply has an empty Return-Path too.
  if (AUTOMATIC.test(mail.subject) && !subject) return false;
  const returns = mail.returned.length > 0 || /^(?:message-id|received|return-path):/im.test(body);
  return (
    (subject && (words || returns || daemon)) || (words && (returns || (daemon && HARD.test(body))))
  );
}

const AUTOMATIC =
  /^(?:re:|sv:|aw:)?\s*(?:auto|out of office|fravær|ikke på kontoret|abwesen|frånvaro)/i;
const HARD =
  /\b[45]\.\d{1,3}\.\d{1,3}\b|\b[45][0-5]\d\b|unknown|not exist|doesn't exist|undeliver|quota|full|no such|fail/i;

function entriesInWords(mail: IncomingMail, body: string): readonly BounceEntry[] {
  const [above] = splitOff(body);
  const found = new Set<string>();
  for (const value of mail.header('x-failed-recipients')) {
    for (const each of value.split(',')) add(found, addressIn(each));
  }
  const own = new Set([...mail.to, mail.from?.address ?? '']);
  if (found.size === 0)
    for (const line of above.split('\n').slice(0, 400)) addFrom(line, own, found);
  if (found.size === 0) {
    for (const text of [...mail.returned, body]) add(found, headerAddress(text, own));
  }
  if (found.size === 0) {
    for (const each of above.matchAll(ADDRESS))
      if (!own.has(clean(each[0]))) add(found, clean(each[0]));
  }
  const overall = statusIn(above) ?? statusIn(body);
  const delayed =
    (DELAYS.test(mail.subject) || DELAYS.test(above)) &&
    !(overall ?? '').startsWith('5') &&
    !GAVE_UP.test(above);
  const diagnostic =
    above
      .split('\n')
      .find((line) => DIAGNOSTIC.test(line))
      ?.trim()
      .slice(0, 500) ?? '';
  const recipients: (string | undefined)[] =
    found.size > 0 ? [...found].slice(0, MANY) : [undefined];
  return recipients.map((recipient) => {
    const its = recipients.length > 1 ? statusBehind(above, recipient ?? '', found) : undefined;
    return entry(recipient, its ?? overall, delayed, diagnostic);
  });
}

/** The code that stands between a recipient and the next one. */
function statusBehind(
  text: string,
  recipient: string,
  all: ReadonlySet<string>,
): string | undefined {
  const lower = text.toLowerCase();
  const at = lower.indexOf(recipient);
  if (at === -1) return undefined;
  const ends = [...all]
    .map((other) => lower.indexOf(other, at + recipient.length))
    .filter((end) => end > at);
  return statusIn(text.slice(at + recipient.length, Math.min(...ends, at + 2_000)));
}

const GAVE_UP =
  /permanent|gave up|giving up|given up|fatal|no longer|too long|retry timeout exceeded|returned to you|undeliverable/i;
const DIAGNOSTIC =
  /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b|unknown|not exist|no such|quota|full|reject|denied|not found/i;

/** The report, and the returned mail pasted below it. */
function splitOff(body: string): readonly [string, string] {
  const at = body.search(
    /^(?:[-_=* ]{2,}.{0,60}(?:original|copy of|returned|your message|message header|unsent|transcript|headers?\b).{0,60}|.{0,40}(?:original message|message headers?|headers? of|copy of (?:the|your)|your message (?:follows|was)).{0,60}|(?:received|return-path|message-id|x-[\w-]+):.*)$/im,
  );
  return at > 40 ? [body.slice(0, at), body.slice(at)] : [body, ''];
}

const ADDRESS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?/gi;

/** `<kim@havn.example>:`, `to: kim@…`, `550 kim@…`: where reports name whom they did not reach. */
function addFrom(line: string, own: ReadonlySet<string>, found: Set<string>): void {
  const text = line.slice(0, 500);
  const shaped =
    /^\s*(?:[-*•]\s*)?<?([^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,250})>?\s*(?:[:;,.(-]|$)/.exec(text) ??
    /(?:to|recipient|address|user|mailbox|rcpt to|empfänger|modtager|for|following|account)\b[^@]{0,40}?[<"':\s(]([^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,250})/i.exec(
      text,
    ) ??
    /\b(?:[45]\d\d)\b.{0,80}?<?([^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,250})>?/.exec(text);
  const address = shaped ? clean(shaped[1]!) : undefined;
  if (address !== undefined && !own.has(address)) add(found, address);
}

function headerAddress(text: string, own: ReadonlySet<string>): string | undefined {
  for (const [, value = ''] of text
    .slice(0, LONGEST)
    .matchAll(/^(?:x-original-to|delivered-to|to|envelope-to):(.{1,500})$/gim)) {
    const address = addressIn(value);
    if (address !== undefined && !own.has(address)) return address;
  }
  return undefined;
}

function add(found: Set<string>, address: string | undefined): void {
  if (address !== undefined) found.add(address);
}

function addressIn(text: string): string | undefined {
  const match = text.slice(0, 1_000).match(/[^\s<>;:,"|/@()]{1,200}@[^\s<>;:,"|/@()]{1,250}/);
  return match ? clean(match[0]) : undefined;
}

function clean(address: string): string {
  return address.toLowerCase().replace(/^[<'"*`=]+|[>'".,;:!?)\]]+$/g, '');
}

/** An enhanced code, else what a plain reply code comes to. */
function statusIn(text: string): string | undefined {
  return /(?:^|[\s(#:;[<-])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(text.slice(0, LONGEST))?.[1];
}

/** Only these say that the address will never work (RFC 3463; Exchange's 5.1.10, 5.4.1). */
const PERMANENT = /^5\.(?:1\.(?:[01236]|10)|2\.1|4\.[14])$/;
const NO_SUCH =
  /user unknown|unknown user|no such (?:user|mailbox|person|recipient|account)|does ?n[o']t exist|does not exist|not exist|mailbox (?:not found|unavailable)|invalid (?:recipient|mailbox|address)|host (?:unknown|not found)|domain (?:not found|does not exist)|unrouteable|address rejected|account (?:has been )?disabled|nicht bekannt|findes ikke/i;

function entry(
  recipient: string | undefined,
  status: string | undefined,
  delayed: boolean,
  diagnostic: string,
): BounceEntry {
  const known = status !== undefined && !/^[45]\.0\.0$/.test(status);
  return {
    ...(recipient && { recipient }),
    ...(status !== undefined && { status }),
    delayed,
    permanent: !delayed && (known ? PERMANENT.test(status) : NO_SUCH.test(diagnostic)),
    ...(diagnostic && { diagnostic: diagnostic.slice(0, 500) }),
  };
}

// ---------------------------------------------------------------- which message

/** What only a server that had our message can know. */
function about(mail: IncomingMail, body: string, reports: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  const [, below] = splitOff(body);
  for (const text of [...mail.returned, below]) {
    for (const [, id = ''] of text
      .slice(0, LONGEST)
      .matchAll(
        /^(?:message-id|references|x-microsoft-original-message-id):[^\S\n]*(?:\n[ \t])?[^<\n]{0,100}<([^<>\s]{1,500})>/gim,
      )) {
      ids.add(id);
    }
  }
  for (const report of reports) {
    const id = /^original-envelope-id:\s*<?([^\s<>]{1,500})>?/im.exec(report)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return [...ids].slice(0, MANY);
}
