/**
 * Figures of the reader: how right it is from raw text (CoNLL 2018 definitions), how fast on one core, and how fast
 * and in how much memory the whole way from page to record is over the gold pages.
 *
 *   npm run bench:read -- [--data DIR] [--only accuracy|speed|pages]
 */
import { existsSync } from 'node:fs';
import { argv, env } from 'node:process';
import { parseArgs } from 'node:util';
import { accuracyTable } from './read-accuracy.ts';
import { pagesTable } from './read-pages.ts';
import { speedTable } from './read-speed.ts';
import { machine } from './table.ts';

const { values } = parseArgs({
  args: argv.slice(2),
  options: { data: { type: 'string' }, only: { type: 'string' } },
});
const data = values.data ?? env.TRUCELINE_DATA ?? '../shared/data';
if (!existsSync(`${data}/ud`)) {
  console.error(`No gold sets in ${data}. Name their folder with --data DIR or TRUCELINE_DATA.`);
  process.exit(1);
}
console.log(machine());
const wants = (section: string) => values.only === undefined || values.only === section;
if (wants('accuracy')) console.log(`\nReading\n${accuracyTable(data)}`);
if (wants('speed')) console.log(`\nSpeed of read() alone, one core, from dist/\n${speedTable(data)}`);
if (wants('pages')) console.log(`\nFrom page to record, one core, gold pages\n${pagesTable(data)}`);
