/**
 * `demo`: the whole job on the sample meeting. It runs the real program, command by command, as a
 * person would type them; every number it prints comes from those commands or from the mail server.
 */
import type { NetworkJson, StatusJson } from '../domain/contract.ts';
import { EXIT, MikronetError, type ExitCode } from '../errors.ts';
import { wrap } from '../format/lines.ts';
import { words, type Words } from '../words/words.ts';
import type { ChildResult, MailServer, World } from '../world.ts';
import { examples, type CommandModule, type Front } from './command.ts';

const SAMPLE = 'traef-2012';

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
  for (const name of ['meeting.json', 'networks.csv']) {
    const bytes = await files.read(files.path(files.shipped, 'data', SAMPLE, name));
    await files.write(files.path(folder, name), bytes);
  }
  return folder;
}

class Stage {
  private readonly world: World;
  private readonly language: Front['language'];
  private readonly say: Words<'demo'>;
  private readonly folder: string;
  private readonly server: MailServer;
  private step = 0;

  constructor(front: Front, say: Words<'demo'>, folder: string, server: MailServer) {
    this.world = front.world;
    this.language = front.language;
    this.say = say;
    this.folder = folder;
    this.server = server;
  }

  async play(): Promise<void> {
    const { say } = this;
    this.print(...say.intro(this.folder, this.server.url));

    this.announce(say.steps.check);
    await this.mikronet('check');

    this.announce(say.steps.invite);
    await this.mikronet('invite', '--yes');
    this.print('', say.received(this.server.received.length));

    this.announce(say.steps.again);
    await this.mikronet('invite', '--yes');
    this.print('', say.received(this.server.received.length));

    this.announce(say.steps.record);
    await this.phoneCalls();

    this.announce(say.steps.status);
    await this.mikronet('status');

    this.announce(say.steps.export);
    await this.mikronet('export-attendees', '-o', say.attendeesFile);
    await this.mikronet('export-attendees');

    this.print('', ...say.end(this.folder));
  }

  /** The first four networks of the list answer, each in its own way. */
  private async phoneCalls(): Promise<void> {
    const status = JSON.parse((await this.child(['status', '--json'])).stdout) as StatusJson;
    const [first, second, third, fourth] = status.networks;
    const answers = this.language === 'da' ? ['ja', 'nej', 'måske'] : ['yes', 'no', 'maybe'];
    const [yes = '', no = '', maybe = ''] = answers;
    if (first) {
      await this.mikronet(
        'record',
        first.name,
        yes,
        '--seats',
        '2',
        '--attendee',
        someoneOf(first),
      );
    }
    if (second) await this.mikronet('record', second.name, yes, '--attendee', someoneOf(second));
    if (third) await this.mikronet('record', third.name, no, '--remark', this.say.onHoliday);
    if (fourth) await this.mikronet('record', fourth.name, maybe);
  }

  private announce(sentence: string): void {
    this.step += 1;
    this.print('', ...wrap(`${this.step}. ${sentence}`, this.width));
  }

  /** Runs a command, shows its line and what it prints; anything but success ends the demo. */
  private async mikronet(...args: readonly string[]): Promise<void> {
    const line = ['mikronet', ...args.map(quoted)].join(' ');
    this.print('', `$ ${line}`);
    const result = await this.child(args);
    for (const text of [result.stderr, result.stdout]) {
      if (text !== '')
        this.print(
          ...text
            .trimEnd()
            .split('\n')
            .map((each) => `  ${each}`.trimEnd()),
        );
    }
    if (result.exit !== EXIT.done) {
      throw new MikronetError(EXIT.attention, {
        message: this.say.failed(line, result.exit),
        hint: this.say.failedHint,
      });
    }
  }

  private async child(args: readonly string[]): Promise<ChildResult> {
    return this.world.runSelf(args, {
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
  }

  private get width(): number {
    return Math.min(this.world.terminal.columns, 110);
  }

  private print(...lines: readonly string[]): void {
    this.world.terminal.out(lines.map((line) => `${line}\n`).join(''));
  }
}

function someoneOf(network: NetworkJson): string {
  return network.contacts[0]?.name ?? network.name;
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
