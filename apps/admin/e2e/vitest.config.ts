import { defineConfig } from 'vitest/config';
import { ClosingLine } from './support/closing-line.js';

/** The journeys: the built panel and the real server in real Chromium. Build first. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  ssr: {
    resolve: {
      conditions: ['source', 'module', 'node', 'development|production'],
      externalConditions: ['source', 'node'],
    },
  },
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // As long as a page may take on a machine that has much to do; one second is the tool's own.
    expect: { poll: { timeout: 40_000 } },
    // Each file has a browser and servers of its own; two files keep two cores busy.
    maxWorkers: 2,
    globalSetup: ['support/contact-sheet.ts'],
    reporters: ['default', new ClosingLine()],
  },
});
