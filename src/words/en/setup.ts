/** Setting up: `init`, `check`, `completion`. */
export default {
  shell: 'bash, zsh, fish or powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ] as readonly (readonly [string, string])[],
  badShell: (typed: string) => `"${typed}" is not a shell I know`,
  badShellHint: (shells: readonly string[]) => `one of ${shells.join(', ')}`,

  check: {
    names: 'list the names that a template may use',
    connect: 'also try the mailbox: logins, certificates, SPF and DMARC',
    examples: [
      ['mikronet check', 'all that is wrong, at once'],
      ['mikronet check --names', 'what may stand in {{…}} in a template'],
      ['mikronet check --connect', 'does the mailbox let us in?'],
      ['mikronet check --json', 'for scripts'],
    ] as readonly (readonly [string, string])[],
    next: {
      preview: 'All is well. Next: `mikronet preview` shows the mails.',
      mend: 'Next: mend that, and run `mikronet check` again.',
    },
    over: (day: string) => `the meeting is over: it ended on ${day}`,
    overHint: '`mikronet invite` and `remind` do not send any more; is the year right?',
    freeMail: (address: string, domain: string) =>
      `"${address}" is an address at ${domain}, where everybody may have one`,
    freeMailHint:
      'many servers take such invitations for spam; an address at a domain of your own is safer',
    noSuchColumn: (heading: string) => `networks.csv has no column "${heading}"`,
    noSuchColumnHint: (near: string | undefined, headings: readonly string[]) =>
      near === undefined ? `its headings are: ${headings.join(', ')}` : `is "${near}" meant?`,
    mistyped: (address: string, meant: string) => `"${address}": is ${meant} meant?`,
    mistypedHint:
      'a mail to a mistyped domain may go to a stranger; mend it, or leave it if it is right',
    garbled: (value: string) => `"${value}" has letters that were read wrongly`,
    garbledHint:
      'the file was saved in one encoding and read in another before it came here: mend the cell, or save the list again from where it came',
    envTxt: (file: string) => `Windows has named the file ${file}; it is not read`,
    envTxtHint: 'rename it to .env (in Explorer: View, File name extensions)',
    envOpen: 'others on this computer can read the password in it',
    envOpenHint: (path: string) => `chmod 600 ${path}`,
    envLine: 'this line is neither a setting nor a comment',
    envLineHint: 'NAME=value, or # before a comment',
    envName: (name: string) => `${name} means nothing here`,
    envNameHint: (near: string | undefined) =>
      near !== undefined
        ? `is ${near} meant?`
        : 'MIKRONET_SMTP_URL, MIKRONET_IMAP_URL, MIKRONET_USER and MIKRONET_PASSWORD do',
    inDoubt: (count: number) =>
      count === 1
        ? '1 mail is in doubt: it may have arrived, or may not'
        : `${count} mails are in doubt: they may have arrived, or may not`,
    inDoubtHint: '`mikronet status` says which and what to do',
    overbooked: (coming: number, room: number) => `${coming} come, and there is room for ${room}`,
    overbookedHint: 'find chairs, raise the capacity, or phone',
  },

  init: {
    folder: 'where to begin; else the folder you are in',
    title: 'what the meeting is called',
    start: 'day and time, as in 2012-05-30T16:30 or "30.5.2012 16.30"',
    end: 'as the start, or a time alone',
    timeZone: 'as in Europe/Copenhagen',
    place: 'the name of the place',
    address: 'its address',
    organizer: 'the association that invites',
    email: 'its mailbox: invitations go out from it, answers come back to it',
    replyBy: 'the last day to answer',
    capacity: 'how many seats there are',
    language: 'of the invitations: da, en or de; the list may say another for a network',
    csv: 'your list of networks; it is copied as it is',
    sample: 'a sample meeting to try things with',
    examples: [
      ['mikronet init spring-2027', 'asks, and begins a meeting in that folder'],
      ['mikronet init --csv list.csv', 'takes the networks from your own list'],
      ['mikronet init --sample trial', 'the sample meeting, to play with'],
      [
        'mikronet init --title "Spring" --start 2027-04-15T17:00 --end 20:00 --place "The Hall" --organizer Mikronet --email info@example.dk',
        'without questions',
      ],
    ] as readonly (readonly [string, string])[],
    ask: {
      title: 'What is the meeting called?',
      start: 'When does it begin? (as in 30.5.2027 16.30)',
      end: 'When does it end? (as in 21.00)',
      place: 'Where?',
      address: 'The address of the place (may be left empty)',
      organizer: 'Which association invites?',
      email: 'Its e-mail address',
      replyBy: 'Reply by (a dash for no limit)',
      capacity: 'How many seats are there? (may be left empty)',
      language: 'Language of the invitations',
      csv: 'Your list of networks, a CSV file (a dash: an empty one)',
      columnsRight: 'Are the columns right?',
      column: (heading: string) => `What is "${heading}"?`,
    },
    languages: { da: 'Danish', en: 'English', de: 'German' } as Readonly<Record<string, string>>,
    bad: {
      empty: 'this cannot be empty, nor longer than a line',
      time: 'a day and a time, as in 30.5.2027 16.30',
      end: 'a time, as in 21.00, after the start',
      date: 'a day before the meeting, as in 18.5.2027',
      zone: 'as in Europe/Copenhagen',
      email: 'an address, as in info@example.dk',
      capacity: 'a whole number',
    },
    missing: (flag: string) => `${flag} is missing`,
    badFlag: (flag: string, value: string) => `${flag}: "${value}" cannot be read`,
    exists: (file: string) => `${file}: there is a meeting here already`,
    existsHint:
      'mend meeting.json in an editor, or begin in another folder: `mikronet init <folder>`',
    listExists: (file: string) =>
      `${file}: there is a list here already, and another was named with --csv`,
    listExistsHint: 'leave out --csv to use the one in the folder',
    listsHere: (files: readonly string[]) => `here are ${files.slice(0, 5).join(', ')}`,
    columnsTaken: 'The columns are taken like this:',
    free: '(free, for templates)',
    sampleCell: (cell: string) => `as in "${cell}"`,
    columnNames: {
      network: 'network',
      contact: 'contact',
      email: 'e-mail',
      language: 'language',
      greeting: 'greeting',
      phone: 'phone',
      area: 'area',
      kind: 'kind',
      note: 'note',
      id: 'id',
      seats: 'seats',
    } as Readonly<Record<string, string>>,
    /** The heading row of an empty list. */
    headings: ['Network', 'Contact', 'E-mail', 'Phone', 'Language'],
    stopped: 'Stopped. Nothing was written.',
    written: (folder: string) => `Written in ${folder}:`,
    when: (day: string, from: string, to: string) => `${day}, ${from}–${to}`,
    itIs: (title: string, when: string, place: string, replyBy: string | undefined) =>
      `${title}: ${when}, ${place}${replyBy === undefined ? '' : `; answers by ${replyBy}`}`,
    files: {
      'meeting.json': 'what, when and where; text of your own goes in here',
      'networks.csv': 'the networks; edit it in Excel and save it as CSV',
      '.env': 'the mailbox; only you can read it',
      '.gitignore': 'keeps .env and mails out of git',
    },
    kept: (file: string) => `${file} was there already and is left as it is`,
    envComment: [
      'The mailbox that the invitations go out from and the answers come back to.',
      'Fill in the password. No quotation marks are needed; # and spaces may stand in it.',
    ],
    next: (folder: string) =>
      folder === ''
        ? 'Next: `mikronet check` looks everything through, `mikronet preview` shows the mails.'
        : `Next: \`cd ${folder}\`; then \`mikronet check\` looks everything through, and \`mikronet preview\` shows the mails.`,
  },
};
