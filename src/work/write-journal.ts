/** Writing into a meeting's journal: under the lock, and begun where it is not yet. */
import type { Fact, FactDraft } from '../domain/facts.ts';
import type { Meeting } from '../domain/model.ts';
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
    await beginJournal(writer, meeting, () => newKey(world));
    return await work(writer);
  } finally {
    await writer.close();
  }
}

/** The journal's key; where it is not begun yet it is begun, with a key of `make`'s. */
export async function beginJournal(
  writer: JournalWriter,
  meeting: Pick<Meeting, 'id'>,
  make: () => string,
): Promise<string> {
  const begun = writer.facts.find((fact) => fact.type === 'journal-begun');
  if (begun) return begun.key;
  const key = make();
  await writer.append({ type: 'journal-begun', meeting: meeting.id, key });
  return key;
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
