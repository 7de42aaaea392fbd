/** `send <mailing>`: whatever else is to be told, to just those whom it concerns. */
import { AUDIENCES, USUAL_AUDIENCE, type Audience } from '../domain/mailings/audience.ts';
import { near, slug } from '../domain/names.ts';
import type { Problem } from '../errors.ts';
import { commandOf } from '../format/screens/sending-result.ts';
import { words, type Words } from '../words/words.ts';
import { collect, examples, type CommandModule } from './command.ts';
import { sendMailing, type Order } from './send-mailing.ts';
import { readRequest, sendingFlags, type SendingFlags } from './sending-flags.ts';

interface Flags extends SendingFlags {
  readonly to: readonly string[];
}

const send: CommandModule = async (command, front) => {
  const say = await words(front.language, 'sending');
  const more = await words(front.language, 'mailings');
  command.argument('<mailing>', more.flags.mailing);
  sendingFlags(command, say, more).option('--to <audience>', more.flags.to, collect, []);
  examples(command, front, more.sendExamples);
  command.action(async (mailing: string, flags: Flags) => {
    const { order, names, problems } = read(mailing, flags.to, more);
    const request = readRequest({ ...flags, only: [...flags.only, ...names] }, say, problems);
    front.done(await sendMailing(front, order, flags, request));
  });
};

export default send;

/** `names` are of networks. */
function read(
  mailing: string,
  to: readonly string[],
  say: Words<'mailings'>,
): { readonly order: Order; readonly names: readonly string[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(mailing)) {
    problems.push({ message: say.badMailing(mailing), hint: say.badMailingHint(slug(mailing)) });
  }
  const command = commandOf(mailing);
  if (command !== `send ${mailing}`) problems.push({ message: say.ownCommand(mailing, command) });
  const bare = to.map((typed) => {
    const word = typed.trim().toLowerCase().normalize();
    return Object.hasOwn(say.audiences, word) ? say.audiences[word] : word;
  });
  const audiences = AUDIENCES.filter((audience) => bare.includes(audience));
  const names = to.filter((_, index) => !AUDIENCES.some((audience) => audience === bare[index]));
  if (audiences[0] && names[0] !== undefined) {
    problems.push({
      message: say.audienceOrNetwork(audiences[0], names[0]),
      hint: say.audienceOrNetworkHint(names[0]),
    });
  }
  const usual: readonly Audience[] = names.length > 0 ? ['everyone'] : usualFor(mailing);
  const chosen = audiences.length > 0 ? audiences : usual;
  if (chosen.length === 0 && problems.length === 0) {
    const meant = near(mailing, USUAL_AUDIENCE.keys());
    const hint = meant[0] ? say.meant(meant) : say.noAudienceHint(AUDIENCES);
    problems.push({ message: say.noAudience(mailing), hint });
  }
  return { order: { mailing, audiences: chosen }, names, problems };
}

function usualFor(mailing: string): readonly Audience[] {
  const usual = USUAL_AUDIENCE.get(mailing);
  return usual ? [usual] : [];
}
