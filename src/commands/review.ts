/** `review`: decide on the mails that were set aside, or look at what was filed for a network. */
import type { NetworkJson } from '../domain/contract.ts';
import { namesIn } from '../domain/identity.ts';
import { named } from '../domain/names.ts';
import { waitingIn, type Waiting } from '../domain/review.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable } from '../format/screens/lines.ts';
import { moments } from '../format/screens/moments.ts';
import { paint } from '../format/screens/paint.ts';
import {
  waitingHandles,
  waitingJson,
  waitingLines,
  type ReviewScreen,
} from '../format/screens/review-screen.ts';
import { openMeeting, refold, statusOf, type Opened } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { words } from '../words/words.ts';
import {
  collect,
  examples,
  nextCommand,
  printJson,
  printLines,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { askOneByOne } from './review-asking.ts';
import { carryOut, type Choice, type Reviewing } from './review-choice.ts';
import { choiceFrom, type DecisionFlags } from './review-flags.ts';
import { reviewNetwork } from './review-network.ts';

interface Flags extends SharedFlags, DecisionFlags {
  readonly takeBack?: readonly string[];
}

const review: CommandModule = async (command, front) => {
  const say = await words(front.language, 'review');
  command
    .argument('[mail|network]', say.argument)
    .option('--accept', say.accept)
    .option('--answer <answer>', say.answer)
    .option('--network <network>', say.networkFlag)
    .option('--contact <who>', say.contact)
    .option('--seats <n>', say.seats)
    .option('--attendee <who>', say.attendee, collect)
    .option('--not-an-answer', say.notAnAnswer)
    .option('--opt-out', say.optOut)
    .option('--later', say.later)
    .option('--take-back <handle>', say.takeBack, collect);
  examples(command, front, say.examples);
  command.action(async (typed: string | undefined, flags: Flags) =>
    front.done(await run(front, typed, flags)),
  );
};

export default review;

async function run(front: Front, typed: string | undefined, flags: Flags): Promise<ExitCode> {
  const reviewing = await begin(front, await openMeeting(front, flags));
  const { opened, say } = reviewing;
  const waiting = waitingIn(opened.state);
  const target = typed === undefined ? undefined : await find(reviewing, waiting, typed);
  if (target?.kind === 'network') {
    if (isDecision(flags)) {
      throw new MikronetError(EXIT.usage, {
        message: say.notForNetwork,
        hint: say.notForNetworkHint(target.network.id),
      });
    }
    return reviewNetwork(reviewing, target.network, flags.takeBack ?? [], flags);
  }
  if (flags.takeBack) {
    throw new MikronetError(EXIT.usage, {
      message: say.takeBackNetwork,
      hint: say.unknownMailHint,
    });
  }
  if (isDecision(flags)) {
    if (!target) {
      throw new MikronetError(EXIT.usage, {
        message: say.mailMissing,
        hint: say.mailMissingHint,
      });
    }
    const choice = await choiceFrom(reviewing, target.mail, flags);
    return decideByFlag(reviewing, target.mail, choice, flags);
  }
  const shown = target ? [target.mail] : waiting;
  const { terminal } = opened.world;
  if (flags.json) {
    const short = waitingHandles(waiting);
    const toReview = shown.map((each) => waitingJson(each, short));
    printJson(opened.world, { v: 1, toReview });
    return EXIT.done;
  }
  if (shown.length === 0) printLines(opened.world, [say.nothing]);
  else if (terminal.canAsk) return askOneByOne(reviewing, shown);
  else list(reviewing, shown, waiting);
  return EXIT.done;
}

async function begin(front: Front, opened: Opened): Promise<Reviewing> {
  const [say, replies, answers, adding, opening] = await Promise.all([
    words(front.language, 'review'),
    words(front.language, 'replies'),
    words(front.language, 'answers'),
    words(front.language, 'adding'),
    words(front.language, 'opening'),
  ]);
  const status = statusOf(opened);
  const { terminal } = opened.world;
  const screen: ReviewScreen = {
    say,
    replies,
    moments: moments(front.language, opened.meeting.timeZone),
    paint: paint(terminal.colors),
    width: Math.min(screenWidth(opened.world), 100),
    nameOf: namesIn(status),
  };
  return {
    opened,
    language: front.language,
    networks: status.networks,
    screen,
    say,
    replies,
    answers,
    adding,
    opening,
  };
}

function isDecision(flags: Flags): boolean {
  const { accept, answer, network, contact, seats, attendee, notAnAnswer, optOut, later } = flags;
  const given = [accept, answer, network, contact, seats, attendee, notAnAnswer, optOut, later];
  return given.some((flag) => flag !== undefined);
}

type Target =
  | { readonly kind: 'mail'; readonly mail: Waiting }
  | { readonly kind: 'network'; readonly network: NetworkJson };

/** A mail by its handle or Message-ID, else a network by its name. */
async function find(
  { opened, networks, say, opening }: Reviewing,
  waiting: readonly Waiting[],
  typed: string,
): Promise<Target> {
  const short = waitingHandles(waiting);
  const [mail, ...others] = short.named(typed);
  if (mail && others.length > 0) {
    throw new MikronetError(EXIT.usage, {
      message: say.ambiguousMail(typed, others.length + 1),
      hint: say.ambiguousMailHint([mail, ...others].map(short.of)),
    });
  }
  if (mail) return { kind: 'mail', mail };
  if (named(typed, networks).length > 0) {
    return { kind: 'network', network: selectNetworks(networks, [typed], opening)[0]! };
  }
  const decided = (await readFacts(opened.journal)).filter(
    (fact): fact is Waiting => fact.type === 'mail-set-aside' || fact.type === 'request-received',
  );
  const [before] = waitingHandles(decided).named(typed);
  throw new MikronetError(
    EXIT.usage,
    before
      ? { message: say.settled(before.mail.subject), hint: say.settledHint }
      : { message: say.unknownMail(typed), hint: say.unknownMailHint },
  );
}

async function decideByFlag(
  reviewing: Reviewing,
  mail: Waiting,
  choice: Choice,
  { json }: Flags,
): Promise<ExitCode> {
  const { opened, say } = reviewing;
  const { terminal } = opened.world;
  const done = await carryOut(reviewing, mail, choice);
  if (done === undefined) {
    throw new MikronetError(EXIT.usage, {
      message: say.settled(mail.mail.subject),
      hint: say.settledHint,
    });
  }
  if (json) {
    const { networks } = statusOf(await refold(opened));
    const network = networks.find(({ id }) => id === done.network) ?? null;
    const decided = { mail: mail.mail.messageId, decision: choice.kind, network };
    printJson(opened.world, { v: 1, ...decided, added: done.added ?? null });
  } else printLines(opened.world, [printable(done.sentence)]);
  for (const line of done.talk) terminal.err(printable(line));
  nextCommand(opened.world, done.added ? reviewing.adding.next : say.next.status);
  return EXIT.done;
}

/** Off a terminal: all of them, and how to decide. */
function list(
  { opened, say, screen }: Reviewing,
  shown: readonly Waiting[],
  all: readonly Waiting[],
): void {
  const { terminal } = opened.world;
  const short = waitingHandles(all);
  const lines = shown.flatMap((mail, index) => [
    ...(index > 0 ? [''] : []),
    screen.paint.bold(say.heading(index + 1, shown.length, short.of(mail))),
    ...waitingLines(mail, screen),
  ]);
  printLines(opened.world, lines);
  if (shown[0]) terminal.err(say.howTo(short.of(shown[0])));
}
