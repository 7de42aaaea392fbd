/** From what a mail means to the facts of the journal. Pure. */
import type { SyncJson } from '../domain/contract.ts';
import type { FactDraft, MailStamp } from '../domain/facts.ts';
import type { MailSource } from '../domain/model.ts';
import { SENTENCE_KEPT } from '../domain/review.ts';
import type { AboutOne, Meaning, TiedBounce } from '../understand/meaning.ts';

/** Words of a mail that the journal keeps, in characters. */
const TEXT_KEPT = 2_000;
const AUTOMATIC_TEXT_KEPT = 300;

/** In which count of `sync --json` a mail stands. */
export type Counted = Exclude<keyof SyncJson, 'v' | 'read'>;

export interface Filed {
  readonly counted: Counted;
  readonly facts: readonly FactDraft[];
}

/**
 * The facts of one mail, in the order in which they count. `proves` are messages in doubt that
 * the mail shows to have arrived.
 */
export function fileMail(
  meaning: Meaning,
  mail: MailStamp,
  source: MailSource,
  proves: readonly AboutOne[],
): Filed {
  const evidence = meaning.kind === 'bounce' ? 'bounce' : 'reply';
  const proofs: FactDraft[] =
    meaning.kind === 'passed-over' || meaning.kind === 'test'
      ? []
      : proves.map((message) => ({ type: 'message-sent', ...about(message), evidence }));
  const filed = factsOf(meaning, mail, source);
  return { counted: filed.counted, facts: [...proofs, ...filed.facts] };
}

function factsOf(meaning: Meaning, mail: MailStamp, source: MailSource): Filed {
  switch (meaning.kind) {
    case 'passed-over':
    // It concerns the organiser alone: an answer that is counted is one that `status` knows.
    case 'test':
      return { counted: 'passedOver', facts: [] };
    case 'reply': {
      const { kind: _kind, sentence, ...rest } = meaning;
      return {
        counted: rest.via === 'calendar' ? 'calendarReplies' : 'answers',
        facts: [{ type: 'reply-received', source, mail, ...rest, ...kept({ sentence }) }],
      };
    }
    case 'set-aside': {
      const { kind: _kind, text, sentence, ...rest } = meaning;
      return {
        counted: 'setAside',
        facts: [
          {
            type: 'mail-set-aside',
            mail,
            source,
            ...rest,
            text: text.slice(0, TEXT_KEPT),
            ...kept({ sentence }),
          },
        ],
      };
    }
    case 'request': {
      const { kind: _kind, text, ...rest } = meaning;
      return {
        counted: 'requests',
        facts: [
          { type: 'request-received', mail, source, text: text.slice(0, TEXT_KEPT), ...rest },
        ],
      };
    }
    case 'bounce':
      return { counted: 'bounces', facts: meaning.bounces.map((each) => bounceFact(each, mail)) };
    case 'automatic': {
      const { kind: _kind, text, ...whose } = meaning;
      const start = text.slice(0, AUTOMATIC_TEXT_KEPT);
      return {
        counted: 'autoReplies',
        facts: [{ type: 'automatic-reply-received', mail, ...whose, text: start }],
      };
    }
    case 'opt-out': {
      const { kind: _kind, sentence, ...whose } = meaning;
      return {
        counted: 'optOuts',
        facts: [{ type: 'opted-out', source, mail, ...whose, ...kept({ sentence }) }],
      };
    }
  }
}

function bounceFact(bounce: TiedBounce, mail: MailStamp): FactDraft {
  const { status, diagnostic, permanent, delayed } = bounce;
  const what = {
    ...about(bounce.about),
    mail,
    ...(status !== undefined && { status }),
    ...(diagnostic !== undefined && { diagnostic: diagnostic.slice(0, SENTENCE_KEPT) }),
  };
  return delayed
    ? { type: 'message-delayed', ...what }
    : { type: 'message-bounced', ...what, permanent };
}

function about({ message, network, address, mailing }: AboutOne): AboutOne {
  return { message, network, address, mailing };
}

function kept({ sentence }: { readonly sentence: string | undefined }): { sentence?: string } {
  return sentence === undefined ? {} : { sentence: sentence.slice(0, SENTENCE_KEPT) };
}
