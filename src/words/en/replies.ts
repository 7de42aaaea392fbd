/** `sync` and `inspect`: the answers that come home. */
export default {
  sync: {
    from: 'read these .eml, mbox or Maildir instead of the mailbox; - for standard input',
    watch: 'stay, and read as mail comes',
    since: 'from this day on, as in 2012-05-02, instead of where the last reading ended',
    examples: [
      ['mikronet sync', 'read what came since the last time'],
      ['mikronet sync --from answers/', 'read mails that lie in a folder'],
      ['mikronet sync --watch', 'stay and read as mail comes'],
      ['mikronet sync --since 2012-05-02', 'read from that day on once more; nothing counts twice'],
    ] as readonly (readonly [string, string])[],
    badSince: (typed: string) => `"${typed}" is not a day`,
    badSinceHint: 'as in 2012-05-02',
    watchFrom: '--watch reads the mailbox; it does not go with --from',
    noMailbox: 'no mailbox is set up',
    noMailboxHint:
      'put MIKRONET_IMAP_URL, MIKRONET_USER and MIKRONET_PASSWORD in .env beside meeting.json, or read saved mails: `mikronet sync --from answers/`',
    nothingSent: 'Nothing has been sent yet, so no mail can be an answer.',
    reading: (folder: string, count: number) => `${folder}: ${count} mails`,
    watching: 'Waiting for mail. Ctrl-C ends it.',
    again: (why: string) => `${why}; trying again in a minute`,
    noFolder: (folder: string, known: readonly string[]) =>
      `the mailbox has no folder "${folder}" (it has ${known.join(', ')})`,
    outlookFile: 'an Outlook message (.msg), which cannot be read',
    outlookFileHint:
      'the new Outlook and Outlook on the web save a mail as .eml (Save as, Download); from an older one, drag it into Thunderbird and save it from there',
    notMail: 'no mail found in it',
    noFile: 'there is no such file or folder',
    /** The counts of `sync --json`, for people. */
    summary: (counts: {
      readonly read: number;
      readonly filed: number;
      readonly setAside: number;
      readonly passedOver: number;
      readonly known: number;
    }) =>
      [
        `${counts.read} ${counts.read === 1 ? 'mail' : 'mails'} read`,
        counts.filed > 0 && `${counts.filed} filed`,
        counts.setAside > 0 && `${counts.setAside} for you to look at`,
        counts.known > 0 && `${counts.known} read before`,
        counts.passedOver > 0 &&
          `${counts.passedOver} passed over: nothing ties them to the meeting`,
      ]
        .filter(Boolean)
        .join(', '),
    nothingNew: 'No new mail.',
    next: {
      review: 'Next: `mikronet review` shows what needs your decision.',
      status: 'Next: `mikronet status`',
    },
  },
  /** What became of one mail. */
  line: {
    reply: (network: string, what: string) => `${network}: ${what}`,
    quoted: (text: string) => `"${text}"`,
    by: (from: string) => `from ${from}`,
    bounced: (network: string, address: string, status: string) =>
      `${network}: the mail to ${address} came back${status ? ` (${status})` : ''}`,
    bouncedForNow: (network: string, address: string, status: string) =>
      `${network}: the mail to ${address} came back, but the address may be right${status ? ` (${status})` : ''}`,
    policy: 'The receiving side does not trust the sender: look at SPF and DKIM of your domain.',
    closedList: 'It is a list that takes no mail from outside: phone them.',
    delayed: (network: string, address: string) =>
      `${network}: the mail to ${address} is delayed; the servers go on trying`,
    automatic: (network: string, address: string) =>
      `${network}: automatic reply from ${address}, not an answer`,
    optedOut: (network: string, address: string) => `${network}: ${address} wants no more mails`,
    request: (from: string) => `${from} asks to be invited`,
    setAside: (from: string, subject: string) => `to look at: "${subject}" from ${from}`,
    test: (what: string) => `answer to a test mail: understood as ${what}; nothing is filed`,
    testUnclear: 'answer to a test mail: not certain what it says; nothing is filed',
    cleared: (network: string, address: string) =>
      `${network}: the mail to ${address} was in doubt; this proves that it arrived`,
  },
  noEvidence: (host: string, said: string) =>
    `the mailbox could not be looked into (${host}: ${said}): what is in doubt stays in doubt`,
  answers: {
    accepted: 'coming',
    declined: 'not coming',
    tentative: 'maybe',
    'needs-action': 'no answer',
  },
  seats: (count: number) => (count === 1 ? '1 seat' : `${count} seats`),
  /** How a mail was tied to an invitation. */
  rungs: {
    'calendar-uid': 'calendar entry',
    'reference-in-subject': 'reference in the subject',
    'reference-in-text': 'reference in the text',
    'message-id': 'answers our mail',
    'reference-in-quote': 'reference in what is quoted',
    from: 'the sender is a contact',
    'reply-to': 'the reply address is a contact’s',
    domain: 'the only network of that domain',
  },
  /** What the organiser should know about an answer that counts. */
  flags: {
    'sender-differs': 'from another address than the one invited',
    'dmarc-failed': 'its sender could not be verified',
    'as-a-whole': 'not in so many words, but it sounds like it',
    'num-guests': (count: string) => `says ${count} guests come along`,
  },
  /** Why a person must look: the keys stand in the journal. */
  reasons: {
    unreadable: 'it cannot be read',
    'words-unclear': 'it is not certain what it says',
    'between-quotes': 'the words stand between quoted lines',
    'no-words': 'there are no words of their own in it',
    'form-disagrees': 'its subject and its fields disagree',
    'form-contradicted': 'the words beside the fields say something else',
    'form-empty': 'the answer was not filled in',
    'calendar-counter': 'they propose another time',
    'calendar-delegated': 'they send somebody else',
    'calendar-unclear': 'the calendar does not say what they answer',
    'calendar-contradicted': 'their comment says something else than the calendar',
    'calendar-of-another': 'somebody else answered in the calendar',
    'two-references': 'it names two invitations',
    'address-in-two-networks': 'the sender belongs to two networks',
    'another-contacts-reference': 'the sender is another network’s contact',
    'only-domain': 'the sender is not a contact, but shares a contact’s domain',
    'other-subject': 'the sender is a contact, but the mail may be about something else',
    'another-day': 'it names another day',
    'weak-opt-out': 'they want no more mails, but perhaps not about the meeting',
    'dmarc-failed': 'its sender could not be verified',
  } as Readonly<Record<string, string>>,
  otherReason: (reason: string) => reason,
  /** Why the mailbox cannot be read. */
  mailbox: {
    'login-refused': (host: string, said: string) => `${host} refuses the login: ${said}`,
    'login-refusedHint':
      'is the password right? Gmail, Yahoo, iCloud and others want an app password, made in the settings of the account; Microsoft 365 and Outlook.com let no program in with a password',
    certificate: (host: string, said: string) =>
      `the certificate of ${host} does not hold: ${said}`,
    certificateHint: 'is the name of the server right in MIKRONET_IMAP_URL?',
    'no-starttls': (host: string) => `${host} offers no encryption on this port`,
    'no-starttlsHint': 'try imaps://…:993 in MIKRONET_IMAP_URL',
    'not-imap': (host: string, said: string) =>
      `${host} does not answer as a mailbox does: ${said}`,
    'not-imapHint': 'imaps:// goes with port 993, imap:// with 143',
    unreachable: (host: string, said: string) => `${host} cannot be reached: ${said}`,
    unreachableHint: 'nothing is lost; run the same command again',
    'no-folder': (host: string, said: string) => `${host} has no such folder: ${said}`,
    'no-folderHint': 'the folders in meeting.json: mailbox.folders',
    'folder-renewed': (host: string, said: string) => `${host} made the folder ${said} anew`,
    'folder-renewedHint': 'run the same command again',
    refused: (host: string, said: string) => `${host} refuses: ${said}`,
    refusedHint: 'nothing is lost; run the same command again',
  },
  inspect: {
    argument: '.eml, mbox, Maildir, a folder of them, or - for standard input',
    examples: [
      ['mikronet inspect answer.eml', 'what the mail says, and why it is understood so'],
      ['mikronet inspect --json mails/', 'a line of JSON for each mail of a folder'],
    ] as readonly (readonly [string, string])[],
    kinds: {
      answer: 'answer',
      'calendar-reply': 'answer by calendar',
      bounce: 'returned mail',
      'auto-reply': 'automatic reply',
      'opt-out': 'wants no more mails',
      unclear: 'a person, but no certain answer',
      own: 'a mail of our own',
      other: 'something else',
    },
    whys: {
      'own-message': 'its Message-ID is one of ours',
      'calendar-says': 'the calendar says so',
      'calendar-counter': 'the calendar proposes another time',
      'calendar-delegated': 'the calendar sends somebody else',
      'calendar-unclear': 'the calendar does not say what they answer',
      bounce: 'it reports that a mail could not be delivered',
      delay: 'it reports that a mail is late; the servers go on trying',
      automatic: 'its headers or its subject say that a machine answered',
      'mass-mail': 'it was sent to a list',
      'no-person': 'no person wrote it to answer',
      'opt-out': 'they say so',
      form: 'the fields of the answer say so',
      'form-disagrees': 'its subject and its fields disagree',
      'form-contradicted': 'the words beside the fields say something else',
      'form-empty': 'the answer was not filled in',
      words: 'the words say so',
      'words-as-a-whole': 'taken as a whole it sounds like it',
      'words-unclear': 'it is not certain what it says',
      'between-quotes': 'the words stand between quoted lines',
      'no-words': 'there are no words of their own in it',
      unreadable: 'it cannot be read',
    },
    delayed: 'late, not lost',
    permanent: 'this address will not work',
    notPermanent: 'returned, but the address may be right',
  },
};
