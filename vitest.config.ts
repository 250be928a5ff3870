import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Component tests render as the server does: `render` of svelte/server.
  plugins: [svelte({ configFile: false })],
  test: {
    maxWorkers: 2,
    // A loaded machine may make one test late; who passes only then is named in the closing lines.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'cli/**/*.test.ts',
            'bin/**/*.test.ts',
            'tests/unit/**/*.test.ts',
          ],
          globalSetup: ['tests/setup/database.server.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/setup/office.server.ts'],
          // One office, one story: its journeys run one after the other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          // Each has offices of its own, and waits for them most of the time.
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
});
