/** Messages that went out, and what came back, as facts of a journal. */
import type { CalendarEntry, Fact, ReplyReceived } from '../../src/domain/facts.ts';
import type { Answer, Meeting } from '../../src/domain/model.ts';
import { zonedTime } from '../../src/domain/zoned-time.ts';
import { fact } from './meeting.ts';

export const KIM = 'kim@havn.example';

/** The meeting as domain code knows it. */
export function domainMeeting(over: Partial<Meeting> = {}): Meeting {
  return {
    id: 'traef',
    title: 'Træf',
    language: 'da',
    start: time('2012-05-30T16:30'),
    end: time('2012-05-30T21:00'),
    timeZone: 'Europe/Copenhagen',
    venue: { name: 'Kulturforsyningen', address: 'Nykøbing' },
    organizer: { name: 'Mikronet', email: 'info@mikronet.example' },
    reserved: [],
    programme: [],
    questions: [],
    calendar: 'request',
    columns: {},
    mailbox: { folders: [] },
    sending: {},
    ...over,
  };
}

/** A time in the meeting's zone; one that does not exist is a mistake of the test. */
export function time(local: string, timeZone = 'Europe/Copenhagen'): Meeting['start'] {
  const read = zonedTime(local, timeZone);
  if (!read || typeof read === 'string') throw new Error(`${local} is no time in ${timeZone}`);
  return read;
}

let count = 0;

/** A message that was sent, with both of its facts. */
export function sentMessage(
  mailing: string,
  at: string,
  over: {
    readonly calendar?: CalendarEntry;
    readonly network?: string;
    readonly address?: string;
    readonly confirms?: readonly string[];
    readonly confirmedSeats?: number;
  } = {},
): readonly Fact[] {
  count += 1;
  const { network = 'havnelauget', address = KIM, ...rest } = over;
  const about = { message: `7QK2M4XDF.${mailing}.${count}@x`, network, address, mailing };
  return [
    fact(at, {
      type: 'message-submitted',
      ...about,
      networkName: 'Havnelauget',
      language: 'da',
      reference: '7QK2M4XDF',
      n: 1,
      subject: mailing,
      digest: 'd',
      ...rest,
    }),
    fact(at, { type: 'message-sent', ...about, response: '250 ok' }),
  ];
}

/** An answer that came at `at`. */
export function answered(
  answer: Answer,
  at: string,
  over: Partial<Omit<ReplyReceived, 'type' | 'v' | 'id' | 'at'>> & {
    readonly seats?: number;
  } = {},
): ReplyReceived {
  const { seats, ...rest } = over;
  return fact(at, {
    type: 'reply-received',
    source: 'imap',
    network: 'havnelauget',
    contact: KIM,
    via: 'words',
    reply: { answer, attendees: [], answers: {}, ...(seats !== undefined && { seats }) },
    mail: {
      messageId: `a-${Date.parse(at)}@havn.example`,
      date: at,
      received: at,
      from: KIM,
      subject: 'Sv',
    },
    ...rest,
  }) as ReplyReceived;
}
