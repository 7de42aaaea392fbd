/** Parses a mail, understands it, and judges what it means; the parser loads with the first one. */
import { readMailStart } from '../format/mail/mail-start.ts';
import type { LookUps } from '../understand/look-ups.ts';
import { understand } from '../understand/understanding.ts';
import { judge } from '../understand/verdict.ts';
import { mightConcern, type Ties } from './might-concern.ts';
import type { ArrivedMail } from './new-mails.ts';
import type { ReadMail } from './take-in.ts';

/** Throws where it cannot be parsed; `leftOf` knows what to do then. */
export async function readMail(mail: ArrivedMail, ups: LookUps): Promise<ReadMail> {
  const { parseMail } = await import('../format/mail/incoming-mail.ts');
  const parsed = await parseMail(mail.bytes);
  const { meaning, proves } = judge(parsed, understand(parsed, ups.here), ups, mail.strongOnly);
  const { date, from, subject, messageId } = parsed;
  return {
    meaning,
    proves,
    stamp: {
      messageId: messageId ?? (await digest(mail.bytes)),
      ...(date !== undefined && { date }),
      ...(mail.received !== undefined && { received: mail.received }),
      from: from?.address ?? '',
      subject,
    },
  };
}

/** Its header may be endless: so far it is looked through. */
const LOOKED_THROUGH = 256 * 1024;

/** What is left of a mail that cannot be parsed: for a person to see, where anything ties it to the meeting. */
export async function leftOf(mail: ArrivedMail, ties: Ties): Promise<ReadMail> {
  const start = readMailStart(mail.bytes.subarray(0, LOOKED_THROUGH));
  const concerns = mightConcern({ ...start, unclear: false }, ties, mail.strongOnly);
  const { messageId, senders, subject } = start;
  return {
    meaning: concerns
      ? { kind: 'set-aside', reason: 'unreadable', text: '' }
      : { kind: 'passed-over' },
    proves: [],
    stamp: {
      messageId: messageId ?? (await digest(mail.bytes)),
      ...(mail.received !== undefined && { received: mail.received }),
      from: senders[0] ?? '',
      subject: subject.slice(0, 300),
    },
  };
}

/** A name for a mail that has none. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return `sha256:${Buffer.from(hash).toString('hex')}`;
}
