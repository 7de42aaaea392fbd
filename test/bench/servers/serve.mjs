/** Starts one of the servers beside this file in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

export async function serve(name, ...args) {
  const child = fork(new URL(`./${name}`, import.meta.url), args);
  const [{ port }] = await once(child, 'message');
  return {
    port,
    /** Mails since the last call. */
    async count() {
      child.send('count');
      const [{ count }] = await once(child, 'message');
      return count;
    },
    close: () => child.disconnect(),
  };
}
