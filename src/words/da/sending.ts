import type { Words } from '../words.ts';

export default {
  flags: {
    dryRun: 'vis planen, og stop der',
    only: 'kun disse netværk (et eller flere)',
    limit: 'højst så mange mails',
    outbox: 'skriv mailene som .eml-filer i denne mappe; sender og noterer intet',
    testTo: 'send rigtigt, men til denne adresse, mærket som en prøve',
    resend: 'send den samme mail til dette netværk igen, når den er i tvivl',
    maxWait: 'vent højst så længe på grænser og nye forsøg, som i 30s, 10m, 2h',
  },
  inviteExamples: [
    ['mikronet invite', 'viser planen, spørger og sender'],
    ['mikronet invite --dry-run', 'viser planen og stopper der'],
    ['mikronet invite --test-to mig@example.org', 'én på hvert sprog til dig selv, som prøve'],
    ['mikronet invite --only havn --yes', 'et enkelt netværk, uden at spørge'],
    ['mikronet invite --outbox mails', 'skriver mailene som filer, sender intet'],
  ],

  badLimit: (typed) => `--limit: "${typed}" er ikke et antal mails`,
  badLimitHint: 'et helt tal, mindst 1',
  badMaxWait: (typed) => `--max-wait: "${typed}" er ikke et tidsrum`,
  badMaxWaitHint: 'som i 30s, 10m eller 2h',
  badTestTo: (typed) => `--test-to: "${typed}" er ikke en mailadresse`,
  badTestToHint: 'din egen, f.eks. mig@example.dk',
  together: (one, other) => `${one} og ${other} kan ikke bruges sammen`,
  needsYes: 'der er ingen terminal at spørge på',
  needsYesHint: 'se planen med --dry-run, og send så med --yes',
  noSmtp: 'der er ikke sat en mailserver op at sende med (MIKRONET_SMTP_URL)',
  noSmtpHint:
    'skriv MIKRONET_SMTP_URL, MIKRONET_USER og MIKRONET_PASSWORD i .env i mødets mappe (`mikronet init` spørger om dem). Uden server: --outbox <mappe> skriver mailene som filer, `mikronet demo` viser det hele',
  rehearsalOnly: (host) => `meeting.json har en "rehearsal": der sendes intet rigtigt til ${host}`,
  rehearsalHint:
    'tag "rehearsal" ud af meeting.json, når mødet er rigtigt; brug indtil da --outbox <mappe> eller en mailserver på denne computer',
  over: 'mødet er holdt',
  cancelled: 'mødet er aflyst',
  overHint: '--late sender alligevel; `mikronet preview` og --outbox virker som altid',
  cancelledHint: '`mikronet preview` og --outbox virker som altid',

  plan: {
    from: 'Fra',
    subject: 'Emne',
    andMoreSubjects: (count) =>
      count === 1 ? 'og et på et andet sprog' : `og ${count} på andre sprog`,
    server: 'Server',
    to: (mails, networks) =>
      `${many(mails, 'mail', 'mails')} til ${many(networks, 'netværk', 'netværk')}:`,
    test: (mails, address) =>
      `${many(mails, 'prøvemail', 'prøvemails')} til ${address} med ordene til:`,
    skipped: (contacts) => `${contacts} sprunget over:`,
    renamed: (before, now) => `${before} hedder nu ${now}: det er det samme netværk`,
    more: (rest) => `… og ${rest} til (--verbose viser alle)`,
    nothing: 'Der er intet at sende.',
    takesMoment: 'Det tager under et minut.',
    takes: (minutes) => `Det tager omkring ${span(minutes)}.`,
    byDay: (day, mails) => `${day}: ${many(mails, 'mail', 'mails')}`,
    spread: (mails, day) =>
      `Serveren tager ${mails} nu; det slutter ${day}. Lad det køre, eller kør kommandoen igen hver dag:`,
  },
  skips: {
    'already-sent': 'har fået den',
    'being-sent': 'får den lige nu',
    'in-doubt': 'i tvivl: den kan være kommet. `--resend` sender den igen',
    refused: 'serveren afviste adressen',
    bounced: 'mailen kom retur',
    answered: 'har svaret',
    'opted-out': 'vil ikke have mails',
    'new-address': 'en ny adresse i et netværk, der er inviteret; `--only` inviterer den',
    erased: 'er slettet med `forget`, eller ville ikke have flere mails',
    'not-invited': 'er ikke inviteret endnu',
    'to-review': 'en mail fra dem venter på `review`',
    'answered-accepted': 'kommer',
    'answered-declined': 'kommer ikke',
    'answered-tentative': 'har svaret måske',
    'declined-by-calendar': 'har sagt nej i kalenderen og har ikke mødet der',
    'no-answer': 'har ikke svaret',
    'not-waiting': 'står ikke på venteliste',
    'nothing-changed': 'intet er ændret, siden de fik det at vide',
    'confirmed-today': 'har fået en bekræftelse inden for det sidste døgn',
    'no-mail-to-answer': 'har ikke svaret pr. mail',
    'too-soon': 'har lige fået en mail fra jer',
    gone: 'står ikke længere i networks.csv',
    'beyond-limit': 'mere end --limit',
  } as Readonly<Record<string, string>>,
  ask: (mails) =>
    mails === 1
      ? 'Skriv 1 for at sende 1 mail (alt andet sender intet):'
      : `Skriv ${mails} for at sende ${mails} mails (alt andet sender intet):`,
  notSent: 'Intet blev sendt.',

  progress: (done, of) => `sender ${done} af ${of}`,
  waiting: {
    limit: (left) => `serveren tager ikke flere lige nu; fortsætter om ${left} (Ctrl-C stopper)`,
    deferred: (left) => `prøver igen med det udskudte om ${left} (Ctrl-C stopper)`,
  },

  result: {
    sent: (mails) => `${many(mails, 'mail', 'mails')} sendt.`,
    written: (mails, folder) =>
      `${many(mails, 'mail', 'mails')} skrevet i ${folder}; intet blev sendt.`,
    testsSent: (mails, to) =>
      `${many(mails, 'prøvemail', 'prøvemails')} sendt til ${to}. Svar på en for at prøve det: intet bliver noteret.`,
    refused: (mails) =>
      `${many(mails, 'adresse', 'adresser')} blev afvist. Ret ${mails === 1 ? 'den' : 'dem'} i networks.csv, eller ring:`,
    inDoubt: (mails) =>
      mails === 1
        ? 'I TVIVL: 1 mail er måske kommet frem, måske ikke. Den bliver ikke sendt igen af sig selv:'
        : `I TVIVL: ${mails} mails er måske kommet frem, måske ikke. De bliver ikke sendt igen af sig selv:`,
    inDoubtHint: (command) =>
      `spørg dem, om den kom. Hvis ikke: \`mikronet ${command} --resend <netværk>\``,
    deferred: (mails) => `${many(mails, 'mail', 'mails')} udskudt af serveren:`,
    noCopies: (mails, why = 'den mappe findes ikke i postkassen') =>
      `${mails === 1 ? 'Kopien af 1 mail' : `Kopierne af ${mails} mails`} kunne ikke lægges i mappen med sendt post (${why}). Sendt er de alligevel.`,
    left: (mails) =>
      `${many(mails, 'mail', 'mails')} mangler stadig. Intet er tabt: kør den samme kommando igen`,
    goOn: (when) => `, fra ${when}`,
    interrupted: (mails) =>
      `Stoppet. ${many(mails, 'mail', 'mails')} mangler stadig; kør den samme kommando igen, når du vil.`,
  },
  stop: {
    'login-refused': 'mailserveren afviste brugernavn eller adgangskode',
    'sender-refused': 'mailserveren lader ikke denne konto sende fra arrangørens adresse',
    'rate-limited': 'mailserveren siger, at der er sendt for meget, eller at den har for travlt',
    unreachable: 'der er ingen forbindelse til mailserveren',
    certificate: 'mailserverens certifikat er ikke det rigtige',
    'no-starttls': 'mailserveren tilbyder ingen kryptering (STARTTLS) på denne port',
    'not-smtp': 'det, der svarer, taler ikke SMTP, som det skal',
    timeout: 'mailserveren svarer ikke',
    'too-large': 'mailen er større, end mailserveren tager imod',
    interrupted: 'stoppet',
  },
  stopHint: {
    'login-refused':
      'se efter i MIKRONET_USER og MIKRONET_PASSWORD. Mange (Gmail, Microsoft, Yahoo, iCloud) vil have en app-adgangskode, der laves på deres side, ikke den daglige',
    'sender-refused':
      'organizer.email i meeting.json skal være en adresse på denne konto, eller et alias, som udbyderen kender',
    'rate-limited':
      'vent en time eller en dag, og kør den samme kommando igen: den fortsætter, hvor den slap. "sending" i meeting.json sætter et langsommere tempo',
    unreachable: 'se på serverens navn og port i MIKRONET_SMTP_URL, og på nettet her',
    certificate:
      'navnet i MIKRONET_SMTP_URL skal være det, udbyderen opgiver til afsendelse; bag et antivirusprogram: slå dets mailscanning fra',
    'no-starttls': 'prøv smtps:// med port 465 i MIKRONET_SMTP_URL',
    'not-smtp': 'port 465 hører til smtps://, port 587 til smtp:// i MIKRONET_SMTP_URL',
    timeout:
      'se på porten i MIKRONET_SMTP_URL (465 med smtps://, 587 med smtp://); eller vent, og prøv igen',
    'too-large': 'gør skabelonen kortere',
    interrupted: '',
  },
  serverSaid: (response) => `serveren: ${response}`,
  next: {
    status: 'Nu: `mikronet status` viser, hvor hvert netværk står; `mikronet sync` læser svarene.',
    send: 'Nu: den samme kommando uden --dry-run sender dem.',
    answerTest:
      'Nu: svar på prøvemailen, og se med `mikronet sync`, hvordan svaret bliver forstået.',
  },
} satisfies Words<'sending'>;

function many(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function span(minutes: number): string {
  if (minutes < 60) return many(minutes, 'minut', 'minutter');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'time', 'timer') : `${Math.round(hours / 24)} dage`;
}
