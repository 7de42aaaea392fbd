import type { Words } from '../words.ts';

export default {
  needs: {
    appPassword:
      'Hos denne udbyder kommer programmer kun ind med en app-adgangskode: lav en på udbyderens side om sikkerhed (totrinsbekræftelse skal være slået til).',
    outlookCom:
      'Outlook.com og Hotmail har siden 2024 ikke lukket programmer ind med adgangskode: brug en anden postkasse til mødet.',
    microsoft365:
      'Microsoft 365: en administrator skal tillade "Godkendt SMTP" (Authenticated SMTP) for postkassen, før der kan sendes. Den kan ikke længere læses med adgangskode: skriv svarene ned med `mikronet record`, læs gemte mails med `mikronet sync --from`, eller lad postkassen sende en kopi videre til en, der kan læses.',
    protonBridge:
      'Proton Mail kræver, at deres program Bridge kører på denne computer (det hører til et betalt abonnement); adgangskoden er den, Bridge viser.',
  },
  kind: {
    ask: (address) => `Postkassen ${address}`,
    own: 'har sin egen adgangskode',
    forwards: 'sender kun videre til en anden postkasse',
    later: 'venter til senere: jeg skriver selv i .env',
  },
  proposed: (provider, smtp, imap) =>
    `${provider ?? 'Et gæt'}: mails sendes over ${smtp}${imap === undefined ? '' : `, svar læses hos ${imap}`}`,
  asWritten: (smtp, imap) =>
    `Som det er sat op: mails sendes over ${smtp}${imap === undefined ? '' : `, svar læses hos ${imap}`}`,
  forwardsMeans: (address) => [
    'Så havner svarene i den anden postkasse, og det er den, der skal læses.',
    `Invitationerne skal stadig komme fra ${address}, over en server, der kender adressen: dens egen, eller den anden postkasses, hvis den har ${address} som alias (Gmail: "Send mail som"). Ellers bliver de afvist eller taget for spam.`,
  ],
  ask: {
    other: 'Adressen på den anden postkasse',
    sends: (address) => `Hvordan sendes der fra ${address}?`,
    sendsOwn: 'med dens egen server og adgangskode',
    sendsOther: (other) => `gennem ${other}, som har adressen som alias`,
    password: (user) => `Adgangskode til ${user} (tom: senere, i .env)`,
    smtp: 'Udgående server',
    imap: 'Indgående server (en streg for ingen)',
    user: 'Brugernavn',
    whatNow: 'Hvad nu?',
    again: 'Skriv adgangskoden igen',
    servers: 'Ret servere eller brugernavn',
    withoutReading: 'Send herfra, og lad være med at læse postkassen',
    keep: 'Gem det sådan; jeg retter selv i .env',
    setUp: 'Postkassen er ikke sat op. Skal vi gøre det nu?',
  },
  badServer: 'et navn og måske en port, f.eks. send.example.dk:465',
  trying: (servers) => `prøver ${servers.join(' og ')} …`,
  works: {
    smtp: (server) => `${server} lukker os ind: der kan sendes`,
    imap: (server) => `${server} lukker os ind: svarene kan læses`,
  },
  trouble: {
    'login-refused': (server) => `${server} afviser brugernavn eller adgangskode`,
    certificate: (server) => `certifikatet hos ${server} er ikke det rigtige`,
    'no-starttls': (server) => `${server} tilbyder ingen kryptering på den port`,
    'not-smtp': (server) => `det, der svarer på ${server}, tager ikke imod mails på den måde`,
    'not-imap': (server) => `det, der svarer på ${server}, er ikke en postkasse`,
    unreachable: (server) => `der er ingen forbindelse til ${server}`,
    timeout: (server) => `${server} svarer ikke`,
    'rate-limited': (server) => `${server} har fået nok for nu`,
    refused: (server) => `${server} siger nej`,
  },
  advice: {
    appPassword:
      'den daglige adgangskode duer ikke her: lav en app-adgangskode på udbyderens side om sikkerhed (totrinsbekræftelse skal være slået til), og skriv den',
    smtpAuthOff:
      'Microsoft har slået afsendelse fra programmer fra for postkassen. En administrator slår den til: Microsoft 365 Administration, Brugere, Aktive brugere, postkassen, Mail, Administrer mailapps, Godkendt SMTP',
    microsoftBlocks:
      'Microsoft lukker ikke programmer ind med adgangskode dér: spørg administratoren om "Godkendt SMTP" og "sikkerhedsstandarder", eller brug en anden postkasse',
    microsoftReading:
      'hos Microsoft kan ingen postkasse længere læses med adgangskode. Der kan måske stadig sendes; skriv svarene ned med `mikronet record`, læs gemte mails med `mikronet sync --from`, eller lad postkassen sende en kopi videre til en, der kan læses',
    outlookCom:
      'Outlook.com og Hotmail har siden 2024 ikke lukket programmer ind med adgangskode: brug en anden postkasse',
    protonBridge: 'start Proton Mail Bridge på denne computer; adgangskoden er den, Bridge viser',
    wrongLogin:
      'brugernavnet er som regel hele adressen; adgangskoden er postkassens, ikke den til webhotellets kontrolpanel',
    otherName: (names) => `certifikatet gælder ${names}: skriv serveren med sådan et navn`,
    expired:
      'certifikatet er udløbet, og det kan kun udbyderen rette; går uret på denne computer rigtigt?',
    unknownIssuer:
      'et antivirusprogram, der ser mails igennem, kan stå imellem: slå dets mailscanning fra; spørg ellers udbyderen om serverens rigtige navn',
    otherPort: (url) => `prøv ${url}`,
    unknownHost:
      'enten findes der ingen server med det navn (på udbyderens hjælpesider står, hvad den hedder), eller computeren er ikke på nettet',
    noNetwork: 'er computeren på nettet?',
    tooMany: 'vent en time, og prøv igen',
    later: 'prøv igen om lidt; spørg ellers udbyderen om serverens navn og port',
  },
  dns: {
    skipped: 'SPF og DMARC er ikke undersøgt: der er ingen DNS, der svarer her.',
    noMail: (domain) => `${domain} tager ikke imod mails: DNS nævner ingen server for det`,
    noMailHint: 'så kan ingen svare på den adresse; er den stavet rigtigt i meeting.json?',
    noRecipients: (address, domain) =>
      `"${address}": DNS kender ingen server, der tager imod mails til ${domain}`,
    noRecipientsHint: 'mailen ville komme retur; er adressen stavet rigtigt?',
    noSpf: (domain) => `${domain} har ingen SPF-post, så ingen kan se, hvem der må sende for det`,
    noSpfHint:
      'invitationerne ender lettere som spam; den, der passer domænet, tilføjer den TXT-post, som står på mailudbyderens hjælpesider',
    manySpf: (domain) => `${domain} har mere end én SPF-post, og så gælder ingen af dem`,
    manySpfHint: 'den, der passer domænet, samler dem i én TXT-post',
    noDmarc: (domain) => `${domain} har ingen DMARC-post`,
    noDmarcHint: (name) =>
      `Gmail og andre stoler mindre på mailene; den, der passer domænet, tilføjer TXT-posten ${name} med "v=DMARC1; p=none"`,
  },
  plain: (server) => `${server}: adgangskoden går ukrypteret over nettet`,
  plainHint: 'smtps://…:465 og imaps://…:993 krypterer',
  notSetUp: 'postkassen er ikke sat op',
  notSetUpHint:
    'kør `mikronet check --connect` i en terminal, så bliver du spurgt; eller skriv MIKRONET_SMTP_URL, MIKRONET_IMAP_URL, MIKRONET_USER og MIKRONET_PASSWORD i .env',
  written: (file) => `Skrevet: ${file}`,
} satisfies Words<'mailbox'>;
