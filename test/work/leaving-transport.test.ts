import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { leavingOnStop } from '../../src/work/leaving-transport.ts';
import type { Outcome, OutgoingMessage, Transport } from '../../src/world.ts';

const MESSAGE: OutgoingMessage = {
  messageId: 'a@b',
  from: 'info@mikronet.example',
  to: 'kim@havn.example',
  bytes: new Uint8Array(),
};
const SENT: Outcome = { kind: 'sent', response: '250 ok' };

/** A server that asks for the content, and answers it, when it is told to. */
function slowly() {
  const server: { ask?: () => Promise<void>; answer?: () => void } = {};
  const transport: Transport = {
    connections: 1,
    send: (_, beforeContent) =>
      new Promise((resolve, reject) => {
        server.ask = () => beforeContent().catch(reject);
        server.answer = () => resolve(SENT);
      }),
    close: () => Promise.resolve(),
  };
  const stop = new AbortController();
  const begun: string[] = [];
  const leaving = leavingOnStop(transport, { sleep: () => turn() }, stop.signal);
  const sending = leaving.send(MESSAGE, async () => void begun.push('begun'));
  return { server, stop, begun, sending, leaving };
}

describe('a server that says nothing while the person stops', () => {
  test('is left, and gets nothing when it asks after all', async () => {
    const { server, stop, begun, sending } = slowly();
    stop.abort();
    expect(await sending).toMatchObject({ kind: 'deferred', stop: 'interrupted' });
    await server.ask!();
    server.answer!();
    expect(begun).toEqual([]);
  });

  test('is waited for where it may have the message', async () => {
    const { server, stop, begun, sending } = slowly();
    await server.ask!();
    stop.abort();
    await turn();
    await turn();
    server.answer!();
    expect(await sending).toEqual(SENT);
    expect(begun).toEqual(['begun']);
  });

  test('is left by whatever would be sent later, too', async () => {
    const { stop, leaving, begun } = slowly();
    stop.abort();
    expect(await leaving.send(MESSAGE, async () => void begun.push('begun'))).toMatchObject({
      stop: 'interrupted',
    });
    expect(begun).toEqual([]);
  });
});

test('as long as nobody stops, everything is as ever', async () => {
  const { server, begun, sending } = slowly();
  await server.ask!();
  server.answer!();
  expect(await sending).toEqual(SENT);
  expect(begun).toEqual(['begun']);
});
