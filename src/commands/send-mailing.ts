/**
 * How a mailing is sent, whichever it is: make the plan, show it, ask, send, tell. `invite`,
 * `remind` and `send` differ in their plan alone.
 */
import { EXIT, MikronetError, gravest, type ExitCode } from '../errors.ts';
import { isCancelled, isPast, type Plan, type Step } from '../domain/plan.ts';
import { sendingTimes } from '../domain/pace.ts';
import { textIn } from '../domain/report.ts';
import { moments } from '../format/moments.ts';
import { planScreen } from '../format/plan-screen.ts';
import { planJson, resultJson, troubleLines } from '../format/sending-result.ts';
import { destinationOf, type Destination } from '../work/destination.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { openPlanner, type Planner, type PlanOptions } from '../work/planner.ts';
import { openPost, type Post } from '../work/post.ts';
import { selectNetworks } from '../work/select-networks.ts';
import { send, type Ending, type Watcher } from '../work/send.ts';
import { words, type Words } from '../words/words.ts';
import type { JournalWriter, StopReason, World } from '../world.ts';
import { nextCommand, screenWidth, type Front } from './command.ts';
import type { SendingRequest } from './sending-flags.ts';

type Say = Words<'sending'>;

/** Lines of a list that a person reads before she decides. */
const SHOWN = 40;

/** Where nobody watches, a run does not wait longer than this. */
const UNWATCHED_WAIT = 2 * 60_000;

/** Wrong settings: nothing helps but to mend them. */
const TO_MEND: ReadonlySet<StopReason> = new Set([
  'login-refused',
  'sender-refused',
  'certificate',
  'no-starttls',
  'too-large',
]);

export async function sendMailing(
  front: Front,
  say: Say,
  mailing: 'invitation' | 'reminder',
  flags: { readonly folder?: string },
  request: SendingRequest,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const { world } = opened;
  const destination = await destinationOf(
    opened,
    request,
    say,
    await words(front.language, 'servers'),
  );
  // A test goes to the organiser herself.
  const isReal = destination.isReal && request.testTo === undefined;
  if (isReal) refuseWhenPast(opened, request, say);
  const planner = openPlanner(opened, await planOptions(front, opened, mailing, request));
  const plan = request.testTo === undefined ? planner.first() : testPlan(planner);
  const post = await openPost(opened, front.language, planner, plan);

  const screen = {
    say,
    moments: moments(front.language, opened.meeting.timeZone),
    width: screenWidth(world),
    shown: request.verbose ? Infinity : SHOWN,
  };
  const { organizer } = opened.meeting;
  const lines = planScreen(
    plan,
    {
      from: `${organizer.name} <${organizer.email}>`,
      subjects: await post.subjects(plan),
      ...(destination.server !== undefined && { server: destination.server }),
      limits: destination.limits,
      times: sendingTimes(opened.reading.facts, world.clock.now()),
      now: world.clock.now(),
    },
    screen,
  );
  if (request.dryRun) {
    if (request.json) printJson(world, planJson(plan));
    else world.terminal.out(text(lines));
    nextCommand(world, say.next.send);
    return EXIT.done;
  }
  if (!request.json || !request.yes) world.terminal.err(text(lines).trimEnd());
  if (plan.steps.length === 0) {
    if (request.json) printJson(world, resultJson(mailing, [], plan.skips));
    return doubtBefore(plan);
  }
  if (isReal && !(await isConfirmed(world, plan.steps.length, request, say))) {
    world.terminal.err(say.notSent);
    return EXIT.interrupted;
  }

  const ending = await send({
    clock: world.clock,
    interruption: world.interruption,
    journal: destination.journal,
    ...(request.testTo === undefined
      ? { plan: planner.again, compose: post.prepare }
      : testing(planner, plan, post, request.testTo)),
    messageOf: ({ message }) => message,
    openTransport: destination.openTransport,
    limits: destination.limits,
    maxWait: request.maxWait ?? (world.terminal.errIsTerminal ? undefined : UNWATCHED_WAIT),
    watcher: watcher(world, say),
  });
  tell(opened, plan, ending, destination, request, screen);
  // What was sent is told first; the front door says what kept it from going on.
  if (ending.trouble !== undefined) throw ending.trouble;
  return exitOf(ending, plan);
}

/** One mail in each language. */
function testPlan(planner: Planner): Plan {
  const scratch = planner.fromScratch();
  const whole = scratch.steps.length > 0 ? scratch : planner.first();
  const languages = new Map(whole.steps.map((step) => [step.contact.language, step]));
  const steps = whole.steps.filter((step) => {
    const isFirst = languages.has(step.contact.language);
    languages.delete(step.contact.language);
    return isFirst;
  });
  return { ...whole, steps, skips: [], renamed: [] };
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

async function planOptions(
  front: Front,
  { roster }: Opened,
  mailing: 'invitation' | 'reminder',
  { only, resend, limit }: SendingRequest,
): Promise<PlanOptions> {
  const opening = await words(front.language, 'opening');
  const ids = (typed: readonly string[]) =>
    new Set(selectNetworks(roster.networks, typed, opening).map(({ id }) => id));
  // Who is to be sent something again is meant alone.
  const named = [...only, ...resend];
  return {
    mailing,
    ...(named.length > 0 && { only: ids(named) }),
    ...(resend.length > 0 && { resend: ids(resend) }),
    ...(limit !== undefined && { limit }),
  };
}

function refuseWhenPast(
  { meeting, state, world }: Opened,
  { late }: SendingRequest,
  say: Say,
): void {
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
  { terminal }: World,
  mails: number,
  { yes }: SendingRequest,
  say: Say,
): Promise<boolean> {
  if (yes) return true;
  if (!terminal.canAsk) {
    throw new MikronetError(EXIT.usage, { message: say.needsYes, hint: say.needsYesHint });
  }
  const asker = await terminal.ask();
  const typed = await asker.input({ message: say.ask(mails) });
  return typed.trim() === String(mails);
}

function watcher({ terminal, clock }: World, say: Say): Watcher {
  let told = 0;
  return {
    progress: (done, of) => terminal.progress(say.progress(done, of)),
    waiting(why, until) {
      const line = say.waiting[why](countdown(until - clock.now()));
      terminal.progress(line);
      // In a log once a wait is enough.
      if (!terminal.errIsTerminal && told !== until) terminal.err(line);
      told = until;
    },
  };
}

/** `57 s`, `4:07`, `1:59:30`. */
function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first = 0, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

interface Screen {
  readonly say: Say;
  readonly moments: ReturnType<typeof moments>;
  readonly width: number;
}

function tell(
  { world, roster }: Opened,
  plan: Plan,
  ending: Ending,
  destination: Destination,
  { json }: SendingRequest,
  { say, moments: when, width }: Screen,
): void {
  const { terminal } = world;
  if (json) printJson(world, resultJson(plan.mailing, ending.items, plan.skips));
  const names = new Map(roster.networks.map(({ id, name }) => [id, name]));
  const sent = ending.items.filter(({ outcome }) => outcome.kind === 'sent').length;
  const lines = [
    destination.done(sent),
    ...troubleLines(ending.items, (id) => names.get(id) ?? id, say, width),
  ];
  if (!json) terminal.out(text(lines));
  const { stop, goOnAt, left } = ending;
  if (stop) {
    terminal.err(`${say.stop[stop.reason]}\n  ${say.serverSaid(stop.response)}`);
    if (say.stopHint[stop.reason]) terminal.err(`  ${say.stopHint[stop.reason]}`);
  }
  if (world.interruption.aborted) terminal.err(say.result.interrupted(left));
  else if (left > 0) {
    const goOn = goOnAt === undefined ? '' : say.result.goOn(when.dayAndTime(goOnAt));
    terminal.err(`${say.result.left(left)}${goOn}.`);
  } else nextCommand(world, destination.next);
}

function exitOf({ items, left, stop }: Ending, plan: Plan): ExitCode {
  const met = (kind: string) => items.some(({ outcome }) => outcome.kind === kind);
  const codes: ExitCode[] = [];
  if (met('refused') || met('in-doubt')) codes.push(EXIT.attention);
  if (stop) codes.push(TO_MEND.has(stop.reason) ? EXIT.usage : EXIT.unfinished);
  if (left > 0) codes.push(EXIT.unfinished);
  codes.push(doubtBefore(plan));
  return gravest(codes);
}

/** A message in doubt asks for a person, also where there is nothing else to do. */
function doubtBefore({ skips }: Plan): ExitCode {
  return skips.some(({ reason }) => reason === 'in-doubt') ? EXIT.attention : EXIT.done;
}

function printJson({ terminal }: World, json: object): void {
  terminal.out(`${JSON.stringify(json, null, 2)}\n`);
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
