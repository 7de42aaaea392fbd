/** What became of one mail, in a line, with the reason. */
import type { MailStamp } from '../../domain/facts.ts';
import type { ReplyContent } from '../../domain/model.ts';
import type { Words } from '../../words/words.ts';

type Say = Words<'replies'>;

const QUOTED = 120;

/** As much of what somebody wrote as tells it apart, on one line. */
export function excerpt(text: string, length = QUOTED): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1).trimEnd()}…` : flat;
}

/** The words that decided, quoted; nothing where a button in a calendar did. */
export function deciding(sentence: string | undefined): readonly string[] {
  return sentence === undefined || sentence.startsWith('PARTSTAT=')
    ? []
    : [`"${excerpt(sentence)}"`];
}

/** `coming, 2 seats, Anna Holm`. */
export function replyInShort(reply: ReplyContent, say: Say): string {
  const names = reply.attendees.map(({ name, email }) => name ?? email ?? '').filter(Boolean);
  return [
    say.answers[reply.answer],
    ...(reply.seats === undefined ? [] : [say.seats(reply.seats)]),
    ...names.slice(0, 3),
    ...(names.length > 3 ? ['…'] : []),
  ].join(', ');
}

export function reasonInWords(reason: string, say: Say): string {
  return say.reasons[reason] ?? say.otherReason(reason);
}

export function flagInWords(flag: string, say: Say): string {
  const [name = '', value = ''] = flag.split(':', 2);
  const words = say.flags[name as keyof Say['flags']];
  return typeof words === 'function' ? words(value) : (words ?? flag);
}

/** `"subject" from sender`: for what is not tied to a network. */
export function mailInShort({ from, subject }: MailStamp, say: Say): string {
  return say.line.setAside(from, excerpt(subject, 60));
}
