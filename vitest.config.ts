import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need programs of Debian's: `npm run test:servers`.
    exclude: ['test/servers/**'],
    // A busy machine is slow, and that is no fault.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // A person's own settings must not change what the tests see.
    env: { NO_COLOR: '1', MIKRONET_LANG: 'en', TZ: 'America/New_York' },
  },
});
