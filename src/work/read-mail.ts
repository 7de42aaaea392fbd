/** Parses a mail, understands it, and judges what it means; the parser loads with the first one. */
import type { MailStamp } from '../domain/facts.ts';
import { readMailStart } from '../format/mail-start.ts';
import type { LookUps } from '../understand/look-ups.ts';
import { understand } from '../understand/understanding.ts';
import { judge } from '../understand/verdict.ts';
import type { ArrivedMail } from './new-mails.ts';
import type { ReadMail } from './take-in.ts';

export async function readMail(mail: ArrivedMail, ups: LookUps): Promise<ReadMail> {
  const { parseMail } = await import('../format/incoming-mail.ts');
  const parsed = await parseMail(mail.bytes);
  const { meaning, proves } = judge(parsed, understand(parsed), ups, mail.strongOnly);
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

/** What is left of a mail that cannot be parsed. */
export async function stampOf(mail: ArrivedMail): Promise<MailStamp> {
  const { messageId, senders, subject } = readMailStart(mail.bytes.subarray(0, 16_384));
  return {
    messageId: messageId ?? (await digest(mail.bytes)),
    ...(mail.received !== undefined && { received: mail.received }),
    from: senders[0] ?? '',
    subject: subject.slice(0, 300),
  };
}

/** A name for a mail that has none. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return `sha256:${Buffer.from(hash).toString('hex')}`;
}
