import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { clean } from '../src/clean/index.ts';
import { makePage } from '../src/collect/index.ts';
import { readDataFile } from '../src/model/data-file.ts';
import { machine, table } from './table.ts';

/** What a person sees on a page, read off by hand. */
const Label = z.union([
  z.object({
    date: z.string(),
    time: z.string().optional(),
    where: z.string(),
    updated: z.string().optional(),
  }),
  z.object({ date: z.null(), shown: z.string(), updated: z.string().optional() }),
]);
const labels = z
  .record(z.string(), Label)
  .parse(readDataFile(new URL('../test/clean/dates.gold.yaml', import.meta.url)));

/**
 * Publication dates against those that a person sees on the gold pages in `data`, by the basis on which they are known. A page that shows
 * the day without its year is right where day and month are.
 */
export function benchDates(data: string): void {
  const truth: Record<string, { url: string }> = JSON.parse(
    readFileSync(`${data}/ground-truth.json`, 'utf8'),
  );
  const counts = new Map<string, { right: number; all: number; notes: number }>();
  const [wrong, unseen]: [string[], string[]] = [[], []];
  let [right, all] = [0, 0];
  for (const [id, label] of Object.entries(labels)) {
    const page = truth[id];
    if (!page) continue;
    const html = gunzipSync(readFileSync(`${data}/html/${id}.html.gz`));
    const { article, notes } = clean(makePage(html, 'page', { url: page.url, format: 'html' }));
    const found = article.published ?? 'none';
    const basis = article.publishedBasis ?? 'none';
    if (label.date === null) {
      unseen.push(`  ${id.slice(0, 8)}  shown: ${label.shown}; found: ${found} (${basis})`);
      continue;
    }
    const isRight = label.date.startsWith('XXXX')
      ? found.endsWith(label.date.slice(4))
      : found === label.date;
    all++;
    if (isRight) right++;
    else wrong.push(`  ${id.slice(0, 8)}  seen: ${label.date}; found: ${found} (${basis})`);
    const count = counts.get(basis) ?? { right: 0, all: 0, notes: 0 };
    count.all++;
    if (isRight) count.right++;
    if (notes.some(({ kind }) => kind === 'dates')) count.notes++;
    counts.set(basis, count);
  }
  console.log(machine());
  console.log(
    `Publication date right on ${right} of ${all} pages that show one: ${((right / all) * 100).toFixed(1)} %.`,
  );
  const rows = [...counts].map(([basis, { right, all, notes }]) => [
    basis,
    ...[right, all, notes].map(String),
  ]);
  console.log(table(['basis', 'right', 'pages', 'with conflicts noted'], rows));
  if (wrong.length > 0) console.log(['Wrong:', ...wrong].join('\n'));
  if (process.argv.includes('--pages'))
    console.log(['Pages that show no date (not counted):', ...unseen].join('\n'));
}
