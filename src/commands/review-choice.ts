/** What a person chose for a mail, carried out and told. */
import type { NetworkJson } from '../domain/contract.ts';
import type { Decision, Waiting } from '../domain/review.ts';
import type { NewRow } from '../format/lists/added-row.ts';
import type { ReviewScreen } from '../format/screens/review-screen.ts';
import { standsInWords } from '../format/screens/stands-in-words.ts';
import type { AddedRow } from '../work/add-to-list.ts';
import { decide, grant } from '../work/decide.ts';
import { refold, statusOf, type Opened } from '../work/open-meeting.ts';
import type { ScreenLanguage, Words } from '../words/words.ts';
import { addedNotes } from './add.ts';

/** What every part of `review` works with. */
export interface Reviewing {
  readonly opened: Opened;
  readonly language: ScreenLanguage;
  readonly networks: readonly NetworkJson[];
  readonly screen: ReviewScreen;
  readonly say: Words<'review'>;
  readonly replies: Words<'replies'>;
  readonly answers: Words<'answers'>;
  readonly adding: Words<'adding'>;
  readonly opening: Words<'opening'>;
}

/** What she can do with a mail: decide, invite its writer, or leave it. */
export type Choice =
  | Decision
  | { readonly kind: 'invite'; readonly row: NewRow }
  | { readonly kind: 'later' };

/** What came of it, in words. */
export interface Done {
  /** What is true now. */
  readonly sentence: string;
  /** What else a person should know. */
  readonly talk: readonly string[];
  readonly network?: string;
  readonly added?: AddedRow;
}

/** Undefined where somebody else decided about it meanwhile. */
export async function carryOut(
  reviewing: Reviewing,
  waiting: Waiting,
  choice: Choice,
): Promise<Done | undefined> {
  const { opened, say, adding, answers, screen, language } = reviewing;
  const { subject } = waiting.mail;
  if (choice.kind === 'later') return { sentence: say.left(subject), talk: [] };
  if (choice.kind === 'invite') {
    const added = await grant(opened, waiting, choice.row, language);
    if (!added) return undefined;
    const { name, address, line, network } = added;
    return {
      sentence: added.backup
        ? adding.added(name, address, line)
        : adding.isThere(address, name, line),
      talk: addedNotes(added, adding),
      network,
      added,
    };
  }
  if (!(await decide(opened, waiting, choice))) return undefined;
  if (choice.kind === 'dismiss') return { sentence: say.dismissed(subject), talk: [] };
  const { network, contact } = choice;
  const name = screen.nameOf(network);
  if (choice.kind === 'opt-out') {
    return { sentence: say.decided(name, say.optedOut(contact ?? '')), talk: [], network };
  }
  const { networks, counts } = statusOf(await refold(opened));
  const now = networks.find(({ id }) => id === network);
  const stands = now ? standsInWords(now, counts.seats.free, answers) : '';
  return { sentence: say.decided(name, stands), talk: [], network };
}
