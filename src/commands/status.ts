/** `status`: where the meeting stands; one network's story; the call sheet. */
import type { NetworkJson, StatusJson } from '../domain/contract.ts';
import type { Fact } from '../domain/facts.ts';
import { isAwaited } from '../domain/report.ts';
import { textIn } from '../domain/texts.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { printable, wrap } from '../format/screens/lines.ts';
import { moments } from '../format/screens/moments.ts';
import { paint } from '../format/screens/paint.ts';
import {
  groupOf,
  notesOn,
  statusScreen,
  type StatusScreen,
} from '../format/screens/status-screen.ts';
import { table } from '../format/screens/table.ts';
import { openMeeting, statusOf, type Opened } from '../work/open-meeting.ts';
import { readFacts } from '../work/read-journal.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  nextCommand,
  printJson,
  printLines,
  screenWidth,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';

interface Flags extends SharedFlags {
  readonly silent?: boolean;
}

const status: CommandModule = async (command, front) => {
  const say = await words(front.language, 'status');
  command.argument('[network]', say.argument).option('--silent', say.silentFlag);
  examples(command, front, say.examples);
  command.action(async (network: string | undefined, flags: Flags) =>
    front.done(await run(front, say, network, flags)),
  );
};

export default status;

async function run(
  front: Front,
  say: Words<'status'>,
  named: string | undefined,
  flags: Flags,
): Promise<ExitCode> {
  const opened = await openMeeting(front, flags);
  const whole = statusOf(opened);
  const chosen =
    named === undefined
      ? undefined
      : await chosenNetwork(whole.networks, named, await words(front.language, 'opening'));
  const { terminal } = opened.world;
  if (flags.json) {
    // One network: what is held about it, as data.
    const data = chosen
      ? { v: 1, network: chosen, ...(await held(opened, chosen)) }
      : flags.silent
        ? { ...whole, networks: whole.networks.filter(isSilent) }
        : whole;
    printJson(opened.world, data);
    return EXIT.done;
  }
  const screen: StatusScreen = {
    say,
    moments: moments(front.language, opened.meeting.timeZone),
    paint: paint(terminal.colors),
    now: opened.world.clock.now(),
    width: screenWidth(opened.world),
  };
  const lines = chosen
    ? await oneNetwork(opened, chosen, screen, await words(front.language, 'replies'))
    : flags.silent
      ? callSheet(opened, whole, screen)
      : statusScreen(whole, screen);
  printLines(opened.world, lines);
  if (!chosen && !flags.silent) nextCommand(opened.world, next(whole, say));
  return EXIT.done;
}

function next({ counts }: StatusJson, say: Words<'status'>): string {
  if (counts.networks === counts.notInvited) return say.next.invite;
  return counts.needsAction > 0 ? say.next.sync : say.next.list;
}

function isSilent(network: NetworkJson): boolean {
  return network.invited && isAwaited(network);
}

/** Whom to phone: a line a contact, with the number, and what the mail did. */
function callSheet(opened: Opened, whole: StatusJson, screen: StatusScreen): readonly string[] {
  const { say, moments: when, width } = screen;
  const silent = whole.networks.filter(isSilent);
  if (silent.length === 0) {
    const anybody = whole.networks.some(({ invited }) => invited);
    return [anybody ? say.nobodySilent : say.nothingSent];
  }
  const { columns } = say;
  const roster = new Map(opened.roster.networks.map((network) => [network.id, network]));
  const rows = silent.flatMap((network) =>
    (roster.get(network.id)?.contacts ?? []).map((contact, index) => {
      const json = network.contacts[index];
      const sentAt = contact.messages.find(({ mailing }) => mailing === 'invitation')?.sentAt;
      return [
        network.name,
        contact.name ?? '',
        contact.row?.phone ?? '',
        contact.address,
        sentAt === undefined ? '' : when.day(sentAt),
        json ? say.notes[json.delivery] || (json.cameBack ? say.notes.bounced : '') : '',
      ];
    }),
  );
  return table(
    [
      { heading: columns.network, least: 14 },
      { heading: columns.contact, least: 12 },
      { heading: columns.phone },
      { heading: columns.email, least: 16, goes: 2 },
      { heading: columns.invited, goes: 3 },
      { heading: columns.note, least: 8, goes: 1 },
    ],
    rows,
    width,
  );
}

/** How it stands, whom to talk to, and everything that has happened. */
async function oneNetwork(
  opened: Opened,
  network: NetworkJson,
  screen: StatusScreen,
  replies: Words<'replies'>,
): Promise<readonly string[]> {
  const { networkStory } = await import('../format/screens/network-story.ts');
  const { say, paint: colour, width } = screen;
  const rows = opened.roster.networks.find(({ id }) => id === network.id)?.contacts ?? [];
  const contacts = rows.map((contact) => [
    contact.name ?? '',
    contact.address,
    contact.row?.phone ?? '',
    contact.language,
  ]);
  const stands = [
    say.groups[groupOf(network)],
    ...(network.seats > 0 ? [say.seatsCount(network.seats)] : []),
    ...network.attendees.map(({ name, email }) => name ?? email ?? ''),
    ...notesOn(network, say),
  ];
  const questions = new Map(opened.meeting.questions.map(({ id, text }) => [id, text]));
  const answers = Object.entries(network.answers).map(([id, answer]) => {
    const question = textIn(questions.get(id) ?? id, opened.meeting.language);
    return `  ${question}: ${answer}`;
  });
  const story = networkStory(factsAbout(await readFacts(opened.journal), network), screen, replies);
  return [
    colour.bold(printable(say.networkTitle(network.name, network.id))),
    ...wrap(printable(stands.join(', ')), width),
    '',
    say.contacts,
    ...table([{ least: 8 }, { least: 12 }, {}, {}], contacts, width - 2).map((line) => `  ${line}`),
    ...(answers.length > 0
      ? ['', say.answersGiven, ...answers.flatMap((each) => wrap(printable(each), width))]
      : []),
    ...(network.remark === null ? [] : ['', ...wrap(say.remark(printable(network.remark)), width)]),
    '',
    ...(story.length > 0 ? [say.story, ...story] : [say.noStory]),
  ];
}

/** A network by its name, or by the address of one of its people. */
async function chosenNetwork(
  networks: readonly NetworkJson[],
  typed: string,
  say: Words<'opening'>,
): Promise<NetworkJson> {
  const address = typed.trim().toLowerCase();
  const theirs = networks.filter(({ contacts }) =>
    contacts.some(({ email }) => email.toLowerCase() === address),
  );
  if (theirs.length === 0) {
    const { selectNetworks } = await import('../work/select-networks.ts');
    return selectNetworks(networks, [typed], say)[0]!;
  }
  if (theirs.length === 1) return theirs[0]!;
  throw new MikronetError(EXIT.usage, {
    message: say.ambiguousNetwork(typed, theirs.length),
    hint: say.oneOf(
      theirs.map(({ name }) => name),
      0,
    ),
  });
}

async function held(opened: Opened, { id, contacts }: NetworkJson) {
  const { heldAbout } = await import('../work/held.ts');
  return heldAbout(
    opened,
    id,
    contacts.map(({ email }) => email),
  );
}

/** Those that name it or one of its addresses, and the retractions of those. */
function factsAbout(facts: readonly Fact[], network: NetworkJson): readonly Fact[] {
  const addresses = new Set(network.contacts.map(({ email }) => email.toLowerCase()));
  const own = new Set<string>();
  return facts.filter((fact) => {
    const concerns =
      ('network' in fact && fact.network === network.id) ||
      ('address' in fact && addresses.has(fact.address.toLowerCase())) ||
      (fact.type === 'mail-set-aside' && fact.suggestion?.network === network.id) ||
      (fact.type === 'retracted' && own.has(fact.fact));
    if (concerns) own.add(fact.id);
    return concerns;
  });
}
