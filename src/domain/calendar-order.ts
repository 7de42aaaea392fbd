/** Calendar replies in the order in which they were given, whatever the order of their mails. */
import type { Word } from './word.ts';

/**
 * Without the calendar replies that were given before one of the same contact that counts already:
 * they came late, and change nothing (RFC 5546, 2.1.5). `replies` are in the order of being said.
 */
export function withoutLateOnes(replies: readonly Word[]): readonly Word[] {
  const latest = new Map<string, NonNullable<Word['calendar']>>();
  return replies.filter(({ network, contact, calendar }) => {
    if (!calendar || !UTC.test(calendar.dtstamp)) return true;
    const whose = `${network}\n${contact ?? ''}`;
    const before = latest.get(whose);
    if (before && isBefore(calendar, before)) return false;
    latest.set(whose, calendar);
    return true;
  });
}

/** As in 20120503T080000Z: those compare as texts. */
const UTC = /^\d{8}T\d{6}Z$/;

type Stamp = NonNullable<Word['calendar']>;

function isBefore(one: Stamp, other: Stamp): boolean {
  return one.sequence === other.sequence
    ? one.dtstamp < other.dtstamp
    : one.sequence < other.sequence;
}
