import type { Words } from '../words.ts';

export default {
  noMeeting: (folder) => `${folder}: der er ingen meeting.json`,
  noMeetingHint:
    'gå hen i mødets mappe, nævn den med --folder, eller begynd på et møde med `mikronet init`',
  severalMeetings: (folders) => `der er flere møder her: ${folders.join(', ')}`,
  severalMeetingsHint: (folder) => `nævn et af dem, f.eks. --folder ${folder}`,
  using: (folder) => `(møde: ${folder})`,
  rehearsal: (time) => `(prøve: klokken stilles til ${time})`,
  missingNetworks: 'filen findes ikke',
  missingNetworksHint:
    'gem listen over netværk som networks.csv i denne mappe: en overskriftsrække med mindst netværk og e-mail',
  badNow: (value) => `MIKRONET_NOW: "${value}" er ikke et tidspunkt`,
  badNowHint: 'f.eks. 2012-05-02T09:00:00+02:00',
  assumed: (encoding, delimiter) =>
    `networks.csv: læst som ${encoding} med ${delimiter} mellem cellerne`,
  delimiters: { ';': 'semikolon', ',': 'komma', '\t': 'tabulator', '|': 'lodret streg' },
  conflictedCopies: (names) =>
    `bemærk: der ligger en kopi mere af journalen ved siden af: ${names.join(', ')}. Saml dem med \`mikronet merge\`, ellers ser I ikke hinandens svar`,
  torn: (line) =>
    `journal.jsonl:${line}: den sidste linje blev klippet over (maskinen stoppede, mens der blev skrevet) og tæller ikke`,
  vanished: (network, address) =>
    `OBS: ${network} (${address}) blev tilføjet, men står ikke længere i networks.csv: blev den gemt fra et åbent Excel? \`mikronet add\` sætter den ind igen; er det med vilje, så \`mikronet forget ${address}\``,
  unknownNetwork: (typed) => `der er intet netværk "${typed}"`,
  didYouMean: (names) => `mente du ${names.join(' eller ')}?`,
  listNetworks: '`mikronet status` viser dem alle',
  ambiguousNetwork: (typed, count) => `"${typed}" passer på ${count} netværk`,
  oneOf: (names, more) =>
    `skriv mere af navnet: ${names.join(', ')}${more > 0 ? ` og ${more} til` : ''}`,
} satisfies Words<'opening'>;
