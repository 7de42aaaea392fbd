/**
 * What a mail means for the meeting: what it says (understanding.ts) together with whose it is
 * (whose.ts). Nothing uncertain becomes an answer.
 */
import type { ReplyContent } from '../domain/model.ts';
import type { IncomingMail } from '../format/mail/incoming-mail.ts';
import type { Bounce } from './bounce/bounce.ts';
import { proposedTime } from './calendar-reply.ts';
import { type Invited, type LookUps } from './look-ups.ts';
import type { AboutOne, Meaning, TiedBounce } from './meaning.ts';
import { namedDays } from './named-days.ts';
import { asksForInvitation } from './request.ts';
import type { Understanding } from './understanding.ts';
import { failsDmarc, isOurSubject, whose, type Match } from './whose.ts';

export interface Verdict {
  readonly meaning: Meaning;
  /** Messages in doubt that the mail shows to have arrived. */
  readonly proves: readonly AboutOne[];
}

type Matched = Extract<Match, { test: false }>;

const PASSED_OVER: Verdict = { meaning: { kind: 'passed-over' }, proves: [] };

/** `strongOnly`: outside INBOX, where only what shows that it answers ours counts. */
export function judge(
  mail: IncomingMail,
  said: Understanding,
  ups: LookUps,
  strongOnly: boolean,
): Verdict {
  if (said.kind === 'own') return PASSED_OVER;
  if (said.bounce) return judgeBounce(said.bounce, said, ups);
  const match = whose(mail, said, ups);
  if (match?.test) return { meaning: testMeaning(said), proves: [] };
  // Copies of what the organiser herself writes.
  if (ups.organizer.has(mail.from?.address ?? '')) return PASSED_OVER;
  if (!match || (strongOnly && !match.strong)) {
    const asks = !strongOnly && !match && asksForInvitation(mail, said, ups);
    return asks ? { meaning: request(mail, said), proves: [] } : PASSED_OVER;
  }
  const meaning = meaningOf(mail, said, match, ups);
  const proves = meaning.kind === 'passed-over' || !match.strong ? [] : provedBy(match, ups);
  return { meaning, proves };
}

function meaningOf(mail: IncomingMail, said: Understanding, match: Matched, ups: LookUps): Meaning {
  const { network, address: contact } = match.whose;
  const weak = !match.strong;
  switch (said.kind) {
    case 'own':
    case 'bounce':
      return { kind: 'passed-over' };
    case 'other':
      return weak ? { kind: 'passed-over' } : setAside(mail, said, match, ups, 'no-words');
    case 'auto-reply':
      if (match.rung === 'domain') return { kind: 'passed-over' };
      return { kind: 'automatic', network, contact, text: said.written.text || mail.subject };
    case 'opt-out': {
      if (match.doubt) return setAside(mail, said, match, ups, match.doubt);
      if (weak && !isOurSubject(mail.subject, ups))
        return setAside(mail, said, match, ups, 'weak-opt-out');
      const { sentence } = said;
      return { kind: 'opt-out', network, contact, ...(sentence !== undefined && { sentence }) };
    }
    case 'calendar-reply':
      if (match.rung !== 'calendar-uid') return { kind: 'passed-over' };
      if (!said.answer) return setAside(mail, said, match, ups, said.why);
      if (said.commented !== undefined && said.commented !== said.answer)
        return setAside(mail, said, match, ups, 'calendar-contradicted');
      return answer(mail, said, match, ups);
    case 'answer':
      return answer(mail, said, match, ups);
    case 'unclear': {
      const ours = isOurSubject(mail.subject, ups);
      // A contact writes about other things too.
      if (weak && !ours && said.suggestion === undefined) return { kind: 'passed-over' };
      if (said.why === 'no-words' && weak) return { kind: 'passed-over' };
      const reason = isOfAnotherDay(said, ups) ? 'another-day' : said.why;
      return setAside(mail, said, match, ups, match.doubt ?? reason);
    }
  }
}

function answer(mail: IncomingMail, said: Understanding, match: Matched, ups: LookUps): Meaning {
  const { network, address: contact } = match.whose;
  const failed = failsDmarc(mail);
  if (match.doubt) return setAside(mail, said, match, ups, match.doubt);
  if (!match.strong) {
    if (said.via !== 'form' && !isOurSubject(mail.subject, ups)) {
      return setAside(mail, said, match, ups, 'other-subject');
    }
    if (failed) return setAside(mail, said, match, ups, 'dmarc-failed');
  }
  const { sentence, calendar } = said;
  if (isOfAnotherDay(said, ups)) return setAside(mail, said, match, ups, 'another-day');
  const flags = [
    mail.from?.address !== contact.toLowerCase() && 'sender-differs',
    failed && 'dmarc-failed',
    said.why === 'words-as-a-whole' && 'as-a-whole',
    calendar?.guests !== undefined && `num-guests:${calendar.guests}`,
  ].filter((flag) => flag !== false);
  return {
    kind: 'reply',
    network,
    contact,
    reply: contentOf(said, match.whose, ups)!,
    via: said.via ?? 'words',
    rung: match.rung,
    ...(sentence !== undefined && { sentence }),
    ...(flags.length > 0 && { flags }),
    ...(calendar?.dtstamp !== undefined && {
      calendar: { sequence: calendar.sequence, dtstamp: calendar.dtstamp },
    }),
  };
}

/** "We come on 6 June", to a meeting in May. A no may name any day as its reason. */
function isOfAnotherDay(
  { via, why, answer: says, suggestion, sentence, written }: Understanding,
  { days }: LookUps,
): boolean {
  if (via !== 'words' || sentence === undefined) return false;
  if ((says ?? suggestion ?? 'declined') === 'declined') return false;
  const named = namedDays(why === 'words-as-a-whole' ? written.text : sentence);
  return named.length > 0 && !named.some((day) => days.has(day));
}

function setAside(
  mail: IncomingMail,
  said: Understanding,
  match: Matched,
  ups: LookUps,
  reason: string,
): Meaning {
  const reply = contentOf(said, match.whose, ups);
  const { sentence, calendar } = said;
  const proposed = calendar && proposedTime(calendar, ups.timeZone);
  const words = [...new Set([said.written.text, calendar?.comment])].filter(Boolean).join('\n');
  return {
    kind: 'set-aside',
    reason,
    text: [
      calendar?.delegatedTo && `DELEGATED-TO: ${calendar.delegatedTo}`,
      proposed && `DTSTART: ${proposed}`,
      words || mail.subject,
    ]
      .filter(Boolean)
      .join('\n'),
    rung: match.rung,
    ...(sentence !== undefined && { sentence }),
    suggestion: {
      network: match.whose.network,
      contact: match.whose.address,
      ...(reply && { reply }),
    },
  };
}

/** What it says, or leans to, with the answers sorted to the questions as they were printed. */
function contentOf(said: Understanding, invited: Invited, ups: LookUps): ReplyContent | undefined {
  const says = said.answer ?? said.suggestion ?? said.soundsLike;
  if (says === undefined) return undefined;
  const answers: Record<string, string> = {};
  for (const { letter, id, text } of ups.questionsTo(invited)) {
    const written = said.letters[letter.toUpperCase()];
    const given = written === undefined ? '' : withoutQuestion(written, text);
    if (given !== '') answers[id] = given.slice(0, 2_000);
  }
  return {
    answer: says,
    attendees: said.attendees,
    answers,
    ...(said.seats !== undefined && { seats: said.seats }),
    ...(said.remark !== undefined && { remark: said.remark }),
  };
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The question comes back before its answer, wrapped otherwise perhaps. */
function withoutQuestion(written: string, question: string): string {
  const asked = letters(question);
  let seen = '';
  for (let at = 0; at < written.length && at < 1_000; at += 1) {
    if (seen === asked)
      return written
        .slice(at)
        .replace(/^[\s?:.!–-]+/, '')
        .trim();
    seen += letters(written[at]!);
    if (!asked.startsWith(seen)) return written.trim();
  }
  return seen === asked ? '' : written.trim();
}

function request(mail: IncomingMail, said: Understanding): Meaning {
  const contact = mail.from?.name;
  return {
    kind: 'request',
    text: said.written.text || mail.subject,
    ...(contact !== undefined && { suggested: { contact } }),
  };
}

function testMeaning(said: Understanding): Meaning {
  const { answer: says, seats, remark, sentence } = said;
  return {
    kind: 'test',
    ...(says && {
      reply: {
        answer: says,
        attendees: said.attendees,
        answers: {},
        ...(seats !== undefined && { seats }),
        ...(remark !== undefined && { remark }),
      },
    }),
    ...(sentence !== undefined && { sentence }),
  };
}

/**
 * A report counts only where it is tied to a message of ours by what only a server that had it
 * knows; an address in its text can be written by anyone.
 */
function judgeBounce({ entries, about }: Bounce, said: Understanding, ups: LookUps): Verdict {
  if (about.some((id) => ups.isTestMessage(id))) return { meaning: testMeaning(said), proves: [] };
  const [message] = about.flatMap((id) => ups.ofMessage(id) ?? []);
  if (!message || entries.length === 0) return PASSED_OVER;
  const { message: id, network, address, mailing } = message;
  const bounces = entries.map((entry): TiedBounce => {
    const { recipient, status, diagnostic, delayed } = entry;
    // Another recipient is a forward's dead end: the address we wrote to works.
    const same = recipient === undefined || recipient === address.toLowerCase();
    return {
      about: { message: id, network, address, mailing },
      delayed,
      permanent: same && entry.permanent,
      ...(status !== undefined && { status }),
      ...(diagnostic !== undefined && {
        diagnostic: same ? diagnostic : `${recipient}: ${diagnostic}`,
      }),
    };
  });
  const [worst] = bounces.toSorted((a, b) => weight(b) - weight(a));
  const proves =
    message.delivery === 'submitted' ? [{ message: id, network, address, mailing }] : [];
  return { meaning: { kind: 'bounce', bounces: worst ? [worst] : [] }, proves };
}

function weight({ permanent, delayed }: TiedBounce): number {
  return permanent ? 2 : delayed ? 0 : 1;
}

/** The message it names; else the only one that was ever sent to that contact. */
function provedBy({ whose: invited, message }: Matched, ups: LookUps): readonly AboutOne[] {
  const all = ups.messagesTo(invited);
  const named =
    message === undefined
      ? all.length === 1
        ? all
        : []
      : all.filter((each) => each.message === message);
  return named
    .filter(({ delivery }) => delivery === 'submitted')
    .map(({ message: id, network, address, mailing }) => ({
      message: id,
      network,
      address,
      mailing,
    }));
}
