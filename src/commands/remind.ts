/** `remind`: a reminder to those who were invited and have not answered, by what is known just now. */
import type { Problem } from '../errors.ts';
import { parseDuration } from '../format/duration.ts';
import { words } from '../words/words.ts';
import { examples, type CommandModule } from './command.ts';
import { readFirst } from './read-first.ts';
import { sendMailing } from './send-mailing.ts';
import { readRequest, sendingFlags, type SendingFlags } from './sending-flags.ts';

interface Flags extends SendingFlags {
  readonly tentative?: boolean;
  readonly notWithin?: string;
  /** --no-sync makes it false. */
  readonly sync: boolean;
}

const remind: CommandModule = async (command, front) => {
  const say = await words(front.language, 'sending');
  const more = await words(front.language, 'mailings');
  sendingFlags(command, say, more)
    .option('--tentative', more.flags.tentative)
    .option('--not-within <time>', more.flags.notWithin)
    .option('--no-sync', more.flags.noSync);
  examples(command, front, more.remindExamples);
  command.action(async (flags: Flags) => {
    const problems: Problem[] = [];
    const notWithin = flags.notWithin === undefined ? undefined : parseDuration(flags.notWithin);
    if (flags.notWithin !== undefined && notWithin === undefined) {
      problems.push({
        message: more.badNotWithin(flags.notWithin),
        hint: more.badNotWithinHint,
      });
    }
    const request = readRequest(flags, say, problems);
    const order = {
      mailing: 'reminder',
      ...(flags.tentative && { tentative: true }),
      ...(notWithin !== undefined && { notWithin }),
    };
    const reads = flags.sync && request.outbox === undefined && request.testTo === undefined;
    front.done(await sendMailing(front, order, flags, request, reads ? readFirst : 'not'));
  });
};

export default remind;
