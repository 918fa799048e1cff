import { availableParallelism } from 'node:os'
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
          globalSetup: ['build/lib/test-offices.mjs'],
          // Other style sheets are empty to a test; this one is read as a text.
          css: { include: [/print\/papper\.css/] },
          // Half of the time went into loading the same modules anew for each file, on one of the cores. No test keeps
          // anything in a module, and each sets the environment it reads.
          isolate: false,
          maxWorkers: '100%',
          // How long a test may hang, not how long it may take: the real Argon2 is slow on a small, busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['build/lib/test-offices.mjs'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser, an office and a program each: two at a time fill two cores, and more than four help nobody.
          maxWorkers: Math.min(4, availableParallelism()),
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/faults/bygg.ts', 'build/lib/test-offices.mjs'],
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
