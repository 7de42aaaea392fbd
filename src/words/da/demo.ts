import type { Words } from '../words.ts';

export default {
  examples: [['mikronet demo', 'i en ny midlertidig mappe; intet forlader maskinen']],
  intro: (folder, server) => [
    'Hele arbejdet med et møde som eksempel og rigtige mails over rigtig SMTP.',
    `De går til demoens egen mailserver, ${server}; intet forlader maskinen.`,
    `Mødets mappe: ${folder}`,
  ],
  steps: {
    check: 'Filerne bliver set igennem. Tavshed betyder, at alt er, som det skal være.',
    invite: 'Hver kontaktperson får sin egen invitation med kalenderpost og tre måder at svare på.',
    again: 'Samme kommando en gang til: den, der har fået en invitation, får ikke en til.',
    answers: (count, folder) =>
      `Seks dage senere er der kommet ${count} mails; de ligger i ${folder}/. Der er en udfyldt svarmail, to klik i en kalender, folks egne ord oven over et langt citat, en ferie, en adresse, der ikke findes, en kollega og en fremmed. Med en postkasse sat op er det bare \`mikronet sync\`.`,
    review:
      'Det, der ikke er sikkert, får du forelagt, og intet af det tæller, før du har afgjort det.',
    record: 'En ringer.',
    status: 'Hvor langt er mødet?',
    export: 'Listen til aftenen, en række for hver stol, lige til at åbne i Excel.',
  },
  received: (count) => `Mailserveren har fået ${count} ${count === 1 ? 'mail' : 'mails'}.`,
  failed: (line, exit) => `demoen gik i stå: \`${line}\` sluttede med ${exit}`,
  failedHint: 'det, den skrev, står ovenfor',
  leftOut: (count) => `⋮ (${count} linjer mere)`,
  answers: { yes: 'ja', maybe: 'måske' },
  answersFolder: 'svar',
  attendeesFile: 'deltagere.csv',
  end: (folder) => [
    'Det var det. Mappen bliver liggende, og dens ur går videre. Prøv for eksempel:',
    `  cd ${folder}`,
    '  mikronet                   hvad der skal gøres i dag',
    '  mikronet status kunst      hvordan kollegaens svar fandt sin invitation',
    '  mikronet review maribo     hvad der er ført ind, og hvordan det fortrydes',
    '  mikronet preview --open    mailene, som de ser ud',
    '  mikronet remind --dry-run  hvem der ville blive rykket, og hvem ikke',
    'Dit eget møde: `mikronet init` i en tom mappe.',
  ],
} satisfies Words<'demo'>;
