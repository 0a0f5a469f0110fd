/**
 * Every figure of extract in one run: PLOVER, types on other sets, PolNeAR, the dossier gold and speed. Prints; asserts nothing.
 * npm run bench:extract -- [--data DIR] [--misses N]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TRUCELINE_DATA ?? '../shared/data' },
    misses: { type: 'string', default: '25' },
  },
});

/** Each bench is a program of its own; here they only follow one another. */
const BENCHES: readonly (readonly [title: string, file: string, ...flags: string[]])[] = [
  ['Events: PLOVER gold sentences', 'extract-events.ts', '--misses', values.misses],
  ['Events: types on sets that were not tuned on', 'extract-types.ts'],
  ['Claims: PolNeAR, NGEC facts', 'extract-claims.ts'],
  ['Records: the demonstration dossier', 'gold.ts'],
  ['Speed', 'extract-speed.ts'],
];

for (const [title, file, ...flags] of BENCHES) {
  console.log(`\n=== ${title} (bench/${file})\n`);
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL(file, import.meta.url)), ...flags],
    { stdio: 'inherit', env: { ...process.env, TRUCELINE_DATA: values.data } },
  );
  if (status !== 0) console.log(`bench/${file} ended with ${status}`);
}
