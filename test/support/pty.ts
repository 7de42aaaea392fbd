/** Runs the real program in a pseudo-terminal (util-linux `script`), typing as a person would. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const BIN = fileURLToPath(new URL('../../bin/mikronet.js', import.meta.url));

/** What to wait for on the screen, and what to type then; nothing where it is empty. */
export type Exchange = readonly [waitFor: string | RegExp, keys: string];

export const ENTER = '\r';
export const CTRL_C = '\u0003';
/** Typed by nobody: the program gets SIGTERM. */
export const TERMINATE = 'SIGTERM';
export const DOWN = '\u001b[B';

export interface Session {
  readonly exit: number;
  /** Everything that was shown, without colours and cursor movements. */
  readonly shown: string;
}

/** Fails with what was shown where an awaited text does not come within twenty seconds. */
export function inTerminal(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly columns?: number;
  },
  dialogue: readonly Exchange[] = [],
): Promise<Session> {
  const words = [process.execPath, BIN, ...args].map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`,
  );
  const line = `stty cols ${options.columns ?? 80} rows 50; exec ${words.join(' ')}`;
  const child = spawn('script', ['-qfec', line, '/dev/null'], {
    cwd: options.cwd,
    env: { ...process.env, TERM: 'xterm', SHELL: '/bin/sh', ...options.env },
  });
  return new Promise((resolve, reject) => {
    let shown = '';
    let seen = 0;
    const left = [...dialogue];
    const impatience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`waited in vain for ${String(left[0]?.[0] ?? 'the end')}:\n${shown}`));
    }, 20_000);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      shown += stripVTControlCharacters(chunk);
      while (left[0]) {
        const [waitFor, keys] = left[0];
        const rest = shown.slice(seen);
        const at = typeof waitFor === 'string' ? rest.indexOf(waitFor) : rest.search(waitFor);
        if (at === -1) break;
        // What follows in the same piece is awaited next, unless something is typed in between.
        seen = keys === '' ? seen + at + 1 : shown.length;
        left.shift();
        if (keys === TERMINATE) process.kill(childOf(child.pid!), keys);
        else if (keys !== '') child.stdin.write(keys);
      }
    });
    child.on('error', reject);
    child.on('close', (exit) => {
      clearTimeout(impatience);
      if (left[0]) reject(new Error(`it ended before ${String(left[0][0])}:\n${shown}`));
      else resolve({ exit: exit ?? -1, shown: shown.replaceAll('\r\n', '\n') });
    });
  });
}

/** Linux tells it; so does `script` run there alone. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}
