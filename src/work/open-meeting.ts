/**
 * Opens a meeting for a command: finds its folder, reads meeting.json, networks.csv and the
 * journal, and derives what is true now. Everything that is wrong is thrown at once (exit 2).
 */
import type { Meeting, Row } from '../domain/model.ts';
import type { ScreenLanguage } from '../words/words.ts';
import type { Journal, JournalReading, World } from '../world.ts';

/** What every command about a meeting works with. */
export interface Opened {
  /** Absolute path of the meeting's folder. */
  readonly folder: string;
  /** The world as the meeting sees it: in a rehearsal its clock starts where meeting.json says. */
  readonly world: World;
  readonly meeting: Meeting;
  readonly rows: readonly Row[];
  readonly journal: Journal;
  /** The journal as it stood when the command began. */
  readonly reading: JournalReading;
  // `state` (domain/state.ts) and `roster` (domain/identity.ts) stand here as soon as they land.
}

/** `front` is what a command was handed; `flags` its own. */
export async function openMeeting(
  front: { readonly world: World; readonly language: ScreenLanguage },
  flags: { readonly folder?: string },
): Promise<Opened> {
  await Promise.reject(new Error(`not built yet: ${front.language} ${flags.folder ?? ''}`));
  throw new Error('unreachable');
}
