/** `invite`: a personal invitation to every contact that has none yet. */
import { words } from '../words/words.ts';
import { examples, type CommandModule } from './command.ts';
import { sendMailing } from './send-mailing.ts';
import { readRequest, sendingFlags, type SendingFlags } from './sending-flags.ts';

const invite: CommandModule = async (command, front) => {
  const say = await words(front.language, 'sending');
  const more = await words(front.language, 'mailings');
  sendingFlags(command, say, more);
  examples(command, front, say.inviteExamples);
  command.action(async (flags: SendingFlags) => {
    const request = readRequest(flags, say);
    front.done(await sendMailing(front, { mailing: 'invitation' }, flags, request));
  });
};

export default invite;
