import { minuteOf } from '../dates.ts';
import type { Words } from '../words.ts';

export default {
  notJson: (line) => `"${line}" er ikke en linje, som mikronet har skrevet`,
  badField: (field, line) =>
    `"${field}" mangler eller er ikke, hvad mikronet plejer at skrive: "${line}"`,
  mendHint:
    'tag først en kopi af filen; ret så linjen, eller slet den, hvis den aldrig har hørt til journalen',
  newerVersion: (version) => `lavet af en nyere mikronet (journalens version ${version})`,
  newerType: (type) => `lavet af en nyere mikronet ("${type}")`,
  newerHint: 'opdater mikronet på denne computer',
  notUtf8: 'linjen er ikke UTF-8: et andet program har gemt journalen',
  ruined: 'det er ikke en journal, eller kun resterne af en efter en strømafbrydelse',
  ruinedHint:
    'hent en tidligere kopi frem (en backup, eller tidligere versioner i en synkroniseret mappe): uden den ved ingen, hvem der er inviteret. Er der aldrig sendt noget, så slet filen',
  deadLink: 'det er et link til en fil, der ikke findes',
  deadLinkHint:
    'er drevet eller mappen med journalen tilsluttet? Uden den ved ingen, hvem der er inviteret. Er der aldrig sendt noget, så læg en tom fil dér, eller slet linket',
  tooLong: (megabytes) => `en linje på mere end ${megabytes} MB`,
  locked: (user, host, since) =>
    `${user} på ${host} skriver i journalen lige nu (siden ${minuteOf(since)})`,
  lockedHint: (lock) =>
    `intet er tabt: kør den samme kommando igen om lidt. Hvis ingen bruger mikronet på den computer længere, så slet ${lock}`,
  lockLost:
    'en anden kørsel eller et andet program har imens ændret journalen, så denne kørsel stoppede',
  lockLostHint: 'intet er tabt: kør den samme kommando igen',
  full: 'disken er fuld',
  fullHint: 'intet er tabt: gør plads, og kør den samme kommando igen',
  merge: {
    argument: 'den anden kopi af journal.jsonl',
    examples: [
      ['mikronet merge "journal (conflicted copy).jsonl"', 'det, en synkronisering har efterladt'],
      ['mikronet merge ~/usb/journal.jsonl', 'kopien fra en, der har arbejdet for sig selv'],
    ],
    itself: 'det er mødets egen journal',
    notAJournal: 'det er ikke en journal fra mikronet',
    unbegun: 'mødet har ingen journal endnu',
    unbegunHint: 'kopier den anden til journal.jsonl i mødets mappe',
    otherMeeting: (ours, theirs) =>
      `det er journalen for et andet møde: "${theirs}", ikke "${ours}"`,
    otherBeginning: 'den journal er begyndt for sig selv',
    otherBeginningHint:
      'to journaler kan kun samles, hvis den ene er en kopi af den anden: deres referencer er forskellige. Skriv dens svar ind med `mikronet record`',
    done: (added) =>
      added === 0
        ? 'Der er intet nyt i den: journalen her har alle linjerne i forvejen.'
        : `${added} ${added === 1 ? 'linje' : 'linjer'} lagt sammen.`,
    moved: (from, to) => `${from} er læst og hedder nu ${to}.`,
    twice: (network, address) =>
      `${network}: I har begge sendt den samme mail til ${address}; de fleste postkasser viser den kun én gang`,
    next: 'Nu: `mikronet status`',
  },
} satisfies Words<'journal'>;
