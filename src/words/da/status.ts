import type { Words } from '../words.ts';

export default {
  argument: 'ét netværk: hele dets historie',
  silentFlag: 'dem, der er inviteret og ikke har svaret, med telefonnumre',
  examples: [
    ['mikronet status', 'hvem der kommer, hvem der ikke har svaret, og hvad du skal tage dig af'],
    ['mikronet status havn', 'hele historien om netværket med "havn" i navnet'],
    ['mikronet status --silent', 'en liste at ringe efter'],
    ['mikronet status --json', 'det hele, til scripts'],
  ],

  when: (day, from, to) => `${day} kl. ${from}–${to}`,
  replyBy: (day, days) =>
    days > 1
      ? `svar senest ${day} (om ${days} dage)`
      : days === 1
        ? `svar senest ${day} (i morgen)`
        : days === 0
          ? `svar senest ${day} (i dag)`
          : `svar senest ${day} (er overskredet)`,

  groups: {
    accepted: 'kommer',
    tentative: 'måske',
    'needs-action': 'har ikke svaret',
    declined: 'kommer ikke',
    'not-invited': 'ikke inviteret',
  },
  seats: 'pladser',
  seatsOf: (coming, capacity) => (capacity === null ? `${coming}` : `${coming} af ${capacity}`),
  seatsFree: (free) => (free < 0 ? `${-free} for mange` : `${free} ledige`),
  seatsReserved: (reserved) => `${reserved} reserveret`,
  seatsWaiting: (waiting) => `${waiting} på venteliste`,

  inDoubt: (count) =>
    count === 1
      ? 'I TVIVL: 1 mail er måske kommet frem, måske ikke. Den bliver ikke sendt igen af sig selv.'
      : `I TVIVL: ${count} mails er måske kommet frem, måske ikke. De bliver ikke sendt igen af sig selv.`,
  inDoubtHint: (commands) =>
    `spørg dem, om den er kommet (ring, eller skriv en linje). Hvis ikke: ${commands.map((each) => `\`${each} --resend <netværk>\``).join(' eller ')}`,
  mailboxNeverRead: 'Postkassen er ikke læst endnu: `mikronet sync` henter svarene.',
  mailboxRead: (when) => `postkassen er sidst læst ${when}`,
  mailboxOld: (when, days) =>
    `BEMÆRK: postkassen er sidst læst ${when}, for ${days === 1 ? 'en dag' : `${days} dage`} siden. Nyere svar er ikke med: kør \`mikronet sync\`.`,
  needsAHand: 'Tag dig af:',
  toReview: (count) =>
    `${count} ${count === 1 ? 'mail' : 'mails'}, der skal ses på: \`mikronet review\``,
  refused: (network, address, which) =>
    `${network}: ${address}${which ? ` (${which})` : ''} blev afvist. Ret adressen i networks.csv, eller ring.`,
  bounced: (network, address, which) =>
    `${network}: mailen til ${address}${which ? ` (${which})` : ''} kom retur. Ret adressen i networks.csv, eller ring.`,
  cameBack: (network, address, which, why) =>
    `${network}: mailen til ${address}${which ? ` (${which})` : ''} kom retur${
      {
        full: ': postkassen er fuld. Ring til dem.',
        policy:
          ': modtageren stoler ikke på afsenderen. Se på SPF og DKIM for jeres domæne, og ring til dem.',
        'closed-list': ': det er en liste, der ikke tager imod mails udefra. Ring til dem.',
        unknown:
          ', men adressen kan godt være rigtig. `mikronet status` med navnet fortæller mere.',
      }[why]
    }`,
  deferred: (count, commands) =>
    `${count} ${count === 1 ? 'mail' : 'mails'} er ikke sendt endnu: kør ${commands.map((each) => `\`${each}\``).join(' og ')} igen`,
  conflict: (network) =>
    `${network}: kontaktpersonerne svarer forskelligt. \`mikronet status\` med navnet fortæller mere.`,
  overbooked: (count) => `${count} ${count === 1 ? 'plads' : 'pladser'} mere, end der er plads til`,
  cancelled: 'AFLYST: aflysningen er sendt.',
  movedUp: (network, seats) =>
    `${network} rykker op: der er blevet ${seats === 1 ? '1 plads' : `${seats} pladser`} til dem. \`mikronet send confirmation\` fortæller dem det.`,
  more: (count) => `… og ${count} til`,

  columns: {
    network: 'netværk',
    answer: 'svar',
    seats: 'pladser',
    who: 'hvem',
    note: 'bemærk',
    contact: 'kontaktperson',
    phone: 'telefon',
    email: 'e-mail',
    invited: 'inviteret',
  },
  notes: {
    'not-sent': '',
    sending: 'bliver sendt nu',
    sent: '',
    'in-doubt': 'i tvivl',
    deferred: 'ikke sendt endnu',
    refused: 'adressen blev afvist',
    bounced: 'mailen kom retur',
    conflict: 'svarer forskelligt',
    optedOut: 'vil ikke have mails',
    gone: 'ikke længere i networks.csv',
    seatsAssumed: 'antal gættet',
    forOldTime: 'svarede for den gamle tid',
  },
  waiting: (count) => `${count} på venteliste`,

  nobodySilent: 'Alle inviterede har svaret.',
  nothingSent: 'Ingen er inviteret endnu.',
  networkTitle: (name, id) => (name === id ? name : `${name} (${id})`),
  seatsCount: (count) => (count === 1 ? '1 plads' : `${count} pladser`),
  story: 'Hvad der er sket:',
  noStory: 'Der er ikke sket noget endnu.',
  contacts: 'Kontaktpersoner:',
  answersGiven: 'Svar på spørgsmålene:',
  remark: (text) => `bemærkning: ${text}`,
  cameBy: (from, subject, when) => `mail fra ${from}${when ? `, ${when}` : ''}: "${subject}"`,
  decidedByHand: 'afgjort i review',
  countsAgain: (what) => `tæller igen: ${what}`,
  takenBack: (what) => `fortrudt: ${what}`,
  happened: {
    submitted: (mailing, address) =>
      `${mailing} til ${address} var på vej; serveren svarede aldrig: i tvivl`,
    sent: (mailing, address, reference) =>
      `${mailing} sendt til ${address}${reference ? ` (${reference})` : ''}`,
    evidence: (mailing, address) => `${mailing} til ${address} var alligevel kommet frem`,
    refused: (mailing, address, response) => `${mailing} til ${address} blev afvist: ${response}`,
    deferred: (mailing, address, response) =>
      `${mailing} til ${address} kunne ikke sendes endnu: ${response}`,
    bounced: (mailing, address, diagnostic) =>
      `${mailing} til ${address} kom retur${diagnostic ? `: ${diagnostic}` : ''}`,
    delayed: (mailing, address) => `${mailing} til ${address} er forsinket`,
    reply: (who, how, what) => `${who} ${how}: ${what}`,
    setAside: (subject, reason) => `en mail blev lagt til side til dig: "${subject}" (${reason})`,
    automatic: (address, text) => `automatisk svar fra ${address}: ${text}`,
    optedOut: (who) => `${who} vil ikke have flere mails`,
    added: 'føjet til networks.csv',
  },
  how: {
    form: 'med en mail',
    calendar: 'i kalenderen',
    words: 'med en mail',
    hand: 'sagde til dig',
  },
  wholeNetwork: 'netværket',
  mailings: {
    invitation: 'invitation',
    reminder: 'påmindelse',
    update: 'ændring',
    cancellation: 'aflysning',
    confirmation: 'bekræftelse',
    practical: 'praktisk mail',
    thanks: 'tak',
  },
  next: {
    invite: 'Nu: `mikronet preview` viser mailene, `mikronet invite` sender dem.',
    sync: 'Nu: `mikronet sync` henter svarene.',
    list: 'Nu: `mikronet export-attendees -o liste.csv` laver listen til aftenen.',
  },
} satisfies Words<'status'>;
