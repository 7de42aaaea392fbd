/**
 * What stands in the list for the evening: in the language of the meeting, which need not be a
 * language of the screens.
 */
export interface ListWords {
  readonly network: string;
  readonly name: string;
  readonly email: string;
  readonly seat: string;
  readonly answer: string;
  readonly phone: string;
  readonly remark: string;
  readonly answeredAt: string;
  readonly how: string;
  /** The page with what the networks wrote. */
  readonly exchange: { readonly heading: string; readonly nothing: string };
  /** Beside a seat: the answer was given before the meeting was moved. */
  readonly oldTime: string;
  readonly seats: { readonly coming: string; readonly waiting: string };
  readonly sources: { readonly imap: string; readonly file: string; readonly manual: string };
  readonly answers: {
    readonly accepted: string;
    readonly declined: string;
    readonly tentative: string;
    readonly 'needs-action': string;
  };
}

const LISTS: Readonly<Record<string, ListWords>> = {
  en: {
    network: 'Network',
    name: 'Name',
    email: 'E-mail',
    seat: 'Seat',
    answer: 'Answer',
    phone: 'Phone',
    remark: 'Remark',
    answeredAt: 'Answered at',
    how: 'How',
    exchange: {
      heading: 'What the networks write:',
      nothing: 'Nobody has written anything yet.',
    },
    oldTime: 'answered for the old time',
    seats: { coming: 'coming', waiting: 'waiting list' },
    sources: { imap: 'by mail', file: 'by mail', manual: 'in person' },
    answers: {
      accepted: 'coming',
      declined: 'not coming',
      tentative: 'maybe',
      'needs-action': 'no answer yet',
    },
  },
  da: {
    network: 'Netværk',
    name: 'Navn',
    email: 'E-mail',
    seat: 'Plads',
    answer: 'Svar',
    phone: 'Telefon',
    remark: 'Bemærkning',
    answeredAt: 'Svaret den',
    how: 'Hvordan',
    exchange: {
      heading: 'Det skriver netværkene:',
      nothing: 'Ingen har skrevet noget endnu.',
    },
    oldTime: 'svarede for den gamle tid',
    seats: { coming: 'kommer', waiting: 'venteliste' },
    sources: { imap: 'mail', file: 'mail', manual: 'mundtligt' },
    answers: {
      accepted: 'kommer',
      declined: 'kommer ikke',
      tentative: 'måske',
      'needs-action': 'har ikke svaret',
    },
  },
  de: {
    network: 'Netzwerk',
    name: 'Name',
    email: 'E-Mail',
    seat: 'Platz',
    answer: 'Antwort',
    phone: 'Telefon',
    remark: 'Bemerkung',
    answeredAt: 'Geantwortet am',
    how: 'Wie',
    exchange: {
      heading: 'Das schreiben die Netzwerke:',
      nothing: 'Noch hat niemand etwas geschrieben.',
    },
    oldTime: 'Antwort für den alten Termin',
    seats: { coming: 'kommt', waiting: 'Warteliste' },
    sources: { imap: 'E-Mail', file: 'E-Mail', manual: 'mündlich' },
    answers: {
      accepted: 'kommt',
      declined: 'kommt nicht',
      tentative: 'vielleicht',
      'needs-action': 'keine Antwort',
    },
  },
};

export function listWords(language: string): ListWords {
  return LISTS[language] ?? LISTS['en']!;
}
