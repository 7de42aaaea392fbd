/**
 * Opens a meeting for a command: finds its folder, reads meeting.json, networks.csv and the
 * journal, and derives what is true now. Everything that is wrong is thrown at once (exit 2).
 */
import type { StatusJson } from '../domain/contract.ts';
import { identify, type Roster } from '../domain/identity.ts';
import type { Meeting, Row } from '../domain/model.ts';
import { report } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { vanished } from '../domain/vanished.ts';
import { isoWithOffset, isTimeZone, zonedTime } from '../domain/zoned-time.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { MEETING_FILE, readMeeting } from '../format/meeting-json.ts';
import { NETWORKS_FILE, readNetworks, type NetworksReading } from '../format/lists/networks-csv.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import { FileError, type Clock, type Journal, type JournalReading, type World } from '../world.ts';
import { findFolder } from './meeting-folder.ts';
import { foldJournal } from './read-journal.ts';

/** What every command about a meeting works with. */
export interface Opened {
  /** Absolute path of the meeting's folder. */
  readonly folder: string;
  /** The world as the meeting sees it: in a rehearsal its clock starts where meeting.json says. */
  readonly world: World;
  readonly meeting: Meeting;
  readonly networks: NetworksReading;
  readonly rows: readonly Row[];
  readonly journal: Journal;
  /** The journal as it stood when the command began. */
  readonly reading: JournalReading;
  readonly state: State;
  readonly roster: Roster;
}

/** The files of a meeting's folder as they could be read, and all that is wrong with them. */
export interface MeetingFiles {
  readonly folder: string;
  readonly meeting?: Meeting;
  readonly networks?: NetworksReading;
  readonly problems: readonly Problem[];
}

/** Which meeting, and whether to say how it was read. */
interface Which {
  readonly folder?: string;
  readonly verbose?: boolean;
}

/** Of what a command was handed, as much as work/ needs. */
export interface Front {
  readonly world: World;
  readonly language: ScreenLanguage;
}

/** meeting.json is small; one that is larger is something else. */
const MEETING_LIMIT = 1024 * 1024;

/** A list without a network is a problem, unless it may be so. */
export async function openMeeting(
  front: Front,
  flags: Which,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): Promise<Opened> {
  const { folder, meeting, networks, problems: all } = await readFolder(front, flags);
  const problems =
    mayBeEmpty && networks?.isEmpty
      ? all.filter((problem) => !networks.problems.includes(problem))
      : all;
  if (!meeting || !networks || problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  const say = await words(front.language, 'opening');
  const world = rehearsing(front.world, meeting, say);
  const journal = world.journals.at(folder);
  const { reading, state } = await foldJournal(journal);
  if (reading.conflictedCopies.length > 0) {
    world.terminal.err(printable(say.conflictedCopies(reading.conflictedCopies)));
  }
  if (reading.torn) world.terminal.err(say.torn(reading.torn.line));
  const roster = identify(meeting, networks.rows, state);
  for (const { name, address } of vanished(state, networks.rows)) {
    world.terminal.err(printable(say.vanished(name, address)));
  }
  return { folder, world, meeting, networks, rows: networks.rows, journal, reading, state, roster };
}

/** Reads both files; throws only where there is no meeting at all. */
export async function readFolder({ world, language }: Front, flags: Which): Promise<MeetingFiles> {
  const [say, opening] = await Promise.all([
    words(language, 'reading'),
    words(language, 'opening'),
  ]);
  const { folder, notice } = await findFolder(world, flags.folder, opening);
  if (notice !== undefined) world.terminal.err(printable(notice));
  const now = world.env['MIKRONET_NOW'];
  const problems: Problem[] = [];
  if (now && !isInstant(now)) {
    problems.push({ message: opening.badNow(now), hint: opening.badNowHint });
  }

  const meetingBytes = await readOr(world, folder, MEETING_FILE, MEETING_LIMIT, problems, language);
  if (meetingBytes === 'not-found') {
    throw new MikronetError(EXIT.usage, {
      message: opening.noMeeting(folder),
      hint: opening.noMeetingHint,
    });
  }
  const read = meetingBytes && readMeeting(meetingBytes, say, zoneOf(world.clock));
  problems.push(...(read?.problems ?? []));

  const listBytes = await readOr(world, folder, NETWORKS_FILE, undefined, problems, language);
  if (listBytes === 'not-found') {
    problems.push({
      file: NETWORKS_FILE,
      message: opening.missingNetworks,
      hint: opening.missingNetworksHint,
    });
  }
  const networks =
    listBytes && listBytes !== 'not-found'
      ? readNetworks(listBytes, read?.columns ?? {}, say)
      : undefined;
  problems.push(...(networks?.problems ?? []));
  if (flags.verbose && networks) {
    const { encoding, delimiter } = networks.dialect;
    world.terminal.err(opening.assumed(encoding, opening.delimiters[delimiter]));
  }
  return {
    folder,
    ...(read?.meeting && { meeting: read.meeting }),
    ...(networks && { networks }),
    problems,
  };
}

/** Of a year that can be written in four digits. */
function isInstant(text: string): boolean {
  const instant = Date.parse(text);
  return instant >= Date.UTC(1000, 0) && instant < Date.UTC(10_000, 0);
}

/** The process goes by the meeting's clock, where it can: that spares it to load Intl. */
function zoneOf(clock: Clock): (name: string) => boolean {
  return (name) => (clock.goBy?.(name) ?? false) || isTimeZone(name);
}

/** The bytes of a file; what keeps it from being read becomes a problem. */
async function readOr(
  { files }: World,
  folder: string,
  name: string,
  limit: number | undefined,
  problems: Problem[],
  language: ScreenLanguage,
): Promise<Uint8Array | 'not-found' | undefined> {
  try {
    return await files.read(files.path(folder, name), limit);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.trouble === 'not-found') return 'not-found';
    const { files: why } = await words(language, 'general');
    problems.push({ file: name, message: why[error.trouble] });
    return undefined;
  }
}

/** MIKRONET_NOW wins for the time; the rehearsal is said either way. */
function rehearsing(world: World, meeting: Meeting, say: Words<'opening'>): World {
  const start = meeting.rehearsal && zonedTime(meeting.rehearsal, meeting.timeZone);
  if (!start || typeof start === 'string') return world;
  const ahead = world.env['MIKRONET_NOW'] ? 0 : start.instant - world.clock.now();
  const clock: Clock = {
    now: () => world.clock.now() + ahead,
    sleep: (milliseconds, signal) => world.clock.sleep(milliseconds, signal),
    turn: () => world.clock.turn(),
  };
  world.terminal.err(
    say.rehearsal(isoWithOffset(clock.now(), meeting.timeZone).slice(0, 16).replace('T', ' ')),
  );
  const { journals } = world;
  return { ...world, clock, journals: { ...journals, at: (folder) => journals.at(folder, clock) } };
}

/** The same meeting with what the journal holds now. */
export async function refold(opened: Opened): Promise<Opened> {
  const { reading, state } = await foldJournal(opened.journal);
  return { ...opened, reading, state, roster: identify(opened.meeting, opened.rows, state) };
}

/** Everything that is true now, as `status --json` says it. */
export function statusOf({ meeting, roster, state, reading }: Opened): StatusJson {
  return report(meeting, roster, state, reading.holder?.run);
}
