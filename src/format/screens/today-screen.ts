/** `mikronet` alone, in a few lines. */
import type { NetworkJson, StatusJson } from '../../domain/contract.ts';
import type { Task } from '../../domain/today.ts';
import { daysAfter } from '../../domain/zoned-time.ts';
import type { Words } from '../../words/words.ts';
import { item, printable, wrap } from './lines.ts';
import { commandsOf, type StatusScreen } from './status-screen.ts';

type Say = Words<'today'>;

export interface TodayScreen extends Omit<StatusScreen, 'say'> {
  readonly say: Say;
  /** A network's phone number, where the list has one. */
  readonly phone: (network: NetworkJson) => string | undefined;
}

const PHONED = 3;

/** Lines without their ends. */
export function todayScreen(
  status: StatusJson,
  tasks: readonly Task[],
  screen: TodayScreen,
): readonly string[] {
  const { say, moments, paint, now, width } = screen;
  const { meeting, counts } = status;
  const start = Date.parse(meeting.start);
  const days = daysAfter(moments.isoDay(start), moments.isoDay(now));
  const soon = say.inDays(Date.parse(meeting.end) < now ? -1 : Math.max(0, days));
  const answers = [
    `${say.answers.accepted(counts.accepted)} (${say.answers.seats(counts.seats.coming, meeting.capacity)})`,
    ...(['tentative', 'needsAction', 'declined', 'notInvited'] as const)
      .filter((group) => counts[group] > 0)
      .map((group) => say.answers[group](counts[group])),
  ];
  return [
    paint.bold(printable(meeting.title)),
    `${moments.longDay(start)} (${soon})`,
    ...wrap(answers.join(', '), width),
    ...(meeting.cancelled ? [paint.alarm(say.tasks.cancelled)] : []),
    '',
    ...(tasks.length === 0
      ? [say.nothing]
      : [
          paint.bold(say.todo),
          ...tasks.flatMap((task) => item(printable(inWords(task, screen)), width)),
        ]),
  ];
}

function inWords(task: Task, { say, phone }: TodayScreen): string {
  switch (task.kind) {
    case 'in-doubt':
      return say.tasks.inDoubt(task.mails);
    case 'review':
      return say.tasks.review(task.mails);
    case 'read-mailbox':
      return say.tasks.readMailbox(task.days);
    case 'invite':
      return say.tasks.invite(task.networks);
    case 'send-again':
      return say.tasks.sendAgain(task.mails, commandsOf(task.mailings));
    case 'overbooked':
      return say.tasks.overbooked(task.seats);
    case 'update':
      return say.tasks.update(task.contacts);
    case 'moved-up':
      return say.tasks.movedUp(task.networks);
    case 'remind':
      return say.tasks.remind(task.networks, task.daysLeft);
    case 'phone': {
      const more = task.networks.length - PHONED;
      const shown = toPhone(task.networks.slice(0, PHONED), phone);
      return say.tasks.phone(more > 0 ? `${shown} ${say.tasks.phoneMore(more)}` : shown);
    }
    case 'tell':
      return task.cancelled
        ? say.tasks.tellCancelled(toPhone(task.networks, phone))
        : say.tasks.tell(toPhone(task.networks, phone));
    case 'practical':
      return say.tasks.practical(task.daysLeft);
    case 'thanks':
      return say.tasks.thanks;
    case 'purge':
      return say.tasks.purge;
  }
}

function toPhone(networks: readonly NetworkJson[], phone: TodayScreen['phone']): string {
  return networks
    .map((network) => {
      const number = phone(network);
      return number === undefined ? network.name : `${network.name} (${number})`;
    })
    .join(', ');
}
