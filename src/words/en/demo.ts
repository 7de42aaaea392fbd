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
    record: 'Answers that come by phone are written down.',
    status: 'Where does the meeting stand?',
    export: 'The list for the evening, a row for each chair, to be opened in Excel.',
  },
  received: (count: number) => `The mail server has ${count} ${count === 1 ? 'mail' : 'mails'}.`,
  exited: (exit: number) => `(exit ${exit})`,
  failed: (line: string, exit: number) => `the demo stopped: \`${line}\` ended with ${exit}`,
  failedHint: 'what it printed stands above',
  onHoliday: 'on holiday that week',
  breakfasts: 'our Friday breakfasts',
  attendeesFile: 'attendees.csv',
  end: (folder: string) => [
    'That was all. The folder stays, so you can go on:',
    `  mikronet -C ${folder} status harbour`,
    `  mikronet -C ${folder} preview --open`,
    `  mikronet -C ${folder} record guild maybe`,
    'Your own meeting: `mikronet init` in an empty folder.',
  ],
};
