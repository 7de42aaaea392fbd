/** `add`: a network more in the list. */
import type { Words } from '../words.ts';

export default {
  network: 'netværkets navn',
  email: 'dets adresse',
  contact: 'kontaktpersonens navn',
  language: 'det sprog, der skrives på: da, en, de',
  phone: 'telefonnummer',
  examples: [
    ['mikronet add "Havnelauget" kim@havn.example', 'en række i networks.csv'],
    [
      'mikronet add "Havnelauget" kim@havn.example --contact "Kim Holm" --language da',
      'med kontaktperson og sprog',
    ],
    ['mikronet add', 'spørger'],
  ],
  askNetwork: 'Netværkets navn',
  askEmail: 'E-mail',
  askContact: 'Kontaktperson (må gerne være tom)',
  askLanguage: 'Sprog (må gerne være tomt)',
  missing: (what) => (what === 'network' ? 'netværkets navn mangler' : 'adressen mangler'),
  missingHint: 'f.eks.: mikronet add "Havnelauget" kim@havn.example',
  isThere: (address, network, line) =>
    `${address} står allerede i networks.csv (linje ${line}, ${network})`,
  added: (network, address, line) =>
    `${network}, ${address} står nu i networks.csv (linje ${line})`,
  backup: (file) => `Filen, som den var: ${file}`,
  shared: (address, network) => `${address} står også under ${network}; begge får en invitation`,
  leftOut: (columns) =>
    `networks.csv har ingen kolonne til dette, så det kom ikke med: ${columns.join(', ')}`,
  erased: (address) =>
    `${address} er slettet med \`mikronet forget\`, så der sendes ingen invitation: skriv selv til dem`,
  badAddressHint: 'én adresse, f.eks. kim@havn.example',
  isOpen: 'filen er åben i et andet program; luk den dér, og kør samme kommando igen',
  isOpenHint: (mark) => `det siger filen ${mark}; er den bare blevet glemt, så slet den`,
  lacks: (letter, encoding) =>
    `networks.csv er gemt som ${encoding}, og dér findes "${letter}" ikke`,
  lacksHint: 'skriv det på en anden måde, eller gem først filen som "CSV UTF-8" i Excel',
  unreadable: 'networks.csv kunne ikke læses som før med den række; intet er skrevet',
  unreadableHint: 'skriv selv rækken ind',
  next: 'Nu: `mikronet invite` sender invitationen til de nye.',
} satisfies Words<'adding'>;
