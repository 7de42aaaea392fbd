/** `mikronet` alone: where the meeting stands and what to do today. */
import type { Mailing } from '../domain/model.ts';
import { tasks } from '../domain/today.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { moments } from '../format/screens/moments.ts';
import { paint } from '../format/screens/paint.ts';
import { todayScreen } from '../format/screens/today-screen.ts';
import { findFolder } from '../work/meeting-folder.ts';
import { openPlanner } from '../work/planner.ts';
import { openMeeting, statusOf } from '../work/open-meeting.ts';
import { words } from '../words/words.ts';
import {
  printJson,
  printLines,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

const today: CommandModule = (command, front) => {
  command.action(async (flags: SharedFlags) => front.done(await run(front, flags)));
};

export default today;

/** Mailings that tell what is no longer as it was. */
const NEWS: ReadonlySet<Mailing> = new Set(['update', 'cancellation']);

async function run(front: Front, flags: SharedFlags): Promise<ExitCode> {
  const say = await words(front.language, 'today');
  if (!(await isThereAMeeting(front, flags))) {
    printLines(front.world, say.noMeeting);
    return EXIT.done;
  }
  const opened = await openMeeting(front, flags);
  const { meeting, state, roster, world } = opened;
  const status = statusOf(opened);
  const now = world.clock.now();
  const sent = [...state.messages.values()].filter(({ delivery }) => delivery === 'sent');
  const news = sent.flatMap(({ mailing, at, sentAt = at }) => (NEWS.has(mailing) ? sentAt : []));
  const todo = tasks(status, {
    now,
    ...(meeting.replyBy && { replyByEnds: meeting.replyBy.endsAt }),
    toUpdate: openPlanner(opened, { mailing: 'update' }).first().steps.length,
    ...(news.length > 0 && { newsSentAt: news.reduce((last, each) => Math.max(last, each)) }),
    mailingsSent: new Set(sent.map(({ mailing }) => mailing)),
  });
  if (flags.json) {
    printJson(world, { v: 1, counts: status.counts, today: todo });
    return EXIT.done;
  }
  const lines = todayScreen(status, todo, {
    say,
    moments: moments(front.language, meeting.timeZone),
    paint: paint(world.terminal.colors),
    now,
    width: screenWidth(world),
    phone: ({ id }) =>
      roster.networks
        .find((network) => network.id === id)
        ?.contacts.map(({ row }) => row?.phone)
        .find((phone) => phone !== undefined),
  });
  printLines(world, lines);
  return EXIT.done;
}

/** Nobody who types the bare name in any folder has made a mistake. */
async function isThereAMeeting({ world, language }: Front, flags: SharedFlags): Promise<boolean> {
  if (flags.folder !== undefined || world.env['MIKRONET_FOLDER']) return true;
  try {
    await findFolder(world, undefined, await words(language, 'opening'));
    return true;
  } catch (error) {
    if (error instanceof MikronetError) return false;
    throw error;
  }
}
