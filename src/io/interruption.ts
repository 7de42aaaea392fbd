/** Ctrl-C, a polite kill, and a closed terminal. */
import { setMaxListeners } from 'node:events';

/**
 * The first signal aborts; a second one of the same kind ends the process at once. The journal knows
 * in either case. Until then we keep listening: a question that finds nobody else doing so would end
 * the process itself, and leave the terminal as it is.
 */
export function interruption(): AbortController {
  const controller = new AbortController();
  // As many listen as there is to wait for; Node takes more than ten for a mistake.
  setMaxListeners(0, controller.signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let came = false;
    const heard = () => {
      controller.abort();
      if (came) {
        process.off(signal, heard);
        process.kill(process.pid, signal);
      }
      came = true;
    };
    process.on(signal, heard);
  }
  return controller;
}

/** What `work` comes to; or `otherwise`, so many milliseconds after the person has stopped. */
export async function unlessStopped<T>(
  work: Promise<T>,
  stop: AbortSignal | undefined,
  otherwise: () => T,
  patience = 0,
): Promise<T> {
  if (!stop) return work;
  let timer: NodeJS.Timeout | undefined;
  let leave: (() => void) | undefined;
  const stopped = new Promise<void>((resolve) => {
    leave = () => (timer = setTimeout(resolve, patience));
    if (stop.aborted) leave();
    else stop.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([work, stopped.then(otherwise)]);
  } finally {
    clearTimeout(timer);
    if (leave) stop.removeEventListener('abort', leave);
    // Nobody hears of it any more.
    work.catch(() => {});
  }
}
