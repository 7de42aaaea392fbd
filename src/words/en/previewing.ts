/** `preview`, and the page it makes. */
export default {
  argument: 'one network: its mails alone, also where they would be skipped',
  flags: {
    mailing:
      'which mails (invitation, where not given): reminder, update, practical … or a template of your own',
    output: 'the folder to write to (preview/ in the folder of the meeting, where not given)',
    open: 'show the page in the browser',
  },
  examples: [
    ['mikronet preview --open', 'every invitation as it would be sent, in the browser'],
    ['mikronet preview harbour', 'the one network with "harbour" in its name'],
    ['mikronet preview --mailing reminder', 'the reminders'],
    ['mikronet preview --output ~/Desktop/mails', 'in another folder'],
  ] as readonly (readonly [string, string])[],

  badMailing: (typed: string) => `--mailing: "${typed}" is not the name of a mailing`,
  badMailingHint: (builtIn: readonly string[]) =>
    `${builtIn.join(', ')}, or the name of a template in the meeting's templates/`,

  written: (mails: number, skipped: number) =>
    mails === 0
      ? `Nobody gets this mail now (${skipped} skipped). What there is to look at:`
      : `${mails === 1 ? '1 mail' : `${mails} mails`}${skipped > 0 ? `, ${skipped} skipped` : ''}. Nothing was sent. Look at them in:`,
  progress: (done: number, of: number) => `writing ${done} of ${of}`,
  notOpened: 'The page could not be opened from here; open the file in a browser.',
  next: 'Next: `mikronet invite --test-to <your address>` sends one of each language to yourself.',

  page: {
    title: (mailing: string, meeting: string) => `${mailing}: ${meeting}`,
    mailings: {
      invitation: 'Invitation',
      reminder: 'Reminder',
      update: 'Update',
      cancellation: 'Cancellation',
      confirmation: 'Confirmation',
      practical: 'Practical details',
      thanks: 'Thanks',
    },
    summary: (mails: number, skipped: number) =>
      `${mails === 1 ? '1 mail' : `${mails} mails`}${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    notSent: (moment: string) => `As they were on ${moment}. Nothing has been sent.`,
    search: 'Search: network, name, address …',
    noneFound: 'Nobody fits.',
    recipients: 'Recipients',
    show: 'Show',
    views: { mail: 'Mail', text: 'Plain text', headers: 'Headers', calendar: 'Calendar' },
    narrow: 'as on a phone',
    subject: 'Subject',
    from: 'From',
    to: 'To',
    file: 'File',
    skipped: (reason: string) => `Not sent: ${reason}`,
    noCalendar: 'This mail has no calendar part.',
    onlyFirst: (mails: number) =>
      `The first ${mails} are shown here; the others are in their files.`,
    empty: 'There is no mail to show.',
  },
};
