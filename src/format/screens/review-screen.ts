/** What waits for a person, and what was filed, as she reads it and as scripts do. */
import type { FiledJson, ReviewJson } from '../../domain/contract.ts';
import {
  suggestedNetwork,
  suggestedReply,
  suggestsOptOut,
  type Filed,
  type Waiting,
} from '../../domain/review.ts';
import { mailOf } from '../../domain/state.ts';
import { saidAt } from '../../domain/word.ts';
import type { Words } from '../../words/words.ts';
import { handles, type Handles } from '../handles.ts';
import { pad, printable, wrap } from './lines.ts';
import { deciding, excerpt, flagInWords, reasonInWords, replyInShort } from './mail-line.ts';
import type { Moments } from './moments.ts';
import type { Paint } from './paint.ts';

export interface ReviewScreen {
  readonly say: Words<'review'>;
  readonly replies: Words<'replies'>;
  readonly moments: Moments;
  readonly paint: Paint;
  readonly width: number;
  /** A network's name for its id. */
  nameOf(network: string): string;
}

/** Names for mails that wait: short ones, or their Message-IDs. */
export function waitingHandles(waiting: readonly Waiting[]): Handles<Waiting> {
  return handles(waiting, (each) => [each.id, each.mail.messageId]);
}

/** Lines of a mail that tell what it is about. */
const SHOWN = 30;

/** One mail: who, when, about what, why it waits, what it says, and what is suggested. */
export function waitingLines(waiting: Waiting, screen: ReviewScreen): readonly string[] {
  const { say, replies, moments, width } = screen;
  const { from, subject, date, received } = waiting.mail;
  const at = date ?? received;
  const network = suggestedNetwork(waiting);
  const aside = waiting.type === 'mail-set-aside' ? waiting : undefined;
  const whose = [
    network === undefined ? '' : screen.nameOf(network),
    aside?.suggestion?.contact ?? '',
  ].filter(Boolean);
  const fields: readonly (readonly [string, string])[] = [
    [say.from, from],
    [say.date, at === undefined ? '' : moments.dayAndTime(Date.parse(at))],
    [say.subject, subject],
    [
      say.network,
      [whose.join(', '), aside?.rung && whose.length > 0 && `(${replies.rungs[aside.rung]})`]
        .filter(Boolean)
        .join(' '),
    ],
    [say.reason, aside ? reasonInWords(aside.reason, replies) : say.isRequest],
    [say.sentence, deciding(aside?.sentence)[0] ?? ''],
    [say.suggestion, suggestionInWords(waiting, screen) ?? say.noSuggestion],
  ];
  const label = Math.max(...fields.map(([name]) => name.length)) + 2;
  const text = waiting.text.split('\n').flatMap((line) => wrap(printable(line), width - 4));
  return [
    ...fields
      .filter(([, value]) => value !== '')
      .flatMap(([name, value]) =>
        wrap(printable(value), width - label).map(
          (line, index) => pad(index === 0 ? name : '', label) + line,
        ),
      ),
    '',
    ...text.slice(0, SHOWN).map((line) => `  | ${line}`.trimEnd()),
    ...(text.length > SHOWN ? [`  | ${say.moreLines(text.length - SHOWN)}`] : []),
  ];
}

/** What accepting the suggestion would do; undefined where there is none. */
export function suggestionInWords(
  waiting: Waiting,
  { say, replies }: Pick<ReviewScreen, 'say' | 'replies'>,
): string | undefined {
  if (waiting.type === 'request-received') return say.choices.invite;
  if (suggestsOptOut(waiting)) return say.choices.optOut;
  const reply = suggestedReply(waiting);
  return reply && replyInShort(reply, replies);
}

/** The same for scripts. */
export function waitingJson(waiting: Waiting, short: Handles<Waiting>): ReviewJson {
  const { mail, text } = waiting;
  const aside = waiting.type === 'mail-set-aside' ? waiting : undefined;
  const reply = suggestedReply(waiting);
  return {
    mail: mail.messageId,
    handle: short.of(waiting),
    kind: aside ? 'mail' : 'request',
    from: mail.from,
    subject: mail.subject,
    date: mail.date ?? mail.received ?? null,
    reason: aside?.reason ?? 'request',
    suggestion: reply?.answer ?? null,
    network: suggestedNetwork(waiting) ?? null,
    contact: aside?.suggestion?.contact ?? null,
    seats: reply?.seats ?? null,
    names: (reply?.attendees ?? []).flatMap(({ name, email }) => name ?? email ?? []),
    rung: aside?.rung ?? null,
    sentence: aside?.sentence ?? null,
    text,
  };
}

/** One thing that was filed: what, from which mail, and why. */
export function filedLines(
  filed: Filed,
  handle: string,
  screen: ReviewScreen,
  dismissed: string,
): readonly string[] {
  const { say, replies, moments, paint, width } = screen;
  const mail = mailOf(filed);
  const rung = filed.type === 'reply-received' ? filed.rung : undefined;
  const why = [
    ...(filed.type === 'reply-received' && filed.settles !== undefined ? [say.byHand] : []),
    ...(rung ? [replies.rungs[rung]] : []),
    ...(filed.type === 'reply-received' ? (filed.flags ?? []) : []).map((flag) =>
      flagInWords(flag, replies),
    ),
    ...deciding(sentenceOf(filed)),
  ];
  const when = moments.dayAndTime(whenOf(filed));
  const details = [
    ...(mail ? [say.mailFrom(mail.from, excerpt(mail.subject, 60))] : []),
    ...(why.length > 0 ? [why.join('; ')] : []),
  ];
  return [
    `  ${paint.bold(handle)}  ${when}  ${printable(filedInWords(filed, screen, dismissed))}`,
    ...details.flatMap((each) =>
      wrap(printable(each), width - 6 - handle.length).map(
        (line) => `${' '.repeat(4 + handle.length)}${line}`,
      ),
    ),
  ];
}

/** `coming, 2 seats`; `dismissed` is the subject of the mail that had no answer in it. */
export function filedInWords(
  filed: Filed,
  { say, replies }: Pick<ReviewScreen, 'say' | 'replies'>,
  dismissed: string,
): string {
  switch (filed.type) {
    case 'reply-received':
      return replyInShort(filed.reply, replies);
    case 'opted-out':
      return say.optedOut(filed.contact ?? '');
    case 'message-bounced':
      return say.bounced(filed.address, filed.status ?? '');
    case 'automatic-reply-received':
      return say.automatic(filed.contact);
    case 'mail-dismissed':
      return say.dismissed(dismissed);
  }
}

/** When it was said, where somebody said it. */
function whenOf(filed: Filed): number {
  if (filed.type === 'reply-received') return saidAt(filed);
  const mail = mailOf(filed);
  return Date.parse(mail?.date ?? mail?.received ?? filed.at);
}

function sentenceOf(filed: Filed): string | undefined {
  switch (filed.type) {
    case 'reply-received':
    case 'opted-out':
      return filed.sentence;
    case 'automatic-reply-received':
      return filed.text;
    case 'message-bounced':
      return filed.diagnostic;
    case 'mail-dismissed':
      return undefined;
  }
}

/** The same for scripts. */
export function filedJson(filed: Filed, handle: string): FiledJson {
  const mail = mailOf(filed);
  const reply = filed.type === 'reply-received' ? filed.reply : undefined;
  return {
    handle,
    type: filed.type,
    date: new Date(whenOf(filed)).toISOString(),
    mail: mail?.messageId ?? null,
    from: mail?.from ?? null,
    subject: mail?.subject ?? null,
    contact: 'contact' in filed ? (filed.contact ?? null) : null,
    answer: reply?.answer ?? null,
    seats: reply?.seats ?? null,
    names: (reply?.attendees ?? []).flatMap(({ name, email }) => name ?? email ?? []),
    rung: (filed.type === 'reply-received' && filed.rung) || null,
    sentence: sentenceOf(filed) ?? null,
    source: 'source' in filed ? filed.source : null,
  };
}
