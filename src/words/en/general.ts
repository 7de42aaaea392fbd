/** What every command may say. */
export default {
  tagline: 'Invites the networks to a meeting, reads their answers, and knows who comes.',
  /** One sentence for each command, in `mikronet --help`. */
  summaries: {
    invite: 'Send each contact that has none yet a personal invitation.',
    remind: 'Remind those who were invited and have not answered.',
    send: 'Send another mailing: update, cancellation, confirmation, practical, thanks, or your own.',
    preview: 'Write the mails to a folder and a page to look at; sends nothing.',
    sync: 'Read the answers from the mailbox.',
    review: 'Decide on the mails that were set aside.',
    record: 'Write down an answer given by phone or in person.',
    undo: 'Take back the last thing you did.',
    inspect: 'Show how a mail is understood, and why.',
    status: 'Where each network stands, and who comes.',
    'export-attendees': 'Who comes, as a list for the evening.',
    check: 'Look through the files and say what is wrong.',
    init: 'Begin a meeting: asks, and writes the files.',
    add: 'Add a network to the list.',
    forget: 'Erase a network or an address from all files.',
    'opt-out': 'Send a network or an address no more mails.',
    purge: 'Erase what is no longer needed after the meeting.',
    merge: 'Join another copy of the journal with this one.',
    demo: 'See the whole job done on the sample meeting, with a mail server of its own.',
    completion: 'Print the completion script for your shell.',
  },
  flags: {
    folder: 'the folder of the meeting',
    json: 'print data for scripts',
    yes: 'answer the question before sending with yes',
    noColor: 'no colours',
    verbose: 'say more',
  },
  hint: (hint: string) => `hint: ${hint}`,
  bug: (message: string, stack: string) =>
    `this is a bug in mikronet, not a mistake of yours: ${message}\n${stack}\nplease report it with the lines above`,
};
