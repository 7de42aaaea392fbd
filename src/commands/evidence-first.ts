/** Looks for what became of messages in doubt, before a command that sends asks about them. */
import { deliveryOf } from '../domain/message-state.ts';
import { EXIT } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { mailSettings, withMailbox } from '../work/mail-settings.ts';
import { refold, type Opened } from '../work/open-meeting.ts';
import { words } from '../words/words.ts';
import { MailboxError } from '../world.ts';
import type { Front } from './command.ts';
import type { ReadFirst } from './read-first.ts';

/**
 * A reply, a bounce and our own mail in the Sent folder are proofs; `sentOnly` where the answers are
 * not to be read. Absence proves nothing, and neither does a mailbox that cannot be read: the doubt
 * stays.
 */
export async function evidenceFirst(
  front: Front,
  opened: Opened,
  { sentOnly }: { readonly sentOnly: boolean },
): Promise<ReadFirst> {
  const { world, state, reading } = opened;
  const isDoubtful = [...state.messages.values()].some(
    (message) => deliveryOf(message, reading.holder?.run) === 'in-doubt',
  );
  if (!isDoubtful) return { opened, exit: EXIT.done };
  const { imap } = await mailSettings(world, opened.folder, await words(front.language, 'servers'));
  if (!imap) return { opened, exit: EXIT.done };
  // Doubt is rare, and it knows the reading of mails.
  const [{ clearDoubts, syncMailbox }, { emptyTally }, { tellingBy }, say] = await Promise.all([
    import('../work/sync.ts'),
    import('../work/take-in.ts'),
    import('./sync-talk.ts'),
    words(front.language, 'replies'),
  ]);
  const listener = tellingBy(opened, say, (line) => world.terminal.err(line));
  const tally = emptyTally();
  try {
    await withMailbox(world, imap, (mailbox) =>
      sentOnly
        ? clearDoubts(opened, mailbox, listener)
        : syncMailbox(opened, mailbox, tally, listener, { note: true }),
    );
  } catch (error) {
    if (!(error instanceof MailboxError) || error.trouble === 'interrupted') throw error;
    world.terminal.err(printable(say.noEvidence(imap.host, error.detail)));
  }
  const isSetAside = tally.setAside + tally.requests > 0;
  return { opened: await refold(opened), exit: isSetAside ? EXIT.attention : EXIT.done };
}
