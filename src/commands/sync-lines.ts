/** What `sync` says of each mail that it dealt with. */
import {
  excerpt,
  flagInWords,
  mailInShort,
  reasonInWords,
  replyInShort,
} from '../format/screens/mail-line.ts';
import { whyReturned, type WhyReturned } from '../domain/message-state.ts';
import type { TiedBounce } from '../understand/meaning.ts';
import type { ReadMail } from '../work/take-in.ts';
import type { Words } from '../words/words.ts';

type Say = Words<'replies'>;

/** Reasons that say themselves how the mail was tied to a network. */
const ABOUT_THE_SENDER: ReadonlySet<string> = new Set(['only-domain', 'other-subject']);

/** A line, and why; nothing for what was passed over. `nameOf` gives a network's name for its id. */
export function mailLine(
  { meaning, stamp }: ReadMail,
  nameOf: (network: string) => string,
  say: Say,
): string | undefined {
  const quoted = (text: string | undefined) => (text ? ` ${say.line.quoted(excerpt(text))}` : '');
  switch (meaning.kind) {
    case 'passed-over':
      return undefined;
    case 'reply':
      return `${say.line.reply(nameOf(meaning.network), replyInShort(meaning.reply, say))}${quoted(said(meaning))}${because(
        say.rungs[meaning.rung],
        ...(meaning.flags ?? []).map((flag) => flagInWords(flag, say)),
      )}`;
    case 'set-aside': {
      const { suggestion, reason, rung } = meaning;
      const whose = suggestion?.network === undefined ? '' : `${nameOf(suggestion.network)}: `;
      return `${whose}${mailInShort(stamp, say)}${quoted(meaning.sentence)}${because(
        reasonInWords(reason, say),
        !ABOUT_THE_SENDER.has(reason) && rung && say.rungs[rung],
      )}`;
    }
    case 'request':
      return `${say.line.request(stamp.from)}${quoted(meaning.text)}`;
    case 'bounce':
      return meaning.bounces.map((each) => bounceLine(each, nameOf, say)).join('\n');
    case 'automatic':
      return `${say.line.automatic(nameOf(meaning.network), meaning.contact)}${quoted(meaning.text)}`;
    case 'opt-out':
      return `${say.line.optedOut(nameOf(meaning.network), meaning.contact)}${quoted(meaning.sentence)}`;
    case 'test':
      return meaning.reply
        ? `${say.line.test(replyInShort(meaning.reply, say))}${quoted(meaning.sentence)}`
        : say.line.testUnclear;
  }
}

/** A person's own words: what decided a calendar reply is PARTSTAT, which nobody wrote. */
function said({ via, sentence, reply }: Extract<ReadMail['meaning'], { kind: 'reply' }>) {
  return via === 'calendar' ? reply.remark : sentence;
}

function bounceLine(
  { about, delayed, permanent, status = '', diagnostic }: TiedBounce,
  nameOf: (network: string) => string,
  say: Say,
): string {
  const network = nameOf(about.network);
  const why = diagnostic ? ` ${say.line.quoted(excerpt(diagnostic))}` : '';
  if (delayed) return `${say.line.delayed(network, about.address)}${why}`;
  const line = permanent
    ? say.line.bounced(network, about.address, status)
    : say.line.bouncedForNow(network, about.address, status);
  return `${line}${why}${ADVICE[whyReturned(status)](say)}`;
}

const ADVICE: Readonly<Record<WhyReturned, (say: Say) => string>> = {
  'closed-list': ({ line }) => ` ${line.closedList}`,
  policy: ({ line }) => ` ${line.policy}`,
  full: () => '',
  unknown: () => '',
};

function because(...reasons: readonly (string | false | undefined)[]): string {
  const given = reasons.filter(Boolean);
  return given.length > 0 ? ` (${given.join('; ')})` : '';
}
