/**
 * Articles a second on one core, from HTML to record: the pages of examples/lachin over and over, by processor time. Prints; asserts nothing.
 * npm run bench:speed
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readFilePage } from '../src/collect/index.ts';
import { recordOf } from '../src/extract/index.ts';
import { table } from './table.ts';

const LEAST_SECONDS = 6;
const WORDS = 700;
const folder = fileURLToPath(new URL('../examples/lachin/', import.meta.url));
const names = readdirSync(folder).filter((name) => /\.(?:html|html\.gz|txt)$/.test(name));
const pages = await Promise.all(names.map((name) => readFilePage(folder + name)));

for (const page of pages) recordOf(page);
let [articles, words, seconds] = [0, 0, 0];
const start = process.cpuUsage();
for (let at = 0; seconds < LEAST_SECONDS; at++) {
  const page = pages[at % pages.length];
  if (!page) break;
  words += recordOf(page).article.text.split(/\s+/).length;
  articles += 1;
  const { user, system } = process.cpuUsage(start);
  seconds = (user + system) / 1e6;
}
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; ${names.length} pages of examples/lachin\n`,
);
console.log(
  table(
    ['HTML to record', 'a second of processor time'],
    [
      ['articles as they are', (articles / seconds).toFixed(1)],
      ['words', Math.round(words / seconds).toLocaleString('en-US')],
      [`articles of ${WORDS} words`, (words / seconds / WORDS).toFixed(1)],
    ],
  ),
);
