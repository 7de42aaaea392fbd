/** `npm run test:servers`: needs Debian's Postfix, Dovecot and neomutt, and root. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/servers/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // A busy machine is slow, and that is no fault.
    expect: { poll: { timeout: 20_000 } },
    env: { NO_COLOR: '1', MIKRONET_LANG: 'en' },
  },
});
