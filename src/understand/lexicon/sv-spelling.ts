/** Words of Swedish that are misspelt, or shortened on a phone. */
import { row, type Lexicon } from './lexicon.ts';

export const swedishSpelling = {
  deciding:
    row(`tyvärr återbud förhinder förhindrad kanske gärna självklart naturligtvis anmäler möjligen
    möjlighet komma`),
  lookalikes:
    row(`anmälar förbinder förhindra förhindrade förhindrar förhindras förhindrat knaske koma
    möjlige självklar självklara`),
  unmarked: [],
  misspelt: [
    ['oxå', 'också'],
    ['mkt', 'mycket'],
    ['mej', 'mig'],
    ['tyvarr', 'tyvärr'],
    ['tyvver', 'tyvärr'],
    ['arsmote', 'årsmöte'],
    ['kvallen', 'kvällen'],
    ['halsa', 'hälsa'],
    ['halsningar', 'hälsningar'],
    ['garna', 'gärna'],
    ['traffen', 'träffen'],
  ],
} satisfies Partial<Lexicon>;
