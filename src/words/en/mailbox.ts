/** Setting the mailbox up, and trying it. */
export default {
  /** What must be done first at a provider. */
  needs: {
    appPassword:
      'This provider lets programmes in only with an app password: make one on its page about security (two-step verification must be on).',
    outlookCom:
      'Outlook.com and Hotmail have let no programme in with a password since 2024: use another mailbox for the meeting.',
    microsoft365:
      'Microsoft 365: an administrator must allow "Authenticated SMTP" for this mailbox before anything can be sent. It can no longer be read with a password: write answers down with `mikronet record`, read saved mails with `mikronet sync --from`, or let the mailbox send a copy on to one that can be read.',
    protonBridge:
      'Proton Mail wants its programme Bridge running on this computer (a paid account); the password is the one that Bridge shows.',
  },
  kind: {
    ask: (address: string) => `The mailbox ${address}`,
    own: 'has a password of its own',
    forwards: 'only forwards to another mailbox',
    later: 'is for later: I write it into .env myself',
  },
  proposed: (provider: string | undefined, smtp: string, imap: string | undefined) =>
    `${provider ?? 'Guessed'}: sends through ${smtp}${imap === undefined ? '' : `, is read at ${imap}`}`,
  asWritten: (smtp: string, imap: string | undefined) =>
    `As it is set up: sends through ${smtp}${imap === undefined ? '' : `, is read at ${imap}`}`,
  forwardsMeans: (address: string) => [
    'Then the answers end up in that other mailbox, and that is the one to read.',
    `The invitations must still come from ${address}, through a server that knows the address: its own, or that of the other mailbox if it has ${address} as an alias (Gmail: "Send mail as"). Otherwise they are refused, or taken for spam.`,
  ],
  ask: {
    other: 'The address of the other mailbox',
    sends: (address: string) => `How are mails sent from ${address}?`,
    sendsOwn: 'with a server and a password of its own',
    sendsOther: (other: string) => `through ${other}, which has the address as an alias`,
    password: (user: string) => `Password of ${user} (empty: later, in .env)`,
    smtp: 'Outgoing server',
    imap: 'Incoming server (a dash for none)',
    user: 'User name',
    whatNow: 'What now?',
    again: 'Type the password again',
    servers: 'Change servers or user name',
    withoutReading: 'Send from here, and do not read the mailbox',
    keep: 'Keep it like this; I mend .env myself',
    setUp: 'The mailbox is not set up. Do it now?',
  },
  badServer: 'a name and perhaps a port, as in send.example.dk:465',
  trying: (servers: readonly string[]) => `trying ${servers.join(' and ')} …`,
  works: {
    smtp: (server: string) => `${server} lets us in: mails can be sent`,
    imap: (server: string) => `${server} lets us in: answers can be read`,
  },
  trouble: {
    'login-refused': (server: string) => `${server} refuses the user name or the password`,
    certificate: (server: string) => `the certificate of ${server} is not the right one`,
    'no-starttls': (server: string) => `${server} offers no encryption at that port`,
    'not-smtp': (server: string) => `what answers at ${server} does not take mails like this`,
    'not-imap': (server: string) => `what answers at ${server} does not speak as a mailbox`,
    unreachable: (server: string) => `there is no connection to ${server}`,
    timeout: (server: string) => `${server} does not answer`,
    'rate-limited': (server: string) => `${server} has had enough for now`,
    refused: (server: string) => `${server} says no`,
  } as Readonly<Record<string, (server: string) => string>>,
  advice: {
    appPassword:
      'the everyday password does not do here: make an app password on the provider’s page about security (two-step verification must be on), and type that',
    smtpAuthOff:
      'Microsoft has switched sending by programmes off for this mailbox. An administrator switches it on: Microsoft 365 admin centre, Users, Active users, the mailbox, Mail, Manage email apps, Authenticated SMTP',
    microsoftBlocks:
      'Microsoft lets no programme in with a password there: ask the administrator about "Authenticated SMTP" and "security defaults", or use another mailbox',
    microsoftReading:
      'Microsoft lets no mailbox be read with a password any more. Sending may still work; write answers down with `mikronet record`, read saved mails with `mikronet sync --from`, or let the mailbox send a copy on to one that can be read',
    outlookCom:
      'Outlook.com and Hotmail have let no programme in with a password since 2024: use another mailbox',
    protonBridge:
      'start Proton Mail Bridge on this computer; the password is the one that Bridge shows',
    wrongLogin:
      'the user name is mostly the whole address; the password is that of the mailbox, not of the web host’s control panel',
    otherName: (names: string) => `the certificate is for ${names}: give the server by such a name`,
    expired:
      'the certificate has expired, which only the provider can mend; is the clock of this computer right?',
    unknownIssuer:
      'an antivirus programme that looks into mails may stand between: switch its mail scanning off; otherwise ask the provider for the server’s right name',
    otherPort: (url: string) => `try ${url}`,
    unknownHost:
      'either there is no server of that name (the provider’s help pages say what it is called), or this computer is offline',
    noNetwork: 'is this computer online?',
    tooMany: 'wait for an hour, and try again',
    later: 'try again in a while; otherwise ask the provider for the server’s name and port',
  },
  dns: {
    skipped: 'SPF and DMARC were not looked at: no DNS answers here.',
    noMail: (domain: string) => `${domain} takes no mail: the DNS names no server for it`,
    noMailHint: 'answers cannot come to that address; is it spelt right in meeting.json?',
    noRecipients: (address: string, domain: string) =>
      `"${address}": the DNS knows no server that takes mail for ${domain}`,
    noRecipientsHint: 'the mail would come back; is the address spelt right?',
    noSpf: (domain: string) =>
      `${domain} has no SPF record, so nobody can tell who may send for it`,
    noSpfHint:
      'invitations end up as spam more easily; whoever keeps the domain adds the TXT record that the mail provider’s help pages give',
    manySpf: (domain: string) => `${domain} has more than one SPF record, so none of them counts`,
    manySpfHint: 'whoever keeps the domain joins them into one TXT record',
    noDmarc: (domain: string) => `${domain} has no DMARC record`,
    noDmarcHint: (name: string) =>
      `Gmail and others trust the mails less; whoever keeps the domain adds the TXT record ${name} with "v=DMARC1; p=none"`,
  },
  plain: (server: string) => `${server}: the password goes over the network unencrypted`,
  plainHint: 'smtps://…:465 and imaps://…:993 encrypt',
  notSetUp: 'the mailbox is not set up',
  notSetUpHint:
    'run `mikronet check --connect` in a terminal, which asks; or write MIKRONET_SMTP_URL, MIKRONET_IMAP_URL, MIKRONET_USER and MIKRONET_PASSWORD into .env',
  written: (file: string) => `Written: ${file}`,
};
