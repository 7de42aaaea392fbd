import type { Words } from '../words.ts';

export default {
  network: 'id, navn eller en del af navnet',
  answer: 'ja, nej, måske eller ingen (har alligevel ikke svaret)',
  contact: 'hvis svar det er, med navn eller adresse; ellers gælder det hele netværket',
  seats: 'hvor mange der kommer',
  attendee: 'hvem der kommer, f.eks. "Anna Holm <anna@example.dk>"; én gang for hver',
  answerFlag: 'svar på et af mødets spørgsmål, f.eks. works="morgenmøderne"; én gang for hvert',
  remark: 'hvad de ellers sagde',
  examples: [
    ['mikronet record havn ja --seats 2', 'der kommer to fra havnens netværk'],
    ['mikronet record havn ja --attendee "Anna Holm <anna@example.dk>"', 'Anna kommer'],
    ['mikronet record havn nej --remark "på ferie"', 'de kommer ikke'],
    ['mikronet record', 'spørger'],
    ['mikronet undo', 'fortryder det seneste'],
  ],
  undoExamples: [
    ['mikronet undo', 'fortryder det svar, den afgørelse eller det fravalg, du sidst skrev ned'],
  ],

  askNetwork: 'Hvilket netværk?',
  askAnswer: 'Hvad siger de?',
  askSeats: 'Hvor mange kommer?',
  askAttendees: 'Navne med komma imellem (må gerne være tom)',
  askRemark: 'Hvad sagde de ellers (må gerne være tom)',
  choices: {
    accepted: 'De kommer',
    declined: 'De kommer ikke',
    tentative: 'Måske',
    'needs-action': 'De har alligevel ikke svaret',
  },

  missingNetwork: 'der mangler et netværk',
  missingAnswer: 'svaret mangler: ja, nej, måske eller ingen',
  missingHint: 'f.eks.: mikronet record havn ja --seats 2',
  badAnswer: (typed) => `"${typed}" er ikke et svar`,
  badAnswerHint: 'skriv ja, nej, måske eller ingen',
  badSeats: (typed) => `"${typed}" er ikke et antal pladser`,
  badSeatsHint: 'et helt tal fra 1 til 999',
  seatsWithoutYes: 'pladser og deltagere hører kun til ja og måske',
  badAttendee: (typed) => `"${typed}" nævner ingen`,
  badAttendeeHint: 'et navn, en adresse eller begge dele, f.eks. "Anna Holm <anna@example.dk>"',
  badAnswerFlag: (typed) => `"${typed}" er ikke spørgsmål=svar`,
  unknownQuestion: (id) => `mødet har intet spørgsmål "${id}"`,
  questionsAre: (ids) =>
    ids.length > 0 ? `dets spørgsmål: ${ids.join(', ')}` : 'meeting.json har ingen spørgsmål',
  unknownContact: (typed, network) => `${network} har ingen kontaktperson "${typed}"`,
  contactsAre: (contacts) => `kontaktpersoner: ${contacts.join(', ')}`,

  recorded: (network, what) => `${network}: ${what}`,
  group: {
    accepted: 'kommer',
    declined: 'kommer ikke',
    tentative: 'måske',
    'needs-action': 'har ikke svaret',
  },
  seatsCount: (count) => (count === 1 ? '1 plads' : `${count} pladser`),
  waiting: (count) => `${count === 1 ? '1 plads' : `${count} pladser`} på venteliste`,
  free: (free) =>
    free < 0
      ? `${-free} flere, end der er plads til`
      : free === 1
        ? '1 ledig plads'
        : `${free} ledige pladser`,
  nextUndo: 'Forkert? `mikronet undo` fortryder det.',

  nothingToUndo: 'der er intet at fortryde',
  nothingToUndoHint:
    'undo fortryder det, du selv har skrevet ned: svar, afgørelser i review, tilføjede netværk og fravalg',
  undone: (what) => `fortrudt: ${what}`,
  whatReply: (network, what) => `${network}: ${what}`,
  whatDismissed: (subject) => `"${subject}" har intet svar i sig`,
  whatAdded: (network) => `${network} blev tilføjet`,
  countsAgain: (what) => `tæller igen: ${what}`,
  somethingFiled: 'det, du fortrød i review',
  backInReview: 'Mailen ligger igen i `mikronet review`.',
  rowStays: (line, address) =>
    `Rækken står stadig i networks.csv (linje ${line}): slet den dér, ellers skriver \`mikronet invite\` til ${address}.`,
  whatOptedOut: (who) => `${who} vil ikke have flere mails`,
} satisfies Words<'answers'>;
