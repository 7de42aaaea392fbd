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
  /** Headings of the groups in `mikronet --help`. */
  groups: {
    begin: 'Begin',
    invite: 'Invite',
    answers: 'Answers',
    list: 'Who comes',
    after: 'Privacy',
    more: 'More',
  },
  overviewUsage: 'Usage: mikronet <command> [options]',
  overviewEnd: [
    '`mikronet` alone says where the meeting stands and what to do today.',
    '`mikronet help <command>` shows its options and examples.',
  ],
  headings: { examples: 'Examples:', shared: 'In every command:' },
  /** What commander says itself. */
  commander: {
    '[options]': '[options]',
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
  },
  usage: {
    unknownCommand: (name: string) => `there is no command "${name}"`,
    unknownOption: (flag: string) => `there is no option "${flag}"`,
    didYouMean: (near: readonly string[], help: string) =>
      near.length > 0 ? `did you mean ${near.join(' or ')}?` : `see \`${help}\``,
    seeHelp: (help: string) => `see \`${help}\``,
    optionMissingArgument: (flag: string) => `${flag} needs a value after it`,
    missingArgument: (argument: string) => `<${argument}> is missing`,
    excessArguments: (argument: string) => `"${argument}" is one word too many`,
  },
  /** Why a file could not be read or written; stands after its path. */
  files: {
    'not-found': 'there is no such file',
    'no-folder': 'the folder it is to go into does not exist',
    'is-directory': 'this is a folder, not a file',
    'no-file': 'this is a pipe or a device, not a file',
    'not-a-directory': 'this is a file, not a folder',
    'no-permission': 'no permission to read or write it',
    'too-large': 'too large to be what it should be',
    exists: 'there is one already',
    busy: 'open in another program (Excel?); close it there and run the same command again',
    full: 'the disk is full; make room and run the same command again',
    'read-only': 'this disk can only be read',
    other: 'it cannot be read or written',
  },
  /** Ctrl-C in a question. */
  stopped: 'Stopped.',
  moreProblems: (count: number) => `… and ${count} more; \`mikronet check --json\` has them all`,
  flags: {
    help: 'show this',
    folder: 'the folder of the meeting',
    json: 'print data for scripts',
    yes: 'say yes to what would be asked',
    noColor: 'no colours',
    verbose: 'say more',
  },
  hint: (hint: string) => `hint: ${hint}`,
  bug: (message: string, stack: string) =>
    `this is a bug in mikronet, not a mistake of yours: ${message}\n${stack}\nplease report it with the lines above`,
};
