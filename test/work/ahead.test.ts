import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Ahead } from '../../src/work/ahead.ts';

/** Steps are numbers; 13 cannot be composed. */
function messages(count: number, isBusy = () => false) {
  const composed: number[] = [];
  const ahead = new Ahead<number, string>({
    clock: { turn },
    steps: Array.from({ length: count }, (_, at) => at),
    compose: async (step) => {
      composed.push(step);
      if (step === 13) throw new Error('thirteen');
      return `message ${step}`;
    },
    isBusy,
  });
  return { ahead, composed };
}

describe('messages', () => {
  test('come in the order of their steps, each composed once, ahead or not', async () => {
    const { ahead, composed } = messages(25);
    const taken: string[] = [];
    while (!ahead.isEmpty) {
      const { step, message } = ahead.next();
      if (step % 4 === 0) await ahead.goOn();
      taken.push(await message.catch(() => 'trouble'));
    }
    expect(taken).toEqual(
      Array.from({ length: 25 }, (_, at) => (at === 13 ? 'trouble' : `message ${at}`)),
    );
    expect(composed).toEqual(Array.from({ length: 25 }, (_, at) => at));
  });

  test('are composed ahead a few at a time', async () => {
    const { ahead, composed } = messages(100);
    await ahead.goOn();
    expect(composed).toHaveLength(10);
    ahead.next();
    await Promise.all([ahead.goOn(), ahead.goOn()]);
    expect(composed).toHaveLength(11);
  });

  test('wait while somebody else does', async () => {
    let busy = true;
    const { ahead, composed } = messages(3, () => busy);
    await ahead.goOn();
    expect(composed).toEqual([]);
    busy = false;
    await ahead.goOn();
    expect(composed).toEqual([0, 1, 2]);
  });
});
