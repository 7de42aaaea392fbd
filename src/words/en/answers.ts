/** `record` and `undo`: answers given by phone or in person. */
export default {
  network: 'id, name, or a part of the name',
  answer: 'yes, no, maybe, or none (has not answered after all)',
  contact: 'whose answer it is, by name or address; else it speaks for the whole network',
  seats: 'how many come',
  attendee: 'who comes, as in "Anna Holm <anna@example.dk>"; once for each',
  answerFlag: 'an answer to a question of the meeting, as in works="the breakfasts"; once for each',
  remark: 'anything else they said',
  examples: [
    ['mikronet record harbour yes --seats 2', 'two come from the harbour network'],
    ['mikronet record harbour yes --attendee "Anna Holm <anna@example.dk>"', 'Anna comes'],
    ['mikronet record harbour no --remark "on holiday"', 'they do not come'],
    ['mikronet record', 'asks'],
    ['mikronet undo', 'takes the last one back'],
  ] as readonly (readonly [string, string])[],
  undoExamples: [
    ['mikronet undo', 'takes back the answer, decision or opt-out you wrote down last'],
  ] as readonly (readonly [string, string])[],

  askNetwork: 'Which network?',
  askAnswer: 'What do they say?',
  askSeats: 'How many come?',
  askAttendees: 'Names, with commas between them (may be left empty)',
  askRemark: 'Anything else they said (may be left empty)',
  choices: {
    accepted: 'They come',
    declined: 'They do not come',
    tentative: 'Maybe',
    'needs-action': 'They have not answered after all',
  },

  missingNetwork: 'which network is missing',
  missingAnswer: 'the answer is missing: yes, no, maybe or none',
  missingHint: 'as in: mikronet record harbour yes --seats 2',
  badAnswer: (typed: string) => `"${typed}" is not an answer`,
  badAnswerHint: 'one of yes, no, maybe, none (ja, nej, måske, ingen)',
  badSeats: (typed: string) => `"${typed}" is not a number of seats`,
  badSeatsHint: 'a whole number from 1 to 999',
  seatsWithoutYes: 'seats and attendees go with yes or maybe only',
  badAttendee: (typed: string) => `"${typed}" names nobody`,
  badAttendeeHint: 'a name, an address, or both, as in "Anna Holm <anna@example.dk>"',
  badAnswerFlag: (typed: string) => `"${typed}" is not question=answer`,
  unknownQuestion: (id: string) => `the meeting has no question "${id}"`,
  questionsAre: (ids: readonly string[]) =>
    ids.length > 0 ? `its questions: ${ids.join(', ')}` : 'meeting.json has no questions',
  unknownContact: (typed: string, network: string) => `${network} has no contact "${typed}"`,
  contactsAre: (contacts: readonly string[]) => `its contacts: ${contacts.join(', ')}`,

  recorded: (network: string, what: string) => `${network}: ${what}`,
  group: {
    accepted: 'coming',
    declined: 'not coming',
    tentative: 'maybe',
    'needs-action': 'no answer yet',
  },
  seatsCount: (count: number) => (count === 1 ? '1 seat' : `${count} seats`),
  waiting: (count: number) => `${count === 1 ? '1 seat' : `${count} seats`} on the waiting list`,
  free: (free: number) =>
    free < 0
      ? `${-free} more than there is room for`
      : `${free === 1 ? '1 seat' : `${free} seats`} left`,
  nextUndo: 'Wrong? `mikronet undo` takes it back.',

  nothingToUndo: 'there is nothing to take back',
  nothingToUndoHint:
    'undo takes back what you wrote down yourself: answers, decisions in review, networks you added, opt-outs',
  undone: (what: string) => `taken back: ${what}`,
  whatReply: (network: string, what: string) => `${network}: ${what}`,
  whatDismissed: (subject: string) => `"${subject}" has no answer in it`,
  whatAdded: (network: string) => `${network} was added`,
  countsAgain: (what: string) => `counts again: ${what}`,
  somethingFiled: 'what you took back in review',
  backInReview: 'The mail is back in `mikronet review`.',
  rowStays: (line: number, address: string) =>
    `The row stays in networks.csv (line ${line}): delete it there, or \`mikronet invite\` writes to ${address}.`,
  whatOptedOut: (who: string) => `${who} wants no more mails`,
};
