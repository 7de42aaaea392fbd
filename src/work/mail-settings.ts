/**
 * Where the mailbox's servers and password are written: the environment, else `.env` in the
 * meeting's folder, else `mikronet/env` in the user's configuration folder.
 */
import { isLoopback, type Side } from '../domain/hosts.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { ENV_FILE, readEnv } from '../format/env-file.ts';
import { readServerUrl, type UrlTrouble } from '../format/server-url.ts';
import type { Words } from '../words/words.ts';
import type { Mailbox, MailboxSettings, ServerSettings, World } from '../world.ts';

type Say = Words<'servers'>;
type Values = Readonly<Record<string, string | undefined>>;

/** A side is absent where it is not set up. */
export interface MailSettings {
  readonly smtp?: ServerSettings;
  readonly imap?: MailboxSettings;
}

/** Every name that means something in .env. */
export const SETTINGS: readonly string[] = [
  'SMTP_URL',
  'IMAP_URL',
  ...['', 'SMTP_', 'IMAP_'].flatMap((side) => [`${side}USER`, `${side}PASSWORD`]),
].map((name) => `MIKRONET_${name}`);

/** In bytes: no .env is longer. */
export const ENV_LIMIT = 64 * 1024;

/** What is set up; throws every mistake at once (exit 2), and that a `needed` side has no password yet. */
export async function mailSettings(
  world: World,
  folder: string,
  say: Say,
  needed?: Side,
): Promise<MailSettings> {
  const { settings, problems, unfilled } = await lookAtSettings(world, folder, say);
  const missing = needed && unfilled[needed];
  const wrong = missing ? [...problems, missing] : problems;
  if (wrong.length > 0) throw new MikronetError(EXIT.usage, wrong);
  return settings;
}

/** What could be read, and what is wrong. */
export interface SettingsReading {
  readonly settings: MailSettings;
  readonly problems: readonly Problem[];
  /** A side whose login is still to be filled in, as in the .env that `init` wrote. */
  readonly unfilled: { readonly smtp?: Problem; readonly imap?: Problem };
  /** What is written of each side, as it is written, whatever is still missing. */
  readonly written: { readonly [S in Side]?: { readonly url: string; readonly user?: string } };
}

/** As `mailSettings`, but throws nothing except a FileError. */
export async function lookAtSettings(
  world: World,
  folder: string,
  say: Say,
): Promise<SettingsReading> {
  const values = await settingsValues(world, folder);
  const problems: Problem[] = [];
  const unfilled: { smtp?: Problem; imap?: Problem } = {};
  const written: { -readonly [S in Side]?: SettingsReading['written'][S] } = {};
  const side = (kind: Side): ServerSettings | undefined => {
    const name = `MIKRONET_${kind.toUpperCase()}`;
    const text = values[`${name}_URL`];
    if (!text) return undefined;
    const url = readServerUrl(text, kind);
    if ('trouble' in url) {
      problems.push(inWords(`${name}_URL`, url, kind, say));
      return undefined;
    }
    const user = values[`${name}_USER`] ?? url.user ?? values['MIKRONET_USER'];
    const password = values[`${name}_PASSWORD`] ?? url.password ?? values['MIKRONET_PASSWORD'];
    written[kind] = { url: text, ...(user && { user }) };
    const { user: _user, password: _password, ...server } = url;
    // A server to send with may want no login at all; on this computer it may ignore one.
    const needsLogin = kind === 'imap' || (Boolean(user) && !isLoopback(url.host));
    if (needsLogin && !(user && password)) {
      unfilled[kind] = { message: say.noLogin(`${name}_URL`), hint: say.noLoginHint };
    }
    return { ...server, ...(user && { user }), ...(password && { password }) };
  };
  const smtp = side('smtp');
  const imap = side('imap');
  const { user, password } = imap ?? {};
  return {
    settings: {
      ...(smtp && { smtp }),
      ...(imap && user && password && { imap: { ...imap, user, password } }),
    },
    problems,
    unfilled,
    written,
  };
}

/** Opens the mailbox, lets `work` use it, and closes it whatever happens. */
export async function withMailbox<T>(
  { openMailbox }: Pick<World, 'openMailbox'>,
  settings: MailboxSettings,
  work: (mailbox: Mailbox) => Promise<T>,
): Promise<T> {
  const mailbox = await openMailbox(settings);
  try {
    return await work(mailbox);
  } finally {
    await mailbox.close();
  }
}

/** The environment wins over `.env`, that over the user's own file. */
async function settingsValues(world: World, folder: string): Promise<Values> {
  const { env, files } = world;
  const home =
    env['XDG_CONFIG_HOME'] ?? env['APPDATA'] ?? (env['HOME'] && `${env['HOME']}/.config`);
  const own = home ? await settingsIn(world, files.path(home, 'mikronet', 'env')) : {};
  const here = await settingsIn(world, files.path(folder, ENV_FILE));
  const set = Object.entries(env).filter(
    ([name, value]) => name.startsWith('MIKRONET_') && value !== undefined && value !== '',
  );
  return { ...own, ...here, ...Object.fromEntries(set) };
}

async function settingsIn({ files }: World, path: string): Promise<Values> {
  // What is there and cannot be read must not pass for a mailbox that was never set up.
  if (!(await files.stat(path))) return {};
  return readEnv(new TextDecoder().decode(await files.read(path, ENV_LIMIT)));
}

function inWords(name: string, wrong: UrlTrouble, kind: Side, say: Say): Problem {
  const example = kind === 'smtp' ? 'smtps://send.example.dk:465' : 'imaps://imap.example.dk:993';
  const hint = say.urlHint(example);
  switch (wrong.trouble) {
    case 'scheme':
      return { message: say.badScheme(name, wrong.found, [kind, `${kind}s`]), hint };
    case 'host':
      return { message: say.noHost(name), hint };
    case 'port':
      return { message: say.badPort(name, wrong.at), hint };
    case 'character':
      return {
        message: say.badCharacter(name, wrong.character, wrong.at),
        hint: say.characterHint,
      };
  }
}
