import { defineConfig } from 'vitest/config'

/** Set by build/test.mjs, which adds up what the projects write there. */
const counts = process.env['LOTSEN_TEST_COUNTS']

// Unit tests lie beside the code they test; test/ holds what needs the built program.
export default defineConfig({
  test: {
    reporters: counts ? ['default', ['./build/lib/count-reporter.mjs', { file: counts }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{electron,renderer,db,build}/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['build/lib/unit-setup.mjs'],
          testTimeout: 30_000,
          // Offices are made in hooks, with the real Argon2: slow on a small, busy machine.
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/faults/bygg.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'desktop',
          include: ['test/desktop/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
