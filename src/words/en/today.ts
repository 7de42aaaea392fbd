/** `mikronet` alone: where the meeting stands and what to do today. */
export default {
  inDays: (days: number) =>
    days > 1 ? `in ${days} days` : days === 1 ? 'tomorrow' : days === 0 ? 'today' : 'over',
  answers: {
    accepted: (count: number) => `${count} coming`,
    seats: (coming: number, capacity: number | null) =>
      capacity === null ? `${coming} seats` : `${coming} of ${capacity} seats`,
    tentative: (count: number) => `${count} maybe`,
    needsAction: (count: number) => `${count} without an answer`,
    declined: (count: number) => `${count} not coming`,
    notInvited: (count: number) => `${count} not invited`,
  },
  todo: 'Today:',
  nothing: 'Nothing to do today.',
  tasks: {
    inDoubt: (mails: number) =>
      `find out whether ${mails === 1 ? '1 mail' : `${mails} mails`} arrived: \`mikronet status\` says which`,
    review: (mails: number) =>
      `look at ${mails === 1 ? '1 mail' : `${mails} mails`} that a person must read: \`mikronet review\``,
    readMailbox: (days: number | null) =>
      days === null
        ? 'read the answers from the mailbox: `mikronet sync`'
        : `read the mailbox, last read ${days === 1 ? 'a day' : `${days} days`} ago: \`mikronet sync\``,
    invite: (networks: number) =>
      `invite ${networks === 1 ? '1 network' : `${networks} networks`}: \`mikronet preview\`, then \`mikronet invite\``,
    sendAgain: (mails: number, commands: readonly string[]) =>
      `send ${mails === 1 ? 'the mail' : `the ${mails} mails`} that could not be sent: ${commands.map((each) => `\`${each}\``).join(' and ')}`,
    overbooked: (seats: number) => `find ${seats} more ${seats === 1 ? 'chair' : 'chairs'}`,
    update: (contacts: number) =>
      `tell ${contacts === 1 ? '1 contact' : `${contacts} contacts`} what has changed about the meeting: \`mikronet send update\``,
    movedUp: (networks: number) =>
      `tell ${networks === 1 ? '1 network' : `${networks} networks`} of seats that have become free: \`mikronet send confirmation\``,
    cancelled: 'The meeting is cancelled.',
    remind: (networks: number, days: number) =>
      `remind ${networks === 1 ? '1 network' : `${networks} networks`}, ${days === 0 ? 'the last day to answer is today' : `${days} ${days === 1 ? 'day' : 'days'} left to answer`}: \`mikronet remind\``,
    phone: (who: string) => `phone ${who}`,
    tell: (who: string) =>
      `phone ${who}: no mail reaches them, so tell them what has changed, and \`mikronet record\` what they say to it`,
    tellCancelled: (who: string) =>
      `phone ${who}: no mail reaches them, so tell them that the meeting is cancelled`,
    phoneMore: (count: number) => `and ${count} more: \`mikronet status --silent\``,
    practical: (days: number) =>
      `send the practical mail, ${days === 0 ? 'the meeting is today' : `${days} ${days === 1 ? 'day' : 'days'} left`}: \`mikronet send practical\``,
    thanks: 'thank those who came: `mikronet send thanks`',
    purge: 'erase what is no longer needed: `mikronet purge --help`',
  },
  noMeeting: [
    'There is no meeting in this folder.',
    '  mikronet init     begins one: asks a few questions, writes the files',
    '  mikronet demo     shows the whole job on a sample',
    '  mikronet --help   all commands',
  ],
};
