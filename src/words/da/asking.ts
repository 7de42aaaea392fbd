import type { Words } from '../words.ts';

export default {
  yes: 'Ja',
  no: 'Nej',
  yesOrNo: ({ yes, no }) => `skriv ${yes} eller ${no}`,
  keys: { navigate: 'op og ned', select: 'vælg' },
} satisfies Words<'asking'>;
