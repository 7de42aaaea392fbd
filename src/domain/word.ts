/** What somebody answered: of the fact that holds it, what counts ever after. */
import type { ReplyReceived } from './facts.ts';
import type { Instant, ReplyContent } from './model.ts';

/** A reply, as it counts. */
export interface Word extends Pick<ReplyReceived, 'network' | 'source' | 'via'> {
  /** Of the fact. */
  readonly id: string;
  readonly said: Instant;
  /** Its place in the order in which all were said; at one instant, of their arrival. */
  readonly turn: number;
  /** By our own mailbox's clock where it is known: the sender's may be wrong by hours. */
  readonly arrived: Instant;
  /** The contact that it speaks for, in lower case; absent: the whole network. */
  readonly contact: string | undefined;
  readonly reply: ReplyContent;
  /** Message-ID of the mail that it came by. */
  readonly mail: string | undefined;
  readonly calendar: ReplyReceived['calendar'] | undefined;
}

/**
 * `filed`: when the journal was told, where that is not the fact's own time; `begun`: when it was
 * begun. Nobody answered before: a Date from then is a computer's that has lost the time.
 */
export function wordOf(
  fact: ReplyReceived,
  filed: Instant = Date.parse(fact.at),
  begun: Instant = -Infinity,
): Word & { turn: number } {
  const { id, network, source, via, contact, reply, mail, calendar } = fact;
  const received = instantOf(mail?.received);
  const dated = instantOf(mail?.date);
  const known = Math.min(received, filed);
  const said = dated < begun && known >= begun ? known : Math.min(dated, known);
  return {
    id,
    said,
    turn: 0,
    arrived: received === Infinity ? said : received,
    network,
    source,
    via,
    contact: contact?.toLowerCase(),
    reply,
    mail: mail?.messageId,
    calendar,
  };
}

/** When it was said: the earliest of the mail's Date, its receipt, and its reading. */
export function saidAt(fact: ReplyReceived): Instant {
  return wordOf(fact).said;
}

/** What cannot be read was never. */
function instantOf(time: string | undefined): Instant {
  const instant = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(instant) ? Infinity : instant;
}
