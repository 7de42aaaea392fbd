/** What the organiser should know before she sends: said under the plan. */
import { hasNews } from '../domain/calendar-part.ts';
import { isPast, type Plan } from '../domain/plan.ts';
import { addressKey } from '../format/address.ts';
import type { Moments } from '../format/screens/moments.ts';
import type { Opened } from '../work/open-meeting.ts';
import type { Post } from '../work/post.ts';
import type { Words } from '../words/words.ts';

/** They say the change, or need not. */
const SAY_IT: ReadonlySet<string> = new Set(['invitation', 'update', 'cancellation']);

/** They name the last day to answer. */
const ASKING: ReadonlySet<string> = new Set(['invitation', 'reminder', 'update', 'confirmation']);

export async function noticesOf(
  { meeting, world }: Opened,
  plan: Plan,
  post: Post,
  { notices }: Words<'mailings'>,
  { day, longDay }: Moments,
): Promise<readonly string[]> {
  const { mailing, steps } = plan;
  if (steps.length === 0) return [];
  const now = world.clock.now();
  // After the meeting nobody is told of a change.
  const changed =
    SAY_IT.has(mailing) || isPast(meeting, now)
      ? 0
      : steps.filter(({ contact }) => hasNews(meeting, contact)).length;
  const { start, replyBy } = meeting;
  const others = post.othersWithOldText(plan);
  return [
    ...post
      .fallbacks(plan)
      .map(({ language, contacts }) => notices.fallback(language, contacts, meeting.language)),
    ...inSeveralNetworks(plan).map(({ address, names }) => notices.severalMails(address, names)),
    ...(mailing === 'thanks' && !isPast(meeting, now)
      ? [notices.thanksEarly(longDay(start.instant))]
      : []),
    ...(ASKING.has(mailing) && replyBy && replyBy.endsAt <= now
      ? [notices.replyByPast(day(replyBy.endsAt - 1))]
      : []),
    ...(changed > 0 ? [notices.updateFirst(changed)] : []),
    ...((await post.isChangedSincePreview(plan)) ? [notices.changedSincePreview] : []),
    ...(others > 0 ? [notices.changedSinceSent(others)] : []),
    ...(mailing === 'cancellation' ? [notices.cancels] : []),
  ];
}

/** Who stands in several networks gets a mail for each: allowed, and perhaps not meant. */
function inSeveralNetworks({ steps }: Plan) {
  const networks = new Map<string, { readonly address: string; readonly names: string[] }>();
  for (const { contact, network } of steps) {
    const found = networks.get(addressKey(contact.address));
    if (found) found.names.push(network.name);
    else
      networks.set(addressKey(contact.address), {
        address: contact.address,
        names: [network.name],
      });
  }
  return [...networks.values()].filter(({ names }) => names.length > 1);
}
