import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSelf } from '../../src/io/run-self.ts';
import { temporaryFolder } from '../support/journal.ts';

test('a command that was started is stopped with the one that started it', async () => {
  const bin = join(temporaryFolder(), 'waits.mjs');
  writeFileSync(bin, 'setInterval(() => {}, 1000);');
  const stop = new AbortController();
  const running = runSelf(bin, [], {}, stop.signal);
  stop.abort();
  expect(await running).toMatchObject({ exit: 130 });
});
