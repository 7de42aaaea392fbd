/**
 * `demo`: the whole job on the sample meeting. It runs the real program, command by command, as a
 * person would type them, and a cast answers the mails that its mail server received; every number
 * it prints comes from those commands or from the mail server.
 */
import type { ReviewJson } from '../domain/contract.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { wrap } from '../format/screens/lines.ts';
import { MEETING_FILE } from '../format/meeting-json.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import { playReplies } from '../work/play-replies.ts';
import { words, type Words } from '../words/words.ts';
import type { ChildResult, MailServer, World } from '../world.ts';
import { examples, printLines, type CommandModule, type Front } from './command.ts';

const SAMPLE = 'traef-2012';
/** Who asks to be invited, as data/demo has it. */
const STRANGER = 'Gedser Gårdbutikker';
/** When the answers have come, in the meeting's own time. */
const LATER = '2012-05-08T09:00';

const demo: CommandModule = async (command, front) => {
  const say = await words(front.language, 'demo');
  examples(command, front, say.examples);
  command.action(async () => front.done(await run(front, say)));
};

export default demo;

async function run(front: Front, say: Words<'demo'>): Promise<ExitCode> {
  const { world } = front;
  const folder = await copySample(world);
  const server = await world.openMailServer();
  try {
    await new Stage(front, say, folder, server).play();
  } finally {
    await server.close();
  }
  return EXIT.done;
}

async function copySample({ files }: World): Promise<string> {
  const folder = await files.temporaryFolder('mikronet-demo-');
  for (const name of [MEETING_FILE, NETWORKS_FILE]) {
    const bytes = await files.read(files.path(files.shipped, 'data', SAMPLE, name));
    await files.write(files.path(folder, name), bytes);
  }
  return folder;
}

/** How much of what a command prints is shown. */
interface Shown {
  /** Lines at the beginning and at the end; what lies between is counted. */
  readonly head?: number;
  readonly tail?: number;
  /** What it says on stderr comes after its data. */
  readonly talkLast?: true;
  /** Ends otherwise than with success: a person is needed, and the demo says why. */
  readonly exit?: ExitCode;
}

class Stage {
  private readonly world: World;
  private readonly language: Front['language'];
  private readonly say: Words<'demo'>;
  private readonly folder: string;
  private readonly server: MailServer;
  private step = 0;
  /** The clock's notice is read once. */
  private readonly notices = new Set<string>();

  constructor(front: Front, say: Words<'demo'>, folder: string, server: MailServer) {
    this.world = front.world;
    this.language = front.language;
    this.say = say;
    this.folder = folder;
    this.server = server;
  }

  async play(): Promise<void> {
    const { say, folder, server, world } = this;
    this.print(...say.intro(folder, server.url));

    this.announce(say.steps.check);
    await this.mikronet(['check']);

    this.announce(say.steps.invite);
    await this.mikronet(['invite', '--yes'], { head: 7, tail: 4 });
    this.print('', say.received(server.received.length));

    this.announce(say.steps.again);
    await this.mikronet(['invite', '--yes'], { head: 5 });
    this.print('', say.received(server.received.length));

    const answers = world.files.path(folder, say.answersFolder);
    const count = await playReplies(world.files, server.received, answers);
    await this.sleepTill(LATER);
    this.announce(say.steps.answers(count, say.answersFolder));
    await this.mikronet(['sync', '--from', say.answersFolder], {
      exit: EXIT.attention,
      talkLast: true,
    });

    this.announce(say.steps.review);
    await this.review();

    this.announce(say.steps.record);
    await this.mikronet(['record', 'præstø', say.answers.yes, '--seats', '2']);

    this.announce(say.steps.status);
    await this.mikronet(['status']);

    this.announce(say.steps.export);
    await this.mikronet(['export-attendees', '-o', say.attendeesFile]);

    this.print('', ...say.end(folder));
  }

  /** The mail that nobody can be certain of, and the request, which is then invited. */
  private async review(): Promise<void> {
    const { say } = this;
    const { toReview } = await this.json<{ readonly toReview: readonly ReviewJson[] }>('review');
    const unclear = toReview.find(({ kind }) => kind === 'mail');
    const request = toReview.find(({ kind }) => kind === 'request');
    if (unclear) {
      await this.mikronet(['review', unclear.handle], { talkLast: true });
      await this.mikronet(['review', unclear.handle, '--answer', say.answers.maybe]);
    }
    if (request) {
      await this.mikronet(['review', request.handle, '--accept', '--network', STRANGER]);
      await this.mikronet(['invite', '--yes'], { head: 6, tail: 2 });
      this.print('', say.received(this.server.received.length));
    }
  }

  /** Time passes in the demo's own copy of the meeting, so that what is typed later agrees. */
  private async sleepTill(time: string): Promise<void> {
    const { files } = this.world;
    const path = files.path(this.folder, MEETING_FILE);
    const meeting = new TextDecoder().decode(await files.read(path));
    await files.write(path, meeting.replace(/("rehearsal": ")[^"]*/, `$1${time}`));
  }

  private async json<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse((await this.child([...args, '--json'])).stdout) as T;
  }

  private announce(sentence: string): void {
    this.step += 1;
    this.print('', ...wrap(`${this.step}. ${sentence}`, this.width));
  }

  /** Runs a command, shows its line and what it prints; another end than expected ends the demo. */
  private async mikronet(args: readonly string[], shown: Shown = {}): Promise<void> {
    const line = ['mikronet', ...args.map(quoted)].join(' ');
    this.print('', `$ ${line}`);
    const result = await this.child(args);
    const told = linesOf(result.stderr);
    const notices = told.filter((each) => isNotice(each) && !this.notices.has(each));
    for (const each of notices) this.notices.add(each);
    const talk = told.filter((each) => !isNotice(each));
    const data = linesOf(result.stdout);
    const lines = shown.talkLast ? [...data, ...talk] : [...talk, ...data];
    const printed = [...notices, ...this.inShort(lines, shown)];
    this.print(...printed.map((each) => `  ${each}`.trimEnd()));
    if (result.exit !== (shown.exit ?? EXIT.done)) {
      throw new MikronetError(EXIT.attention, {
        message: this.say.failed(line, result.exit),
        hint: this.say.failedHint,
      });
    }
  }

  private inShort(lines: readonly string[], { head, tail = 0 }: Shown): readonly string[] {
    if (head === undefined || lines.length <= head + tail + 1) return lines;
    const left = lines.length - head - tail;
    return [
      ...lines.slice(0, head),
      `    ${this.say.leftOut(left)}`,
      ...lines.slice(lines.length - tail),
    ];
  }

  private async child(args: readonly string[]): Promise<ChildResult> {
    const { world } = this;
    world.interruption.throwIfAborted();
    const result = await world.runSelf(args, {
      cwd: this.folder,
      env: {
        ...this.world.env,
        ...noMailboxOfTheirOwn(this.folder),
        MIKRONET_SMTP_URL: this.server.url,
        MIKRONET_FOLDER: undefined,
        MIKRONET_NOW: undefined,
        MIKRONET_LANG: this.language,
        NO_COLOR: '1',
        COLUMNS: String(this.width - 2),
      },
    });
    // What was broken off is not shown.
    world.interruption.throwIfAborted();
    return result;
  }

  private get width(): number {
    return Math.min(this.world.terminal.columns, 110);
  }

  private print(...lines: readonly string[]): void {
    printLines(this.world, lines);
  }
}

/** What is said in passing, in brackets: which clock is used. */
function isNotice(line: string): boolean {
  return /^\(.*\)$/.test(line);
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd() === '' ? [] : text.trimEnd().split('\n');
}

/** The demo neither reads nor writes with the settings of the person who runs it. */
function noMailboxOfTheirOwn(folder: string): Record<string, string | undefined> {
  const kinds = ['URL', 'USER', 'PASSWORD'];
  const names = [
    'MIKRONET_USER',
    'MIKRONET_PASSWORD',
    ...['SMTP', 'IMAP'].flatMap((side) => kinds.map((kind) => `MIKRONET_${side}_${kind}`)),
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    XDG_CONFIG_HOME: folder,
    APPDATA: folder,
  };
}

/** As it would be typed in a shell. */
function quoted(argument: string): string {
  return /^[\p{L}\p{N}_./:@=-]+$/u.test(argument)
    ? argument
    : `"${argument.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`;
}
