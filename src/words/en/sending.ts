/** `invite`, `remind`, `send`: the plan, the question, the way, the result. */
import type { SkipReason } from '../../domain/plan.ts';

export default {
  flags: {
    dryRun: 'show the plan and stop',
    only: 'these networks alone (one or several)',
    limit: 'at most so many mails',
    outbox: 'write the mails as .eml files into this folder; sends and records nothing',
    testTo: 'send for real, but to this address, marked as a test',
    resend: 'send the same mail to this network again, where it is in doubt whether it came',
    maxWait: 'wait at most so long for limits and new tries, as in 30s, 10m, 2h',
  },
  inviteExamples: [
    ['mikronet invite', 'shows the plan, asks, and sends'],
    ['mikronet invite --dry-run', 'shows the plan and stops'],
    ['mikronet invite --test-to me@example.org', 'one of each language to yourself, to try it'],
    ['mikronet invite --only harbour --yes', 'one network, without the question'],
    ['mikronet invite --outbox mails', 'writes the mails as files, sends nothing'],
  ] as readonly (readonly [string, string])[],

  badLimit: (typed: string) => `--limit: "${typed}" is not a number of mails`,
  badLimitHint: 'a whole number, 1 or more',
  badMaxWait: (typed: string) => `--max-wait: "${typed}" is not a span of time`,
  badMaxWaitHint: 'as in 30s, 10m or 2h',
  badTestTo: (typed: string) => `--test-to: "${typed}" is not an e-mail address`,
  badTestToHint: 'your own, as in me@example.org',
  together: (one: string, other: string) => `${one} and ${other} cannot be used together`,
  needsYes: 'there is no terminal to ask on',
  needsYesHint: 'look at the plan with --dry-run, then send with --yes',
  noSmtp: 'no mail server is set up to send with (MIKRONET_SMTP_URL)',
  noSmtpHint:
    'put MIKRONET_SMTP_URL, MIKRONET_USER and MIKRONET_PASSWORD into .env in the folder of the meeting (`mikronet init` asks for them). Without a server: --outbox <dir> writes the mails as files, `mikronet demo` shows the whole job',
  rehearsalOnly: (host: string) =>
    `meeting.json has a "rehearsal": nothing is sent for real to ${host}`,
  rehearsalHint:
    'take "rehearsal" out of meeting.json when the meeting is real; until then use --outbox <dir> or a mail server on this computer',
  over: 'the meeting is over',
  cancelled: 'the meeting is cancelled',
  overHint: '--late sends all the same; `mikronet preview` and --outbox work as ever',
  cancelledHint: '`mikronet preview` and --outbox work as ever',

  plan: {
    from: 'From',
    subject: 'Subject',
    andMoreSubjects: (count: number) =>
      count === 1 ? 'and one in another language' : `and ${count} in other languages`,
    server: 'Server',
    to: (mails: number, networks: number) =>
      `${many(mails, 'mail', 'mails')} to ${many(networks, 'network', 'networks')}:`,
    test: (mails: number, address: string) =>
      `${many(mails, 'test mail', 'test mails')} to ${address}, with the words for:`,
    skipped: (contacts: number) => `${contacts} skipped:`,
    renamed: (before: string, now: string) =>
      `${before} is now called ${now}: it is the same network`,
    more: (rest: number) => `… and ${rest} more (--verbose shows all)`,
    nothing: 'Nothing to send.',
    takesMoment: 'It will take less than a minute.',
    takes: (minutes: number) => `It will take about ${span(minutes)}.`,
    byDay: (day: string, mails: number) => `${day}: ${many(mails, 'mail', 'mails')}`,
    spread: (mails: number, day: string) =>
      `The server takes ${mails} now; it ends on ${day}. Keep this running, or run the command again each day:`,
  },
  skips: {
    'already-sent': 'has had it',
    'being-sent': 'is being sent it right now',
    'in-doubt': 'in doubt: it may have come. `--resend` sends it again',
    refused: 'the server refused the address',
    bounced: 'the mail came back',
    answered: 'has answered',
    'opted-out': 'wants no mails',
    'new-address': 'a new address in a network already invited; `--only` invites it',
    erased: 'was erased with `forget`, or wanted no more mails',
    'not-invited': 'is not invited yet',
    'to-review': 'a mail of theirs waits for `review`',
    'answered-accepted': 'comes',
    'answered-declined': 'does not come',
    'answered-tentative': 'has said maybe',
    'declined-by-calendar': 'has declined in the calendar, and has no entry there',
    'no-answer': 'has not answered',
    'not-waiting': 'does not wait for a seat',
    'nothing-changed': 'nothing has changed since they were told',
    'confirmed-today': 'got a confirmation within the last day',
    'no-mail-to-answer': 'did not answer by mail',
    'too-soon': 'had a mail from you only a short time ago',
    gone: 'is no longer in networks.csv',
    'beyond-limit': 'beyond --limit',
  } as Readonly<Record<SkipReason, string>>,
  ask: (mails: number) =>
    mails === 1
      ? 'Type 1 to send 1 mail (anything else sends nothing):'
      : `Type ${mails} to send ${mails} mails (anything else sends nothing):`,
  notSent: 'Nothing was sent.',

  progress: (done: number, of: number) => `sending ${done} of ${of}`,
  waiting: {
    limit: (left: string) =>
      `the server takes no more right now; going on in ${left} (Ctrl-C stops)`,
    deferred: (left: string) => `trying what was put off again in ${left} (Ctrl-C stops)`,
  },

  result: {
    sent: (mails: number) => `${many(mails, 'mail', 'mails')} sent.`,
    written: (mails: number, folder: string) =>
      `${many(mails, 'mail', 'mails')} written to ${folder}; nothing was sent.`,
    testsSent: (mails: number, to: string) =>
      `${many(mails, 'test mail', 'test mails')} sent to ${to}. Answer one to try it: nothing is filed.`,
    refused: (mails: number) =>
      `${many(mails, 'address was', 'addresses were')} refused. Mend ${mails === 1 ? 'it' : 'them'} in networks.csv, or phone:`,
    inDoubt: (mails: number) =>
      mails === 1
        ? 'IN DOUBT: 1 mail may have arrived, or may not. It is not sent again by itself:'
        : `IN DOUBT: ${mails} mails may have arrived, or may not. They are not sent again by themselves:`,
    inDoubtHint: (command: string) =>
      `ask them whether it came. If not: \`mikronet ${command} --resend <network>\``,
    deferred: (mails: number) => `${many(mails, 'mail', 'mails')} put off by the server:`,
    noCopies: (mails: number, why = 'the mailbox has no such folder') =>
      `The ${mails === 1 ? 'copy of 1 mail' : `copies of ${mails} mails`} could not be put into the Sent folder (${why}). Sent they are all the same.`,
    left: (mails: number) =>
      `${many(mails, 'mail is', 'mails are')} still to be sent. Nothing is lost: run the same command again`,
    goOn: (when: string) => `, from ${when} on`,
    interrupted: (mails: number) =>
      `Stopped. ${many(mails, 'mail is', 'mails are')} still to be sent; run the same command again when you like.`,
  },
  stop: {
    'login-refused': 'the mail server refused the login',
    'sender-refused': 'the mail server does not let this account send from the organizer’s address',
    'rate-limited': 'the mail server says that too much was sent, or that it is too busy',
    unreachable: 'the mail server cannot be reached',
    certificate: 'the mail server’s certificate is not the right one',
    'no-starttls': 'the mail server offers no encryption (STARTTLS) on this port',
    'not-smtp': 'what answers there does not speak SMTP as it should',
    timeout: 'the mail server does not answer',
    'too-large': 'the mail is larger than the mail server takes',
    interrupted: 'stopped',
  },
  stopHint: {
    'login-refused':
      'look at MIKRONET_USER and MIKRONET_PASSWORD. Many providers (Gmail, Microsoft, Yahoo, iCloud) want an app password made on their site, not the everyday one',
    'sender-refused':
      'organizer.email in meeting.json must be an address of this account, or an alias that the provider knows',
    'rate-limited':
      'wait, an hour or a day, and run the same command again: it goes on where it stopped. "sending" in meeting.json sets a slower pace',
    unreachable: 'look at the server’s name and port in MIKRONET_SMTP_URL, and at the network here',
    certificate:
      'the name in MIKRONET_SMTP_URL must be the one that the provider gives for sending; behind a virus scanner, switch off its mail scanning',
    'no-starttls': 'try smtps:// with port 465 in MIKRONET_SMTP_URL',
    'not-smtp': 'port 465 goes with smtps://, port 587 with smtp:// in MIKRONET_SMTP_URL',
    timeout:
      'look at the port in MIKRONET_SMTP_URL (465 with smtps://, 587 with smtp://); or wait and try again',
    'too-large': 'make the template shorter',
    interrupted: '',
  },
  serverSaid: (response: string) => `the server: ${response}`,
  next: {
    status:
      'Next: `mikronet status` shows where each network stands; `mikronet sync` reads the answers.',
    send: 'Next: the same command without --dry-run sends them.',
    answerTest: 'Next: answer the test mail, and look how it is understood with `mikronet sync`.',
  },
};

function many(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function span(minutes: number): string {
  if (minutes < 60) return many(minutes, 'minute', 'minutes');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'hour', 'hours') : `${Math.round(hours / 24)} days`;
}
