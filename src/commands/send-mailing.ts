/**
 * How a mailing is sent, whichever it is: make the plan, show it, ask, send, tell. `invite`,
 * `remind` and `send` differ in their plan alone.
 */
import { EXIT, gravest, MikronetError, type ExitCode } from '../errors.ts';
import { isPast, type Plan, type Step, type Wish } from '../domain/plan.ts';
import { isCancelled } from '../domain/state.ts';
import { sendingTimes } from '../domain/pace.ts';
import { textIn } from '../domain/texts.ts';
import type { Mailing } from '../domain/model.ts';
import { moments } from '../format/screens/moments.ts';
import { planScreen } from '../format/screens/plan-screen.ts';
import { planJson, resultJson } from '../format/screens/sending-result.ts';
import { destinationOf, type Destination } from '../work/destination.ts';
import { LazyTransport } from '../work/lazy-transport.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { openPlanner, type Planner } from '../work/planner.ts';
import { openPost, type Post } from '../work/post.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { words, type Words } from '../words/words.ts';
import type { JournalWriter, World } from '../world.ts';
import { nextCommand, printJson, printLines, screenWidth, type Front } from './command.ts';
import { evidenceFirst } from './evidence-first.ts';
import { noticesOf } from './plan-notices.ts';
import type { ReadFirst } from './read-first.ts';
import type { SendingRequest } from './sending-flags.ts';
import { doubtBefore, exitOf, tell, watcher } from './sending-talk.ts';

type Say = Words<'sending'>;

/** What a command is to send, before networks are named. */
export type Order = Pick<Wish, 'mailing' | 'audiences' | 'tentative' | 'notWithin'>;

/** Lines of a list that a person reads before she decides. */
const SHOWN = 40;

/** Where nobody watches, a run does not wait longer than this. */
const UNWATCHED_WAIT = 2 * 60_000;

/** `readFirst` makes sure that the plan knows the last answers; `not` where they are not to be read. */
export async function sendMailing(
  front: Front,
  order: Order,
  flags: { readonly folder?: string },
  request: SendingRequest,
  readFirst?: 'not' | ((front: Front, opened: Opened) => Promise<ReadFirst>),
): Promise<ExitCode> {
  const [say, servers] = await Promise.all([
    words(front.language, 'sending'),
    words(front.language, 'servers'),
  ]);
  const before = await openMeeting(front, flags);
  const destination = await destinationOf(before, request, say, servers);
  // A test goes to the organiser herself.
  const isReal = destination.isReal && request.testTo === undefined;
  if (isReal) refuseWhenPast(before, order.mailing, request, say);
  const { opened, exit } =
    typeof readFirst === 'function'
      ? await readFirst(front, before)
      : isReal
        ? await evidenceFirst(front, before, { sentOnly: readFirst === 'not' })
        : { opened: before, exit: EXIT.done };
  const planner = openPlanner(opened, await wishOf(front, opened, order, request));
  const plan = request.testTo === undefined ? planner.first() : testPlan(planner);
  const transport = new LazyTransport(destination.openTransport);
  // Where nobody is asked it connects while the templates are read.
  if (isReal && request.yes) transport.connectAhead(plan.steps.length);
  try {
    const post = await openPost(opened, front.language, planner, plan);
    const job = { opened, destination, transport, planner, plan, post, isReal };
    return gravest([await carryOut(front, job, request, say), exit]);
  } finally {
    await transport.close();
  }
}

/** What is to be sent, ready to be shown. */
interface Job {
  readonly opened: Opened;
  readonly destination: Destination;
  readonly transport: LazyTransport;
  readonly planner: Planner;
  readonly plan: Plan;
  readonly post: Post;
  readonly isReal: boolean;
}

/** Shows the plan, asks, sends, tells. */
async function carryOut(
  front: Front,
  { opened, destination, transport, planner, plan, post, isReal }: Job,
  request: SendingRequest,
  say: Say,
): Promise<ExitCode> {
  const { world } = opened;
  const screen = {
    say,
    moments: moments(front.language, opened.meeting.timeZone),
    width: screenWidth(world),
    shown: request.verbose ? Infinity : SHOWN,
  };
  const { organizer } = opened.meeting;
  const mailings = await words(front.language, 'mailings');
  const lines = planScreen(
    plan,
    {
      from: `${organizer.name} <${organizer.email}>`,
      subjects: await post.subjects(plan),
      ...(destination.server !== undefined && { server: destination.server }),
      limits: destination.limits,
      times: sendingTimes(opened.state.departures, world.clock.now()),
      now: world.clock.now(),
      ...(request.testTo === undefined
        ? { notices: await noticesOf(opened, plan, post, mailings, screen.moments) }
        : { notices: [], testTo: request.testTo }),
    },
    screen,
  );
  if (request.dryRun) {
    if (request.json) printJson(world, planJson(plan, request.testTo));
    else printLines(world, lines);
    nextCommand(world, plan.steps.length > 0 ? say.next.send : say.next.status);
    return EXIT.done;
  }
  if (!request.json || !request.yes) world.terminal.err(lines.join('\n'));
  if (plan.steps.length === 0) {
    if (request.json) printJson(world, resultJson(plan.mailing, [], plan.skips));
    else nextCommand(world, say.next.status);
    return doubtBefore(plan);
  }
  if (isReal && !(await isConfirmed(world, plan.steps.length, request, say))) {
    world.terminal.err(say.notSent);
    return EXIT.interrupted;
  }

  // A dry run sends nothing.
  const { send } = await import('../work/send.ts');
  const ending = await send({
    clock: world.clock,
    interruption: world.interruption,
    journal: destination.journal,
    ...(request.testTo === undefined
      ? { plan: planner.again, compose: (step: Step) => post.prepare(step) }
      : testing(planner, plan, post, request.testTo)),
    messageOf: ({ message }) => message,
    transport,
    limits: destination.limits,
    maxWait: request.maxWait ?? (world.terminal.errIsTerminal ? undefined : UNWATCHED_WAIT),
    watcher: watcher(world, say),
  });
  tell(opened, plan, ending, destination, request, screen);
  // What was sent is told first; the front door says what kept it from going on.
  if (ending.trouble !== undefined) throw ending.trouble;
  return exitOf(ending, plan);
}

/** One mail in each language, of those whose turn it is before the others. */
function testPlan(planner: Planner): Plan {
  const plan = planner.first();
  const steps = new Map<string, Step>();
  for (const step of [...plan.steps, ...planner.specimens().steps]) {
    if (!steps.has(step.contact.language)) steps.set(step.contact.language, step);
  }
  return { ...plan, steps: [...steps.values()], skips: [], renamed: [] };
}

function testing(planner: Planner, plan: Plan, post: Post, to: string) {
  return {
    plan: async (writer: JournalWriter) => {
      await planner.begin(writer);
      return plan.steps;
    },
    compose: (step: Step) => post.prepareTest(step, to),
  };
}

async function wishOf(
  front: Front,
  { roster }: Opened,
  order: Order,
  { only, resend, limit, again }: SendingRequest,
): Promise<Wish> {
  const opening = await words(front.language, 'opening');
  const ids = (typed: readonly string[]) =>
    new Set(selectNetworks(roster.networks, typed, opening).map(({ id }) => id));
  // Who is to be sent something again is meant alone.
  const named = [...only, ...resend];
  return {
    ...order,
    ...(named.length > 0 && { only: ids(named) }),
    ...(resend.length > 0 && { resend: ids(resend) }),
    ...(limit !== undefined && { limit }),
    ...(again && { again }),
  };
}

/** They look forward to the meeting: sent after it, they would only confuse. */
const FORWARD: ReadonlySet<Mailing> = new Set([
  'invitation',
  'reminder',
  'update',
  'confirmation',
  'practical',
]);

function refuseWhenPast(
  { meeting, state, world }: Opened,
  mailing: Mailing,
  { late }: SendingRequest,
  say: Say,
): void {
  if (!FORWARD.has(mailing)) return;
  const refuse = (message: string, hint: string) =>
    new MikronetError(EXIT.usage, {
      message: `${textIn(meeting.title, meeting.language)}: ${message}`,
      hint,
    });
  if (isCancelled(state)) throw refuse(say.cancelled, say.cancelledHint);
  if (isPast(meeting, world.clock.now()) && !late) throw refuse(say.over, say.overHint);
}

/** The number of mails is typed; `--yes` has said it already. */
async function isConfirmed(
  { terminal, interruption }: World,
  mails: number,
  { yes }: SendingRequest,
  say: Say,
): Promise<boolean> {
  if (yes) return true;
  if (!terminal.canAsk) {
    throw new MikronetError(EXIT.usage, { message: say.needsYes, hint: say.needsYesHint });
  }
  const asker = await terminal.ask();
  const typed = await asker.input({ message: say.ask(mails) }).catch((error: unknown) => {
    if (!interruption.aborted) throw error;
    return '';
  });
  return typed.trim() === String(mails);
}
