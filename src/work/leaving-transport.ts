/** Ctrl-C while a server says nothing: what has not begun to leave is left for the next run. */
import type { Clock, Outcome, Transport } from '../world.ts';

/** Once the person has stopped, a server has so long to ask for the content. */
const LAST_WORD = 500;

const LEFT: Outcome = {
  kind: 'deferred',
  response: 'interrupted',
  stage: 'connect',
  stop: 'interrupted',
};

/**
 * A transport that waits for no server when the person stops. A message whose content has begun to
 * leave is seen to its end: whether it arrived is known, or in doubt.
 */
export function leavingOnStop(
  transport: Transport,
  clock: Pick<Clock, 'sleep'>,
  stop: AbortSignal,
): Transport {
  let isOver = false;
  const waiting = new Set<() => void>();
  const leaveAll = async () => {
    await clock.sleep(LAST_WORD);
    isOver = true;
    for (const leave of waiting) leave();
  };
  const hear = () => void leaveAll();
  if (stop.aborted) hear();
  else stop.addEventListener('abort', hear);

  return {
    connections: transport.connections,
    connectAhead: (messages) => transport.connectAhead?.(messages),
    send: (message, beforeContent) =>
      new Promise((resolve, reject) => {
        let hasBegun = false;
        let isLeft = false;
        const leave = () => {
          if (hasBegun) return;
          isLeft = true;
          resolve(LEFT);
        };
        const sending = transport.send(message, () => {
          // What was told to be left must not leave after all.
          if (isLeft) return Promise.reject(new Error('interrupted'));
          hasBegun = true;
          return beforeContent();
        });
        waiting.add(leave);
        sending.then(resolve, reject).finally(() => waiting.delete(leave));
        if (isOver) leave();
      }),
    close() {
      stop.removeEventListener('abort', hear);
      return transport.close();
    },
  };
}
