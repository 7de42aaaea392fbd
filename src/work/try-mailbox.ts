/** Whether the mailbox lets us in: both logins are tried, nothing is sent, nothing is changed. */
import type { Side } from '../domain/hosts.ts';
import { adviceFor, type LoginFailure } from '../domain/login-advice.ts';
import type { Problem } from '../errors.ts';
import type { ServerLogin } from '../format/env-file.ts';
import { printable } from '../format/screens/lines.ts';
import { readServerUrl } from '../format/server-url.ts';
import type { Words } from '../words/words.ts';
import { MailboxError, type ServerSettings, type World } from '../world.ts';

type Say = Words<'mailbox'>;

/** What became of trying one side. */
export interface Trial {
  readonly side: Side;
  /** The address that was tried, or the one that did better in its place. */
  readonly url: string;
  readonly failure?: LoginFailure;
}

/** Tries a login; where only the port seems to be wrong, the other usual one as well. */
export async function tryLogin(world: World, side: Side, login: ServerLogin): Promise<Trial> {
  const first = await tryUrl(world, side, login);
  const advice = first.failure && adviceFor(first.failure);
  if (advice?.key !== 'otherPort') return first;
  const second = await tryUrl(world, side, { ...login, url: advice.about });
  const isBetter = !second.failure || second.failure.trouble === 'login-refused';
  return isBetter ? second : first;
}

async function tryUrl(world: World, side: Side, login: ServerLogin): Promise<Trial> {
  const server = readServerUrl(login.url, side);
  if ('trouble' in server)
    throw new Error(`an address that was not checked before: ${server.trouble}`);
  const { user, password } = login;
  const failure = await trySettings(world, side, { ...server, user, password });
  return { side, url: login.url, ...(failure && { failure }) };
}

/** Undefined where the server lets us in. */
export async function trySettings(
  world: World,
  side: Side,
  settings: ServerSettings,
): Promise<LoginFailure | undefined> {
  const { host, port } = settings;
  const trouble = await unlessInterrupted(
    world,
    side === 'smtp' ? trySmtp(world, settings) : tryImap(world, settings),
  );
  return trouble && { side, host, port, ...trouble };
}

type Trouble = Pick<LoginFailure, 'trouble' | 'said'>;

async function trySmtp(world: World, settings: ServerSettings): Promise<Trouble | undefined> {
  const trouble = await world.tryTransport({ ...settings, connections: 1 });
  return trouble && { trouble: trouble.stop, said: trouble.response };
}

async function tryImap(world: World, settings: ServerSettings): Promise<Trouble | undefined> {
  const { user = '', password = '' } = settings;
  try {
    const mailbox = await world.openMailbox({ ...settings, user, password });
    await mailbox.close();
    return undefined;
  } catch (error) {
    if (error instanceof MailboxError) return { trouble: error.trouble, said: error.detail };
    throw error;
  }
}

/** Nobody who presses Ctrl-C waits for a server that does not answer. */
async function unlessInterrupted<T>({ interruption }: World, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('interrupted'));
    if (interruption.aborted) stop();
    interruption.addEventListener('abort', stop, { signal: over.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    over.abort();
    work.catch(() => {});
  }
}

const PLAIN = new Set(['unknownHost', 'noNetwork', 'otherName', 'protonBridge']);

/** What is wrong, what the server said, and what to do. */
export function explainFailure(failure: LoginFailure, say: Say): Problem {
  const { host, port, trouble, said } = failure;
  const advice = adviceFor(failure);
  const sentence = say.trouble[trouble] ?? say.trouble['refused']!;
  const hint = say.advice[advice.key];
  // The advice says it better.
  const words = PLAIN.has(advice.key) ? '' : printable(said).trim();
  return {
    message: `${sentence(`${host}:${port}`)}${words === '' ? '' : ` (${words})`}`,
    hint: typeof hint === 'string' ? hint : hint(advice.about),
  };
}
