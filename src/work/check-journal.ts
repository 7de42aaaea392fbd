/** What `check` says about the journal, worst first; also where the other files cannot be read. */
import { vanished } from '../domain/vanished.ts';
import { MikronetError, type Problem } from '../errors.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import { words, type ScreenLanguage } from '../words/words.ts';
import { FileError, JOURNAL_FILE } from '../world.ts';
import {
  openMeeting,
  statusOf,
  type Front,
  type MeetingFiles,
  type Opened,
} from './open-meeting.ts';

export async function journalProblems(
  front: Front,
  { folder, problems }: MeetingFiles,
): Promise<readonly Problem[]> {
  const { world, language } = front;
  const say = await words(language, 'opening');
  try {
    const { conflictedCopies, torn } = await world.journals.at(folder).read();
    // Nothing is derived from files that cannot be read.
    const opened = problems.length === 0 ? await openMeeting(silent(front), { folder }) : undefined;
    return [
      ...(opened ? await doubts(opened, language) : []),
      ...(conflictedCopies.length > 0 ? [{ message: say.conflictedCopies(conflictedCopies) }] : []),
      ...(torn ? [{ message: say.torn(torn.line) }] : []),
      ...(opened ? await shortcomings(opened, language) : []),
    ];
  } catch (error) {
    if (error instanceof MikronetError) return error.problems;
    if (!(error instanceof FileError)) throw error;
    const { files } = await words(language, 'general');
    return [{ file: JOURNAL_FILE, message: files[error.trouble] }];
  }
}

/** What opening says in passing is a problem of its own here. */
function silent(front: Front): Front {
  const { terminal } = front.world;
  return { ...front, world: { ...front.world, terminal: { ...terminal, err: () => {} } } };
}

async function doubts(opened: Opened, language: ScreenLanguage): Promise<readonly Problem[]> {
  const { check: say } = await words(language, 'setup');
  const { inDoubt } = statusOf(opened).counts.messages;
  return inDoubt > 0 ? [{ message: say.inDoubt(inDoubt), hint: say.inDoubtHint }] : [];
}

async function shortcomings(opened: Opened, language: ScreenLanguage): Promise<readonly Problem[]> {
  const [{ check: say }, opening] = await Promise.all([
    words(language, 'setup'),
    words(language, 'opening'),
  ]);
  const { counts, meeting } = statusOf(opened);
  const room = (meeting.capacity ?? 0) - counts.seats.reserved;
  return [
    ...vanished(opened.state, opened.rows).map(({ name, address }) => ({
      file: NETWORKS_FILE,
      message: opening.vanished(name, address),
    })),
    ...((counts.seats.free ?? 0) < 0
      ? [{ message: say.overbooked(counts.seats.coming, room), hint: say.overbookedHint }]
      : []),
  ];
}
