/**
 * Composes the messages of a plan: templates are found, checked and compiled once; after that each
 * step becomes the exact bytes of a mail and the fact that the journal is to hold before it leaves.
 */
import type { FactDraft } from '../domain/facts.ts';
import type { StatusJson } from '../domain/contract.ts';
import type { Mailing, Meeting } from '../domain/model.ts';
import type { Step } from '../domain/plan.ts';
import type { State } from '../domain/state.ts';
import type { Problem } from '../errors.ts';
import type { Files, OutgoingMessage } from '../world.ts';
import type { ScreenLanguage } from '../words/words.ts';

/** What is true now, for mails that tell it: who comes, what was noted, which calendar entry is held. */
export interface Snapshot {
  readonly state: State;
  readonly status: StatusJson;
}

export interface Composing {
  readonly files: Files;
  /** Of the screens: problems are said in it. */
  readonly screen: ScreenLanguage;
  /** Absolute path of the meeting's folder. */
  readonly folder: string;
  readonly meeting: Meeting;
  readonly mailing: Mailing;
  /** Languages that the recipients' contacts have; the meeting's own is always taken along. */
  readonly languages: readonly string[];
  /** Every heading of networks.csv: the names of `row`. */
  readonly headings: readonly string[];
  /** How many mails this mailing has: from 200 on they carry List-Unsubscribe. */
  readonly recipients: number;
  /** Milliseconds since 1970; the Date header, and DTSTAMP. Read anew for each message. */
  now(): number;
  /** As it stands now; called for each message. */
  snapshot(): Snapshot;
}

export type SubmittedDraft = Extract<FactDraft, { type: 'message-submitted' }>;

/** A step composed. */
export interface Composed {
  readonly outgoing: OutgoingMessage;
  /** The draft of message-submitted; the sender adds `run`. */
  readonly fact: SubmittedDraft;
  readonly view: MessageView;
}

/** The message as a person looks at it. */
export interface MessageView {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The text of the calendar part. */
  readonly calendar?: string;
  readonly language: string;
}

/** What is beside the step in a message. */
export interface Aside {
  /** `--test-to`: sent there instead, marked as a test, with a reference of its own kind. */
  readonly test?: { readonly to: string; readonly reference: string };
  /** `sync --confirm` sends it by itself, in answer to the mail with this Message-ID. */
  readonly automatic?: { readonly inReplyTo: string };
}

export interface Composer {
  /** Contact languages that have no template of this mailing: they get the meeting's language. */
  readonly missingLanguages: readonly string[];
  /** What `check` says: a footer missing, no way to answer. The mailing can be sent all the same. */
  readonly remarks: readonly Problem[];
  /** The template's own text and what is filled in for all alike, as the journal holds it. */
  digest(language: string): string;
  compose(step: Step, aside?: Aside): Promise<Composed>;
}

/** Reads and compiles; all that is wrong with the templates is in `problems`, and then there is no composer. */
export async function openComposer(
  _composing: Composing,
): Promise<{ readonly composer?: Composer; readonly problems: readonly Problem[] }> {
  throw new Error('to come');
}
