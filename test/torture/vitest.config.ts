/**
 * `npm run torture`: ten thousand kills. TORTURE_KILLS and TORTURE_SEED say otherwise; with a file in
 * TORTURE_LOG it goes on where it was stopped; TORTURE_LANES is how many meetings run at a time.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/torture/*.test.ts'],
    testTimeout: 0,
    env: {
      TORTURE_KILLS: process.env['TORTURE_KILLS'] ?? '10000',
      TORTURE_SEED: process.env['TORTURE_SEED'] ?? '1',
    },
  },
});
