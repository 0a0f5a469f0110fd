/**
 * Articles a second on one core, from HTML to record, and where the time goes: the pages of examples/lachin over and over, as they are
 * and drawn out to the length that articles have elsewhere. By processor time. Prints; asserts nothing.
 * npm run bench:speed -- [--seconds 8]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine, table } from './table.ts';

const WORDS = 700;
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } });
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Measured {
  readonly articles: number;
  readonly words: number;
  readonly seconds: number;
  readonly stages: readonly (readonly [stage: string, share: number])[];
}

const done = spawnSync(
  process.execPath,
  [at('./speed-process.mjs'), at('../examples/lachin/'), values.seconds],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
);
if (done.status !== 0) throw new Error(`not measured (is it built? npm run build):\n${done.stderr}`);
const sets = Object.entries(JSON.parse(done.stdout) as { readonly [name: string]: Measured });

console.log(`${machine()}; pages of examples/lachin, HTML to record\n`);
console.log(
  table(
    ['a second of processor time', ...sets.map(([name]) => name)],
    [
      ['articles', ...sets.map(([, { articles, seconds }]) => (articles / seconds).toFixed(1))],
      ['words', ...sets.map(([, { words, seconds }]) => (words / seconds).toFixed(0))],
      [
        `articles of ${WORDS} words`,
        ...sets.map(([, { words, seconds }]) => (words / seconds / WORDS).toFixed(1)),
      ],
    ],
  ),
);
const first = sets[0]?.[1].stages ?? [];
console.log(
  `\n${table(
    [`milliseconds for ${WORDS} words`, ...sets.flatMap(([name]) => [name, 'share'])],
    first
      .map(([stage], place) => [stage, ...sets.flatMap(([, set]) => cellsOf(set, place))])
      .concat([
        ['all', ...sets.flatMap(([, { words, seconds }]) => [millisecondsOf(words, seconds), '100 %'])],
      ]),
  )}`,
);

function cellsOf({ words, seconds, stages }: Measured, place: number): string[] {
  const share = stages[place]?.[1] ?? 0;
  return [millisecondsOf(words, seconds * share), `${(100 * share).toFixed(1)} %`];
}

function millisecondsOf(words: number, seconds: number): string {
  return ((1000 * WORDS * seconds) / words).toFixed(2);
}
