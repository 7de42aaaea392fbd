/** The mailbox's servers, as written in .env. */
export default {
  badScheme: (name: string, found: string, wanted: readonly string[]) =>
    found === ''
      ? `${name} does not begin with ${wanted.map((each) => `${each}://`).join(' or ')}`
      : `${name} begins with "${found}://"`,
  noHost: (name: string) => `${name} names no server`,
  badPort: (name: string, at: number) =>
    `${name}: what stands behind the colon (from character ${at} on) is not a port`,
  badCharacter: (name: string, character: string, at: number) =>
    `${name}: the character "${character}" (number ${at}) cannot stand there`,
  characterHint:
    'better without user and password in the address: put them into MIKRONET_USER and MIKRONET_PASSWORD; else write % as %25, # as %23, / as %2F, ? as %3F, @ as %40',
  urlHint: (example: string) => `as in ${example}`,
  noLogin: (name: string) => `${name} is set, but not the user and the password`,
  noLoginHint:
    '`mikronet check --connect` asks for them in a terminal; or put MIKRONET_USER and MIKRONET_PASSWORD into .env',
};
