/** `preview`: the mails as they would be sent, as files and as a page to look at. */
import { USUAL_AUDIENCE } from '../domain/mailings/audience.ts';
import { MAILINGS, type Mailing } from '../domain/model.ts';
import { textIn } from '../domain/texts.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { moments } from '../format/screens/moments.ts';
import { previewPage, type PreviewedContact } from '../format/screens/preview-page.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { openPlanner } from '../work/planner.ts';
import { composerFor } from '../work/post.ts';
import { lookAt, type Looked } from '../work/preview.ts';
import { openPreviewFolder, PREVIEW_FOLDER } from '../work/preview-folder.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  nextCommand,
  printJson,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly mailing?: string;
  readonly output?: string;
  readonly open?: boolean;
}

type Say = Words<'previewing'>;

const preview: CommandModule = async (command, front) => {
  const say = await words(front.language, 'previewing');
  command
    .argument('[network]', say.argument)
    .option('--mailing <name>', say.flags.mailing)
    .option('-o, --output <dir>', say.flags.output)
    .option('--open', say.flags.open);
  examples(command, front, say.examples);
  command.action(async (network: string | undefined, flags: Flags) =>
    front.done(await run(front, say, network, flags)),
  );
};

export default preview;

async function run(
  front: Front,
  say: Say,
  named: string | undefined,
  flags: Flags,
): Promise<ExitCode> {
  const mailing = readMailing(flags.mailing ?? 'invitation', say);
  const opened = await openMeeting(front, flags);
  const { world, roster, folder: meetingFolder } = opened;
  const { files, terminal } = world;
  const only =
    named === undefined
      ? undefined
      : selectNetworks(roster.networks, [named], await words(front.language, 'opening'));
  const audience = USUAL_AUDIENCE.get(mailing);
  const planner = openPlanner(opened, {
    mailing,
    ...(audience && !only && { audiences: [audience] }),
    ...(only && { only: new Set(only.map(({ id }) => id)) }),
  });
  const plan = planner.first();
  // What was sent already can still be looked at: alone, or where nothing else is left to show.
  const specimens = only || plan.steps.length === 0 ? planner.specimens().steps : [];
  const composer = await composerFor(opened, front.language, {
    ...plan,
    steps: [...plan.steps, ...specimens],
  });
  const folder = files.path(flags.output ?? files.path(meetingFolder, PREVIEW_FOLDER));
  const previews = await openPreviewFolder(files, folder);
  let count = 0;
  const looked = await lookAt(composer, roster, plan, specimens, (name, bytes) => {
    world.interruption.throwIfAborted();
    terminal.progress(say.progress((count += 1), plan.steps.length));
    return previews.write(name, bytes);
  });
  const languages = new Set(looked.flatMap(({ mail, contact }) => (mail ? contact.language : [])));
  const path = await previews.finish(
    await pageOf(front, opened, mailing, looked, say),
    mailing,
    Object.fromEntries([...languages].map((language) => [language, composer.digest(language)])),
  );

  if (flags.json) printJson(world, asJson(mailing, path, looked));
  else {
    const skipped = looked.filter(({ reason }) => reason !== undefined).length;
    terminal.err(say.written(looked.length - skipped, skipped));
    terminal.out(`${printable(path)}\n`);
  }
  if (flags.open && !(await world.openFile(path))) terminal.err(say.notOpened);
  if (mailing === 'invitation') nextCommand(world, say.next);
  return EXIT.done;
}

/** Names of templates are names of files: nothing that leads elsewhere. */
function readMailing(typed: string, say: Say): Mailing {
  if (/^[a-z0-9][a-z0-9-]{0,60}$/.test(typed)) return typed;
  throw new MikronetError(EXIT.usage, {
    message: say.badMailing(typed),
    hint: say.badMailingHint(MAILINGS),
  });
}

async function pageOf(
  front: Front,
  { meeting, world }: Opened,
  mailing: Mailing,
  looked: readonly Looked[],
  say: Say,
): Promise<string> {
  const { skips } = await words(front.language, 'sending');
  const when = moments(front.language, meeting.timeZone);
  const builtIn = MAILINGS.find((each) => each === mailing);
  const { organizer } = meeting;
  return previewPage(
    {
      language: front.language,
      meeting: textIn(meeting.title, meeting.language),
      mailing: builtIn ? say.page.mailings[builtIn] : mailing,
      from: `${organizer.name} <${organizer.email}>`,
      moment: when.dayAndTime(world.clock.now()),
      contacts: looked.map(({ network, contact, mail, file, reason }): PreviewedContact => ({
        network: network.name,
        ...(contact.name !== undefined && { contact: contact.name }),
        address: contact.address,
        language: contact.language,
        ...(mail && { mail }),
        ...(file !== undefined && { file }),
        ...(reason !== undefined && { skipped: skips[reason] }),
      })),
    },
    say.page,
  );
}

function asJson(mailing: Mailing, page: string, looked: readonly Looked[]) {
  const items = looked.map(({ network, contact, mail, file, reason }) => ({
    network: network.id,
    email: contact.address,
    ...(file !== undefined && { subject: mail?.subject, file }),
    ...(reason !== undefined && { reason }),
  }));
  return {
    v: 1,
    mailing,
    page,
    mails: items.filter(({ reason }) => reason === undefined),
    skipped: items.filter(({ reason }) => reason !== undefined),
  };
}
