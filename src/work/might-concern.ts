/**
 * Which mails of an everyday mailbox are worth fetching whole. It only leaves alone what cannot
 * concern the meeting; what the others say is decided by understanding them.
 */
import { foldText } from '../domain/fold-text.ts';
import { domainOf } from '../domain/hosts.ts';
import { foldName } from '../domain/names.ts';
import type { MailStart } from '../format/mail/mail-start.ts';

/** What ties a mail to the meeting at a glance. */
export interface Ties {
  /** Of a message of ours, its own or the one the server gave it. */
  isOurMessage(messageId: string): boolean;
  /** Of a contact, in networks.csv or in the journal. */
  isContact(address: string): boolean;
  /** Of a contact; no free-mail domain. */
  isContactDomain(domain: string): boolean;
  /** Whether a reference of ours stands in the text, in whatever way it was typed. */
  holdsReference(text: string): boolean;
  /** `foldName` subjects of what was sent. */
  readonly subjects: ReadonlySet<string>;
  /** `foldName` titles of the meeting. */
  readonly titles: readonly string[];
}

const TEXT_READ = 4_000;

/** Stems of asking to be invited, in the languages we read; compared with `foldName` text. */
const WISH =
  /\b(?:invit|indby|inbjud|innby|einlad|eingelad|deltag|deltage|delta\b|teilnehm|tilmeld|anmald|pameld|anmeld|join|attend|participat|komme|kommer|kommen|come|vaere med|vara med|dabei|med til)/;
const GROUP =
  /\b(?:netv|netw|natv|nettv|network|forening|foren|verein|association|klub|club|laug|lag\b|gruppe|gilde|guild|kreds)/;

/** `strongOnly`: outside INBOX, where only what shows that it answers ours counts. */
export function mightConcern(mail: MailStart, ties: Ties, strongOnly: boolean): boolean {
  if (mail.unclear && !mail.byMachine) return true;
  if (mail.aboutDelivery || mail.calendar) return true;
  if (mail.answers.some((id) => ties.isOurMessage(id))) return true;
  if (ties.holdsReference(mail.subject) || ties.holdsReference(mail.text)) return true;
  const subject = foldName(mail.subject);
  if ([...ties.subjects].some((sent) => subject.includes(sent))) return true;
  if (!strongOnly && mail.senders.some((address) => ties.isContact(address))) return true;
  if (mail.byMachine) return false;
  if (strongOnly) return ties.titles.some((title) => subject.includes(title));
  if (mail.senders.some((address) => ties.isContactDomain(domainOf(address)))) return true;
  // Last, because folding a text costs more than all that is above.
  const text = foldText(mail.text, TEXT_READ);
  if (ties.titles.some((title) => subject.includes(title) || text.includes(title))) return true;
  const said = `${subject} ${text}`;
  return WISH.test(said) && GROUP.test(said);
}
