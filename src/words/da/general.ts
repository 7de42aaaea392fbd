import type { Words } from '../words.ts';

export default {
  tagline: 'Inviterer netværkene til et møde, læser deres svar og ved, hvem der kommer.',
  summaries: {
    invite: 'Send en personlig invitation til dem, der ikke har fået en endnu.',
    remind: 'Mind dem, der er inviteret og ikke har svaret, om at svare.',
    send: 'Send noget andet: ændring, aflysning, bekræftelse, praktisk, tak eller din egen mail.',
    preview: 'Skriv mailene i en mappe med en side til at se dem på; sender intet.',
    sync: 'Læs svarene i postkassen.',
    review: 'Tag stilling til de mails, der er lagt til side.',
    record: 'Notér et svar, der er givet på telefon eller ansigt til ansigt.',
    undo: 'Fortryd det seneste, du gjorde.',
    inspect: 'Vis, hvordan en mail bliver forstået, og hvorfor.',
    status: 'Hvor langt hvert netværk er, og hvem der kommer.',
    'export-attendees': 'Hvem der kommer, som liste til aftenen.',
    check: 'Se filerne igennem og sig, hvad der er galt.',
    init: 'Begynd på et møde: spørger og skriver filerne.',
    add: 'Føj et netværk til listen.',
    forget: 'Slet et netværk eller en adresse i alle filer.',
    'opt-out': 'Send ikke flere mails til et netværk eller en adresse.',
    purge: 'Slet det, der ikke længere er brug for efter mødet.',
    merge: 'Saml en anden kopi af journalen med denne.',
    demo: 'Se det hele ske med eksemplet og en mailserver, der hører til.',
    completion: 'Skriv et script, så din terminal kan gøre kommandoer færdige.',
  },
  flags: {
    folder: 'mødets mappe',
    json: 'skriv data til scripts',
    yes: 'svar ja til spørgsmålet før afsendelse',
    noColor: 'ingen farver',
    verbose: 'fortæl mere',
  },
  hint: (hint) => `råd: ${hint}`,
  bug: (message, stack) =>
    `det er en fejl i mikronet, ikke noget du har gjort forkert: ${message}\n${stack}\nsend os gerne linjerne ovenfor`,
} satisfies Words<'general'>;
