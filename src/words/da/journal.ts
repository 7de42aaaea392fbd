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
  tooLong: (megabytes) => `en linje på mere end ${megabytes} MB`,
  lastLineAside: (line, file) =>
    `journal.jsonl:${line}: den sidste linje blev klippet over (maskinen stoppede, mens den skrev); den tæller ikke med og er gemt i ${file}`,
  locked: (user, host, since) => `${user} på ${host} skriver i journalen lige nu (siden ${since})`,
  lockedHint: (lock) =>
    `intet er tabt: kør den samme kommando igen om lidt. Hvis ingen bruger mikronet på den computer længere, så slet ${lock}`,
  lockLost:
    'en anden kørsel eller et andet program har imens ændret journalen, så denne kørsel stoppede',
  lockLostHint: 'intet er tabt: kør den samme kommando igen',
  full: 'disken er fuld',
  fullHint: 'intet er tabt: gør plads, og kør den samme kommando igen',
  notAJournal: 'den anden fil er ikke en journal fra mikronet',
  otherMeeting: (ours, theirs) => `det er journalen for et andet møde: "${theirs}", ikke "${ours}"`,
  otherBeginning: 'den journal er begyndt for sig selv',
  otherBeginningHint:
    'to journaler kan kun samles, hvis den ene er en kopi af den anden: deres referencer er forskellige',
} satisfies Words<'journal'>;
