/**
 * What the tool talks about. Read this first.
 *
 *   Meeting            meeting.json, read and checked
 *   Invited networks   networks.csv, read and checked: rows; a row is a contact
 *   Fact[]             journal.jsonl (facts.ts): everything that has happened
 *
 *     Meeting + Rows + State --identity--> Roster  --plan--> Plan --work/send--> Facts
 *     Fact[] --fold--> State                       --report--> what `status` and exports print
 *
 * Everything here is a plain value; nothing in domain/ reads a clock, a file or the network.
 */

/** ISO 639 two-letter code as written in meeting.json and networks.csv: da, en, de … */
export type Language = string;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** One text for all, or one a language. */
export type Texts = string | Readonly<Record<Language, string>>;

/** A wall-clock time in the meeting's zone together with the instant it names. */
export interface ZonedTime {
  /** As written: `2012-05-30T16:30`. */
  readonly local: string;
  readonly instant: Instant;
  /** ISO with offset: `2012-05-30T16:30:00+02:00`. */
  readonly iso: string;
}

export interface Question {
  readonly id: string;
  readonly text: Texts;
  /** The answer is shown to the other networks, and the question says so. */
  readonly shared: boolean;
}

export interface Limit {
  readonly messages: number;
  readonly seconds: number;
}

export interface Meeting {
  readonly id: string;
  readonly title: Texts;
  readonly language: Language;
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  /** IANA name. */
  readonly timeZone: string;
  readonly venue: { readonly name: string; readonly address?: string };
  readonly organizer: {
    readonly name: string;
    readonly email: string;
    readonly contact?: string;
    readonly phone?: string;
    readonly website?: string;
    /** Only where answers shall go elsewhere than to `email`. */
    readonly replyTo?: string;
  };
  /** A date in the meeting's zone, `2012-05-18`, and the instant at which that day ends there. */
  readonly replyBy?: { readonly date: string; readonly endsAt: Instant };
  readonly capacity?: number;
  readonly reserved: readonly { readonly for: string; readonly seats: number }[];
  readonly seatsPerNetwork?: number;
  readonly summary?: Texts;
  readonly programme: readonly { readonly time?: string; readonly title: Texts }[];
  readonly questions: readonly Question[];
  readonly addressSource?: Texts;
  readonly calendar: 'request' | 'publish' | 'off';
  /** Heading in networks.csv -> our column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly mailbox: { readonly folders: readonly string[] };
  readonly sending: { readonly connections?: number; readonly limits?: readonly Limit[] };
  /** Where the clock starts in a rehearsal; its presence forbids real sending to anything but loopback. */
  readonly rehearsal?: string;
}

/** A row of networks.csv as read: one contact of one network. */
export interface Row {
  /** Where the record begins, from 1. */
  readonly line: number;
  readonly network: string;
  /** The `id` column, where there is one and it is filled. */
  readonly id?: string | undefined;
  /** As used on the wire: trimmed, domain in lower case and punycode. */
  readonly address: string;
  readonly contact?: string | undefined;
  readonly language?: Language | undefined;
  readonly greeting?: string | undefined;
  readonly phone?: string | undefined;
  readonly area?: string | undefined;
  readonly kind?: string | undefined;
  readonly note?: string | undefined;
  readonly seats?: number | undefined;
  /** Every column by its heading, as typed, for templates (`row.…`). */
  readonly cells: Readonly<Record<string, string>>;
}

/** RFC 5545 PARTSTAT, in lower case. */
export type Answer = 'accepted' | 'declined' | 'tentative' | 'needs-action';

/** One that somebody gave. */
export type GivenAnswer = Exclude<Answer, 'needs-action'>;

export interface Attendee {
  readonly name?: string;
  readonly email?: string;
}

/** Where a mail was read: in the mailbox, or in a file. */
export type MailSource = 'imap' | 'file';

/** How the journal came to know something: by a mail, or written down by a person. */
export type Source = MailSource | 'manual';

/** What a reply says, whoever said it and however it came. */
export interface ReplyContent {
  readonly answer: Answer;
  /** The stated number; absent where none was stated. */
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly remark?: string;
}

/** The built-in mailings; the organiser's own templates add names of their own. */
export const MAILINGS = [
  'invitation',
  'reminder',
  'update',
  'cancellation',
  'confirmation',
  'practical',
  'thanks',
] as const;

/** An ASCII slug; it stands in the Message-ID. */
export type Mailing = string;

/** What became of a message. `sending` only while the run that sends it lives. */
export type Delivery =
  | 'not-sent'
  | 'sending'
  | 'sent'
  | 'in-doubt'
  | 'deferred'
  | 'refused'
  | 'bounced';

/** How a mail was matched to an invitation: five strong ways, two weak ones, and a mere suggestion. */
export type Rung =
  | 'calendar-uid'
  | 'reference-in-subject'
  | 'reference-in-text'
  | 'message-id'
  | 'reference-in-quote'
  | 'from'
  | 'reply-to'
  | 'domain';
