/** How a mail is understood, as `inspect --json` tells it. */
import type { InspectJson } from '../domain/contract.ts';
import type { IncomingMail } from '../format/mail/incoming-mail.ts';
import type { Understanding } from './understanding.ts';

export function inspectJson(
  file: string,
  mail: Pick<IncomingMail, 'messageId'>,
  said: Understanding,
  reason: string,
): InspectJson {
  const { calendar, bounce, attendees } = said;
  const names = attendees.flatMap(({ name, email }) => name ?? email ?? []);
  return {
    v: 1,
    file,
    messageId: mail.messageId ?? null,
    kind: said.kind,
    answer: said.answer ?? null,
    seats: said.seats ?? (names.length > 0 ? names.length : null),
    names,
    text: said.written.text,
    language: said.language ?? null,
    bounces: (bounce?.entries ?? []).map((entry) => ({
      recipient: entry.recipient ?? null,
      status: entry.status ?? null,
      permanent: entry.permanent,
      delayed: entry.delayed,
      diagnostic: entry.diagnostic ?? null,
    })),
    calendar: calendar
      ? {
          method: calendar.method ?? null,
          uid: calendar.uid ?? null,
          attendee: calendar.attendee ?? null,
          partstat: calendar.partstat ?? null,
        }
      : null,
    reason,
  };
}

/** Of a mail that could not even be parsed. */
export function unreadableJson(file: string, reason: string): InspectJson {
  return {
    v: 1,
    file,
    messageId: null,
    kind: 'other',
    answer: null,
    seats: null,
    names: [],
    text: '',
    language: null,
    bounces: [],
    calendar: null,
    reason,
  };
}
