/** Whose answer a mail is. The first rung that holds; which one, is journalled. */
import type { Rung } from '../domain/model.ts';
import { referencesIn } from '../domain/reference.ts';
import type { IncomingMail } from '../format/mail/incoming-mail.ts';
import { bareSubject, type Invited, type LookUps } from './look-ups.ts';
import type { Understanding } from './understanding.ts';

/** A key of words/…/replies.ts: why a match is for a person to judge. */
export type Doubt =
  | 'two-references'
  | 'address-in-two-networks'
  | 'another-contacts-reference'
  | 'only-domain'
  | 'calendar-of-another';

export type Match =
  | { readonly test: true }
  | {
      readonly test: false;
      readonly rung: Rung;
      readonly whose: Invited;
      /** The mail shows that it answers ours. */
      readonly strong: boolean;
      readonly doubt?: Doubt;
      /** The one of our messages that it names. */
      readonly message?: string;
    };

/** undefined: nothing ties it to the meeting. */
export function whose(mail: IncomingMail, said: Understanding, ups: LookUps): Match | undefined {
  return byCalendar(mail, said, ups) ?? byReference(mail, said, ups) ?? bySender(mail, ups);
}

function byCalendar(
  mail: IncomingMail,
  { calendar }: Understanding,
  ups: LookUps,
): Match | undefined {
  const { uid, attendee } = calendar ?? {};
  if (uid === undefined) return undefined;
  const [reference = ''] = referencesIn(uid.split('@', 1)[0]!, 100);
  if (ups.isTestReference(reference)) return { test: true };
  const invited = ups.ofCalendar(uid) ?? ups.ofReference(reference);
  if (!invited) return undefined;
  // Shared mailboxes and aliases answer as the sender.
  const known = [invited.address.toLowerCase(), mail.from?.address];
  const other = attendee !== undefined && !known.includes(attendee);
  return strong('calendar-uid', invited, other ? 'calendar-of-another' : undefined);
}

function byReference(
  mail: IncomingMail,
  { written }: Understanding,
  ups: LookUps,
): Match | undefined {
  const known = (text: string) =>
    referencesIn(text).filter((each) => ups.isTestReference(each) || ups.ofReference(each));
  const inSubject = known(mail.subject);
  const inText = known(`${written.text}\n${written.closing}`);
  const near = new Set([...inSubject, ...inText]);
  if (near.size > 1)
    return disputed(near, inSubject.length > 0 ? 'reference-in-subject' : 'reference-in-text', ups);
  const [one] = near;
  if (one !== undefined) {
    return ofOne(
      one,
      inSubject.length > 0 ? 'reference-in-subject' : 'reference-in-text',
      mail,
      ups,
    );
  }
  // The nearest first: In-Reply-To, then References from the last.
  for (const id of [...mail.inReplyTo, ...mail.references.toReversed()]) {
    if (ups.isTestMessage(id)) return { test: true };
    const message = ups.ofMessage(id);
    if (message) return { ...strong('message-id', message), message: message.message };
  }
  const quoted = new Set(known(written.quoted));
  if (quoted.size > 1) return disputed(quoted, 'reference-in-quote', ups);
  const [cited] = quoted;
  return cited === undefined ? undefined : ofOne(cited, 'reference-in-quote', mail, ups);
}

function ofOne(reference: string, rung: Rung, mail: IncomingMail, ups: LookUps): Match | undefined {
  if (ups.isTestReference(reference)) return { test: true };
  const invited = ups.ofReference(reference);
  if (!invited) return undefined;
  const senders = ups.ofAddress(mail.from?.address ?? '');
  const another = senders.length > 0 && senders.every(({ network }) => network !== invited.network);
  return strong(rung, invited, another ? 'another-contacts-reference' : undefined);
}

/** References of one contact, as after a change of address, do not disagree. */
function disputed(references: ReadonlySet<string>, rung: Rung, ups: LookUps): Match | undefined {
  if ([...references].some((each) => ups.isTestReference(each))) return { test: true };
  const invited = [...references].flatMap((each) => ups.ofReference(each) ?? []);
  const [first] = invited;
  if (!first) return undefined;
  const same = invited.every(
    ({ network, address }) => network === first.network && address === first.address,
  );
  return strong(rung, first, same ? undefined : 'two-references');
}

function bySender(mail: IncomingMail, ups: LookUps): Match | undefined {
  const from = mail.from?.address ?? '';
  const behind = [...mail.replyTo, ...(mail.sender ? [mail.sender] : [])];
  const ways: readonly (readonly [Rung, readonly string[]])[] = [
    ['from', [from]],
    ['reply-to', behind.map(({ address }) => address)],
  ];
  for (const [rung, addresses] of ways) {
    const found = addresses.flatMap((address) => ups.ofAddress(address));
    const [first] = found;
    if (!first) continue;
    const several = found.some(({ network }) => network !== first.network);
    return weak(rung, first, several ? 'address-in-two-networks' : undefined);
  }
  const sharing = ups.ofDomain(from.slice(from.lastIndexOf('@') + 1));
  const [only] = sharing;
  if (!only || sharing.some(({ network }) => network !== only.network)) return undefined;
  return weak('domain', only, 'only-domain');
}

function strong(rung: Rung, { network, address }: Invited, doubt?: Doubt) {
  return {
    test: false,
    rung,
    whose: { network, address },
    strong: true,
    ...(doubt && { doubt }),
  } as const;
}

function weak(rung: Rung, { network, address }: Invited, doubt?: Doubt) {
  return {
    test: false,
    rung,
    whose: { network, address },
    strong: false,
    ...(doubt && { doubt }),
  } as const;
}

/** Whether the subject, without Re, SV and AW, is that of a message we sent. */
export function isOurSubject(subject: string, ups: LookUps): boolean {
  return ups.subjects.has(bareSubject(subject));
}

/**
 * Whether the receiving server found the sender false: its own header is the topmost
 * (RFC 8601, 5); those below may be anybody's.
 */
export function failsDmarc(mail: IncomingMail): boolean {
  return /\bdmarc\s*=\s*fail\b/i.test(mail.header('authentication-results')[0] ?? '');
}
