import type { Words } from '../words.ts';

export default {
  badScheme: (name, found, wanted) =>
    found === ''
      ? `${name} begynder ikke med ${wanted.map((each) => `${each}://`).join(' eller ')}`
      : `${name} begynder med "${found}://"`,
  noHost: (name) => `${name} nævner ingen server`,
  badPort: (name, at) => `${name}: det, der står efter kolonet (fra tegn ${at}), er ikke en port`,
  badCharacter: (name, character, at) =>
    `${name}: tegnet "${character}" (nummer ${at}) kan ikke stå dér`,
  characterHint:
    'helst uden bruger og adgangskode i adressen: skriv dem i MIKRONET_USER og MIKRONET_PASSWORD; ellers skrives % som %25, # som %23, / som %2F, ? som %3F, @ som %40',
  urlHint: (example) => `f.eks. ${example}`,
  noLogin: (name) => `${name} er sat, men bruger og adgangskode mangler`,
  noLoginHint:
    '`mikronet check --connect` spørger om dem i en terminal; eller skriv MIKRONET_USER og MIKRONET_PASSWORD i .env',
} satisfies Words<'servers'>;
