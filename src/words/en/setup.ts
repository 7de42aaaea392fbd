/** Setting up: `init`, `check`, `completion`. */
export default {
  shell: 'bash, zsh, fish or powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ] as readonly (readonly [string, string])[],
  badShell: (typed: string) => `"${typed}" is not a shell I know`,
  badShellHint: (shells: readonly string[]) => `one of ${shells.join(', ')}`,

  check: {
    names: 'list the names that a template may use',
    connect: 'also try the mailbox: logins, certificates, SPF and DMARC',
    examples: [
      ['mikronet check', 'silent when all is well'],
      ['mikronet check --names', 'what may stand in {{…}} in a template'],
      ['mikronet check --connect', 'does the mailbox let us in?'],
      ['mikronet check --json', 'for scripts'],
    ] as readonly (readonly [string, string])[],
    assumed: (encoding: string, delimiter: string) =>
      `networks.csv: read as ${encoding}, with ${delimiter} between the cells`,
    delimiters: { ';': 'semicolons', ',': 'commas', '\t': 'tabs', '|': 'bars' } as Readonly<
      Record<string, string>
    >,
    over: (day: string) => `the meeting is over: it ended on ${day}`,
    overHint: '`mikronet invite` and `remind` do not send any more; is the year right?',
    freeMail: (address: string, domain: string) =>
      `"${address}" is an address at ${domain}, where everybody may have one`,
    freeMailHint:
      'many servers take such invitations for spam; an address at a domain of your own is safer',
    mistyped: (address: string, meant: string) => `"${address}": is ${meant} meant?`,
    mistypedHint:
      'a mail to a mistyped domain may go to a stranger; mend it, or leave it if it is right',
    garbled: (value: string) => `"${value}" has letters that were read wrongly`,
    garbledHint:
      'the file was saved in one encoding and read in another before it came here: mend the cell, or save the list again from where it came',
    envTxt: (file: string) => `Windows has named the file ${file}; it is not read`,
    envTxtHint: 'rename it to .env (in Explorer: View, File name extensions)',
    inDoubt: (count: number) =>
      `${count} ${count === 1 ? 'mail is' : 'mails are'} in doubt: it may have arrived, or may not`,
    inDoubtHint: '`mikronet status` says which and what to do',
    overbooked: (coming: number, room: number) => `${coming} come, and there is room for ${room}`,
    overbookedHint: 'find chairs, raise the capacity, or phone',
    unreadableTemplate: (name: string) => `${name} cannot be read`,
  },
};
