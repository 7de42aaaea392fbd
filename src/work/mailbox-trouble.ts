/** Why the mailbox cannot be read, in words and with its exit code. */
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { MailboxError, type MailboxTrouble } from '../world.ts';

/** Settings that must be mended are 2; what may go well the next time is 75. */
const EXITS: Readonly<Record<Exclude<MailboxTrouble, 'interrupted'>, ExitCode>> = {
  'login-refused': EXIT.usage,
  certificate: EXIT.usage,
  'no-starttls': EXIT.usage,
  'not-imap': EXIT.unfinished,
  unreachable: EXIT.unfinished,
  'no-folder': EXIT.usage,
  'folder-renewed': EXIT.unfinished,
  refused: EXIT.unfinished,
};

/** A MailboxError as what a person can act on; anything else, and Ctrl-C, as it is. */
export function explained(error: unknown, host: string, say: Words<'replies'>): unknown {
  if (!(error instanceof MailboxError) || error.trouble === 'interrupted') return error;
  const { trouble, detail } = error;
  return new MikronetError(EXITS[trouble], {
    message: say.mailbox[trouble](host, detail),
    hint: say.mailbox[`${trouble}Hint`],
  });
}
