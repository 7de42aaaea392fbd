/** `status --json`'s values as a person reads them: what needs a hand first, then who comes. */
import type { NetworkJson, StatusJson } from '../../domain/contract.ts';
import { namesIn } from '../../domain/identity.ts';
import type { Delivery, Instant, Mailing } from '../../domain/model.ts';
import { ASKING, whyReturned } from '../../domain/message-state.ts';
import { readsSavedMails } from '../../domain/report.ts';
import { DAY, daysAfter } from '../../domain/zoned-time.ts';
import type { Words } from '../../words/words.ts';
import { displayWidth, item, pad, printable, wrap } from './lines.ts';
import type { Moments } from './moments.ts';
import type { Paint } from './paint.ts';
import { commandOf } from './sending-result.ts';
import { bar, table } from './table.ts';

type Say = Words<'status'>;
export type Group = keyof Say['groups'];

export interface StatusScreen {
  readonly say: Say;
  readonly moments: Moments;
  readonly paint: Paint;
  readonly now: Instant;
  /** Columns; Infinity where nothing needs to be cut. */
  readonly width: number;
}

/** The order in which the networks stand. */
const GROUPS: readonly Group[] = [
  'accepted',
  'tentative',
  'needs-action',
  'declined',
  'not-invited',
];
const BAR_WIDTH = 40;
/** Of each kind of trouble; the table below names them all. */
const TROUBLES_SHOWN = 8;

/** The group a network is counted in. */
export function groupOf(network: NetworkJson): Group {
  return network.answer === 'needs-action' && !network.invited ? 'not-invited' : network.answer;
}

/** Lines without their ends, in blocks with an empty line between. */
export function statusScreen(status: StatusJson, screen: StatusScreen): readonly string[] {
  const blocks = [
    header(status, screen),
    alarms(status, screen),
    counts(status, screen),
    troubles(status, screen),
    networks(status, screen),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function header({ meeting }: StatusJson, { say, moments, paint, now, width }: StatusScreen) {
  const start = Date.parse(meeting.start);
  const end = Date.parse(meeting.end);
  const oneDay = moments.isoDay(start) === moments.isoDay(end);
  const to = oneDay ? moments.time(end) : moments.dayAndTime(end);
  const facts = [meeting.venue];
  if (meeting.replyBy !== null) {
    // Noon in UTC is the same day in every zone of Europe.
    const day = Date.parse(`${meeting.replyBy}T12:00Z`);
    const days = daysAfter(meeting.replyBy, moments.isoDay(now));
    facts.push(say.replyBy(moments.day(day), days));
  }
  return [
    ...wrap(printable(meeting.title), width).map(paint.bold),
    ...wrap(say.when(moments.longDay(start), moments.time(start), to), width),
    ...wrap(printable(facts.join(' · ')), width),
    ...(meeting.cancelled ? wrap(say.cancelled, width).map(paint.alarm) : []),
  ];
}

/** What makes the rest of the screen uncertain. */
function alarms(status: StatusJson, screen: StatusScreen): readonly string[] {
  const fresh = howFresh(status, screen);
  const lines = fresh ? wrap(fresh.sentence, screen.width) : [];
  return [...doubts(status, screen), ...(fresh?.isOld ? lines.map(screen.paint.alarm) : lines)];
}

function doubts({ networks: all, unfinished }: StatusJson, screen: StatusScreen) {
  const { say, paint, width } = screen;
  const inDoubt = unfinished.filter(({ delivery }) => delivery === 'in-doubt');
  if (inDoubt.length === 0) return [];
  const nameOf = namesIn({ networks: all });
  const shown = inDoubt
    .slice(0, TROUBLES_SHOWN)
    .map(({ network, email, mailing }) => [
      `  ${nameOf(network)}`,
      email,
      mailing === 'invitation' ? '' : (say.mailings[mailing] ?? mailing),
    ]);
  const more = inDoubt.length - shown.length;
  const hint = say.inDoubtHint(commandsOf(inDoubt.map(({ mailing }) => mailing)));
  return [
    ...wrap(say.inDoubt(inDoubt.length), width).map(paint.alarm),
    ...table([{ least: 16 }, { least: 16 }, {}], shown, width),
    ...(more > 0 ? [`  ${say.more(more)}`] : []),
    ...wrap(hint, width - 2).map((line) => `  ${line}`),
  ];
}

/** How fresh the answers are: a list made from those of the day before yesterday looks just like a new one. */
export function howFresh(
  status: Pick<StatusJson, 'mailboxReadAt' | 'networks'>,
  { say, moments, now }: Pick<StatusScreen, 'say' | 'moments' | 'now'>,
): { readonly sentence: string; readonly isOld: boolean } | undefined {
  if (status.mailboxReadAt === null) {
    const isAwaited = status.networks.some(({ invited }) => invited) && !readsSavedMails(status);
    return isAwaited ? { sentence: say.mailboxNeverRead, isOld: false } : undefined;
  }
  const read = Date.parse(status.mailboxReadAt);
  const days = Math.floor((now - read) / DAY);
  const when = moments.dayAndTime(read);
  return days < 1
    ? { sentence: say.mailboxRead(when), isOld: false }
    : { sentence: say.mailboxOld(when, days), isOld: true };
}

/** The commands that send them, each once. */
export function commandsOf(mailings: readonly Mailing[]): readonly string[] {
  return [...new Set(mailings.map((mailing) => `mikronet ${commandOf(mailing)}`))];
}

function counts({ counts: count, meeting }: StatusJson, { say, width }: StatusScreen) {
  const of: Record<Group, number> = {
    accepted: count.accepted,
    tentative: count.tentative,
    'needs-action': count.needsAction,
    declined: count.declined,
    'not-invited': count.notInvited,
  };
  const labels = [...Object.values(say.groups), say.seats];
  const left = Math.max(...labels.map(displayWidth));
  const numbers = String(Math.max(count.networks, count.seats.coming)).length;
  const space = Math.min(BAR_WIDTH, width - left - numbers - 6);
  const line = (label: string, part: number, whole: number) =>
    `  ${pad(label, left)}  ${pad(String(part), numbers, 'right')}  ${bar(part, whole, space)}`;
  const lines = GROUPS.filter((group) => of[group] > 0 || group === 'accepted').map((group) =>
    line(say.groups[group], of[group], count.networks),
  );
  const { coming, waiting, reserved, free } = count.seats;
  const notes = [
    ...(meeting.capacity === null ? [] : [say.seatsOf(coming, meeting.capacity)]),
    ...(reserved > 0 ? [say.seatsReserved(reserved)] : []),
    ...(free === null ? [] : [say.seatsFree(free)]),
    ...(waiting > 0 ? [say.seatsWaiting(waiting)] : []),
  ];
  lines.push('', line(say.seats, coming, meeting.capacity ?? 0));
  const indent = ' '.repeat(left + numbers + 6);
  lines.push(...wrap(notes.join(', '), width - indent.length).map((note) => indent + note));
  return lines.map((each) => each.trimEnd());
}

function troubles(
  { counts: count, networks: all, unfinished }: StatusJson,
  { say, paint, width }: StatusScreen,
) {
  const list: string[] = [];
  const several = (sentences: readonly string[]) => {
    list.push(...sentences.slice(0, TROUBLES_SHOWN));
    if (sentences.length > TROUBLES_SHOWN) list.push(say.more(sentences.length - TROUBLES_SHOWN));
  };
  if (count.toReview > 0) list.push(say.toReview(count.toReview));
  for (const delivery of ['bounced', 'refused', 'sent'] as const) {
    several(all.flatMap((network) => notArrived(network, delivery, say)));
  }
  const deferred = unfinished.filter(({ delivery }) => delivery === 'deferred');
  if (deferred.length > 0)
    list.push(say.deferred(deferred.length, commandsOf(deferred.map(({ mailing }) => mailing))));
  several(all.filter((network) => network.conflict).map((network) => say.conflict(network.name)));
  several(
    all.filter(({ movedUp }) => movedUp > 0).map(({ name, movedUp }) => say.movedUp(name, movedUp)),
  );
  if (count.seats.free !== null && count.seats.free < 0) {
    list.push(say.overbooked(-count.seats.free));
  }
  if (list.length === 0) return [];
  return [
    paint.bold(say.needsAHand),
    ...list.flatMap((sentence) => item(printable(sentence), width)),
  ];
}

function notArrived(
  { name, answer, contacts }: NetworkJson,
  delivery: 'bounced' | 'refused' | 'sent',
  say: Say,
): readonly string[] {
  return contacts.flatMap(({ email, cameBack }) => {
    if (cameBack?.delivery !== delivery) return [];
    const { mailing, status } = cameBack;
    // Asking for an answer that was given all the same is no trouble; whatever else was to be told, is.
    if (ASKING.has(mailing) && answer !== 'needs-action') return [];
    const which = mailing === 'invitation' ? '' : (say.mailings[mailing] ?? mailing);
    return delivery === 'sent'
      ? say.cameBack(name, email, which, whyReturned(status ?? ''))
      : say[delivery](name, email, which);
  });
}

function networks({ networks: all }: StatusJson, { say, width }: StatusScreen) {
  const { columns } = say;
  const rows = GROUPS.flatMap((group) =>
    all
      .filter((network) => groupOf(network) === group)
      .map((network) => [
        network.name,
        say.groups[group],
        network.seats > 0 ? String(network.seats) : '',
        who(network),
        notesOn(network, say).join(', '),
      ]),
  );
  return table(
    [
      { heading: columns.network, least: 10 },
      { heading: columns.answer },
      { heading: columns.seats, align: 'right' },
      { heading: columns.who, least: 7, goes: 2 },
      { heading: columns.note, least: 7, goes: 1 },
    ],
    rows,
    width,
  );
}

/** Those who come, where somebody does; else whom to talk to. */
function who(network: NetworkJson): string {
  const people = network.attendees.length > 0 ? network.attendees : network.contacts;
  return [...new Set(people.map(({ name, email }) => name ?? email ?? ''))].join(', ');
}

/** What became of the last mail that did not arrive, else of the invitation. */
function noteOf({ delivery, cameBack }: NetworkJson['contacts'][number]): Delivery {
  if (cameBack) return cameBack.delivery === 'refused' ? 'refused' : 'bounced';
  return delivery === 'bounced' || delivery === 'refused' ? 'sent' : delivery;
}

/** What is unusual about a network, worst first. */
export function notesOn(network: NetworkJson, say: Say): readonly string[] {
  return [
    ...(['in-doubt', 'bounced', 'refused', 'deferred', 'sending'] as const)
      .filter((each) => network.contacts.some((contact) => noteOf(contact) === each))
      .map((each) => say.notes[each]),
    ...(network.conflict ? [say.notes.conflict] : []),
    ...(network.waiting > 0 ? [say.waiting(network.waiting)] : []),
    ...(network.forOldTime ? [say.notes.forOldTime] : []),
    ...(network.seatsAssumed ? [say.notes.seatsAssumed] : []),
    ...(network.optedOut ? [say.notes.optedOut] : []),
    ...(network.gone ? [say.notes.gone] : []),
  ];
}
