import type { Words } from '../words.ts';

export default {
  inDays: (days) =>
    days > 1 ? `om ${days} dage` : days === 1 ? 'i morgen' : days === 0 ? 'i dag' : 'er holdt',
  answers: {
    accepted: (count) => `${count} kommer`,
    seats: (coming, capacity) =>
      capacity === null ? `${coming} pladser` : `${coming} af ${capacity} pladser`,
    tentative: (count) => `${count} måske`,
    needsAction: (count) => `${count} har ikke svaret`,
    declined: (count) => `${count} kommer ikke`,
    notInvited: (count) => `${count} ikke inviteret`,
  },
  todo: 'I dag:',
  nothing: 'Der er intet at gøre i dag.',
  tasks: {
    inDoubt: (mails) =>
      `find ud af, om ${mails === 1 ? '1 mail' : `${mails} mails`} kom frem: \`mikronet status\` siger hvilke`,
    review: (mails) =>
      `se på ${mails === 1 ? '1 mail' : `${mails} mails`}, som et menneske skal læse: \`mikronet review\``,
    readMailbox: (days) =>
      days === null
        ? 'læs svarene i postkassen: `mikronet sync`'
        : `læs postkassen, sidst læst for ${days === 1 ? 'en dag' : `${days} dage`} siden: \`mikronet sync\``,
    invite: (networks) =>
      `invitér ${networks} netværk: \`mikronet preview\`, og så \`mikronet invite\``,
    sendAgain: (mails, commands) =>
      `send ${mails === 1 ? 'den mail' : `de ${mails} mails`}, der ikke kunne sendes: ${commands.map((each) => `\`${each}\``).join(' og ')}`,
    overbooked: (seats) => `find ${seats} ${seats === 1 ? 'stol' : 'stole'} mere`,
    update: (contacts) =>
      `fortæl ${contacts === 1 ? '1 kontakt' : `${contacts} kontakter`}, hvad der er ændret ved mødet: \`mikronet send update\``,
    movedUp: (networks) =>
      `fortæl ${networks} netværk om pladser, der er blevet ledige: \`mikronet send confirmation\``,
    cancelled: 'Mødet er aflyst.',
    remind: (networks, days) =>
      `mind ${networks} netværk om at svare, ${days === 0 ? 'i dag er sidste dag' : `${days} ${days === 1 ? 'dag' : 'dage'} tilbage`}: \`mikronet remind\``,
    phone: (who) => `ring til ${who}`,
    tell: (who) =>
      `ring til ${who}, som ingen mail når: fortæl, hvad der er ændret, og skriv svaret ned med \`mikronet record\``,
    tellCancelled: (who) => `ring til ${who}, som ingen mail når: fortæl, at mødet er aflyst`,
    phoneMore: (count) => `og ${count} til: \`mikronet status --silent\``,
    practical: (days) =>
      `send den praktiske mail, ${days === 0 ? 'mødet er i dag' : `${days} ${days === 1 ? 'dag' : 'dage'} tilbage`}: \`mikronet send practical\``,
    thanks: 'tak dem, der kom: `mikronet send thanks`',
    purge: 'slet det, der ikke længere er brug for: `mikronet purge --help`',
  },
  noMeeting: [
    'Der er intet møde i denne mappe.',
    '  mikronet init     begynder på et: spørger om lidt og skriver filerne',
    '  mikronet demo     viser det hele med et eksempel',
    '  mikronet --help   alle kommandoer',
  ],
} satisfies Words<'today'>;
