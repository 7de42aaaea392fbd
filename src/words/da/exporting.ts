import type { Words } from '../words.ts';

export default {
  output: 'filen, der skal skrives; ellers kommer listen på skærmen',
  format: 'csv eller json, med --answers også md; ellers det, filens navn siger, eller csv',
  answers:
    'hvad netværkene har skrevet til de delte spørgsmål, i stedet for hvem der kommer (.csv eller .md)',
  all: 'også dem, der ikke kommer eller ikke har svaret, med telefon',
  delimiter: 'tegnet mellem cellerne; ellers som i networks.csv',
  bom: 'uden det mærke forrest, som Excel har brug for',
  examples: [
    ['mikronet export-attendees', 'hvem der kommer, på skærmen'],
    ['mikronet export-attendees -o liste.csv', 'listen som regneark'],
    ['mikronet export-attendees --all -o alle.csv', 'alle, til at ringe efter'],
    [
      'mikronet export-attendees --answers -o svar.md',
      'hvad netværkene har skrevet, til at sende til alle',
    ],
    ['mikronet export-attendees --format json', 'til scripts'],
  ],
  badFormat: (typed) => `"${typed}" er ikke et format`,
  badFormatHint: 'csv eller json; md med --answers',
  noShared: 'intet spørgsmål i meeting.json har "shared": true',
  allOrAnswers: '--all og --answers kan ikke bruges sammen',
  answersWritten: (file, networks) => `${file}: svar fra ${networks} netværk`,
  badDelimiter: (typed) => `"${typed}" kan ikke stå mellem celler`,
  badDelimiterHint: 'et af ; , | og tabulator',
  notOver: (file) => `${file} er en af mødets egne filer; vælg et andet navn`,
  written: (file, coming, waiting) =>
    `${file}: ${coming} ${coming === 1 ? 'stol' : 'stole'}${waiting > 0 ? `, ${waiting} på venteliste` : ''}`,
  nobody: 'Der kommer ingen endnu.',
  chairs: (coming, waiting) =>
    `${coming} ${coming === 1 ? 'stol' : 'stole'}${waiting > 0 ? `, ${waiting} på venteliste` : ''}`,
  next: 'Nu: `mikronet export-attendees -o liste.csv` skriver den til Excel.',
} satisfies Words<'exporting'>;
