/** What a mail can mean for the meeting, once it is understood and matched to an invitation. */
import type { MessageSubmitted, Suggestion } from '../domain/facts.ts';
import type { ReplyContent, Rung } from '../domain/model.ts';

/** One of our messages, as a mail can speak of it. */
export type AboutOne = Pick<MessageSubmitted, 'message' | 'network' | 'address' | 'mailing'>;

/** What a mail means for the meeting, once it is understood and matched to an invitation. */
export type Meaning =
  | { readonly kind: 'passed-over' }
  | {
      readonly kind: 'reply';
      readonly network: string;
      readonly contact: string;
      readonly reply: ReplyContent;
      readonly via: 'form' | 'calendar' | 'words';
      readonly rung: Rung;
      readonly sentence?: string;
      readonly flags?: readonly string[];
      readonly calendar?: { readonly sequence: number; readonly dtstamp: string };
    }
  | {
      readonly kind: 'set-aside';
      /** A key of words/…/replies.ts. */
      readonly reason: string;
      readonly text: string;
      readonly sentence?: string;
      readonly rung?: Rung;
      readonly suggestion?: Suggestion;
    }
  | {
      readonly kind: 'request';
      readonly text: string;
      readonly suggested?: { readonly network?: string; readonly contact?: string };
    }
  | { readonly kind: 'bounce'; readonly bounces: readonly TiedBounce[] }
  | {
      readonly kind: 'automatic';
      readonly network: string;
      readonly contact: string;
      readonly text: string;
    }
  | {
      readonly kind: 'opt-out';
      readonly network: string;
      readonly contact: string;
      readonly sentence?: string;
    }
  /** An answer to a test mail: shown, and nothing filed. */
  | { readonly kind: 'test'; readonly reply?: ReplyContent; readonly sentence?: string };

/** A report on one of our messages, tied to it by what only its recipient's server knew. */
export interface TiedBounce {
  readonly about: AboutOne;
  readonly delayed: boolean;
  readonly permanent: boolean;
  readonly status?: string;
  readonly diagnostic?: string;
}
