/** Composes a mailing to be looked at: every contact in the list's order, with its mail or why there is none. */
import { contactKey, type Contact, type Network, type Roster } from '../domain/identity.ts';
import type { Plan, SkipReason, Step } from '../domain/plan.ts';
import { readableHeader } from '../format/mail/mail-header.ts';
import { SHOWN_WHOLE, type PreviewedMail } from '../format/screens/preview-page.ts';
import type { Composer } from './compose.ts';
import type { Composed } from './message.ts';

/** A contact, and what would become of it. */
export interface Looked {
  readonly network: Network;
  readonly contact: Contact;
  readonly mail?: PreviewedMail;
  /** The file with its bytes; absent where it would not be sent. */
  readonly file?: string;
  /** Why it would not be sent. */
  readonly reason?: SkipReason;
}

type Whom = Pick<Looked, 'network' | 'contact'>;

/** Nothing is composed for them, not even to look at. */
const LEFT_ALONE: ReadonlySet<SkipReason> = new Set(['opted-out', 'erased']);

/** So many files are written at once: each waits for the disk. */
const AT_ONCE = 8;

/**
 * Hands the bytes of what would be sent to `write`. Of those skipped, the mails are shown for which
 * `specimens` has a step.
 */
export async function lookAt(
  composer: Composer,
  roster: Roster,
  plan: Plan,
  specimens: readonly Step[],
  write: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<readonly Looked[]> {
  const steps = byContact(plan.steps);
  const skips = byContact(plan.skips);
  const toShow = byContact(specimens);
  const digits = Math.max(2, String(steps.size).length);
  const looked: Looked[] = [];
  const writing: Promise<void>[] = [];
  let files = 0;
  for (const whom of contactsOf(roster)) {
    const key = contactKey(whom);
    const step = steps.get(key);
    const skip = skips.get(key);
    const isWhole = looked.length < SHOWN_WHOLE;
    if (step) {
      const composed = await composer.compose(step);
      const file = `${String((files += 1)).padStart(digits, '0')}-${asFileName(whom.network.id)}.eml`;
      writing.push(write(file, composed.outgoing.bytes));
      if (writing.length === AT_ONCE) await Promise.all(writing.splice(0));
      looked.push({ ...whom, file, mail: toLookAt(composed, isWhole) });
    } else if (skip) {
      const { reason } = skip;
      const specimen = LEFT_ALONE.has(reason) ? undefined : toShow.get(key);
      const mail = specimen && toLookAt(await composer.compose(specimen), isWhole);
      looked.push({ ...whom, reason, ...(mail && { mail }) });
    }
  }
  await Promise.all(writing);
  return looked;
}

function* contactsOf({ networks }: Roster): Iterable<Whom> {
  for (const network of networks) {
    for (const contact of network.contacts) yield { network, contact };
  }
}

function byContact<T extends Whom>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [contactKey(each), each]));
}

/** The page shows only so many whole, and a list may be long. */
function toLookAt({ view, outgoing }: Composed, isWhole: boolean): PreviewedMail {
  const { subject, text, html, calendar } = view;
  if (!isWhole) return { subject };
  const headers = readableHeader(outgoing.bytes);
  return { subject, body: { text, html, headers, ...(calendar !== undefined && { calendar }) } };
}

/** An id comes from the organiser's list, which may hold anything. */
function asFileName(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
}
