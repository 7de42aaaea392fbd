/** Where mails go: to the server, to files, or nowhere. */
import { isLoopback } from '../domain/hosts.ts';
import { paceFor } from '../domain/sending-presets.ts';
import type { Limit } from '../domain/model.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import type { Words } from '../words/words.ts';
import type { Files, Journal, Transport } from '../world.ts';
import { mailSettings } from './mail-settings.ts';
import type { Opened } from './open-meeting.ts';
import { outbox } from './outbox.ts';
import { keepingCopies, sentCopies } from './sent-folder.ts';
import { unwritten } from './unwritten-journal.ts';

/** How mails get there, how it is recorded, and what is said afterwards. */
export interface Destination {
  /** The mails leave for their recipients. */
  readonly isReal: boolean;
  /** Its name, for the plan; absent where the mails go to no server. */
  readonly server?: string;
  readonly limits: readonly Limit[];
  readonly journal: Journal;
  openTransport(): Promise<Transport>;
  /** The sentence after it is done. */
  done(mails: number): string;
  readonly next: string;
}

/** As the flags say it. */
interface Way {
  readonly dryRun: boolean;
  readonly outbox?: string;
  readonly testTo?: string;
}

/** No server set up: exit 2 with the ways out. A rehearsal sends to loopback alone. */
export async function destinationOf(
  { world, meeting, folder, journal }: Opened,
  way: Way,
  say: Words<'sending'>,
  servers: Words<'servers'>,
): Promise<Destination> {
  const nowhere = unwritten(journal, world.clock);
  if (way.outbox !== undefined) {
    return intoFiles(world.files, world.files.path(way.outbox), nowhere, say);
  }
  const { smtp, imap } = await mailSettings(
    world,
    folder,
    servers,
    way.dryRun ? undefined : 'smtp',
  );
  if (!smtp && !way.dryRun) {
    throw new MikronetError(EXIT.usage, { message: say.noSmtp, hint: say.noSmtpHint });
  }
  if (smtp && !way.dryRun && meeting.rehearsal !== undefined && !isLoopback(smtp.host)) {
    throw new MikronetError(EXIT.usage, {
      message: say.rehearsalOnly(smtp.host),
      hint: say.rehearsalHint,
    });
  }
  const pace = paceFor(smtp?.host ?? '', meeting.sending);
  return {
    isReal: !way.dryRun,
    ...(smtp && { server: smtp.host }),
    limits: pace.limits,
    journal: way.dryRun ? nowhere : journal,
    async openTransport() {
      if (!smtp) throw new Error('a dry run opens nothing');
      const { leavingOnStop } = await import('./leaving-transport.ts');
      const transport = leavingOnStop(
        await world.openTransport({ ...smtp, connections: pace.connections }),
        world.clock,
        world.interruption,
      );
      // Nobody keeps what she sent to herself to try it.
      if (!imap || way.testTo !== undefined) return transport;
      return keepingCopies(
        transport,
        sentCopies(() => world.openMailbox(imap), smtp.host),
        (count, why) => world.terminal.err(printable(say.result.noCopies(count, why))),
      );
    },
    done: (mails) =>
      way.testTo === undefined ? say.result.sent(mails) : say.result.testsSent(mails, way.testTo),
    next: way.testTo === undefined ? say.next.status : say.next.answerTest,
  };
}

function intoFiles(
  files: Files,
  folder: string,
  journal: Journal,
  say: Words<'sending'>,
): Destination {
  return {
    isReal: false,
    limits: [],
    journal,
    openTransport: () => Promise.resolve(outbox(files, folder)),
    done: (mails) => say.result.written(mails, folder),
    next: say.next.status,
  };
}
