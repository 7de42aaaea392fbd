/** This program again, with other arguments. */
import { spawn } from 'node:child_process';
import type { ChildOptions, ChildResult } from '../world.ts';

/**
 * `bin` is the script that was started; `stop` stops it as Ctrl-C does. A variable given as
 * undefined is taken away.
 */
export function runSelf(
  bin: string,
  args: readonly string[],
  { cwd, env }: ChildOptions,
  stop?: AbortSignal,
): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      ...(cwd !== undefined && { cwd }),
    });
    const end = () => void child.kill('SIGINT');
    stop?.addEventListener('abort', end);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      stop?.removeEventListener('abort', end);
      resolve({ exit: exit ?? (signal === 'SIGINT' ? 130 : 70), stdout, stderr });
    });
  });
}
