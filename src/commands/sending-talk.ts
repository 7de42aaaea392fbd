/** What a run of sending says while it goes, how it ended, and the exit code that goes with it. */
import { EXIT, gravest, type ExitCode } from '../errors.ts';
import { namesIn } from '../domain/identity.ts';
import type { Plan } from '../domain/plan.ts';
import { printable, wrap } from '../format/screens/lines.ts';
import type { moments } from '../format/screens/moments.ts';
import { resultJson, troubleLines } from '../format/screens/sending-result.ts';
import type { Destination } from '../work/destination.ts';
import type { Opened } from '../work/open-meeting.ts';
import type { Ending, SentItem, Watcher } from '../work/send.ts';
import type { Words } from '../words/words.ts';
import type { StopReason, World } from '../world.ts';
import { nextCommand, printJson, printLines } from './command.ts';
import type { SendingRequest } from './sending-flags.ts';

type Say = Words<'sending'>;

/** Wrong settings: nothing helps but to mend them. */
const TO_MEND: ReadonlySet<StopReason> = new Set([
  'login-refused',
  'sender-refused',
  'certificate',
  'no-starttls',
  'too-large',
]);

/** Says how far a run is, and counts down while it waits. */
export function watcher({ terminal, clock }: World, say: Say): Watcher {
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

export interface TalkScreen {
  readonly say: Say;
  readonly moments: ReturnType<typeof moments>;
  readonly width: number;
}

/** Says what became of the mails, what is left, and which command is next. */
export function tell(
  { world, roster }: Opened,
  plan: Plan,
  ending: Ending,
  destination: Destination,
  { json }: SendingRequest,
  { say, moments: when, width }: TalkScreen,
): void {
  const { terminal } = world;
  if (json) printJson(world, resultJson(plan.mailing, ending.items, plan.skips));
  const sent = ending.items.filter(({ outcome }) => outcome.kind === 'sent').length;
  const lines = [
    ...wrap(destination.done(sent), width),
    ...troubleLines(plan.mailing, ending.items.filter(isTold), namesIn(roster), say, width),
  ];
  if (!json) printLines(world, lines);
  const { goOnAt, left } = ending;
  tellStop(world, ending, say);
  if (world.interruption.aborted) terminal.err(say.result.interrupted(left));
  else if (left > 0) {
    const goOn = goOnAt === undefined ? '' : say.result.goOn(when.dayAndTime(goOnAt));
    terminal.err(`${say.result.left(left)}${goOn}.`);
  } else nextCommand(world, destination.next);
}

/** Who pressed Ctrl-C knows why a message was left. */
function isTold({ outcome }: SentItem): boolean {
  return !('stop' in outcome && outcome.stop === 'interrupted');
}

/** What ended a run before its time, what the server said, and the way out. */
export function tellStop({ terminal }: World, { stop }: Ending, say: Say): void {
  if (!stop) return;
  terminal.err(`${say.stop[stop.reason]}\n  ${say.serverSaid(printable(stop.response))}`);
  if (say.stopHint[stop.reason]) terminal.err(`  ${say.stopHint[stop.reason]}`);
}

/** The gravest of what the run met, and of the doubts from before. */
export function exitOf({ items, left, stop }: Ending, plan: Plan): ExitCode {
  const met = (kind: string) => items.some(({ outcome }) => outcome.kind === kind);
  const codes: ExitCode[] = [];
  if (met('refused') || met('in-doubt')) codes.push(EXIT.attention);
  if (stop) codes.push(TO_MEND.has(stop.reason) ? EXIT.usage : EXIT.unfinished);
  if (left > 0) codes.push(EXIT.unfinished);
  codes.push(doubtBefore(plan));
  return gravest(codes);
}

/** A message in doubt asks for a person, also where there is nothing else to do. */
export function doubtBefore({ skips }: Plan): ExitCode {
  return skips.some(({ reason }) => reason === 'in-doubt') ? EXIT.attention : EXIT.done;
}
