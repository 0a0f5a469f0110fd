import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clean } from '../src/clean/index.ts';
import { decodePage, makePage, type Page } from '../src/collect/index.ts';
import { extract } from '../src/extract/index.ts';
import { read } from '../src/read/index.ts';
import { megabytes } from './read-speed.ts';
import { table } from './table.ts';

const ROUNDS = 3;

/** Articles and tokens per second of the whole way, what share each stage has of it, and the peak of memory. */
export function pagesTable(data: string): string {
  const folder = `${data}/article-extraction/html`;
  if (!existsSync(folder)) return `no pages in ${folder}`;
  const pages = readdirSync(folder).map((name) => makePage(readFileSync(`${folder}/${name}`), name));
  const spent = { decode: 0, clean: 0, read: 0, extract: 0 };
  let tokens = 0;
  let articles = 0;
  const timed = <T>(stage: keyof typeof spent, work: () => T): T => {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    spent[stage] += (user + system) / 1e6;
    return result;
  };
  const run = (page: Page) => {
    timed('decode', () => decodePage(page));
    const { article, notes } = timed('clean', () => clean(page));
    const document = timed('read', () => read(article));
    timed('extract', () => extract(document, notes));
    tokens += document.tokens.length;
    articles++;
  };
  // The first round warms the engine up and is not counted.
  for (const page of pages) run(page);
  for (const stage of Object.keys(spent) as (keyof typeof spent)[]) spent[stage] = 0;
  [tokens, articles] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) for (const page of pages) run(page);
  // `clean` decodes once more by itself: the decoding above is there to tell its share, not to be counted twice.
  const all = spent.clean + spent.read + spent.extract;
  const share = (seconds: number) => `${((100 * seconds) / all).toFixed(0)} %`;
  return table(
    ['', `${pages.length} pages`],
    [
      ['articles/s (processor time)', (articles / all).toFixed(1)],
      ['tokens/s', Math.round(tokens / all).toLocaleString('en-US')],
      ['decode, within clean', share(spent.decode)],
      ['clean', share(spent.clean)],
      ['read', share(spent.read)],
      ['extract', share(spent.extract)],
      ['peak memory of the process', megabytes(process.resourceUsage().maxRSS * 1024)],
    ],
  );
}
