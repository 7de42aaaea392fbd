/** Looks for messages in doubt in the Sent folder before a command that sends asks about them. */
import { namesIn } from '../domain/identity.ts';
import { deliveryOf } from '../domain/message-state.ts';
import { printable } from '../format/screens/lines.ts';
import { mailSettings } from '../work/mail-settings.ts';
import { refold, type Opened } from '../work/open-meeting.ts';
import { words } from '../words/words.ts';
import { MailboxError, type Mailbox } from '../world.ts';
import type { Front } from './command.ts';

/** Absence proves nothing, and neither does a mailbox that cannot be read: the doubt stays. */
export async function evidenceFirst(front: Front, opened: Opened): Promise<Opened> {
  const { world, state, roster, reading } = opened;
  const isDoubtful = [...state.messages.values()].some(
    (message) => deliveryOf(message, reading.holder?.run) === 'in-doubt',
  );
  if (!isDoubtful) return opened;
  const { imap } = await mailSettings(world, opened.folder, await words(front.language, 'servers'));
  if (!imap) return opened;
  // Doubt is rare, and it knows the reading of mails.
  const { clearDoubts } = await import('../work/sync.ts');
  const say = await words(front.language, 'replies');
  const nameOf = namesIn(roster);
  let mailbox: Mailbox | undefined;
  try {
    mailbox = await world.openMailbox(imap);
    await clearDoubts(opened, mailbox, {
      cleared: ({ network, address }) =>
        world.terminal.err(printable(say.line.cleared(nameOf(network), address))),
    });
  } catch (error) {
    if (!(error instanceof MailboxError) || error.trouble === 'interrupted') throw error;
    world.terminal.err(printable(say.noEvidence(imap.host, error.detail)));
  } finally {
    await mailbox?.close();
  }
  return refold(opened);
}
