/**
 * Sets the mailbox up in conversation: proposes servers, asks for the password, tries both logins
 * and says what to do where one fails. Writes nothing; `init` and `check --connect` do.
 */
import type { Side } from '../domain/hosts.ts';
import type { LoginFailure } from '../domain/login-advice.ts';
import type { MailServers } from '../domain/mail-hosts.ts';
import type { MailboxAccess, ServerLogin } from '../format/env-file.ts';
import { formatProblem } from '../format/screens/problem.ts';
import { wrap } from '../format/screens/lines.ts';
import { readServerUrl, serverAddress } from '../format/server-url.ts';
import { proposeServers } from '../work/propose-servers.ts';
import type { SettingsReading } from '../work/mail-settings.ts';
import { explainFailure, tryLogin, type Trial } from '../work/try-mailbox.ts';
import { words, type Words } from '../words/words.ts';
import type { Asker } from '../world.ts';
import { screenWidth, type Front } from './command.ts';

/** Servers that are set up already, and only want a password. */
type Written = SettingsReading['written'];

/** Undefined where she wants to do it later. `address` is the organizer's. */
export async function askMailbox(
  front: Front,
  asker: Asker,
  address: string,
  written: Written = {},
): Promise<MailboxAccess | undefined> {
  return new Dialogue(front, asker, await words(front.language, 'mailbox')).begin(address, written);
}

/** What .env begins with where nobody was asked. */
export function accessFrom({ smtp, imap, needs }: MailServers, user: string): MailboxAccess {
  const login = (url: string): ServerLogin => ({ url, user, password: '' });
  const isReadable = needs !== 'microsoft365';
  return { smtp: login(smtp), ...(isReadable && { imap: login(imap) }) };
}

class Dialogue {
  private readonly front: Front;
  private readonly asker: Asker;
  private readonly say: Words<'mailbox'>;

  constructor(front: Front, asker: Asker, say: Words<'mailbox'>) {
    this.front = front;
    this.asker = asker;
    this.say = say;
  }

  async begin(address: string, written: Written): Promise<MailboxAccess | undefined> {
    const { kind } = this.say;
    const answer = await this.asker.select<'own' | 'forwards' | 'later'>({
      message: kind.ask(address),
      choices: (['own', 'forwards', 'later'] as const).map((value) => ({
        name: kind[value],
        value,
      })),
    });
    if (answer === 'later') return undefined;
    const access =
      answer === 'own' ? await this.propose(address, written) : await this.askForwarding(address);
    return this.settle(await this.askPasswords(access));
  }

  /** The servers of an address, said aloud with what is needed there; what she has written wins. */
  private async propose(address: string, written: Written = {}): Promise<MailboxAccess> {
    const servers = await proposeServers(this.front.world, address);
    if (servers.needs) this.tell(this.say.needs[servers.needs]);
    const guess = accessFrom(servers, address);
    const own = ({ url, user = address }: NonNullable<Written['smtp']>): ServerLogin => ({
      url,
      user,
      password: '',
    });
    const access: MailboxAccess = {
      ...guess,
      ...(written.smtp && { smtp: own(written.smtp) }),
      ...(written.imap && { imap: own(written.imap) }),
    };
    const [smtp, imap] = [shown(access.smtp.url, 'smtp'), shown(access.imap?.url, 'imap')];
    const isGuess = access.smtp.url === guess.smtp.url && access.imap?.url === guess.imap?.url;
    this.tell(
      isGuess ? this.say.proposed(servers.provider, smtp!, imap) : this.say.asWritten(smtp!, imap),
    );
    return access;
  }

  /** Read where the mails end up, sent through a server that knows the address. */
  private async askForwarding(address: string): Promise<MailboxAccess> {
    const { ask, forwardsMeans } = this.say;
    for (const line of forwardsMeans(address)) this.tell(line);
    const other = await this.asker.input({
      message: ask.other,
      validate: (typed) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) || ask.other,
    });
    const behind = await this.propose(other.trim());
    const way = await this.asker.select<'own' | 'other'>({
      message: ask.sends(address),
      choices: [
        { name: ask.sendsOther(other.trim()), value: 'other' },
        { name: ask.sendsOwn, value: 'own' },
      ],
    });
    if (way === 'other') return behind;
    const { smtp } = await this.propose(address);
    return { ...behind, smtp };
  }

  /** One password where both sides have one user. */
  private async askPasswords({ smtp, imap }: MailboxAccess): Promise<MailboxAccess> {
    const ask = (user: string) => this.asker.password({ message: this.say.ask.password(user) });
    const first = await ask(smtp.user);
    if (!imap) return { smtp: { ...smtp, password: first } };
    const second = imap.user === smtp.user ? first : await ask(imap.user);
    return { smtp: { ...smtp, password: first }, imap: { ...imap, password: second } };
  }

  /** Tries until both let us in, or she has had enough. */
  private async settle(first: MailboxAccess): Promise<MailboxAccess> {
    let access = first;
    for (;;) {
      if (access.smtp.password === '') return access;
      const { smtp, imap } = await this.tryBoth(access);
      access = {
        smtp: { ...access.smtp, url: smtp.url },
        ...(access.imap && { imap: { ...access.imap, url: imap?.url ?? access.imap.url } }),
      };
      if (!smtp.failure && !imap?.failure) return access;
      const { ask } = this.say;
      const onlyReading = !smtp.failure && imap?.failure !== undefined;
      const next = await this.asker.select<'again' | 'servers' | 'withoutReading' | 'keep'>({
        message: ask.whatNow,
        choices: (
          [
            'again',
            'servers',
            ...(onlyReading ? (['withoutReading'] as const) : []),
            'keep',
          ] as const
        ).map((value) => ({ name: ask[value], value })),
        default: isAboutLogin(smtp.failure) || isAboutLogin(imap?.failure) ? 'again' : 'servers',
      });
      if (next === 'keep') return access;
      if (next === 'withoutReading') return { smtp: access.smtp };
      if (next === 'servers') access = await this.askServers(access);
      access = await this.askPasswords(access);
    }
  }

  private async tryBoth(access: MailboxAccess): Promise<{ smtp: Trial; imap?: Trial }> {
    const { world } = this.front;
    const { smtp, imap } = access;
    const servers = [shown(smtp.url, 'smtp')!, ...(imap ? [shown(imap.url, 'imap')!] : [])];
    world.terminal.progress(this.say.trying(servers));
    const [sending, reading] = await Promise.all([
      tryLogin(world, 'smtp', smtp),
      imap && imap.password !== '' ? tryLogin(world, 'imap', imap) : undefined,
    ]);
    this.report(sending);
    if (reading) this.report(reading);
    return { smtp: sending, ...(reading && { imap: reading }) };
  }

  private report({ side, url, failure }: Trial): void {
    const { terminal } = this.front.world;
    if (failure) {
      const problem = explainFailure(failure, this.say);
      terminal.err(formatProblem(problem, this.front.say, terminal.columns));
    } else terminal.err(this.say.works[side](shown(url, side)!));
  }

  private async askServers({ smtp, imap }: MailboxAccess): Promise<MailboxAccess> {
    const { ask, badServer } = this.say;
    const server = async (side: Side, now: string) => {
      const typed = await this.asker.input({
        message: ask[side],
        default: now,
        validate: (text) =>
          (side === 'imap' && text.trim() === '-') ||
          serverAddress(text, side) !== undefined ||
          badServer,
      });
      return serverAddress(typed, side);
    };
    const smtpUrl = await server('smtp', smtp.url);
    const imapUrl = await server('imap', imap?.url ?? '-');
    const user = (await this.asker.input({ message: ask.user, default: smtp.user })).trim();
    const sameUser = !imap || imap.user === smtp.user;
    return {
      smtp: { ...smtp, url: smtpUrl ?? smtp.url, user },
      ...(imapUrl !== undefined && {
        imap: { url: imapUrl, user: sameUser ? user : imap.user, password: '' },
      }),
    };
  }

  private tell(line: string): void {
    const { world } = this.front;
    for (const part of wrap(line, Math.min(screenWidth(world), 100))) world.terminal.err(part);
  }
}

function isAboutLogin(failure: LoginFailure | undefined): boolean {
  return failure?.trouble === 'login-refused';
}

/** `smtps://send.one.com:465` -> `send.one.com:465` */
function shown(url: string | undefined, side: Side): string | undefined {
  if (url === undefined) return undefined;
  const server = readServerUrl(url, side);
  return 'trouble' in server ? url : `${server.host}:${server.port}`;
}
