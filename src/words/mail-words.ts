/**
 * What the composer itself puts into mails, in the language of the mail, which need not be a
 * language of the screens. All else that stands in a mail is in the templates.
 */
import { DATES, type DateWords } from './dates.ts';

export interface MailWords {
  readonly dates: DateWords;
  readonly test: {
    /** Before the subject. */
    readonly mark: string;
    /** The first line of the mail. */
    readonly line: string;
  };
  /** Stand between the parts of a time. */
  readonly when: {
    oneDay(date: string, start: string, end: string): string;
    severalDays(start: string, startTime: string, end: string, endTime: string): string;
  };
  /** In the calendar, below what the meeting is about. */
  readonly calendar: {
    /** `byButton`: the entry itself asks for an answer. */
    howToAnswer(address: string, reference: string, byButton: boolean): string;
    readonly cancelled: string;
  };
}

const MAILS: Readonly<Record<string, MailWords>> = {
  da: {
    dates: DATES.da,
    test: {
      mark: 'TEST',
      line: 'Dette er en prøve. Svarer man på den, bliver intet noteret.',
    },
    when: {
      oneDay: (date, start, end) => `${date} kl. ${start}–${end}`,
      severalDays: (start, startTime, end, endTime) =>
        `fra ${start} kl. ${startTime} til ${end} kl. ${endTime}`,
    },
    calendar: {
      howToAnswer: (address, reference, byButton) =>
        `Svar ${byButton ? 'i kalenderen, ' : ''}med knapperne i mailen, eller skriv JA eller NEJ til ${address} (ref. ${reference}).`,
      cancelled: 'Mødet er aflyst.',
    },
  },
  en: {
    dates: DATES.en,
    test: { mark: 'TEST', line: 'This is a test. Answering it files nothing.' },
    when: {
      oneDay: (date, start, end) => `${date}, ${start}–${end}`,
      severalDays: (start, startTime, end, endTime) =>
        `from ${start}, ${startTime}, to ${end}, ${endTime}`,
    },
    calendar: {
      howToAnswer: (address, reference, byButton) =>
        `Answer ${byButton ? 'in your calendar, ' : ''}with the buttons in the mail, or write YES or NO to ${address} (ref. ${reference}).`,
      cancelled: 'The meeting is cancelled.',
    },
  },
  de: {
    dates: DATES.de,
    test: { mark: 'TEST', line: 'Dies ist ein Test. Antworten darauf werden nicht notiert.' },
    when: {
      oneDay: (date, start, end) => `${date}, ${start}–${end} Uhr`,
      severalDays: (start, startTime, end, endTime) =>
        `von ${start}, ${startTime} Uhr, bis ${end}, ${endTime} Uhr`,
    },
    calendar: {
      howToAnswer: (address, reference, byButton) =>
        `Antworten Sie ${byButton ? 'im Kalender, ' : ''}mit den Schaltflächen in der Mail oder mit JA oder NEIN an ${address} (Ref. ${reference}).`,
      cancelled: 'Das Treffen ist abgesagt.',
    },
  },
};

/** Of the first of these languages that is known; English where none is. */
export function mailWords(...languages: readonly string[]): MailWords {
  const known = languages.find((language) => Object.hasOwn(MAILS, language));
  return MAILS[known ?? 'en']!;
}
