/** `review <network>`: what was filed for it, and taking any of that back. */
import type { NetworkJson } from '../domain/contract.ts';
import { messageIdsRead } from '../domain/erase.ts';
import {
  dismissedSubject,
  filedFor,
  suggestedNetwork,
  waitingIn,
  type Filed,
} from '../domain/review.ts';
import type { Fact } from '../domain/facts.ts';
import { fold } from '../domain/state.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { handles, type Handles } from '../format/handles.ts';
import { printable } from '../format/screens/lines.ts';
import {
  filedInWords,
  filedJson,
  filedLines,
  waitingHandles,
} from '../format/screens/review-screen.ts';
import { standsInWords } from '../format/screens/stands-in-words.ts';
import { refold, statusOf } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { withJournal } from '../work/write-journal.ts';
import { nextCommand, printJson, printLines } from './command.ts';
import type { Reviewing } from './review-choice.ts';

/** `wanted` are handles of what is to be taken back. */
export async function reviewNetwork(
  reviewing: Reviewing,
  network: NetworkJson,
  wanted: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<ExitCode> {
  const { opened, say, screen } = reviewing;
  const { terminal } = opened.world;
  const facts = await readFacts(opened.journal);
  const filed = filedFor(network.id, facts, opened.state);
  const short = handles(filed, (each) => [each.id, ...messageIdsRead([each])]);
  if (wanted.length > 0) {
    const taken = namedBy(wanted, filed, short, reviewing);
    return takeBack(reviewing, network, taken, json === true);
  }
  if (json) {
    const list = filed.map((each) => filedJson(each, short.of(each)));
    printJson(opened.world, { v: 1, network, filed: list });
    return EXIT.done;
  }
  const lines = filed.flatMap((each) =>
    filedLines(each, short.of(each), screen, dismissedBy(each, facts)),
  );
  const heading = filed.length > 0 ? say.filed(network.name) : say.nothingFiled(network.name);
  printLines(opened.world, [printable(heading), ...lines]);
  const waiting = waitingIn(opened.state);
  const theirs = waiting.filter((each) => suggestedNetwork(each) === network.id);
  const names = waitingHandles(waiting);
  if (theirs.length > 0) terminal.err(say.alsoWaiting(theirs.map(names.of)));
  if (filed.length === 0 || !terminal.canAsk) return EXIT.done;
  const asker = await terminal.ask();
  const chosen = await asker.select<Filed | undefined>({
    message: say.askTakeBack,
    choices: [
      { name: say.takeNone, value: undefined },
      ...filed.map((each) => ({
        name: printable(
          `${short.of(each)}: ${filedInWords(each, screen, dismissedBy(each, facts))}`,
        ),
        value: each,
      })),
    ],
  });
  return chosen ? takeBack(reviewing, network, [chosen], false) : EXIT.done;
}

function dismissedBy(filed: Filed, facts: readonly Fact[]): string {
  return filed.type === 'mail-dismissed' ? dismissedSubject(filed, facts) : '';
}

function namedBy(
  wanted: readonly string[],
  filed: readonly Filed[],
  short: Handles<Filed>,
  { say }: Reviewing,
): readonly Filed[] {
  const found = wanted.map((typed) => ({ typed, items: short.named(typed) }));
  const problems = found
    .filter(({ items }) => items.length !== 1)
    .map(({ typed }) => ({
      message: say.unknownFiled(typed),
      hint: say.filedAre(filed.map(short.of)),
    }));
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  return [...new Set(found.flatMap(({ items }) => items))];
}

async function takeBack(
  reviewing: Reviewing,
  network: NetworkJson,
  taken: readonly Filed[],
  json: boolean,
): Promise<ExitCode> {
  const { opened, say, answers, screen } = reviewing;
  const { terminal } = opened.world;
  const facts = await withJournal(opened, async (writer) => {
    const { retracted } = fold(writer.facts);
    const fresh = taken.filter(({ id }) => !retracted.has(id));
    await writer.append(
      ...fresh.map(({ id }) => ({ type: 'retracted', fact: id, why: 'review' }) as const),
    );
    return writer.facts;
  });
  const { networks, counts } = statusOf(await refold(opened));
  const now = networks.find(({ id }) => id === network.id) ?? network;
  if (json) {
    const ids = taken.map(({ id }) => id);
    printJson(opened.world, { v: 1, takenBack: ids, network: now });
  } else {
    const sentences = taken.map((each) =>
      say.takenBack(filedInWords(each, screen, dismissedBy(each, facts))),
    );
    const stands = say.decided(now.name, standsInWords(now, counts.seats.free, answers));
    printLines(opened.world, [...sentences, stands].map(printable));
  }
  const isBack = taken.some((each) => 'settles' in each && each.settles !== undefined);
  if (isBack) terminal.err(say.backInReview);
  nextCommand(opened.world, say.next.record(network.id));
  return EXIT.done;
}
