/** Words as they are often misspelt, or shortened on a phone; none is a word of another language. */
const MISSPELT: ReadonlyMap<string, string> = new Map([
  ['ik', 'ikke'],
  ['ikk', 'ikke'],
  ['ikek', 'ikke'],
  ['wont', "won't"],
  ['cant', "can't"],
  ['unfortunatly', 'unfortunately'],
  ['unfortunatley', 'unfortunately'],
  ['unfortunetly', 'unfortunately'],
  ['definately', 'definitely'],
  ['definatly', 'definitely'],
  ['dont', "don't"],
  ['doesnt', "doesn't"],
  ['didnt', "didn't"],
  ['isnt', "isn't"],
  ['havent', "haven't"],
  ['couldnt', "couldn't"],
  ['wouldnt', "wouldn't"],
  ['ive', "i've"],
  ['weve', "we've"],
  ['youre', "you're"],
  ['thats', "that's"],
  ['theres', "there's"],
  ['gonna', 'going to'],
  ['gotta', 'got to'],
  ['wanna', 'want to'],
  ['coz', 'because'],
  ['cuz', 'because'],
  ['weds', 'wednesday'],
  ['thur', 'thursday'],
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
