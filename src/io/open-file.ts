/** Shows a file in the programme that the person uses for it. */
import { spawn } from 'node:child_process';

/** False where no such programme can be started. Does not wait for it to be closed. */
export function openFile(path: string, platform: NodeJS.Platform): Promise<boolean> {
  const opener = { darwin: 'open', win32: 'explorer' }[platform as string] ?? 'xdg-open';
  return new Promise((resolve) => {
    const child = spawn(opener, [path], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
