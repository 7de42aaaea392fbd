/** `demo`: the whole job on the sample meeting. */
export default {
  examples: [
    ['mikronet demo', 'in a new temporary folder; nothing leaves this machine'],
  ] as readonly (readonly [string, string])[],
  intro: (folder: string, server: string) => [
    `The whole job on a sample meeting, with real mails over real SMTP.`,
    `They go to a mail server of the demo's own, ${server}; nothing leaves this machine.`,
    `The folder of the meeting: ${folder}`,
  ],
  steps: {
    check: 'The files are looked through. Silence means that all is well.',
    invite:
      'Each contact gets a personal invitation, with a calendar entry and three ways to answer.',
    again: 'The same command once more: whoever has an invitation gets no second one.',
    answers: (count: number, folder: string) =>
      `Six days later ${count} mails have come home; they lie in ${folder}/. Among them a filled-in answer, two clicks in a calendar, people's own words above a long quotation, a holiday, an address that does not exist, a colleague, and a stranger. With a mailbox set up it is \`mikronet sync\` alone.`,
    review: 'What is not certain is put before you, and nothing of it counts until you decide.',
    record: 'Somebody phones.',
    status: 'Where does the meeting stand?',
    export: 'The list for the evening, a row for each chair, to be opened in Excel.',
  },
  received: (count: number) => `The mail server has ${count} ${count === 1 ? 'mail' : 'mails'}.`,
  failed: (line: string, exit: number) => `the demo stopped: \`${line}\` ended with ${exit}`,
  failedHint: 'what it printed stands above',
  leftOut: (count: number) => `⋮ (${count} more lines)`,
  answers: { yes: 'yes', maybe: 'maybe' },
  answersFolder: 'answers',
  attendeesFile: 'attendees.csv',
  end: (folder: string) => [
    'That was all. The folder stays, and its clock goes on. Try, for example:',
    `  cd ${folder}`,
    '  mikronet                   what is to be done today',
    '  mikronet status kunst      how the colleague’s answer found its invitation',
    '  mikronet review maribo     what was filed, and how to take it back',
    '  mikronet preview --open    the mails as they look',
    '  mikronet remind --dry-run  who would be reminded, and who would not',
    'Your own meeting: `mikronet init` in an empty folder.',
  ],
};
