import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Rooms that only compute: their tests share what a worker has loaded, for models and lexicons take longer to load than to use. */
const PURE = ['model', 'clean', 'read', 'extract', 'link', 'assess', 'gold', 'bench'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most tests wait for processes of their own, so every core takes a file.
    // As the program itself does (src/cli/main.ts): optimising the database's code costs short runs more than it gains.
    execArgv: ['--wasm-tiering-budget=100000000'],
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'rooms', include: PURE, isolate: false } },
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
