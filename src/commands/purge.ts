/** `purge`: after the meeting, erases what is no longer needed; remarks first. */
import { erasedDraft, withoutTheOld, type Expiry } from '../domain/erase.ts';
import { DAY } from '../domain/zoned-time.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { addressKey } from '../format/address.ts';
import { erasedHash } from '../format/keyed.ts';
import { printable } from '../format/screens/lines.ts';
import { moments } from '../format/screens/moments.ts';
import { eraseCopies } from '../work/erase-files.ts';
import { openMeeting, type Opened } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { newFact } from '../work/write-journal.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  printJson,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { tellUnseen } from './unseen-files.ts';

interface Flags extends SharedFlags {
  readonly after?: string;
  readonly remarksAfter?: string;
}

type Say = Words<'privacy'>['purge'];

const purge: CommandModule = async (command, front) => {
  const { purge: say, forget } = await words(front.language, 'privacy');
  command.option('--after <days>', say.after).option('--remarks-after <days>', say.remarksAfter);
  examples(command, front, say.examples);
  command.action(async (flags: Flags) => front.done(await run(front, say, forget, flags)));
};

export default purge;

async function run(
  front: Front,
  say: Say,
  forget: Words<'privacy'>['forget'],
  flags: Flags,
): Promise<ExitCode> {
  if (flags.after === undefined && flags.remarksAfter === undefined) {
    throw new MikronetError(EXIT.usage, { message: say.nothingAsked, hint: say.nothingAskedHint });
  }
  const after = daysOf('--after', flags.after, say);
  const remarksAfter = daysOf('--remarks-after', flags.remarksAfter, say);
  const opened = await openMeeting(front, flags);
  const { world, meeting, journal, state } = opened;
  const { terminal } = world;
  const now = world.clock.now();
  const { day } = moments(front.language, meeting.timeZone);
  const due = (what: 'all' | 'remarks', days: number | undefined) => {
    if (days === undefined) return false;
    const from = meeting.end.instant + days * DAY;
    if (from > now) terminal.err(say.notYet(what, day(from)));
    return from <= now;
  };
  const expiry: Expiry = {
    ...(due('remarks', remarksAfter) && { remarksBefore: now }),
    ...(due('all', after) && { allBefore: now }),
  };
  const { erased } = withoutTheOld(await readFacts(journal), expiry);
  const key = state.begun?.key;
  if (erased === 0 || key === undefined) {
    if (flags.json) printJson(world, { v: 1, facts: 0 });
    else printLines(world, [say.nothing]);
    return EXIT.done;
  }
  if (!flags.yes) {
    if (!terminal.canAsk) throw new MikronetError(EXIT.usage, forget.needsYes);
    const sure = await (await terminal.ask()).confirm({ message: say.ask(erased), default: false });
    if (!sure) return EXIT.interrupted;
  }
  await journal.rewrite((facts) => {
    const { facts: left, erased: gone, traces } = withoutTheOld(facts, expiry);
    const silent = expiry.allBefore === undefined ? [] : optedOutIn(opened);
    const hashes = [...traces, ...silent].map((trace) => erasedHash(key, trace));
    return [...left, newFact(world, erasedDraft('purge', gone, hashes))];
  });
  const { removed, unseen } =
    expiry.allBefore === undefined
      ? { removed: [], unseen: [] }
      : await eraseCopies(world.files, opened.folder);
  if (flags.json) printJson(world, { v: 1, facts: erased, removed, unseen });
  else {
    printLines(world, [say.done(erased)]);
    if (removed.length > 0) printLines(world, [printable(forget.removed(removed))]);
  }
  tellUnseen(front, unseen, forget);
  if (expiry.allBefore !== undefined) terminal.err(say.list);
  return unseen.length > 0 ? EXIT.attention : EXIT.done;
}

/** Who wanted no more mails wants none from the same folder next year. */
function optedOutIn({ roster, state }: Opened): readonly string[] {
  return roster.networks.flatMap(({ id, contacts }) => {
    const own = state.optOuts.filter(({ network }) => network === id);
    return contacts
      .map(({ address }) => addressKey(address))
      .filter((key) =>
        own.some(({ contact }) => contact === undefined || addressKey(contact) === key),
      );
  });
}

function daysOf(flag: string, typed: string | undefined, say: Say): number | undefined {
  if (typed === undefined) return undefined;
  const days = /^(\d{1,4})d?$/.exec(typed.trim())?.[1];
  if (days !== undefined) return Number(days);
  throw new MikronetError(EXIT.usage, { message: say.badDays(flag, typed), hint: say.badDaysHint });
}
