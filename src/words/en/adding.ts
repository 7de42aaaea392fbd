/** `add`: a network more in the list. */
export default {
  network: 'the network’s name',
  email: 'its address',
  contact: 'the contact’s name',
  language: 'the language to write in: da, en, de',
  phone: 'phone number',
  examples: [
    ['mikronet add "Harbour guild" kim@harbour.example', 'a row in networks.csv'],
    [
      'mikronet add "Harbour guild" kim@harbour.example --contact "Kim Holm" --language en',
      'with a contact and a language',
    ],
    ['mikronet add', 'asks'],
  ] as readonly (readonly [string, string])[],
  askNetwork: 'The network’s name',
  askEmail: 'E-mail',
  askContact: 'Contact (may be left empty)',
  askLanguage: 'Language (may be left empty)',
  missing: (what: 'network' | 'email'): string =>
    what === 'network' ? 'the name of the network is missing' : 'the address is missing',
  missingHint: 'as in: mikronet add "Harbour guild" kim@harbour.example',
  isThere: (address: string, network: string, line: number) =>
    `${address} is in networks.csv already (line ${line}, ${network})`,
  added: (network: string, address: string, line: number) =>
    `${network}, ${address}: now in networks.csv (line ${line})`,
  backup: (file: string) => `The file as it was: ${file}`,
  shared: (address: string, network: string) =>
    `${address} also stands under ${network}; each of the two is invited`,
  leftOut: (columns: readonly string[]) =>
    `networks.csv has no column for this, so it was left out: ${columns.join(', ')}`,
  erased: (address: string) =>
    `${address} was erased with \`mikronet forget\`, so no invitation goes there: write to them yourself`,
  badAddressHint: 'one address, as in kim@harbour.example',
  isOpen: 'open in another program; close it there and run the same command again',
  isOpenHint: (mark: string) => `the file ${mark} says so; if it is left over, delete it`,
  lacks: (letter: string, encoding: string) =>
    `networks.csv is saved as ${encoding}, which has no "${letter}"`,
  lacksHint: 'write it otherwise, or save the file as "CSV UTF-8" in Excel first',
  unreadable: 'networks.csv could not be read as before with that row in it; nothing was written',
  unreadableHint: 'put the row in by hand',
  next: 'Next: `mikronet invite` sends the new ones their invitation.',
};
