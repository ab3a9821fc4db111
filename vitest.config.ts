import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages are tested from their source, without a build.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{packages,apps,bench,tools}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Much of a test's time is a database waiting for its disk: leaving a processor free would leave it idle.
    maxWorkers: '100%',
  },
});
