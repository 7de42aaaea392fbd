/**
 * Whether a mail reports that another could not be delivered: RFC 3464 reports, and the many that
 * follow no standard, recognised by who sends them, what they say, and what they give back.
 */
import type { IncomingMail } from '../../format/mail/incoming-mail.ts';
import { failedIn } from './addresses.ts';
import type { BounceEntry } from './entry.ts';
import { DELAYS, MACHINE, MACHINE_NAME, NO_REPLY, SAYS, SUBJECT } from './phrases.ts';
import { entriesInProse, splitOff } from './prose.ts';
import { entriesIn, namesRecipients, reportsInText } from './report.ts';
import { statusIn } from './status.ts';

export interface Bounce {
  readonly entries: readonly BounceEntry[];
  /** Message-IDs in what was returned, and Original-Envelope-Ids: what ties it to a message of ours. */
  readonly about: readonly string[];
}

const LONGEST = 60_000;
const MANY = 200;

/** undefined where it is none; no entries where it reports a success, or on something else. */
export function bounceIn(mail: IncomingMail): Bounce | undefined {
  if (isAboutSomethingElse(mail)) return undefined;
  const body = mail.text.slice(0, LONGEST);
  const machine = isMachine(mail);
  const quotedReport =
    machine || mail.contentType === 'multipart/report' ? reportsInText(body) : [];
  const reports = (mail.reports.length > 0 ? mail.reports : quotedReport).filter(namesRecipients);
  if (reports.length > 0) {
    const entries = reports.flatMap(entriesIn).slice(0, MANY);
    return { entries, about: about(mail, body, reports) };
  }
  if (!looksLikeOne(mail, body, machine)) return undefined;
  // A gateway may wrap the report of another.
  const wrapped = mail.returned.flatMap(reportsInText).filter(namesRecipients).flatMap(entriesIn);
  const named = failedIn(splitOff(body)[0], new Set(mail.to)).length > 0;
  const entries =
    wrapped.length > 0 && !named ? wrapped.slice(0, MANY) : entriesInProse(mail, body);
  return { entries, about: about(mail, body, mail.reports) };
}

/** Nobody writes from there: mailer-daemon, postmaster, no-reply. */
export function isNobody(address: string): boolean {
  return NO_REPLY.test(address) || /^(?:mailer-?daemon|postmaster|mdaemon)(?:@|$)/i.test(address);
}

/** Read receipts and complaints have the shape of a report too. */
function isAboutSomethingElse(mail: IncomingMail): boolean {
  const types = [...mail.header('content-type'), ...mail.attached].join(' ').toLowerCase();
  return /disposition-notification|feedback-report/.test(types);
}

function isMachine({ from, header }: IncomingMail): boolean {
  return (
    from === undefined ||
    MACHINE.test(from.address) ||
    /^mailer-daemon$/i.test(from.address) ||
    MACHINE_NAME.test(from.name ?? '') ||
    header('x-failed-recipients').length > 0 ||
    header('return-path').some((value) => /^\s*<\s*>/.test(value))
  );
}

/** An out-of-office reply has an empty Return-Path too. */
const AUTOMATIC =
  /^(?:(?:re|sv|aw)\s*:\s*)?(?:auto|out of (?:the )?office|fravær|ikke på kontoret|abwesen|frånvaro|vacation)/i;
const PASSED_ON = /^(?:re|sv|vs|aw|antw|fwd?|wg|vb|vl)\s*:/i;
/** Headers of the mail that was given back. */
const GIVEN_BACK = /^[ \t]*(?:message-id|received|return-path)\s*:/im;
const REPLY_LINE = /(?<![\d.])[45][0-5]\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|[^\n]{0,80}[a-z]{3})/i;

function looksLikeOne(mail: IncomingMail, body: string, machine: boolean): boolean {
  const subject = SUBJECT.test(mail.subject);
  const returned = mail.returned.length > 0;
  // Most mails leave here: people write about other things.
  if (!machine && !subject && !returned && mail.contentType !== 'multipart/report') return false;
  const says = SAYS.test(body);
  const gives = returned || GIVEN_BACK.test(body);
  if (mail.contentType === 'multipart/report') return subject || says;
  if (!machine) {
    // A person may well pass a report on; a machine gives back what it could not deliver.
    if (PASSED_ON.test(mail.subject) || mail.inReplyTo.length > 0) return false;
    const named = failedIn(splitOff(body)[0], new Set(mail.to)).length > 0;
    const proof = gives || REPLY_LINE.test(body) || NO_REPLY.test(mail.from?.address ?? '');
    return says && named && proof;
  }
  if (AUTOMATIC.test(mail.subject) && !subject) return false;
  const code = statusIn(body) !== undefined || REPLY_LINE.test(body);
  if (subject) return says || code || gives || DELAYS.test(body);
  return says && (gives || code);
}

/** What only a server that had our message can know. */
function about(mail: IncomingMail, body: string, reports: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  for (const text of [...mail.returned, body]) {
    for (const [, id = ''] of text.slice(0, LONGEST).matchAll(RETURNED_ID)) ids.add(id);
  }
  for (const report of reports) {
    const id = /^original-envelope-id:\s*<?([^\s<>]{1,500})>?/im.exec(report)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return [...ids].slice(0, MANY);
}

const RETURNED_ID =
  /^[ \t]{0,8}(?:message-id|references|x-microsoft-original-message-id):[^\S\n]{0,20}(?:\n[ \t])?[^<\n]{0,100}<([^<>\s]{1,500})>/gim;
