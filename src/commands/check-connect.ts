/**
 * `check --connect`: whether the mailbox lets us in, and what the DNS says about the domain that
 * the invitations come from. On a terminal it sets up a mailbox that is not set up yet.
 */
import type { LoginFailure } from '../domain/login-advice.ts';
import type { Meeting, Row } from '../domain/model.ts';
import { isLoopback, type Side } from '../domain/hosts.ts';
import type { Problem } from '../errors.ts';
import { ENV_FILE, envFile, withMailbox, type MailboxAccess } from '../format/env-file.ts';
import { lookAtSettings, type SettingsReading } from '../work/mail-settings.ts';
import type { MeetingFiles } from '../work/open-meeting.ts';
import { recipientDomainProblems } from '../work/recipient-domains.ts';
import { senderDomainProblems } from '../work/sender-domain.ts';
import { explainFailure, trySettings } from '../work/try-mailbox.ts';
import { words, type Words } from '../words/words.ts';
import type { ServerSettings } from '../world.ts';
import type { Front, SharedFlags } from './command.ts';
import { askMailbox } from './mailbox-dialogue.ts';

type Say = Words<'mailbox'>;

export async function connectProblems(
  front: Front,
  { folder, meeting, networks }: MeetingFiles,
  flags: SharedFlags,
): Promise<readonly Problem[]> {
  const say = await words(front.language, 'mailbox');
  const logins = await loginProblems(front, folder, meeting, flags, say);
  const domains = meeting ? await dnsProblems(front, meeting, networks?.rows ?? [], say) : [];
  return [...logins, ...domains];
}

async function loginProblems(
  front: Front,
  folder: string,
  meeting: Meeting | undefined,
  flags: SharedFlags,
  say: Say,
): Promise<readonly Problem[]> {
  const { world, language } = front;
  const servers = await words(language, 'servers');
  const { settings, problems, unfilled, written } = await lookAtSettings(world, folder, servers);
  // `check` has said them already.
  if (problems.length > 0) return [];
  const { smtp, imap } = settings;
  const missing = Object.values(unfilled);
  if (missing.length > 0 || (!smtp && !imap)) {
    const mayAsk = world.terminal.canAsk && !flags.json && !flags.yes && !meeting?.rehearsal;
    const setting = { folder, address: meeting?.organizer.email ?? '', written };
    if (meeting && mayAsk && (await setUp(front, setting, say))) return [];
    return missing.length > 0 ? missing : [{ message: say.notSetUp, hint: say.notSetUpHint }];
  }
  const both = [smtp, imap].flatMap((each) => (each ? [`${each.host}:${each.port}`] : []));
  world.terminal.progress(say.trying(both));
  const [sending, reading] = await Promise.all([
    smtp && trySettings(world, 'smtp', smtp),
    imap && trySettings(world, 'imap', imap),
  ]);
  return [
    ...(smtp ? outcome(front, 'smtp', smtp, sending, flags, say) : []),
    ...(imap ? outcome(front, 'imap', imap, reading, flags, say) : []),
  ];
}

/** What is wrong with a side; that all is well is said on a terminal only. */
function outcome(
  { world }: Front,
  side: Side,
  { host, port, security }: ServerSettings,
  failure: LoginFailure | undefined,
  flags: SharedFlags,
  say: Say,
): readonly Problem[] {
  const server = `${host}:${port}`;
  if (failure) return [explainFailure(failure, say)];
  if ((world.terminal.errIsTerminal && !flags.json) || flags.verbose) {
    world.terminal.err(say.works[side](server));
  }
  const isPlain = security === 'none' && !isLoopback(host);
  return isPlain ? [{ message: say.plain(server), hint: say.plainHint }] : [];
}

/** True where a mailbox was settled and written into .env. */
async function setUp(
  front: Front,
  {
    folder,
    address,
    written,
  }: Pick<SettingsReading, 'written'> & Readonly<Record<'folder' | 'address', string>>,
  say: Say,
): Promise<boolean> {
  const { world, language } = front;
  const asker = await world.terminal.ask();
  if (!(await asker.confirm({ message: say.ask.setUp, default: true }))) return false;
  const access = await askMailbox(front, asker, address, written);
  // Without a password nothing is settled.
  if (!access || access.smtp.password === '') return false;
  const path = world.files.path(folder, ENV_FILE);
  const { init } = await words(language, 'setup');
  await world.files.write(path, await newText(front, path, access, init.envComment), {
    mode: 0o600,
  });
  world.terminal.err(say.written(path));
  return true;
}

/** Whatever else stands in .env stays. */
async function newText(
  { world: { files } }: Front,
  path: string,
  access: MailboxAccess,
  comment: readonly string[],
): Promise<string> {
  if ((await files.stat(path))?.kind !== 'file') return envFile(comment, access);
  return withMailbox(new TextDecoder().decode(await files.read(path)), access);
}

async function dnsProblems(
  { world }: Front,
  { organizer }: Meeting,
  rows: readonly Row[],
  say: Say,
): Promise<readonly Problem[]> {
  const problems = await senderDomainProblems(world.dns, organizer.email, say.dns);
  if (problems === undefined) {
    world.terminal.err(say.dns.skipped);
    return [];
  }
  return [...problems, ...(await recipientDomainProblems(world.dns, rows, say.dns))];
}
