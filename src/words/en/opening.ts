/** Finding a meeting's folder, opening it, and finding networks in it. */
export default {
  noMeeting: (folder: string) => `${folder}: there is no meeting.json`,
  noMeetingHint:
    'go to the folder of your meeting, name it with --folder, or begin one with `mikronet init`',
  severalMeetings: (folders: readonly string[]) => `several meetings here: ${folders.join(', ')}`,
  severalMeetingsHint: (folder: string) => `name one, as in --folder ${folder}`,
  using: (folder: string) => `(meeting: ${folder})`,
  rehearsal: (time: string) => `(rehearsal: the clock starts at ${time})`,
  missingNetworks: 'there is no such file',
  missingNetworksHint:
    'save the list of networks as networks.csv in this folder: a heading row with at least network and email',
  badNow: (value: string) => `MIKRONET_NOW: "${value}" is not a time`,
  badNowHint: 'as in 2012-05-02T09:00:00+02:00',
  assumed: (encoding: string, delimiter: string) =>
    `networks.csv: read as ${encoding}, with ${delimiter} between the cells`,
  delimiters: { ';': 'semicolons', ',': 'commas', '\t': 'tabs', '|': 'bars' },
  conflictedCopies: (names: readonly string[]) =>
    `attention: another copy of the journal lies beside it: ${names.join(', ')}. Join it with \`mikronet merge\`, or the two of you will not see each other's answers`,
  torn: (line: number) =>
    `journal.jsonl:${line}: the last line was cut off (the machine stopped while writing) and does not count`,
  vanished: (network: string, address: string) =>
    `attention: ${network} (${address}) was added and is no longer in networks.csv: was it saved over from an open Excel? \`mikronet add\` puts it back; if it is meant, \`mikronet forget ${address}\``,
  unknownNetwork: (typed: string) => `there is no network "${typed}"`,
  didYouMean: (names: readonly string[]) => `did you mean ${names.join(' or ')}?`,
  listNetworks: '`mikronet status` lists them all',
  ambiguousNetwork: (typed: string, count: number) => `"${typed}" may be any of ${count} networks`,
  oneOf: (names: readonly string[], more: number) =>
    `write more of the name: ${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
};
