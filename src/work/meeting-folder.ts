/** Which folder a command is about. */
import { EXIT, MikronetError } from '../errors.ts';
import { MEETING_FILE } from '../format/meeting-json.ts';
import type { Words } from '../words/words.ts';
import type { World } from '../world.ts';

export interface FoundFolder {
  /** Absolute. */
  readonly folder: string;
  /** Set where nobody named the folder: the sentence that names it. */
  readonly notice?: string;
}

/**
 * `--folder`, else MIKRONET_FOLDER, else the nearest folder upward that holds a meeting.json, else
 * the only meeting in ./data. A folder that was named is taken as it is: what is missing in it is
 * said when it is read.
 */
export async function findFolder(
  world: World,
  named: string | undefined,
  say: Words<'opening'>,
): Promise<FoundFolder> {
  const chosen = named ?? world.env['MIKRONET_FOLDER'];
  if (chosen) return { folder: world.files.path(chosen) };
  const upward = await nearestUpward(world);
  if (upward !== undefined) return { folder: upward };
  const [only, ...others] = await meetingsIn(world, 'data');
  if (only === undefined) {
    throw new MikronetError(EXIT.usage, {
      message: say.noMeeting(world.cwd),
      hint: say.noMeetingHint,
    });
  }
  if (others.length > 0) {
    throw new MikronetError(EXIT.usage, {
      message: say.severalMeetings([only, ...others]),
      hint: say.severalMeetingsHint(only),
    });
  }
  return { folder: world.files.path(only), notice: say.using(only) };
}

async function nearestUpward(world: World): Promise<string | undefined> {
  for (let folder = world.cwd; ;) {
    if (await holdsMeeting(world, folder)) return folder;
    const above = world.files.path(folder, '..');
    if (above === folder) return undefined;
    folder = above;
  }
}

/** Paths as a person would type them, sorted. */
async function meetingsIn(world: World, folder: string): Promise<readonly string[]> {
  if ((await world.files.stat(folder))?.kind !== 'folder') return [];
  const found: string[] = [];
  for (const name of await world.files.list(folder)) {
    if (await holdsMeeting(world, `${folder}/${name}`)) found.push(`${folder}/${name}`);
  }
  return found;
}

async function holdsMeeting(world: World, folder: string): Promise<boolean> {
  // Whatever it is: where it is no file, reading it says so.
  return (await world.files.stat(world.files.path(folder, MEETING_FILE))) !== undefined;
}
