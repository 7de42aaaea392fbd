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
    record: 'Svar, der kommer på telefon, bliver skrevet ned.',
    status: 'Hvor langt er mødet?',
    export: 'Listen til aftenen, en række for hver stol, lige til at åbne i Excel.',
  },
  received: (count) => `Mailserveren har fået ${count} ${count === 1 ? 'mail' : 'mails'}.`,
  exited: (exit) => `(sluttede med ${exit})`,
  failed: (line, exit) => `demoen gik i stå: \`${line}\` sluttede med ${exit}`,
  failedHint: 'det, den skrev, står ovenfor',
  onHoliday: 'på ferie den uge',
  breakfasts: 'vores morgenmøder om fredagen',
  attendeesFile: 'deltagere.csv',
  end: (folder) => [
    'Det var det. Mappen bliver liggende, så du kan fortsætte:',
    `  mikronet -C ${folder} status havn`,
    `  mikronet -C ${folder} preview --open`,
    `  mikronet -C ${folder} record laug måske`,
    'Dit eget møde: `mikronet init` i en tom mappe.',
  ],
} satisfies Words<'demo'>;
