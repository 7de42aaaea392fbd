/** `forget`, `opt-out`, `purge`: what is held about people, and how it goes. */
export default {
  who: 'a network (id, name or part of it) or an e-mail address',
  forget: {
    examples: [
      ['mikronet forget kim@example.dk', 'erase this address everywhere'],
      ['mikronet forget harbour --yes', 'erase the whole network, without a question'],
    ] as readonly (readonly [string, string])[],
    about: (who: string, facts: number, rows: number) =>
      `${who}: ${facts} ${facts === 1 ? 'line' : 'lines'} of the journal and ${rows} ${rows === 1 ? 'row' : 'rows'} of networks.csv will be erased, for good.`,
    ask: 'Erase them?',
    needsYes: 'this cannot be undone: say --yes',
    done: (who: string, facts: number, rows: number) =>
      `erased: ${who} (${facts} ${facts === 1 ? 'line' : 'lines'} of the journal, ${rows} ${rows === 1 ? 'row' : 'rows'} of networks.csv). Neither an invitation nor the mailbox brings them back.`,
    shared: (line: number) =>
      `networks.csv:${line}: two addresses stand in one cell there; take this one out by hand`,
    removed: (files: readonly string[]) => `removed: ${some(files)}`,
    left: (file: string) => `${file} still names them: delete it, or take them out`,
    unseen: (why: string) => `not looked into: ${why}`,
    unseenHint: 'look there yourself: it may still name them',
    unseenWhy: {
      elsewhere: 'this is a link to another folder',
      'too-deep': 'it lies too deep in the folder of the meeting',
      'too-many': 'there are too many files in the folder of the meeting',
    },
    remains: [
      'Not erased, because it lies elsewhere: mails in the mailbox (also Sent), lists you exported or printed, other copies of this folder.',
    ],
  },
  optOut: {
    undo: 'they may be written to again',
    examples: [
      ['mikronet opt-out harbour', 'the whole network gets no more mails'],
      ['mikronet opt-out kim@example.dk', 'only this person'],
      ['mikronet opt-out harbour --undo', 'they may be written to again'],
    ] as readonly (readonly [string, string])[],
    done: (who: string) => `${who} gets no more mails`,
    already: (who: string) => `${who} gets no mails already`,
    undone: (who: string) => `${who} may be written to again`,
    nothing: (who: string) => `${who} had not opted out`,
    stillWhole: (network: string) =>
      `${network} wants no mails as a network, and none go there; \`mikronet opt-out <network> --undo\` takes that back`,
  },
  purge: {
    after: 'how long after the meeting everything about persons goes, as in 90d',
    remarksAfter: 'how long after the meeting remarks and the words of mails go, as in 7d',
    examples: [
      ['mikronet purge --after 90d --remarks-after 7d', 'what is due by now is erased'],
    ] as readonly (readonly [string, string])[],
    nothingAsked: 'purge what? Say --after, --remarks-after, or both',
    nothingAskedHint: 'as in: mikronet purge --after 90d --remarks-after 7d',
    badDays: (flag: string, value: string) => `${flag}: "${value}" is not a number of days`,
    badDaysHint: 'as in 90d',
    notYet: (what: 'all' | 'remarks', day: string) =>
      what === 'all'
        ? `everything about persons is kept until ${day}`
        : `remarks are kept until ${day}`,
    ask: (lines: number) =>
      `Erase what is due (${lines} ${lines === 1 ? 'line' : 'lines'} of the journal), for good?`,
    done: (lines: number) => `erased: ${lines} ${lines === 1 ? 'line' : 'lines'} of the journal`,
    nothing: 'there is nothing to erase',
    list: 'networks.csv is yours and is left as it is: delete it when you no longer need it.',
  },
  unknownAddress: (address: string) => `nobody here has the address "${address}"`,
  unknownAddressHint: '`mikronet status` lists them all',
};

function some(files: readonly string[]): string {
  const shown = files.slice(0, 5).join(', ');
  return files.length > 5 ? `${shown} and ${files.length - 5} more` : shown;
}
