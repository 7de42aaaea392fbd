/** `remind` and `send`: what comes after the invitation. */
export default {
  flags: {
    to: 'everyone, accepted, declined, tentative, silent or waiting, or a network (repeat it for several)',
    again: 'once more to those who have had it',
    tentative: 'also those who said maybe',
    notWithin: 'nobody who had a mail from you within this time; without it 48h',
    noSync: 'without reading the mailbox first',
    late: 'send although the meeting has begun or is over',
    confirm:
      'confirm by mail, by itself, what was answered by mail: each answer once, at most once a day',
    mailing:
      'update, cancellation, confirmation, practical, thanks, or the name of a template of yours',
  },
  remindExamples: [
    ['mikronet remind', 'reads the mailbox, shows the plan, asks, and sends'],
    ['mikronet remind --dry-run', 'shows who would be reminded, and who not, and why'],
    ['mikronet remind --tentative', 'also those who said maybe'],
    ['mikronet remind --not-within 7d', 'nobody who heard from you in the last week'],
    ['mikronet remind --again', 'a second reminder to those who are still silent'],
  ] as readonly (readonly [string, string])[],
  sendExamples: [
    ['mikronet send update', 'what has changed, to everybody who knows it otherwise'],
    ['mikronet send cancellation', 'the meeting is off; the calendars follow'],
    ['mikronet send confirmation', 'what you have noted, to those who answered'],
    ['mikronet send practical', 'place, time and programme, to those who come'],
    ['mikronet send thanks --to accepted --to tentative', 'two kinds of answers'],
    ['mikronet send coffee --to accepted', 'your own templates/coffee.en.md.hbs'],
  ] as readonly (readonly [string, string])[],

  badNotWithin: (typed: string) => `--not-within: "${typed}" is not a span of time`,
  badNotWithinHint: 'as in 48h or 7d',
  /** What an audience is called on the screens. */
  audiences: {
    all: 'everyone',
    coming: 'accepted',
    'not coming': 'declined',
    maybe: 'tentative',
    'no answer yet': 'silent',
  } as Readonly<Record<string, string>>,
  badMailing: (typed: string) => `"${typed}" cannot be the name of a mailing`,
  badMailingHint: (better: string) =>
    better === ''
      ? 'small letters a to z, digits and hyphens'
      : `small letters a to z, digits and hyphens: "${better}", also in the template’s name`,
  ownCommand: (mailing: string, command: string) =>
    `the ${mailing} has a command of its own: \`mikronet ${command}\``,
  noAudience: (mailing: string) => `to whom does "${mailing}" go?`,
  meant: (mailings: readonly string[]) =>
    `did you mean ${mailings.join(' or ')}? A mailing of your own needs --to`,
  noAudienceHint: (audiences: readonly string[]) =>
    `say it with --to: ${audiences.join(', ')}, or a network`,
  audienceOrNetwork: (audience: string, network: string) =>
    `--to ${audience} and --to "${network}" do not go together`,
  audienceOrNetworkHint: (network: string) => `--only "${network}" chooses within the audience`,

  confirmed: (mails: number) => `${many(mails, 'answer', 'answers')} confirmed.`,
  noMailbox: 'No mailbox is set up: answers that lie in it are not known here.',
  orNoSync: '--no-sync reminds without reading it',

  notices: {
    fallback: (language: string, contacts: number, instead: string) =>
      `No template in "${language}": ${many(contacts, 'contact gets', 'contacts get')} it in "${instead}".`,
    severalMails: (address: string, networks: readonly string[]) =>
      `${address} stands in ${networks.length} networks (${networks.join(', ')}) and gets a mail for each.`,
    changedSinceSent: (contacts: number) =>
      `The text has changed since ${many(contacts, 'other', 'others')} got it.`,
    changedSincePreview: 'The text has changed since it was last previewed.',
    updateFirst: (contacts: number) =>
      `The meeting is not as ${many(contacts, 'of these has', 'of these have')} been told. This mail does not say what has changed: \`mikronet send update\` does.`,
    thanksEarly: (day: string) =>
      `The meeting is still to come: it is on ${day}. Thanks are for when it has been held.`,
    replyByPast: (day: string) =>
      `The mail asks for an answer by ${day}, and that day is over: set "replyBy" in meeting.json to a new one first.`,
    cancels: 'After this the meeting is cancelled: nobody can be invited or reminded any more.',
  },
};

function many(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
