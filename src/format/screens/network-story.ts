/** What the journal tells of one network, in order: a line for each thing that happened. */
import type { Fact, MessageSubmitted, ReplyReceived } from '../../domain/facts.ts';
import { shownReference } from '../../domain/reference.ts';
import type { Words } from '../../words/words.ts';
import { pad, printable, wrap } from './lines.ts';
import { deciding, excerpt, flagInWords, reasonInWords } from './mail-line.ts';
import type { StatusScreen } from './status-screen.ts';

/** `facts` are those about the network, and every retraction of them. */
export function networkStory(
  facts: readonly Fact[],
  { say, moments, paint, width }: StatusScreen,
  replies: Words<'replies'>,
): readonly string[] {
  const sentenceOf = teller(facts, say, replies);
  const whenOf = ({ at }: Fact) => moments.dayAndTime(Date.parse(at));
  const left = facts.reduce((most, fact) => Math.max(most, whenOf(fact).length), 0);
  return facts.flatMap((fact) => {
    const said = sentenceOf(fact);
    if (said === undefined) return [];
    const lines = [said, ...detailsOf(fact, say, moments, replies)].flatMap((each) =>
      wrap(printable(each), width - left - 4),
    );
    const margin = (index: number) =>
      index === 0 ? paint.dim(pad(whenOf(fact), left)) : ' '.repeat(left);
    return lines.map((line, index) => `  ${margin(index)}  ${line}`);
  });
}

/** Says what a fact tells; nothing for one that only goes with another. */
function teller(
  facts: readonly Fact[],
  say: StatusScreen['say'],
  replies: Words<'replies'>,
): (fact: Fact) => string | undefined {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const submitted = new Map<string, MessageSubmitted>();
  const answered = new Set<string>();
  for (const fact of facts) {
    if (fact.type === 'message-submitted') submitted.set(fact.message, fact);
    else if ('message' in fact && OUTCOMES.has(fact.type)) answered.add(fact.message);
  }

  const mailing = (fact: { readonly mailing: string }) =>
    say.mailings[fact.mailing] ?? fact.mailing;
  const person = (address: string) =>
    [...submitted.values()].find((message) => message.address === address)?.contactName ?? address;

  const sentence = (fact: Fact): string | undefined => {
    switch (fact.type) {
      case 'message-submitted':
        return answered.has(fact.message)
          ? undefined
          : say.happened.submitted(mailing(fact), fact.address);
      case 'message-sent': {
        const reference = shownReference(submitted.get(fact.message)?.reference ?? '');
        return fact.evidence
          ? say.happened.evidence(mailing(fact), fact.address)
          : say.happened.sent(mailing(fact), fact.address, reference);
      }
      case 'message-refused':
        return say.happened.refused(mailing(fact), fact.address, fact.response);
      case 'message-deferred':
        return say.happened.deferred(mailing(fact), fact.address, fact.response);
      case 'message-bounced':
        return say.happened.bounced(
          mailing(fact),
          fact.address,
          fact.diagnostic ?? fact.status ?? '',
        );
      case 'message-delayed':
        return say.happened.delayed(mailing(fact), fact.address);
      case 'reply-received': {
        const who = fact.contact === undefined ? say.wholeNetwork : person(fact.contact);
        return say.happened.reply(who, say.how[fact.via], replyInWords(fact, say));
      }
      case 'mail-set-aside':
        return say.happened.setAside(
          excerpt(fact.mail.subject, 60),
          reasonInWords(fact.reason, replies),
        );
      case 'automatic-reply-received':
        return say.happened.automatic(fact.contact, fact.text);
      case 'opted-out':
        return say.happened.optedOut(fact.contact ?? say.wholeNetwork);
      case 'network-added':
        return say.happened.added;
      case 'retracted': {
        const before = known.get(fact.fact);
        if (before?.type === 'retracted') {
          const first = known.get(before.fact);
          const what = first && sentence(first);
          return what && say.countsAgain(what);
        }
        const what = before && sentence(before);
        return what && say.takenBack(what);
      }
      default:
        return undefined;
    }
  };
  return sentence;
}

const OUTCOMES = new Set<Fact['type']>(['message-sent', 'message-refused', 'message-deferred']);

function replyInWords({ reply }: ReplyReceived, say: StatusScreen['say']): string {
  const seats = reply.seats ?? reply.attendees.length;
  return [
    say.groups[reply.answer],
    ...(seats > 0 ? [say.seatsCount(seats)] : []),
    ...reply.attendees.map(({ name, email }) => name ?? email ?? ''),
  ].join(', ');
}

/** The mail it came by, how that was matched, what it was decided by, and what else they wrote. */
function detailsOf(
  fact: Fact,
  say: StatusScreen['say'],
  moments: StatusScreen['moments'],
  replies: Words<'replies'>,
): readonly string[] {
  if (fact.type !== 'reply-received' && fact.type !== 'opted-out') return [];
  const { mail, sentence } = fact;
  const { rung, flags = [], reply } = fact.type === 'reply-received' ? fact : {};
  const at = mail?.date ?? mail?.received;
  const why = [
    ...(rung ? [replies.rungs[rung]] : []),
    ...flags.map((flag) => flagInWords(flag, replies)),
    ...(fact.settles === undefined ? [] : [say.decidedByHand]),
  ];
  return [
    ...(mail
      ? [
          say.cameBy(
            mail.from,
            excerpt(mail.subject, 60),
            at === undefined ? '' : moments.dayAndTime(Date.parse(at)),
          ),
        ]
      : []),
    ...(why.length > 0 ? [why.join('; ')] : []),
    ...deciding(sentence),
    ...Object.entries(reply?.answers ?? {}).map(([question, answer]) => `${question}: ${answer}`),
    ...(reply?.remark === undefined ? [] : [say.remark(reply.remark)]),
  ];
}
