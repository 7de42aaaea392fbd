/** `status`: where the meeting stands, one network's story, the call sheet. */
import type { WhyReturned } from '../../domain/message-state.ts';

export default {
  argument: 'one network: its whole story',
  silentFlag: 'those who were invited and have not answered, with phone numbers',
  examples: [
    ['mikronet status', 'who comes, who is silent, what needs a hand'],
    ['mikronet status harbour', 'the whole story of the network with "harbour" in its name'],
    ['mikronet status --silent', 'a list to phone from'],
    ['mikronet status --json', 'everything, for scripts'],
  ] as readonly (readonly [string, string])[],

  /** `from` and `to` are times of one day; a meeting over several days has its end as `to`. */
  when: (day: string, from: string, to: string) => `${day}, ${from}–${to}`,
  replyBy: (day: string, days: number) =>
    days > 1
      ? `reply by ${day} (in ${days} days)`
      : days === 1
        ? `reply by ${day} (tomorrow)`
        : days === 0
          ? `reply by ${day} (today)`
          : `reply by ${day} (is past)`,

  /** The five groups that every network is in one of. */
  groups: {
    accepted: 'coming',
    tentative: 'maybe',
    'needs-action': 'no answer yet',
    declined: 'not coming',
    'not-invited': 'not invited',
  },
  seats: 'seats',
  seatsOf: (coming: number, capacity: number | null) =>
    capacity === null ? `${coming}` : `${coming} of ${capacity}`,
  seatsFree: (free: number) => (free < 0 ? `${-free} too many` : `${free} free`),
  seatsReserved: (reserved: number) => `${reserved} reserved`,
  seatsWaiting: (waiting: number) => `${waiting} waiting`,

  inDoubt: (count: number) =>
    count === 1
      ? 'IN DOUBT: 1 mail may have arrived, or may not. It is not sent again by itself.'
      : `IN DOUBT: ${count} mails may have arrived, or may not. They are not sent again by themselves.`,
  inDoubtHint: (commands: readonly string[]) =>
    `ask them whether it came (phone, or a line by mail). If not: ${commands.map((each) => `\`${each} --resend <network>\``).join(' or ')}`,
  mailboxNeverRead: 'The mailbox has not been read yet: `mikronet sync` fetches the answers.',
  mailboxRead: (when: string) => `mailbox last read ${when}`,
  mailboxOld: (when: string, days: number) =>
    `ATTENTION: the mailbox was last read ${when}, ${days === 1 ? 'a day' : `${days} days`} ago. Newer answers are not in here: run \`mikronet sync\`.`,
  needsAHand: 'Needs a hand:',
  toReview: (count: number) =>
    `${count} ${count === 1 ? 'mail' : 'mails'} to look at: \`mikronet review\``,
  /** `which` mailing it was; nothing of an invitation. */
  refused: (network: string, address: string, which: string) =>
    `${network}: ${address}${which ? ` (${which})` : ''} was refused. Mend it in networks.csv, or phone.`,
  bounced: (network: string, address: string, which: string) =>
    `${network}: the mail to ${address}${which ? ` (${which})` : ''} came back. Mend the address in networks.csv, or phone.`,
  cameBack: (network: string, address: string, which: string, why: WhyReturned) =>
    `${network}: the mail to ${address}${which ? ` (${which})` : ''} came back${
      {
        full: ': the mailbox is full. Phone them.',
        policy:
          ': the receiving side does not trust the sender. Look at SPF and DKIM of your domain, and phone them.',
        'closed-list': ': it is a list that takes no mail from outside. Phone them.',
        unknown: ', but the address may be right. `mikronet status` with the name tells more.',
      }[why]
    }`,
  deferred: (count: number, commands: readonly string[]) =>
    `${count} ${count === 1 ? 'mail is' : 'mails are'} not sent yet: run ${commands.map((each) => `\`${each}\``).join(' and ')} again`,
  conflict: (network: string) =>
    `${network}: its contacts disagree. \`mikronet status\` with its name tells more.`,
  overbooked: (count: number) =>
    `${count} ${count === 1 ? 'seat' : 'seats'} more than there is room for`,
  cancelled: 'CANCELLED: the cancellation has been sent.',
  movedUp: (network: string, seats: number) =>
    `${network} moves up: ${seats === 1 ? '1 seat is' : `${seats} seats are`} free for it now. \`mikronet send confirmation\` tells it.`,
  more: (count: number) => `… and ${count} more`,

  columns: {
    network: 'network',
    answer: 'answer',
    seats: 'seats',
    who: 'who',
    note: 'note',
    contact: 'contact',
    phone: 'phone',
    email: 'e-mail',
    invited: 'invited',
  },
  notes: {
    'not-sent': '',
    sending: 'being sent now',
    sent: '',
    'in-doubt': 'in doubt',
    deferred: 'not sent yet',
    refused: 'address refused',
    bounced: 'mail came back',
    conflict: 'contacts disagree',
    optedOut: 'wants no mails',
    gone: 'no longer in networks.csv',
    seatsAssumed: 'number assumed',
    forOldTime: 'answered for the old time',
  },
  waiting: (count: number) => `${count} waiting`,

  nobodySilent: 'Everybody who was invited has answered.',
  nothingSent: 'Nobody has been invited yet.',
  networkTitle: (name: string, id: string) => (name === id ? name : `${name} (${id})`),
  seatsCount: (count: number) => (count === 1 ? '1 seat' : `${count} seats`),
  story: 'What has happened:',
  noStory: 'Nothing has happened yet.',
  contacts: 'Contacts:',
  answersGiven: 'Answers:',
  remark: (text: string) => `remark: ${text}`,
  cameBy: (from: string, subject: string, when: string) =>
    `mail from ${from}${when ? `, ${when}` : ''}: "${subject}"`,
  decidedByHand: 'decided in review',
  countsAgain: (what: string) => `counts again: ${what}`,
  takenBack: (what: string) => `taken back: ${what}`,
  happened: {
    submitted: (mailing: string, address: string) =>
      `${mailing} to ${address} was on its way; the server never answered: in doubt`,
    sent: (mailing: string, address: string, reference: string) =>
      `${mailing} sent to ${address}${reference ? ` (${reference})` : ''}`,
    evidence: (mailing: string, address: string) =>
      `${mailing} to ${address} had arrived after all`,
    refused: (mailing: string, address: string, response: string) =>
      `${mailing} to ${address} was refused: ${response}`,
    deferred: (mailing: string, address: string, response: string) =>
      `${mailing} to ${address} could not be sent yet: ${response}`,
    bounced: (mailing: string, address: string, diagnostic: string) =>
      `${mailing} to ${address} came back${diagnostic ? `: ${diagnostic}` : ''}`,
    delayed: (mailing: string, address: string) => `${mailing} to ${address} is delayed`,
    reply: (who: string, how: string, what: string) => `${who} ${how}: ${what}`,
    setAside: (subject: string, reason: string) =>
      `a mail was set aside for you: "${subject}" (${reason})`,
    automatic: (address: string, text: string) => `automatic reply from ${address}: ${text}`,
    optedOut: (who: string) => `${who} wants no more mails`,
    added: 'added to networks.csv',
  },
  how: {
    form: 'by mail',
    calendar: 'by calendar',
    words: 'by mail',
    hand: 'told you',
  },
  wholeNetwork: 'the network',
  mailings: {
    invitation: 'invitation',
    reminder: 'reminder',
    update: 'update',
    cancellation: 'cancellation',
    confirmation: 'confirmation',
    practical: 'practical mail',
    thanks: 'thanks',
  } as Readonly<Record<string, string>>,
  next: {
    invite: 'Next: `mikronet preview` to see the mails, `mikronet invite` to send them.',
    sync: 'Next: `mikronet sync` reads the answers.',
    list: 'Next: `mikronet export-attendees -o list.csv` makes the list for the evening.',
  },
};
