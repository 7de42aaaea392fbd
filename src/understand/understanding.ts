/**
 * What a mail says, whoever it concerns. The order matters: a filter for automatic replies put
 * first would throw away Google's calendar answers and half of the bounces.
 */
import type { InspectJson } from '../domain/contract.ts';
import type { Answer, Attendee, Language } from '../domain/model.ts';
import type { IncomingMail } from '../format/mail/incoming-mail.ts';
import { isAutomatic, isMassMail, tellsAbsence } from './automatic.ts';
import { bounceIn, isNobody, type Bounce } from './bounce/bounce.ts';
import { readCalendar, type CalendarReply } from './calendar-reply.ts';
import { isReferred, readForm, type FilledForm } from './form.ts';
import { newText, type NewText } from './text/new-text.ts';
import { languageOf } from './languages.ts';
import type { Here } from './places.ts';
import { readWhole, readWords } from './plain-words.ts';

/** Why it was understood so: a key of words/…/replies.ts. */
export type Why =
  | 'own-message'
  | 'calendar-says'
  | 'calendar-counter'
  | 'calendar-delegated'
  | 'calendar-unclear'
  | 'bounce'
  | 'delay'
  | 'automatic'
  | 'mass-mail'
  | 'no-person'
  | 'opt-out'
  | 'form'
  | 'form-disagrees'
  | 'form-contradicted'
  | 'form-empty'
  | 'words'
  | 'words-as-a-whole'
  | 'words-unclear'
  | 'between-quotes'
  | 'no-words';

export interface Understanding {
  readonly kind: InspectJson['kind'];
  readonly why: Why;
  /** Only where it is certain. */
  readonly answer?: Answer;
  /** Likely, for a person to confirm. */
  readonly suggestion?: Answer;
  readonly via?: 'form' | 'calendar' | 'words';
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** To the questions, by their printed letter. */
  readonly letters: Readonly<Record<string, string>>;
  readonly remark?: string;
  /** What their words sound like, which neither decides nor suffices to ask about a mail of another matter. */
  readonly soundsLike?: Answer;
  /** What the words beside a calendar's button say for certain. */
  readonly commented?: Answer;
  /** The sentence or field that decided, as written. */
  readonly sentence?: string;
  readonly language?: Language;
  readonly written: NewText;
  readonly bounce?: Bounce;
  readonly calendar?: CalendarReply;
}

/** REFERENCE.MAILING.N@domain, which `invite` writes. */
const OWN_ID = /^[0-9A-HJKMNP-TV-Z]{9}\.[a-z0-9-]{1,60}\.\d{1,4}@/;

/** `here`: the words of the meeting's place, where a meeting is known. */
export function understand(mail: IncomingMail, here?: Here): Understanding {
  const written = newText(mail.text);
  const base = { attendees: [], letters: {}, written } as const;
  const seen = (kind: InspectJson['kind'], why: Why): Understanding => ({ ...base, kind, why });

  if (OWN_ID.test(mail.messageId ?? '')) return seen('own', 'own-message');

  const calendar = calendarIn(mail);
  if (calendar && ['REPLY', 'COUNTER'].includes(calendar.method ?? '')) {
    const comment = calendar.comment ?? commentIn(mail, written);
    return { ...base, ...readReply(calendar, comment, here), kind: 'calendar-reply', calendar };
  }

  const bounce = bounceIn(mail);
  if (bounce) {
    if (bounce.entries.length === 0) return { ...seen('other', 'no-person'), bounce };
    const delayed = bounce.entries.every((entry) => entry.delayed);
    return { ...seen('bounce', delayed ? 'delay' : 'bounce'), bounce };
  }

  const language = languageOf(written.text);
  const told = language === undefined ? base : { ...base, language };
  if (isAutomatic(mail)) return { ...told, kind: 'auto-reply', why: 'automatic' };
  const answersSomething = mail.inReplyTo.length > 0 || mail.references.length > 0;
  if (isNobody(mail.from?.address ?? '')) return { ...told, kind: 'other', why: 'no-person' };
  if (isMassMail(mail) && !answersSomething) return { ...told, kind: 'other', why: 'mass-mail' };
  const form = readForm(written, mail.subject);
  if (form) return { ...told, ...readFilled(form, here) };
  // The footer's link fills in the subject too; some send it with nothing below.
  const asked = isReferred(mail.subject) ? readWords(mail.subject).optOut : undefined;
  if (asked !== undefined) return { ...told, kind: 'opt-out', why: 'opt-out', sentence: asked };
  if (tellsAbsence(written.text)) return { ...told, kind: 'auto-reply', why: 'automatic' };
  if (calendar && !answersSomething) return { ...told, kind: 'other', why: 'no-person', calendar };
  return { ...told, ...readPerson(written, here) };
}

/** The part that answers, before any that repeats what was asked. */
function calendarIn(mail: IncomingMail): CalendarReply | undefined {
  const all = mail.calendars.flatMap(
    ({ text, method }) => readCalendar(text, method, mail.from?.address) ?? [],
  );
  return all.find(({ method }) => method === 'REPLY' || method === 'COUNTER') ?? all[0];
}

/** Exchange and Outlook write the person's comment, and nothing else, where others write "… has accepted". */
function commentIn(mail: IncomingMail, { text }: NewText): string | undefined {
  return text !== '' && mail.header('thread-index').length > 0 ? text.slice(0, 2_000) : undefined;
}

function readReply(
  calendar: CalendarReply,
  comment: string | undefined,
  here: Here,
): Partial<Understanding> & { readonly why: Why } {
  const words = readWords(comment ?? '', here);
  const about = {
    via: 'calendar',
    ...(words.language && { language: words.language }),
    ...(comment !== undefined && { remark: comment }),
    ...(words.answer && { commented: words.answer }),
  } as const;
  if (calendar.method === 'COUNTER') return { ...about, why: 'calendar-counter' };
  if (calendar.partstat === 'DELEGATED') return { ...about, why: 'calendar-delegated' };
  const { answer } = calendar;
  if (answer === undefined) return { ...about, why: 'calendar-unclear' };
  return {
    ...about,
    answer,
    why: 'calendar-says',
    sentence: `PARTSTAT=${calendar.partstat ?? ''}`,
  };
}

function readFilled(form: FilledForm, here: Here): Omit<Understanding, 'written'> {
  const { seats, remark } = form;
  const beside = readWords(form.beside, here);
  const besideAnswer = beside.answer ?? beside.suggestion;
  const about = {
    via: 'form',
    attendees: form.attendees,
    letters: form.answers,
    ...(remark !== undefined && { remark }),
    ...(seats !== undefined && { seats }),
    sentence: form.sentence,
  } as const;
  const suggestion = form.answer && { suggestion: form.answer };
  if (form.answer === undefined) return { ...about, kind: 'unclear', why: 'form-empty' };
  const qualified =
    form.qualified !== undefined && readWords(form.qualified, here).answer !== form.answer;
  if (form.disagrees || qualified)
    return { ...about, kind: 'unclear', why: 'form-disagrees', ...suggestion };
  const remarked = readWords(remark ?? '', here).answer;
  const contradicts =
    remarked !== undefined && remarked !== 'tentative' && remarked !== form.answer;
  if (contradicts || (besideAnswer !== undefined && besideAnswer !== form.answer)) {
    return { ...about, kind: 'unclear', why: 'form-contradicted', ...suggestion };
  }
  return { ...about, kind: 'answer', why: 'form', answer: form.answer };
}

function readPerson(written: NewText, here: Here): Omit<Understanding, 'written'> {
  const heard = readWhole(written.text, here, written.closing);
  const { answer, optOut, asAWhole, soundsLike, ...said } = heard;
  const { attendees, seats, sentence } = said;
  const about = {
    attendees,
    letters: {},
    ...(said.language && { language: said.language }),
    ...(seats !== undefined && { seats }),
    ...(sentence !== undefined && { sentence }),
  };
  if (optOut !== undefined) {
    return { ...about, kind: 'opt-out', why: 'opt-out', sentence: optOut };
  }
  if (written.text === '') return { ...about, kind: 'unclear', why: 'no-words' };
  const perhaps = said.suggestion === 'accepted' && said.depends;
  const lean = answer ?? (perhaps ? 'tentative' : said.suggestion);
  if (answer && !written.between) {
    const why = asAWhole ? 'words-as-a-whole' : 'words';
    return { ...about, kind: 'answer', why, via: 'words', answer };
  }
  const why = written.between ? 'between-quotes' : 'words-unclear';
  const leaning = { ...(lean && { suggestion: lean }), ...(soundsLike && { soundsLike }) };
  return { ...about, kind: 'unclear', why, via: 'words', ...leaning };
}
