/** Words of Danish that are misspelt, or shortened on a phone. */
import { row, type Lexicon } from './lexicon.ts';

export const danishSpelling = {
  deciding:
    row(`ikke kommer komme deltager deltage tilmelder tilmelde tilmeldt desværre beklager afbud
    måske muligvis gerne forhindret selvfølgelig naturligvis bekræfter usikker mulighed
    absolut ærgerligt bortrejst fornøjelse invitationen indbydelsen glæder møder takker`),
  lookalikes:
    row(`absolute absoluts absolutt beklagar beklage beklagen beklages beklaget belager bekræfte bekræftes
    bekræftet bortreist bortrest bekrefter bortrejse bortrejste deltaer deltaga deltagere deltagers deltages deltaget
    deltaker fordøjelse forhindre forhindrer forhindres forhøjelse fornøjelsen fornøjelser
    fornøyelse gene genre gere geren gern glæde indbydelse indbydelser indbydelses innbydelsen
    invitationens invitationer komm muligheds måke måse møde mødre møer selvfølgelige
    selvfølgeligt taker takke tilmeld tilmeldes tilmeldte usikkers usikkert ærgerlig ærgerlige`),
  unmarked: [],
  misspelt: [
    ['ik', 'ikke'],
    ['ikk', 'ikke'],
    ['selvfølig', 'selvfølgelig'],
    ['paa', 'på'],
    ['saa', 'så'],
    ['maa', 'må'],
    ['naar', 'når'],
    ['faar', 'får'],
    ['gaar', 'går'],
    ['staar', 'står'],
    ['ogsaa', 'også'],
    ['maaske', 'måske'],
    ['vaere', 'være'],
    ['vaeret', 'været'],
    ['desvaerre', 'desværre'],
    ['naeste', 'næste'],
    ['moede', 'møde'],
    ['moeder', 'møder'],
    ['moedet', 'mødet'],
    ['koerer', 'kører'],
    ['oensker', 'ønsker'],
    ['hoerer', 'hører'],
    ['foer', 'før'],
    ['traef', 'træf'],
    ['traeffet', 'træffet'],
    ['glaeder', 'glæder'],
    ['saet', 'sæt'],
    ['saetter', 'sætter'],
    ['aarhus', 'århus'],
    ['loerdag', 'lørdag'],
    ['kaere', 'kære'],
    ['ka', 'kan'],
    ['sku', 'skulle'],
  ],
} satisfies Partial<Lexicon>;
