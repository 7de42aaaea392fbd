/** A first meeting.json, from what was asked. */
import type { Language } from '../domain/model.ts';

export interface NewMeeting {
  readonly title: string;
  /** Local, as `2012-05-30T16:30`. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly place: string;
  readonly address?: string;
  readonly organizer: string;
  readonly email: string;
  readonly replyBy?: string;
  readonly capacity?: number;
  readonly language: Language;
  /** Heading in networks.csv -> our column, where a person corrected what was guessed. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** The text of the file, in the order in which a person reads it. */
export function newMeetingJson(meeting: NewMeeting, id: string): string {
  const { place, address, organizer, email, columns, replyBy, capacity } = meeting;
  const content = {
    id,
    title: meeting.title,
    language: meeting.language,
    start: meeting.start,
    end: meeting.end,
    timeZone: meeting.timeZone,
    venue: { name: place, ...(address && { address }) },
    organizer: { name: organizer, email },
    ...(replyBy && { replyBy }),
    ...(capacity !== undefined && { capacity }),
    ...(columns && Object.keys(columns).length > 0 && { columns }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
