/** Writes down what a person decided about a mail that was set aside. */
import { factOf, waitingIn, type Decision, type Waiting } from '../domain/review.ts';
import { fold } from '../domain/state.ts';
import type { NewRow } from '../format/lists/added-row.ts';
import type { ScreenLanguage } from '../words/words.ts';
import type { JournalWriter } from '../world.ts';
import { addToList, type AddedRow } from './add-to-list.ts';
import type { Opened } from './open-meeting.ts';
import { withJournal } from './write-journal.ts';

/** False where somebody else decided about it meanwhile: then nothing is written. */
export async function decide(
  opened: Opened,
  waiting: Waiting,
  decision: Decision,
): Promise<boolean> {
  return withJournal(opened, async (writer) => {
    if (!isOpen(writer, waiting)) return false;
    await writer.append(factOf(waiting, decision));
    return true;
  });
}

/** They are to be invited: a row in networks.csv. Undefined where somebody else was faster. */
export async function grant(
  opened: Opened,
  waiting: Waiting,
  row: NewRow,
  screen: ScreenLanguage,
): Promise<AddedRow | undefined> {
  return withJournal(opened, async (writer) =>
    isOpen(writer, waiting)
      ? addToList(opened, writer, row, screen, { settles: waiting.id })
      : undefined,
  );
}

function isOpen({ facts }: JournalWriter, { id }: Waiting): boolean {
  return waitingIn(fold(facts)).some((each) => each.id === id);
}
