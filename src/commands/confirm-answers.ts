/** `sync --confirm`: sends by itself the confirmations that are due, each in answer to a mail. */
import { namesIn } from '../domain/identity.ts';
import { isPast, type Step } from '../domain/plan.ts';
import { isCancelled } from '../domain/state.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { troubleLines } from '../format/screens/sending-result.ts';
import { destinationOf } from '../work/destination.ts';
import { refold, type Opened } from '../work/open-meeting.ts';
import { LazyTransport } from '../work/lazy-transport.ts';
import { openPlanner } from '../work/planner.ts';
import { openPost } from '../work/post.ts';
import { send } from '../work/send.ts';
import { words } from '../words/words.ts';
import { screenWidth, type Front } from './command.ts';
import { exitOf, tellStop, watcher } from './sending-talk.ts';

/** Nobody waits for it: what is put off longer goes with the next reading. */
const MAX_WAIT = 60_000;

export type Confirm = (opened: Opened) => Promise<ExitCode>;

/** Looks first whether there is a server to send with: better to know before anything is read. */
export async function openConfirming(front: Front, opened: Opened): Promise<Confirm> {
  const [say, more, servers] = await Promise.all([
    words(front.language, 'sending'),
    words(front.language, 'mailings'),
    words(front.language, 'servers'),
  ]);
  const destination = await destinationOf(opened, { dryRun: false }, say, servers);
  return async (before) => {
    const now = await refold(before);
    const { world, meeting, state, roster } = now;
    // Who answers an evening that is over or off is not told "see you there".
    if (isCancelled(state) || isPast(meeting, world.clock.now())) return EXIT.done;
    const planner = openPlanner(now, { mailing: 'confirmation', automatic: true });
    const plan = planner.first();
    if (plan.steps.length === 0) return EXIT.done;
    const post = await openPost(now, front.language, planner, plan);
    const ending = await send({
      clock: world.clock,
      interruption: world.interruption,
      journal: destination.journal,
      plan: planner.again,
      compose: (step: Step) => post.prepare(step, automatically(step)),
      messageOf: ({ message }) => message,
      transport: new LazyTransport(destination.openTransport),
      limits: destination.limits,
      maxWait: MAX_WAIT,
      watcher: watcher(world, say),
    });
    const confirmed = ending.items.filter(({ outcome }) => outcome.kind === 'sent').length;
    const { mailing } = plan;
    world.terminal.err(more.confirmed(confirmed));
    for (const line of troubleLines(
      mailing,
      ending.items,
      namesIn(roster),
      say,
      screenWidth(world),
    )) {
      world.terminal.err(line);
    }
    tellStop(world, ending, say);
    if (ending.trouble !== undefined) throw ending.trouble;
    return exitOf(ending, plan);
  };
}

/** The plan of automatic confirmations holds only those that have a mail to answer. */
function automatically({ inReplyTo }: Step) {
  return inReplyTo === undefined ? {} : { automatic: { inReplyTo } };
}
