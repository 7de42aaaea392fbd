/** `npm run torture`: ten thousand kills. TORTURE_KILLS and TORTURE_SEED say otherwise. */
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
