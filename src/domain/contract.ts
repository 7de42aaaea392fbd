/**
 * The JSON that commands print with --json: the contract with scripts. English and stable;
 * a field may be added, none removed or given another meaning while `v` is 1. The same holds for
 * the few fields by which a command tells only how it ended, which stand where it prints them.
 */
import type { Answer, Attendee, Delivery, Language, Mailing, Source } from './model.ts';

/** `status --json`. */
export interface StatusJson {
  readonly v: 1;
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    /** ISO with offset. */
    readonly start: string;
    readonly end: string;
    readonly timeZone: string;
    readonly venue: string;
    readonly replyBy: string | null;
    readonly capacity: number | null;
    /** Somebody has been sent a cancellation. */
    readonly cancelled: boolean;
  };
  /** accepted + declined + tentative + needsAction + notInvited = networks. */
  readonly counts: {
    readonly networks: number;
    readonly accepted: number;
    readonly declined: number;
    readonly tentative: number;
    readonly needsAction: number;
    readonly notInvited: number;
    readonly optedOut: number;
    /** Each message once, by its present state. */
    readonly messages: Readonly<
      Record<'sent' | 'inDoubt' | 'deferred' | 'refused' | 'bounced', number>
    >;
    readonly seats: {
      readonly coming: number;
      readonly waiting: number;
      readonly reserved: number;
      readonly free: number | null;
    };
    readonly toReview: number;
  };
  readonly mailboxReadAt: string | null;
  readonly networks: readonly NetworkJson[];
  /** Messages in doubt, and those put off: each needs its own command once more. */
  readonly unfinished: readonly {
    readonly network: string;
    readonly email: string;
    readonly mailing: Mailing;
    readonly delivery: 'in-doubt' | 'deferred';
  }[];
  readonly toReview: readonly ToReviewJson[];
}

export interface NetworkJson {
  readonly id: string;
  readonly name: string;
  readonly answer: Answer;
  /** It was given before the meeting was moved to another time. */
  readonly forOldTime: boolean;
  readonly invited: boolean;
  /** Those it has. */
  readonly seats: number;
  readonly seatsAssumed: boolean;
  /** Seats beyond, on the waiting list. */
  readonly waiting: number;
  /** Seats that have become free for it, and that it has not been told of. */
  readonly movedUp: number;
  readonly conflict: boolean;
  readonly optedOut: boolean;
  /** No longer in networks.csv. */
  readonly gone: boolean;
  readonly attendees: readonly (Required<{ readonly [K in keyof Attendee]: string | null }> & {
    readonly nameAssumed: boolean;
  })[];
  readonly answers: Readonly<Record<string, string>>;
  readonly remark: string | null;
  readonly contacts: readonly {
    readonly name: string | null;
    readonly email: string;
    readonly language: Language;
    /** Of the invitation. */
    readonly delivery: Delivery;
    /** The last mail to it, whatever it was, where that came back or was refused. */
    readonly cameBack: {
      readonly mailing: Mailing;
      /** `sent`: it came back, and the address may be right. */
      readonly delivery: 'sent' | 'bounced' | 'refused';
      /** RFC 3463. */
      readonly status: string | null;
    } | null;
    readonly answer: Answer;
    readonly answeredAt: string | null;
    readonly source: Source | null;
  }[];
}

export interface ToReviewJson {
  /** The handle that `review` takes. */
  readonly mail: string;
  readonly from: string;
  readonly subject: string;
  readonly date: string | null;
  readonly reason: string;
  readonly suggestion: Answer | null;
  readonly network: string | null;
}

/** `review --json`: `{ v, toReview }`, a list of these. */
export interface ReviewJson extends ToReviewJson {
  /** A short name that `review` takes too. */
  readonly handle: string;
  readonly kind: 'mail' | 'request';
  readonly contact: string | null;
  /** Of the suggestion. */
  readonly seats: number | null;
  readonly names: readonly string[];
  readonly rung: string | null;
  readonly sentence: string | null;
  /** What was newly written. */
  readonly text: string;
}

/** `review <network> --json`: `{ v, network, filed }`, a list of these. */
export interface FiledJson {
  readonly handle: string;
  /** The type of the fact, as in the journal. */
  readonly type: string;
  readonly date: string;
  /** Message-ID, sender and subject of the mail it came from. */
  readonly mail: string | null;
  readonly from: string | null;
  readonly subject: string | null;
  readonly contact: string | null;
  readonly answer: Answer | null;
  readonly seats: number | null;
  readonly names: readonly string[];
  readonly rung: string | null;
  readonly sentence: string | null;
  readonly source: Source | null;
}

/** `invite|remind|send --json`; with --dry-run `planned` stands in place of the first four. */
export interface SendingJson {
  readonly v: 1;
  readonly mailing: string;
  readonly planned?: readonly SendingItemJson[];
  readonly sent?: readonly SendingItemJson[];
  readonly refused?: readonly SendingItemJson[];
  readonly deferred?: readonly SendingItemJson[];
  readonly inDoubt?: readonly SendingItemJson[];
  readonly skipped: readonly SendingItemJson[];
}

export interface SendingItemJson {
  readonly network: string;
  readonly email: string;
  readonly messageId?: string;
  readonly response?: string;
  readonly reason?: string;
}

/** `inspect --json`: one a line for each mail. */
export interface InspectJson {
  readonly v: 1;
  readonly file: string;
  readonly messageId: string | null;
  readonly kind:
    | 'answer'
    | 'calendar-reply'
    | 'bounce'
    | 'auto-reply'
    | 'opt-out'
    | 'unclear'
    | 'own'
    | 'other';
  readonly answer: Answer | null;
  readonly seats: number | null;
  readonly names: readonly string[];
  readonly text: string;
  readonly language: Language | null;
  readonly bounces: readonly {
    readonly recipient: string | null;
    readonly status: string | null;
    readonly permanent: boolean;
    readonly delayed: boolean;
    readonly diagnostic: string | null;
  }[];
  readonly calendar: {
    readonly method: string | null;
    readonly uid: string | null;
    readonly attendee: string | null;
    readonly partstat: string | null;
  } | null;
  readonly reason: string;
}

/** `check --json`. */
export interface CheckJson {
  readonly v: 1;
  readonly problems: readonly {
    readonly file: string | null;
    readonly line: number | null;
    readonly path: string | null;
    readonly message: string;
    readonly hint: string | null;
  }[];
  readonly assumed: { readonly encoding: Encoding | null; readonly delimiter: string | null };
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** `sync --json`: each mail read is counted in one of the others. */
export interface SyncJson {
  readonly v: 1;
  readonly read: number;
  readonly answers: number;
  readonly calendarReplies: number;
  readonly bounces: number;
  readonly autoReplies: number;
  readonly optOuts: number;
  readonly requests: number;
  readonly setAside: number;
  readonly passedOver: number;
  readonly known: number;
}

/** `export-attendees --format json`: an array of these. */
export interface SeatJson {
  readonly network: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly seat: 'coming' | 'waiting';
  /** The answer was given before the meeting was moved to another time. */
  readonly forOldTime: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly remark: string | null;
  readonly answeredAt: string | null;
  readonly source: Source | null;
}
