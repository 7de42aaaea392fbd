import type { Words } from '../words.ts';

export default {
  shell: 'bash, zsh, fish eller powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ],
  badShell: (typed) => `"${typed}" er ikke en skal (shell), jeg kender`,
  badShellHint: (shells) => `en af ${shells.join(', ')}`,

  check: {
    names: 'vis de navne, en skabelon må bruge',
    connect: 'prøv også postkassen: login, certifikater, SPF og DMARC',
    examples: [
      ['mikronet check', 'alt, hvad der er galt, på én gang'],
      ['mikronet check --names', 'hvad der må stå i {{…}} i en skabelon'],
      ['mikronet check --connect', 'lukker postkassen os ind?'],
      ['mikronet check --json', 'til scripts'],
    ],
    next: {
      preview: 'Alt er, som det skal være. Nu: `mikronet preview` viser mailene.',
      mend: 'Nu: ret det, og kør `mikronet check` igen.',
    },
    over: (day) => `mødet er holdt: det sluttede ${day}`,
    overHint: '`mikronet invite` og `remind` sender ikke længere; er årstallet rigtigt?',
    freeMail: (address, domain) => `"${address}" er en adresse hos ${domain}, hvor alle kan få en`,
    freeMailHint:
      'mange servere tager den slags invitationer for spam; en adresse på jeres eget domæne er sikrere',
    noSuchColumn: (heading) => `networks.csv har ingen kolonne "${heading}"`,
    noSuchColumnHint: (near, headings) =>
      near === undefined
        ? `overskrifterne er: ${headings.join(', ')}`
        : `skulle der stå "${near}"?`,
    mistyped: (address, meant) => `"${address}": skulle der stå ${meant}?`,
    mistypedHint:
      'en mail til et forkert domæne kan ende hos en fremmed; ret det, eller lad det stå, hvis det er rigtigt',
    garbled: (value) => `"${value}" har bogstaver, der er læst forkert`,
    garbledHint:
      'filen er gemt i én tegnkodning og læst i en anden, før den kom hertil: ret cellen, eller gem listen igen dér, hvor den kommer fra',
    envTxt: (file) => `Windows har kaldt filen ${file}; den bliver ikke læst`,
    envTxtHint: 'omdøb den til .env (i Stifinder: Vis, Filtypenavne)',
    envOpen: 'andre på denne computer kan læse adgangskoden i den',
    envOpenHint: (path) => `chmod 600 ${path}`,
    envLine: 'linjen er hverken en indstilling eller en kommentar',
    envLineHint: 'NAVN=værdi, eller # foran en kommentar',
    envName: (name) => `${name} betyder intet her`,
    envNameHint: (near) =>
      near !== undefined
        ? `skulle der stå ${near}?`
        : 'det gør MIKRONET_SMTP_URL, MIKRONET_IMAP_URL, MIKRONET_USER og MIKRONET_PASSWORD',
    inDoubt: (count) =>
      `${count} ${count === 1 ? 'mail er' : 'mails er'} i tvivl: måske kommet frem, måske ikke`,
    inDoubtHint: '`mikronet status` siger hvilke, og hvad du kan gøre',
    overbooked: (coming, room) => `der kommer ${coming}, og der er plads til ${room}`,
    overbookedHint: 'find flere stole, sæt antallet af pladser op, eller ring',
  },

  init: {
    folder: 'hvor der skal begyndes; ellers mappen, du står i',
    title: 'hvad mødet hedder',
    start: 'dag og tid, f.eks. 2012-05-30T16:30 eller "30.5.2012 16.30"',
    end: 'som starten, eller kun et klokkeslæt',
    timeZone: 'f.eks. Europe/Copenhagen',
    place: 'stedets navn',
    address: 'stedets adresse',
    organizer: 'foreningen, der inviterer',
    email: 'dens postkasse: invitationerne sendes derfra, og svarene kommer dertil',
    replyBy: 'sidste dag at svare',
    capacity: 'hvor mange pladser der er',
    language: 'invitationernes sprog: da, en eller de; listen kan sige et andet for et netværk',
    csv: 'jeres liste over netværk; den kopieres, som den er',
    sample: 'et møde som eksempel at prøve med',
    examples: [
      ['mikronet init foraar-2027', 'spørger og begynder på et møde i den mappe'],
      ['mikronet init --csv liste.csv', 'tager netværkene fra jeres egen liste'],
      ['mikronet init --sample proeve', 'eksemplet, til at lege med'],
      [
        'mikronet init --title "Forår" --start 2027-04-15T17:00 --end 20:00 --place "Salen" --organizer Mikronet --email info@example.dk',
        'uden spørgsmål',
      ],
    ],
    ask: {
      title: 'Hvad hedder mødet?',
      start: 'Hvornår begynder det? (f.eks. 30.5.2027 16.30)',
      end: 'Hvornår slutter det? (f.eks. 21.00)',
      place: 'Hvor?',
      address: 'Stedets adresse (må gerne være tom)',
      organizer: 'Hvilken forening inviterer?',
      email: 'Dens e-mailadresse',
      replyBy: 'Svar senest (en streg for ingen frist)',
      capacity: 'Hvor mange pladser er der? (må gerne være tom)',
      language: 'Invitationernes sprog',
      csv: 'Jeres liste over netværk, en CSV-fil (en streg: en tom liste)',
      columnsRight: 'Er kolonnerne rigtige?',
      column: (heading) => `Hvad er "${heading}"?`,
    },
    languages: { da: 'dansk', en: 'engelsk', de: 'tysk' },
    bad: {
      empty: 'det må hverken være tomt eller længere end en linje',
      time: 'en dag og et klokkeslæt, f.eks. 30.5.2027 16.30',
      end: 'et klokkeslæt efter starten, f.eks. 21.00',
      date: 'en dag før mødet, f.eks. 18.5.2027',
      zone: 'f.eks. Europe/Copenhagen',
      email: 'en adresse, f.eks. info@example.dk',
      capacity: 'et helt tal',
    },
    missing: (flag) => `${flag} mangler`,
    badFlag: (flag, value) => `${flag}: "${value}" kan ikke læses`,
    exists: (file) => `${file}: der er allerede et møde her`,
    existsHint:
      'ret meeting.json i en editor, eller begynd i en anden mappe: `mikronet init <mappe>`',
    listExists: (file) => `${file}: der er allerede en liste her, og --csv nævner en anden`,
    listExistsHint: 'lad --csv være for at bruge den i mappen',
    listsHere: (files) => `her ligger ${files.slice(0, 5).join(', ')}`,
    columnsTaken: 'Kolonnerne bliver forstået sådan:',
    free: '(fri, til skabeloner)',
    sampleCell: (cell) => `f.eks. "${cell}"`,
    columnNames: {
      network: 'netværk',
      contact: 'kontaktperson',
      email: 'e-mail',
      language: 'sprog',
      greeting: 'tiltale',
      phone: 'telefon',
      area: 'område',
      kind: 'type',
      note: 'note',
      id: 'id',
      seats: 'pladser',
    },
    headings: ['Netværk', 'Kontaktperson', 'E-mail', 'Telefon', 'Sprog'],
    stopped: 'Stoppet. Der er ikke skrevet noget.',
    written: (folder) => `Skrevet i ${folder}:`,
    when: (day, from, to) => `${day} kl. ${from}–${to}`,
    itIs: (title, when, place, replyBy) =>
      `${title}: ${when}, ${place}${replyBy === undefined ? '' : `; svar senest ${replyBy}`}`,
    files: {
      'meeting.json': 'hvad, hvornår og hvor; jeres egne tekster hører til her',
      'networks.csv': 'netværkene; ret i Excel, og gem som CSV',
      '.env': 'postkassen; kun du kan læse den',
      '.gitignore': 'holder .env og mails ude af git',
    },
    kept: (file) => `${file} var der i forvejen og er ikke rørt`,
    envComment: [
      'Postkassen, som invitationerne sendes fra, og som svarene kommer til.',
      'Skriv adgangskoden. Anførselstegn er ikke nødvendige; # og mellemrum må gerne stå i den.',
    ],
    next: (folder) =>
      folder === ''
        ? 'Nu: `mikronet check` ser det hele igennem, `mikronet preview` viser mailene.'
        : `Nu: \`cd ${folder}\`; så ser \`mikronet check\` det hele igennem, og \`mikronet preview\` viser mailene.`,
  },
} satisfies Words<'setup'>;
