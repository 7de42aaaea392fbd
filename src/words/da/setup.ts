import type { Words } from '../words.ts';

export default {
  shell: 'bash, zsh, fish eller powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ],
  badShell: (typed) => `"${typed}" er ikke en terminal, jeg kender`,
  badShellHint: (shells) => `en af ${shells.join(', ')}`,

  check: {
    names: 'vis de navne, en skabelon må bruge',
    connect: 'prøv også postkassen: login, certifikater, SPF og DMARC',
    examples: [
      ['mikronet check', 'tavs, når alt er, som det skal være'],
      ['mikronet check --names', 'hvad der må stå i {{…}} i en skabelon'],
      ['mikronet check --connect', 'lukker postkassen os ind?'],
      ['mikronet check --json', 'til scripts'],
    ],
    assumed: (encoding, delimiter) =>
      `networks.csv: læst som ${encoding} med ${delimiter} mellem cellerne`,
    delimiters: { ';': 'semikolon', ',': 'komma', '\t': 'tabulator', '|': 'lodret streg' },
    over: (day) => `mødet er forbi: det sluttede ${day}`,
    overHint: '`mikronet invite` og `remind` sender ikke længere; er årstallet rigtigt?',
    freeMail: (address, domain) => `"${address}" er en adresse hos ${domain}, hvor alle kan få en`,
    freeMailHint:
      'mange servere tager den slags invitationer for spam; en adresse på jeres eget domæne er sikrere',
    mistyped: (address, meant) => `"${address}": skulle der stå ${meant}?`,
    mistypedHint:
      'en mail til et forkert domæne kan ende hos en fremmed; ret det, eller lad det stå, hvis det er rigtigt',
    garbled: (value) => `"${value}" har bogstaver, der er læst forkert`,
    garbledHint:
      'filen er gemt i én tegnkodning og læst i en anden, før den kom hertil: ret cellen, eller gem listen igen dér, hvor den kommer fra',
    envTxt: (file) => `Windows har kaldt filen ${file}; den bliver ikke læst`,
    envTxtHint: 'omdøb den til .env (i Stifinder: Vis, Filtypenavne)',
    inDoubt: (count) =>
      `${count} ${count === 1 ? 'mail er' : 'mails er'} i tvivl: måske kommet frem, måske ikke`,
    inDoubtHint: '`mikronet status` siger hvilke, og hvad du kan gøre',
    overbooked: (coming, room) => `der kommer ${coming}, og der er plads til ${room}`,
    overbookedHint: 'find flere stole, sæt antallet af pladser op, eller ring',
    unreadableTemplate: (name) => `${name} kan ikke læses`,
  },
} satisfies Words<'setup'>;
