import type { Words } from '../words.ts';

export default {
  flags: {
    to: 'everyone, accepted, declined, tentative, silent eller waiting (på dansk alle, kommer, "kommer ikke", måske, "har ikke svaret", venteliste), eller et netværk; gentag det for flere',
    again: 'en gang til til dem, der har fået den',
    tentative: 'også dem, der har svaret måske',
    notWithin: 'ingen, der har fået mail fra jer inden for så lang tid; ellers 48h',
    noSync: 'uden først at læse postkassen',
    late: 'send, selv om mødet er begyndt eller holdt',
    confirm:
      'bekræft af sig selv med en mail, hvad der er svaret pr. mail: hvert svar én gang, højst én gang om dagen',
    mailing:
      'update, cancellation, confirmation, practical, thanks eller navnet på jeres egen skabelon',
  },
  remindExamples: [
    ['mikronet remind', 'læser postkassen, viser planen, spørger og sender'],
    ['mikronet remind --dry-run', 'viser, hvem der ville få en påmindelse, hvem ikke, og hvorfor'],
    ['mikronet remind --tentative', 'også dem, der har svaret måske'],
    ['mikronet remind --not-within 7d', 'ingen, der har hørt fra jer den sidste uge'],
    ['mikronet remind --again', 'en påmindelse mere til dem, der stadig tier'],
  ],
  sendExamples: [
    ['mikronet send update', 'hvad der er ændret, til alle, der tror noget andet'],
    ['mikronet send cancellation', 'mødet er aflyst; kalenderne følger med'],
    ['mikronet send confirmation', 'hvad I har noteret, til dem, der har svaret'],
    ['mikronet send practical', 'sted, tid og program, til dem, der kommer'],
    ['mikronet send thanks --to accepted --to tentative', 'to slags svar'],
    ['mikronet send kaffe --to accepted', 'jeres egen templates/kaffe.da.md.hbs'],
  ],

  badNotWithin: (typed) => `--not-within: "${typed}" er ikke et tidsrum`,
  badNotWithinHint: 'som i 48h eller 7d',
  audiences: {
    alle: 'everyone',
    kommer: 'accepted',
    'kommer ikke': 'declined',
    måske: 'tentative',
    'har ikke svaret': 'silent',
    venteliste: 'waiting',
  },
  badMailing: (typed) => `"${typed}" kan ikke være navnet på en udsendelse`,
  badMailingHint: (better) =>
    better === ''
      ? 'små bogstaver a til z, tal og bindestreger'
      : `små bogstaver a til z, tal og bindestreger: "${better}", også i skabelonens navn`,
  ownCommand: (mailing, command) => `"${mailing}" har sin egen kommando: \`mikronet ${command}\``,
  noAudience: (mailing) => `hvem skal have "${mailing}"?`,
  meant: (mailings) => `mente du ${mailings.join(' eller ')}? Din egen mail kræver --to`,
  noAudienceHint: (audiences) => `sig det med --to: ${audiences.join(', ')} eller et netværk`,
  audienceOrNetwork: (audience, network) =>
    `--to ${audience} og --to "${network}" kan ikke bruges sammen`,
  audienceOrNetworkHint: (network) => `--only "${network}" vælger blandt dem`,

  confirmed: (mails) => `${many(mails, 'svar', 'svar')} bekræftet.`,
  noMailbox: 'Der er ikke sat en postkasse op: svar, der ligger i den, kendes ikke her.',
  orNoSync: '--no-sync sender påmindelser uden at læse den',

  notices: {
    fallback: (language, contacts, instead) =>
      `Der er ingen skabelon på "${language}": ${many(contacts, 'kontakt', 'kontakter')} får den på "${instead}".`,
    severalMails: (address, networks) =>
      `${address} står i ${networks.length} netværk (${networks.join(', ')}) og får en mail for hvert.`,
    changedSinceSent: (contacts) =>
      `Teksten er ændret, siden ${many(contacts, 'anden', 'andre')} fik den.`,
    changedSincePreview: 'Teksten er ændret, siden den sidst blev set med `preview`.',
    updateFirst: (contacts) =>
      `Mødet er ikke længere, som ${contacts} af dem har fået at vide. Denne mail siger ikke, hvad der er ændret: det gør \`mikronet send update\`.`,
    thanksEarly: (day) => `Mødet er ikke holdt endnu: det er ${day}. Takken hører til bagefter.`,
    replyByPast: (day) =>
      `Mailen beder om svar senest ${day}, og den dag er forbi: sæt først "replyBy" i meeting.json til en ny.`,
    cancels: 'Herefter er mødet aflyst: ingen kan længere inviteres eller få en påmindelse.',
  },
} satisfies Words<'mailings'>;

function many(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
