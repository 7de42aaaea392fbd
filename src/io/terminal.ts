/** The terminal, or the pipes and files in its place: stdout is data, stderr is talk. */
import { addAbortSignal } from 'node:stream';
import { fitted } from '../format/screens/lines.ts';
import { words, type ScreenLanguage } from '../words/words.ts';
import { FileError, type Asker, type Terminal } from '../world.ts';

const CLEAR_LINE = '\r\u001b[2K';

/** Ctrl-C in a question aborts `stop`; whatever else aborts it ends what is waited for. */
export function realTerminal(
  env: NodeJS.ProcessEnv,
  language: ScreenLanguage,
  stop: AbortController,
): Terminal {
  const { stdout, stderr } = process;
  // The reader of a pipe may leave (`| head`), a terminal may be closed: that is no error of ours.
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
  let progressShown = false;
  /** What the last write to stdout came to; a list that a full disk cut off must not pass for whole. */
  let written: Promise<NodeJS.ErrnoException | undefined> = Promise.resolve(undefined);

  const clear = () => {
    if (progressShown) stderr.write(CLEAR_LINE);
    progressShown = false;
  };
  const say = (text: string) => {
    clear();
    if (stderr.writable) stderr.write(text);
  };
  // A terminal that does not know its width says 0.
  const columns = () => stdout.columns || stderr.columns || Number(env['COLUMNS']) || 80;
  return {
    outIsTerminal: stdout.isTTY ?? false,
    errIsTerminal: stderr.isTTY ?? false,
    get canAsk() {
      // Asked late: the stream is made by asking.
      return (process.stdin.isTTY ?? false) && (stderr.isTTY ?? false);
    },
    get columns() {
      return columns();
    },
    colors: (stdout.isTTY ?? false) && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    out: (text) => {
      clear();
      const before = written;
      const now = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
        stdout.write(text, (error) => resolve(error ?? undefined));
      });
      written = before.then(async (error) => error ?? now);
    },
    flushed: async () => {
      const error = await written;
      if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT')
        throw new FileError('full', 'stdout');
    },
    err: (line) => say(`${stderr.isTTY ? fitted(line, columns()) : line}\n`),
    progress: (line) => {
      if (!stderr.isTTY) return;
      progressShown = true;
      stderr.write(CLEAR_LINE + line.slice(0, (stderr.columns || 80) - 1));
    },
    readInput: (limit) => readInput(limit, stop.signal),
    ask: () => {
      clear();
      return openAsker(language, stop);
    },
  };
}

async function readInput(limit: number, stop: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const input: AsyncIterable<Uint8Array> = addAbortSignal(stop, process.stdin);
  for await (const chunk of input) {
    total += chunk.length;
    if (total > limit) throw new FileError('too-large', '-', `more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function openAsker(language: ScreenLanguage, stop: AbortController): Promise<Asker> {
  const [{ default: inquirer }, say] = await Promise.all([
    import('inquirer'),
    words(language, 'asking'),
  ]);
  const prompt = inquirer.createPromptModule({ output: process.stderr, signal: stop.signal });
  const theme = {
    keywords: { yes: say.yes, no: say.no, error: say.yesOrNo },
    style: {
      keysHelpTip: (keys: readonly (readonly [string, string])[]) =>
        keys.map(([key, action]) => `${key} ${say.keys[action] ?? action}`).join(' • '),
    },
  };
  const ask = async <T>(question: object): Promise<T> => {
    try {
      const { answer } = await prompt([{ theme, ...question, name: 'answer' } as never]);
      return answer as T;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') stop.abort();
      throw error;
    }
  };
  return {
    input: (question) => ask({ type: 'input', ...question }),
    password: (question) => ask({ type: 'password', mask: '*', toggleMask: false, ...question }),
    confirm: (question) => ask({ type: 'confirm', ...question }),
    select: (question) => ask({ type: 'select', ...question }),
  };
}
