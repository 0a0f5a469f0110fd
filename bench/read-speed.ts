import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { table } from './table.ts';

/** What bench/read-process.mjs prints: milliseconds, bytes, tokens for each second of processor time. */
interface Measured {
  readonly syntax: number;
  readonly names: number;
  readonly first: number;
  readonly bare: number;
  readonly loaded: number;
  readonly most: number;
  readonly trees: number | null;
  readonly all: number | null;
}

/**
 * Loading time, memory and speed of the built engine in a fresh process, over the bodies of the gold pages. Run from dist/,
 * since what a test runner does to the code would be measured too.
 */
export function speedTable(data: string): string {
  if (!existsSync(new URL('../dist/read/index.js', import.meta.url))) return 'not built: npm run build';
  const done = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./read-process.mjs', import.meta.url)), data],
    {
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) return `failed: ${done.stderr}`;
  const { syntax, names, first, bare, loaded, most, trees, all } = JSON.parse(done.stdout) as Measured;
  return table(
    ['English', ''],
    [
      ['model of trees, loaded', milliseconds(syntax)],
      ['model of names, loaded', milliseconds(names)],
      ['first read() after that, with its lexicons', milliseconds(first)],
      ['trees, tokens/s', perSecond(trees)],
      ['all layers, tokens/s', perSecond(all)],
      ['memory: Node alone', megabytes(bare)],
      ['memory that the loaded engine adds', megabytes(loaded - bare)],
      ['memory at the most, while reading', megabytes(most)],
    ],
  );
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function perSecond(value: number | null): string {
  return value === null ? 'no gold pages' : Math.round(value).toLocaleString('en-US');
}

export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
