/**
 * `--again`: once more to those who have had it. A run that was stopped half-way is gone on with,
 * so that those whom it reached are not written to a third time.
 */
import { sentAtOf } from '../message-state.ts';
import type { Case } from './case.ts';

/** Those whom the last such run has reached, while it has not reached all that it was meant for. */
export function hadAgain(cases: readonly Case[]): (one: Case) => boolean {
  const had = cases.flatMap((one) => {
    const message = one.contact.messages.findLast(
      (each) => each.mailing === one.planning.mailing && one.mayHave(each),
    );
    return message?.submitted ? [{ one, n: message.submitted.n, at: sentAtOf(message) }] : [];
  });
  const most = had.reduce((sum, { n }) => Math.max(sum, n), 1);
  const round = had.filter(({ n }) => n === most);
  const began = round.reduce((first, { at }) => Math.min(first, at), Infinity);
  const isUnfinished = most > 1 && had.some(({ n, at }) => n < most && at < began);
  const reached = new Set(isUnfinished ? round.map(({ one }) => one) : []);
  return (one) => reached.has(one);
}
