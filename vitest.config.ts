/** Three projects: everything, and the store's own tests once on each engine. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Half of the start of a child that reads files is compiling: hundreds of tests start one.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules', '.cache', 'compiled');

/** PGlite takes 450 to 1,000 MB. Two cores are all that a small machine has, and much of what tests do is waiting: three keep them busy. */
const WORKERS = 3;
/** For what hangs: a busy machine takes ten times as long as a quiet one. */
const WITHIN = { testTimeout: 90_000, hookTimeout: 90_000 };
/** Vite's `defaultServerConditions` (vite is vitest's dependency, not ours) with `postgres` before them. */
const POSTGRES_CONDITIONS = ['postgres', 'module', 'node', 'development|production'];

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    // Every test cleans up after itself (leak-check.ts); a process and all modules anew for each of 280 files took a fifth of the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/store/**'], ...WITHIN } },
      {
        extends: true,
        test: {
          name: 'store on sqlite',
          include: ['test/store/**/*.test.ts'],
          provide: { engine: 'sqlite' },
          ...WITHIN,
        },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: POSTGRES_CONDITIONS } },
        // The other files of test/store are about processes and files on SQLite.
        test: {
          name: 'store on postgres',
          include: ['test/store/on-both-engines.test.ts'],
          provide: { engine: 'postgres' },
          ...WITHIN,
        },
      },
    ],
  },
});
