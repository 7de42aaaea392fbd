/** Writing into a meeting's journal: under the lock, and begun where it is not yet. */
import type { Fact, FactDraft } from '../domain/facts.ts';
import type { JournalWriter, World } from '../world.ts';
import type { Opened } from './open-meeting.ts';

const KEY_BYTES = 32;

/** Opens the journal, lets `work` write, and closes it whatever happens. */
export async function withJournal<T>(
  { journal, meeting, world }: Pick<Opened, 'journal' | 'meeting' | 'world'>,
  work: (writer: JournalWriter) => Promise<T>,
): Promise<T> {
  const writer = await journal.open();
  try {
    if (!writer.facts.some(({ type }) => type === 'journal-begun')) {
      await writer.append({
        type: 'journal-begun',
        meeting: meeting.id,
        key: newKey(world),
      });
    }
    return await work(writer);
  } finally {
    await writer.close();
  }
}

/** Writes facts in one go. */
export async function writeFacts(
  opened: Pick<Opened, 'journal' | 'meeting' | 'world'>,
  ...facts: readonly FactDraft[]
): Promise<void> {
  await withJournal(opened, (writer) => writer.append(...facts));
}

/** Of a journal that is not begun yet. */
export function newKey({ random }: Pick<World, 'random'>): string {
  return base64url(random(KEY_BYTES));
}

/** A fact for a journal that is written anew: there nobody else gives it its id and time. */
export function newFact({ clock, random }: World, draft: FactDraft): Fact {
  const id = base64url(random(9));
  return { v: 1, id, at: new Date(clock.now()).toISOString(), ...draft } as Fact;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
