/** Sends over SMTP: a few connections, each kept for the next message. */
import type {
  Outcome,
  OutgoingMessage,
  Transport,
  TransportSettings,
  TransportTrouble,
} from '../world.ts';
import { Line, type Patience } from './smtp-line.ts';

const PATIENCE: Patience = { connect: 60_000, envelope: 5 * 60_000, content: 10 * 60_000 };

/** Somebody sits there and waits. */
const TRIAL_PATIENCE: Patience = { connect: 20_000, envelope: 20_000, content: 20_000 };

/** Connects, logs in and says goodbye; sends nothing. `stop` ends waiting for a server that does not answer. */
export async function trySmtpLogin(
  settings: TransportSettings,
  stop?: AbortSignal,
  patience: Patience = TRIAL_PATIENCE,
): Promise<TransportTrouble | undefined> {
  // It may have come while the library was loaded.
  if (stop?.aborted) return { stop: 'interrupted', response: '' };
  const line = new Line(settings, patience);
  const leave = () => line.leave();
  stop?.addEventListener('abort', leave);
  try {
    return await line.logIn();
  } finally {
    stop?.removeEventListener('abort', leave);
    await line.close();
  }
}

export function openSmtpTransport(
  settings: TransportSettings,
  patience: Patience = PATIENCE,
): Transport {
  const idle: Line[] = [];
  const lines = new Set<Line>();

  const newLine = (): Line => {
    const line = new Line(settings, patience);
    lines.add(line);
    return line;
  };

  const ready = (): Line => {
    for (let line = idle.pop(); line; line = idle.pop()) {
      if (line.usable) return line;
      lines.delete(line);
    }
    return newLine();
  };

  /** Of the message that logs in first: what came of it where the server refused the login. */
  let firstLogin: Promise<Outcome | undefined> | undefined;

  /** A wrong password is tried once and not by every connection: some providers lock the account. */
  const send = async (
    message: OutgoingMessage,
    beforeContent: () => Promise<void>,
  ): Promise<Outcome> => {
    if (settings.user === undefined) return attempt(message, beforeContent);
    if (firstLogin) return (await firstLogin) ?? attempt(message, beforeContent);
    const login = later<Outcome | undefined>();
    firstLogin = login.promise;
    try {
      const outcome = await attempt(message, beforeContent, () => login.resolve(undefined));
      if ('stop' in outcome && outcome.stop === 'login-refused') login.resolve(outcome);
      return outcome;
    } finally {
      login.resolve(undefined);
    }
  };

  const attempt = async (
    message: OutgoingMessage,
    beforeContent: () => Promise<void>,
    loggedIn?: () => void,
  ): Promise<Outcome> => {
    const line = ready();
    const wasThere = line.usable;
    const outcome = await line.send(message, beforeContent, loggedIn);
    if (line.usable) idle.push(line);
    else lines.delete(line);
    // The server may have tired of an idle connection at the very moment we used it again.
    const tired = wasThere && outcome.kind === 'deferred' && line.died && outcome.stage === 'mail';
    return tired ? attempt(message, beforeContent) : outcome;
  };

  return {
    connections: settings.connections,
    connectAhead(messages) {
      // One login first: see `send`.
      const wanted = settings.user === undefined ? Math.min(messages, settings.connections) : 1;
      while (lines.size < wanted) {
        const line = newLine();
        line.connectAhead();
        idle.push(line);
      }
    },
    send,
    async close() {
      await Promise.all([...lines].map((line) => line.close()));
      lines.clear();
    },
  };
}

/** A promise that somebody else keeps. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: ((value: T) => void) | undefined;
  const promise = new Promise<T>((keep) => (resolve = keep));
  return { promise, resolve: (value) => resolve?.(value) };
}
