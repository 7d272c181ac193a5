import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/{unit,policy,diagnosis,integration}/**/*.test.{ts,tsx,mjs}'],
    // Limits against a test that hangs, not measures of speed: a loaded machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
