/**
 * The journal's facts: each is one line of journal.jsonl, in the past tense, never edited.
 * This file is the contract with every journal ever written: a field may be added as optional;
 * none may change its meaning. The fold (state.ts) derives everything else.
 */
import type { Answer, Language, Mailing, MailSource, ReplyContent, Rung, Source } from './model.ts';

/** What every fact has. */
export interface FactCommon {
  readonly v: 1;
  /** Unique, so that two copies of a journal can be joined as a set. */
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

/** The first line. */
export interface JournalBegun extends FactCommon {
  readonly type: 'journal-begun';
  readonly meeting: string;
  /** 32 random bytes, base64url: makes the references and the keyed hashes of what was erased. */
  readonly key: string;
}

/** Which message a fact speaks of. A resend is the same message. */
interface AboutMessage extends FactCommon {
  /** Our own Message-ID, without angle brackets: `REFERENCE.MAILING.N@from-domain`. */
  readonly message: string;
  readonly network: string;
  /** The contact's address as used on the wire. */
  readonly address: string;
  readonly mailing: Mailing;
  /** The run that did it; it also stands in the lock file while that run lives. */
  readonly run?: string;
}

/** What a message told of the meeting. */
export interface Told {
  /** UTC, ISO. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly place: string;
}

/** What stood in the calendar part of a message. */
export interface CalendarEntry extends Told {
  readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL';
  readonly uid: string;
  readonly sequence: number;
  /** As sent to this attendee. */
  readonly partstat?: Answer;
}

/** A question as it was printed, with the letter that the prefilled answer carries. */
export interface PrintedQuestion {
  readonly letter: string;
  readonly id: string;
  readonly text: string;
}

/** Journalled and flushed before the first byte of the content leaves. */
export interface MessageSubmitted extends AboutMessage {
  readonly type: 'message-submitted';
  readonly networkName: string;
  readonly contactName?: string;
  readonly language: Language;
  readonly reference: string;
  /** Counts deliberate second mailings, from 1; never attempts. */
  readonly n: number;
  readonly subject: string;
  /** Of the template and of what was filled in for all alike: tells whether the mailing's text has changed. */
  readonly digest: string;
  readonly calendar?: CalendarEntry;
  /** What a message without a calendar part told: an answer to it is one for that time. */
  readonly told?: Told;
  readonly questions?: readonly PrintedQuestion[];
  /**
   * The network's other contacts that this plan wants to reach too. If the run is killed between
   * them, the next one knows that they are not new addresses in a network already invited.
   */
  readonly alongside?: readonly string[];
  /** A confirmation: the reply facts it confirms. */
  readonly confirms?: readonly string[];
  /** A confirmation: the seats it promised; they are never taken back. */
  readonly confirmedSeats?: number;
}

/** 250 after the content; or proof, later, that a message in doubt had arrived. */
export interface MessageSent extends AboutMessage {
  readonly type: 'message-sent';
  /** What the server made of our Message-ID, where it replaced it. Without angle brackets. */
  readonly serverMessageId?: string;
  /** The server's reply line to the content. */
  readonly response?: string;
  /** Set where a message in doubt was cleared afterwards. */
  readonly evidence?: 'sent-folder' | 'bounce' | 'reply';
}

/** 5yz, at RCPT or after the content. */
export interface MessageRefused extends AboutMessage {
  readonly type: 'message-refused';
  readonly response: string;
  readonly reference?: string;
}

/** 4yz, no connection, or a connection broken before the content. */
export interface MessageDeferred extends AboutMessage {
  readonly type: 'message-deferred';
  /** The server's reply line, or what the system said. */
  readonly response: string;
  readonly reference?: string;
}

/** A mail as the journal remembers it. */
export interface MailStamp {
  /** Message-ID without angle brackets; `sha256:…` of the bytes for a mail without one. */
  readonly messageId: string;
  /** The mail's own Date, ISO, where it can be read. */
  readonly date?: string;
  /** When the receiving server took it, ISO, where known. */
  readonly received?: string;
  readonly from: string;
  readonly subject: string;
}

/** It was sent, and came back. */
export interface MessageBounced extends AboutMessage {
  readonly type: 'message-bounced';
  readonly mail: MailStamp;
  /** RFC 3463, as in 5.1.1. */
  readonly status?: string;
  readonly permanent: boolean;
  readonly diagnostic?: string;
}

/** A server that had taken it tells that it is still trying. */
export interface MessageDelayed extends AboutMessage {
  readonly type: 'message-delayed';
  readonly mail: MailStamp;
  readonly status?: string;
  readonly diagnostic?: string;
}

/** A mail to the organiser herself; its reference begins with T and files nothing. */
export interface TestSent extends FactCommon {
  readonly type: 'test-sent';
  readonly message: string;
  readonly to: string;
  readonly mailing: Mailing;
  readonly reference: string;
  readonly network: string;
  readonly address: string;
  readonly serverMessageId?: string;
  readonly response?: string;
}

/** Somebody has answered: by a mail, or by telling the organiser. */
export interface ReplyReceived extends FactCommon {
  readonly type: 'reply-received';
  readonly source: Source;
  readonly network: string;
  /** The contact it speaks for; absent: for the whole network. */
  readonly contact?: string;
  readonly reply: ReplyContent;
  /** How it was told. */
  readonly via: 'form' | 'calendar' | 'words' | 'hand';
  /** The mail it came by; absent for a phone call. */
  readonly mail?: MailStamp;
  readonly rung?: Rung;
  /** The sentence or field that decided, as written. */
  readonly sentence?: string;
  /** What the organiser should know: `sender-differs`, `dmarc-failed`, `num-guests:3` … */
  readonly flags?: readonly string[];
  /** SEQUENCE and DTSTAMP of a calendar reply: older ones change nothing. */
  readonly calendar?: { readonly sequence: number; readonly dtstamp: string };
  /** The mail-set-aside fact that a person settled with this reply. */
  readonly settles?: string;
}

/** What `review` offers first. */
export interface Suggestion {
  readonly network?: string;
  readonly contact?: string;
  readonly reply?: ReplyContent;
}

/** A mail that may concern the meeting and needs a person. */
export interface MailSetAside extends FactCommon {
  readonly type: 'mail-set-aside';
  readonly mail: MailStamp;
  /** Where it was read. */
  readonly source?: MailSource;
  /** A key of words/…: why a person must look. */
  readonly reason: string;
  /** At most 2,000 characters of what was newly written. */
  readonly text: string;
  readonly sentence?: string;
  readonly rung?: Rung;
  readonly suggestion?: Suggestion;
}

/** A mail that asks to be invited. */
export interface RequestReceived extends FactCommon {
  readonly type: 'request-received';
  readonly mail: MailStamp;
  readonly source?: MailSource;
  readonly text: string;
  readonly suggested?: { readonly network?: string; readonly contact?: string };
}

/** A person looked at a mail set aside, or at a request, and it files nothing. */
export interface MailDismissed extends FactCommon {
  readonly type: 'mail-dismissed';
  readonly settles: string;
}

/** Out of office, receipt of a ticket system …: never an answer. */
export interface AutomaticReplyReceived extends FactCommon {
  readonly type: 'automatic-reply-received';
  readonly network: string;
  readonly contact: string;
  readonly mail: MailStamp;
  /** At most 300 characters: dates of absence are worth showing. */
  readonly text: string;
}

/** A row was appended to networks.csv. */
export interface NetworkAdded extends FactCommon {
  readonly type: 'network-added';
  readonly network: string;
  readonly name: string;
  readonly address: string;
  /** The request it came from. */
  readonly settles?: string;
}

/** How far a folder of the mailbox was read. */
export interface Cursor {
  readonly folder: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** The mailbox was read so far: the last such fact holds all cursors. */
export interface MailboxRead extends FactCommon {
  readonly type: 'mailbox-read';
  readonly cursors: readonly Cursor[];
}

/** No more mails are wanted. */
export interface OptedOut extends FactCommon {
  readonly type: 'opted-out';
  readonly network: string;
  /** Absent: the whole network. */
  readonly contact?: string;
  readonly source: Source;
  readonly mail?: MailStamp;
  readonly sentence?: string;
  /** The mail-set-aside fact that a person settled with it. */
  readonly settles?: string;
}

/** An earlier fact does not count any more; if that was a retraction, what it took back counts again. */
export interface Retracted extends FactCommon {
  readonly type: 'retracted';
  readonly fact: string;
  readonly why: string;
}

/** Left where `forget` and `purge` wrote the journal anew. */
export interface Erased extends FactCommon {
  readonly type: 'erased';
  readonly what: 'forget' | 'purge';
  readonly facts: number;
  /** Keyed hashes of addresses and of Message-IDs read: neither invitation nor sync brings them back. */
  readonly hashes: readonly string[];
}

/** Every kind there is; one that is not here was made by a newer mikronet. */
export type Fact =
  | JournalBegun
  | MessageSubmitted
  | MessageSent
  | MessageRefused
  | MessageDeferred
  | MessageBounced
  | MessageDelayed
  | TestSent
  | ReplyReceived
  | MailSetAside
  | RequestReceived
  | MailDismissed
  | AutomaticReplyReceived
  | NetworkAdded
  | MailboxRead
  | OptedOut
  | Retracted
  | Erased;

export type FactType = Fact['type'];

/** A fact before the journal gives it its id and its time. */
export type FactDraft = Fact extends infer F
  ? F extends Fact
    ? Omit<F, 'v' | 'id' | 'at'>
    : never
  : never;
