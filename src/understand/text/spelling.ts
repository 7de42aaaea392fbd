/** Words as they are often misspelt, or shortened on a phone; none is a word of another language. */
const MISSPELT: ReadonlyMap<string, string> = new Map([
  ['ik', 'ikke'],
  ['ikk', 'ikke'],
  ['ikek', 'ikke'],
  ['wont', "won't"],
  ['cant', "can't"],
  ['unfortunatly', 'unfortunately'],
  ['desvære', 'desværre'],
  ['desværrer', 'desværre'],
  ['deværre', 'desværre'],
  ['selvfølig', 'selvfølgelig'],
  ['selvfølgeli', 'selvfølgelig'],
  ['naturligvist', 'naturligvis'],
  ['kommmer', 'kommer'],
  ['delatger', 'deltager'],
  ['deltagger', 'deltager'],
  ['forhindert', 'forhindret'],
  ['muligvist', 'muligvis'],
]);

const ANY = new RegExp(`(?<!\\S)(?:${[...MISSPELT.keys()].join('|')})(?!\\S)`, 'g');

/** Lower-case words, the misspelt ones as they were meant. */
export function respelt(text: string): string {
  return text.replace(ANY, (word) => MISSPELT.get(word)!);
}
