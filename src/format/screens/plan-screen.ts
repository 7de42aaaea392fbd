/** A plan as the organiser reads it before she types the number. */
import { schedule } from '../../domain/pace.ts';
import type { Instant, Limit } from '../../domain/model.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Words } from '../../words/words.ts';
import { printable, wrap } from './lines.ts';
import type { Moments } from './moments.ts';
import { table } from './table.ts';

type Say = Words<'sending'>;

export interface PlanScreen {
  readonly say: Say;
  readonly moments: Moments;
  readonly width: number;
  /** As many lines of steps and of skips as are shown. */
  readonly shown: number;
}

/** What a plan does not say itself. */
export interface Surroundings {
  /** `Mikronet <info@mikronet.dk>`. */
  readonly from: string;
  /** Each once, in the order of the mails. */
  readonly subjects: readonly string[];
  /** A test: all go to this address. */
  readonly testTo?: string;
  /** Where the mails go; absent where they go nowhere. */
  readonly server?: string;
  readonly limits: readonly Limit[];
  /** When messages went out before. */
  readonly times: readonly Instant[];
  readonly now: Instant;
  /** What the organiser should know before she sends. */
  readonly notices: readonly string[];
}

const MINUTE = 60_000;

/** Lines without their ends: who gets a mail, who gets none and why, and how long it takes. */
export function planScreen(
  plan: Plan,
  around: Surroundings,
  screen: PlanScreen,
): readonly string[] {
  const { say, width } = screen;
  const { steps, skips, renamed } = plan;
  const names = renamed.map(({ formerName = '', name }) => say.plan.renamed(formerName, name));
  const blocks = [
    steps.length > 0 ? toSend(steps, around, screen) : [say.plan.nothing],
    skipped(skips, screen),
    ...[...names, ...around.notices].map((notice) => wrap(printable(notice), width)),
    steps.length > 0 && around.server !== undefined ? duration(steps.length, around, screen) : [],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

/** Who writes what to whom. */
function toSend(
  steps: Plan['steps'],
  { from, subjects, server, testTo }: Surroundings,
  screen: PlanScreen,
): readonly string[] {
  const { plan: say } = screen.say;
  const [first = '', ...others] = subjects;
  const subject = others.length > 0 ? `${first} (${say.andMoreSubjects(others.length)})` : first;
  const networks = new Set(steps.map(({ network }) => network.id)).size;
  return [
    ...table(
      [{}, { least: 20 }],
      [
        [say.from, from],
        [say.subject, subject],
        ...(server === undefined ? [] : [[say.server, server]]),
      ],
      screen.width,
    ),
    '',
    testTo === undefined
      ? say.to(steps.length, networks)
      : printable(say.test(steps.length, testTo)),
    ...list(
      steps.map(({ network, contact }) => [
        network.name,
        contact.name ?? '',
        // No mail goes there.
        ...(testTo === undefined ? [contact.address] : []),
      ]),
      screen,
    ),
  ];
}

/** Who gets none, and why. */
function skipped(skips: Plan['skips'], screen: PlanScreen): readonly string[] {
  const { say } = screen;
  if (skips.length === 0) return [];
  const rows = skips.map(({ network, contact, reason }) => [
    network.name,
    contact.address,
    say.skips[reason],
  ]);
  return [say.plan.skipped(skips.length), ...list(rows, screen)];
}

function list(rows: readonly (readonly string[])[], screen: PlanScreen): readonly string[] {
  const { say, width, shown } = screen;
  const visible = rows.slice(0, shown).map(([first = '', ...rest]) => [`  ${first}`, ...rest]);
  const more = rows.length - visible.length;
  return [
    ...table([{ least: 10 }, { least: 10 }, { least: 14 }], visible, width),
    ...(more > 0 ? [`  ${say.plan.more(more)}`] : []),
  ];
}

/** How long it takes; day by day where it takes days. */
function duration(
  mails: number,
  { limits, times, now }: Surroundings,
  { say, moments, width }: PlanScreen,
): readonly string[] {
  const instants = schedule(limits, times, now, mails);
  const end = instants.at(-1) ?? now;
  if (end - now < MINUTE) return [say.plan.takesMoment];
  const days = new Map<string, number>();
  for (const instant of instants) {
    const day = moments.longDay(instant);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  if (days.size === 1) return [say.plan.takes(Math.ceil((end - now) / MINUTE))];
  const soon = instants.filter((instant) => instant - now < MINUTE).length;
  return [
    ...wrap(say.plan.spread(soon, moments.longDay(end)), width),
    ...[...days].slice(0, 14).map(([day, count]) => `  ${say.plan.byDay(day, count)}`),
  ];
}
