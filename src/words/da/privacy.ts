import type { Words } from '../words.ts';

export default {
  who: 'et netværk (id, navn eller en del af det) eller en e-mailadresse',
  forget: {
    examples: [
      ['mikronet forget kim@example.dk', 'slet denne adresse overalt'],
      ['mikronet forget havn --yes', 'slet hele netværket uden at spørge'],
    ],
    about: (who, facts, rows) =>
      `${who}: ${facts} ${facts === 1 ? 'linje' : 'linjer'} i journalen og ${rows} ${rows === 1 ? 'række' : 'rækker'} i networks.csv bliver slettet for altid.`,
    ask: 'Skal de slettes?',
    needsYes: 'det kan ikke fortrydes: skriv --yes',
    done: (who, facts, rows) =>
      `slettet: ${who} (${facts} ${facts === 1 ? 'linje' : 'linjer'} i journalen, ${rows} ${rows === 1 ? 'række' : 'rækker'} i networks.csv). Hverken en invitation eller postkassen bringer dem tilbage.`,
    shared: (line) =>
      `networks.csv:${line}: der står to adresser i samme celle; tag denne ud i hånden`,
    removed: (files) => `fjernet: ${some(files)}`,
    left: (file) => `${file} nævner dem stadig: slet den, eller tag dem ud`,
    unseen: (why) => `ikke set igennem: ${why}`,
    unseenHint: 'se selv efter: den kan stadig nævne dem',
    unseenWhy: {
      elsewhere: 'det er et link til en anden mappe',
      'too-deep': 'den ligger for langt nede i mødets mappe',
      'too-many': 'der er for mange filer i mødets mappe',
    },
    remains: [
      'Ikke slettet, fordi det ligger andre steder: mails i postkassen (også Sendt), lister, du har gemt eller printet, og andre kopier af mappen.',
    ],
  },
  optOut: {
    undo: 'der må skrives til dem igen',
    examples: [
      ['mikronet opt-out havn', 'hele netværket får ikke flere mails'],
      ['mikronet opt-out kim@example.dk', 'kun denne person'],
      ['mikronet opt-out havn --undo', 'der må skrives til dem igen'],
    ],
    done: (who) => `${who} får ikke flere mails`,
    already: (who) => `${who} får i forvejen ingen mails`,
    undone: (who) => `der må skrives til ${who} igen`,
    nothing: (who) => `${who} havde ikke sagt nej til mails`,
    stillWhole: (network) =>
      `${network} vil som netværk ingen mails have og får ingen; \`mikronet opt-out <netværk> --undo\` tager det tilbage`,
  },
  purge: {
    after: 'hvor længe efter mødet alt om personer slettes, f.eks. 90d',
    remarksAfter: 'hvor længe efter mødet bemærkninger og mailenes ord slettes, f.eks. 7d',
    examples: [
      ['mikronet purge --after 90d --remarks-after 7d', 'slet det, tiden er løbet ud for'],
    ],
    nothingAsked: 'hvad skal slettes? Skriv --after, --remarks-after eller begge dele',
    nothingAskedHint: 'f.eks.: mikronet purge --after 90d --remarks-after 7d',
    badDays: (flag, value) => `${flag}: "${value}" er ikke et antal dage`,
    badDaysHint: 'f.eks. 90d',
    notYet: (what, day) =>
      what === 'all' ? `alt om personer gemmes til ${day}` : `bemærkninger gemmes til ${day}`,
    ask: (lines) =>
      `Slet det, tiden er løbet ud for (${lines} ${lines === 1 ? 'linje' : 'linjer'} i journalen), for altid?`,
    done: (lines) => `slettet: ${lines} ${lines === 1 ? 'linje' : 'linjer'} i journalen`,
    nothing: 'der er intet at slette',
    list: 'networks.csv er jeres egen og er ikke rørt: slet den, når I ikke længere har brug for den.',
  },
  unknownAddress: (address) => `ingen her har adressen "${address}"`,
  unknownAddressHint: '`mikronet status` viser dem alle',
} satisfies Words<'privacy'>;

function some(files: readonly string[]): string {
  const shown = files.slice(0, 5).join(', ');
  return files.length > 5 ? `${shown} og ${files.length - 5} til` : shown;
}
