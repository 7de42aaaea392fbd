/** What `check` says about the settings of the mailbox, as far as one can see without the network. */
import type { Problem } from '../errors.ts';
import { near } from '../domain/names.ts';
import { ENV_FILE, readEnv, strayLines } from '../format/env-file.ts';
import { words, type Words } from '../words/words.ts';
import { FileError, type World } from '../world.ts';
import { ENV_LIMIT, lookAtSettings, SETTINGS } from './mail-settings.ts';
import type { Front, MeetingFiles } from './open-meeting.ts';

export async function envProblems(
  { world, language }: Front,
  { folder }: MeetingFiles,
): Promise<readonly Problem[]> {
  const [{ check: say }, servers, general] = await Promise.all([
    words(language, 'setup'),
    words(language, 'servers'),
    words(language, 'general'),
  ]);
  try {
    const { problems } = await lookAtSettings(world, folder, servers);
    return [
      ...problems,
      ...(await inFile(world, folder, say)),
      ...(await misnamed(world, folder, say)),
    ];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const isHere = error.path === world.files.path(folder, ENV_FILE);
    return [{ file: isHere ? ENV_FILE : error.path, message: general.files[error.trouble] }];
  }
}

type Say = Words<'setup'>['check'];

async function inFile({ files }: World, folder: string, say: Say): Promise<readonly Problem[]> {
  const path = files.path(folder, ENV_FILE);
  const found = await files.stat(path);
  if (found?.kind !== 'file') return [];
  const text = new TextDecoder().decode(await files.read(path, ENV_LIMIT));
  const unknown = Object.keys(readEnv(text)).filter(
    (name) => name.startsWith('MIKRONET_') && !SETTINGS.includes(name),
  );
  return [
    ...(found.othersMayRead
      ? [{ file: ENV_FILE, message: say.envOpen, hint: say.envOpenHint(path) }]
      : []),
    // The line itself may hold the password.
    ...strayLines(text).map((line) => ({
      file: ENV_FILE,
      line,
      message: say.envLine,
      hint: say.envLineHint,
    })),
    ...unknown.map((name) => ({
      file: ENV_FILE,
      message: say.envName(name),
      hint: say.envNameHint(near(name, SETTINGS)[0]),
    })),
  ];
}

/** Windows hides the ending of a file that an editor named .env.txt. */
async function misnamed({ files }: World, folder: string, say: Say): Promise<readonly Problem[]> {
  const names = (await files.stat(folder))?.kind === 'folder' ? await files.list(folder) : [];
  return names
    .filter((name) => /^\.?env\.txt$/i.test(name))
    .map((name) => ({ file: name, message: say.envTxt(name), hint: say.envTxtHint }));
}
