import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Component tests render as the server does: `render` of svelte/server.
  plugins: [svelte({ configFile: false })],
  test: {
    include: [
      'src/**/*.test.ts',
      'cli/**/*.test.ts',
      'bin/**/*.test.ts',
      'tests/unit/**/*.test.ts',
    ],
    globalSetup: ['tests/setup/database.server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
