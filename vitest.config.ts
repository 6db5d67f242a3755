import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Packages are tested from their sources: no build comes first.
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
const ssr = {
  resolve: {
    conditions: ['source', 'module', 'node', 'development|production'],
    externalConditions: ['source', 'node'],
  },
};

// What ends a test that hangs. It says nothing of speed: a machine may be three times slower than ours, and busy.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

const node = (name: string, root: string, extra = {}) => ({
  resolve,
  ssr,
  test: {
    name,
    root,
    include: ['src/**/*.test.ts'],
    environment: 'node',
    ...patience,
    ...extra,
  },
});

export default defineConfig({
  test: {
    // Two at least: tests wait for a database, a hash or a process longer than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      node('contracts', 'packages/contracts'),
      node('db', 'packages/db', { globalSetup: ['src/testing/global-setup.ts'] }),
      node('server', 'apps/server', { globalSetup: ['../../packages/db/src/testing/global-setup.ts'] }),
      node('client', 'packages/client', { globalSetup: ['../db/src/testing/global-setup.ts'] }),
      {
        resolve,
        test: {
          name: 'admin',
          root: 'apps/admin',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          ...patience,
        },
      },
    ],
  },
});
