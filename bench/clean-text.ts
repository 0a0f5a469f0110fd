import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { clean } from '../src/clean/index.ts';
import { flatten } from '../src/clean/train/flatten.ts';
import { meanScore, type PageScore, scoreOf } from '../src/clean/train/score.ts';
import { decodePage, makePage } from '../src/collect/index.ts';
import { goldRecords, PAGES } from '../test/gold/gold-records.ts';
import { table } from './table.ts';

/** A page flattened to text, and the text of its story. */
interface Flat {
  readonly name: string;
  readonly text: string;
  readonly truth: string;
}

/** What is compared: nobody else cleans scraped text, so ways that need no thought stand beside ours. */
const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['truceline', (text) => storyIn(text)],
  ['lines of 80 characters or more', (text) => linesOf(text, (line) => line.length >= 80)],
  ['lines that end a sentence', (text) => linesOf(text, (line) => /[.!?…。！？][”"»’')\]」]*$/u.test(line))],
  ['whole text', (text) => text],
];

/** Prints how well scraped text is cleaned: the gold pages in `data` and the demonstration pages, flattened (see `flatten.ts`). */
export function benchText(data: string, withPages: boolean): void {
  const gold = goldPages(data);
  console.log(
    `Scraped text: ${gold.length} gold pages flattened, a line a block; none of their tags is seen.`,
  );
  console.log(
    'truceline learned from these very pages; for pages held out see `npm run train:clean -- --text --dry`.',
  );
  console.log(compare(gold, withPages));
  const demonstration = demonstrationPages();
  const flat = demonstration.filter(({ truth }) => truth !== '');
  console.log(
    `\nScraped text: ${flat.length} demonstration pages flattened, against the same pages cleaned as HTML.`,
  );
  console.log(compare(flat, withPages));
  printDemonstration(demonstration, withPages);
}

function compare(pages: readonly Flat[], withPages: boolean): string {
  const rows = WAYS.map(([name, way]) => {
    const start = process.cpuUsage();
    const found = pages.map(({ text }) => way(text));
    const { user, system } = process.cpuUsage(start);
    const scores = pages.map(({ truth }, index) => scoreOf(truth, found[index] as string));
    if (withPages && name === 'truceline') printWorst(pages, scores);
    const { f1, precision, recall, exact } = meanScore(scores);
    return [
      name,
      ...[f1, precision, recall, exact].map((figure) => figure.toFixed(3)),
      name === 'truceline' ? ((pages.length * 1e6) / (user + system)).toFixed(0) : '',
    ];
  });
  return table(['way', 'F1', 'precision', 'recall', 'exact', 'pages/s'], rows);
}

/** What the hand-made gold of the demonstration pages says must go, and must stay. */
function printDemonstration(pages: readonly Flat[], withPages: boolean): void {
  const survivors: string[] = [];
  const lost: string[] = [];
  let [removed, kept, titles, areas] = [0, 0, 0, 0];
  const records = goldRecords();
  for (const record of records) {
    const page = pages.find(({ name }) => name === record.page);
    if (!page) continue;
    const { article } = clean(makePage(Buffer.from(page.text), page.name, { format: 'text' }));
    for (const line of record.removed) {
      if (!page.text.includes(line)) continue;
      removed++;
      if (article.text.includes(line)) survivors.push(`${page.name}: ${line}`);
    }
    for (const phrase of [
      ...record.events.map(({ trigger }) => trigger),
      ...record.claims.map(({ content }) => content),
    ]) {
      if (!folded(page.truth || page.text).includes(folded(phrase))) continue;
      kept++;
      if (!folded(article.text).includes(folded(phrase))) lost.push(`${page.name}: ${phrase}`);
    }
    if (article.title === record.title) titles++;
    else if (withPages) console.log(`  ${page.name}: title '${article.title}'`);
    if (article.areas.join() === record.areas.join()) areas++;
    else if (withPages)
      console.log(`  ${page.name}: areas '${article.areas.join()}', not '${record.areas.join()}'`);
  }
  console.log(
    `Of ${removed} lines that hand-made gold calls furniture ${survivors.length} survive; of ${kept} phrases of the stories ${lost.length} are lost; titles right ${titles} of ${records.length}, areas ${areas} of ${records.length}.`,
  );
  for (const line of survivors) console.log(`  survives: ${line}`);
  for (const line of lost) console.log(`  lost: ${line}`);
}

function goldPages(data: string): Flat[] {
  const truth: Record<string, { articleBody?: string }> = JSON.parse(
    readFileSync(`${data}/ground-truth.json`, 'utf8'),
  );
  return Object.keys(truth)
    .sort()
    .map((id) => ({
      name: id,
      text: flatten(gunzipSync(readFileSync(`${data}/html/${id}.html.gz`)).toString('utf8')),
      truth: truth[id]?.articleBody ?? '',
    }));
}

/** Those that were scraped as text are taken as they are, and have no truth but the gold's phrases. */
function demonstrationPages(): Flat[] {
  return readdirSync(PAGES)
    .filter((name) => /\.(?:html|html\.gz|txt)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(new URL(name, PAGES));
      const page = makePage(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, basename(name, '.gz'));
      const { text } = decodePage(page);
      return name.endsWith('.txt')
        ? { name, text, truth: '' }
        : { name, text: flatten(text), truth: clean(page).article.text };
    });
}

function storyIn(text: string): string {
  return clean(makePage(Buffer.from(text), 'page', { format: 'text' })).article.text;
}

function linesOf(text: string, keeps: (line: string) => boolean): string {
  return text
    .split('\n')
    .filter((line) => keeps(line.trim()))
    .join('\n');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function printWorst(pages: readonly Flat[], scores: readonly PageScore[]): void {
  pages.forEach(({ name }, index) => {
    const { precision, recall } = scores[index] as PageScore;
    if ((precision ?? 0) * (recall ?? 0) < 0.9)
      console.log(name.slice(0, 40), precision?.toFixed(3) ?? '–', recall?.toFixed(3) ?? '–');
  });
}
