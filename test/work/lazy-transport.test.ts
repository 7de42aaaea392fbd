import { describe, expect, test } from 'vitest';
import { LazyTransport } from '../../src/work/lazy-transport.ts';
import type { Transport } from '../../src/world.ts';

/** What was done to a transport, in order. */
function recorded() {
  const done: string[] = [];
  const open = async (): Promise<Transport> => {
    done.push('open');
    return {
      connections: 3,
      connectAhead: (messages) => done.push(`connect for ${messages}`),
      send: () => Promise.resolve({ kind: 'sent', response: '250 ok' }),
      close: async () => {
        done.push('close');
      },
    };
  };
  return { done, lazy: new LazyTransport(open) };
}

describe('a transport that opens when it is needed', () => {
  test('is neither opened nor closed where there is nothing to send', async () => {
    const { done, lazy } = recorded();
    lazy.connectAhead(0);
    await lazy.close();
    expect(done).toEqual([]);
  });

  test('connects ahead for the messages there are, and opens and closes once', async () => {
    const { done, lazy } = recorded();
    lazy.connectAhead(2);
    await lazy.opened();
    await lazy.close();
    await lazy.close();
    expect(done).toEqual(['open', 'connect for 2', 'close']);
  });

  test('says what keeps it from opening to who needs it, and to nobody else', async () => {
    const lazy = new LazyTransport(() => Promise.reject(new Error('no such library')));
    lazy.connectAhead(1);
    await expect(lazy.opened()).rejects.toThrow('no such library');
    await lazy.close();
  });
});
