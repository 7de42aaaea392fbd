/** Words of Norwegian that are misspelt, or shortened on a phone. */
import { row, type Lexicon } from './lexicon.ts';

export const norwegianSpelling = {
  deciding:
    row(`deltar dessverre avbud forfall kanskje muligens gjerne dukker melder opptatt mulighet
    invitasjonen`),
  lookalikes:
    row(`delta dessvärre duker kome gjere forfald dukke forfalle forfalt gjene invitasjonens invitasjoner meder melde meler
    mulighets muliges oppfatt oppsatt opptakt opptatte`),
  unmarked: [],
  misspelt: [
    ['æ', 'jeg'],
    ['jæi', 'jeg'],
    ['mæ', 'meg'],
    ['dokker', 'dere'],
    ['kjæm', 'kommer'],
    ['kjæmme', 'kommer'],
    ['itj', 'ikke'],
    ['ittj', 'ikke'],
    ['ikkj', 'ikke'],
    ['desvere', 'dessverre'],
    ['gjærne', 'gjerne'],
  ],
} satisfies Partial<Lexicon>;
