import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { meanScore, type PageScore, scoreOf } from '../src/clean/train/score.ts';
import { benchDates } from './clean-dates.ts';
import { SYSTEMS } from './clean-systems.ts';
import { benchText } from './clean-text.ts';
import { machine, table } from './table.ts';

interface Measured {
  readonly scores: PageScore[];
  readonly ids: string[];
  readonly seconds: number;
  readonly peak: number;
  readonly failed: number;
}

const data = `${process.env.TRUCELINE_DATA ?? '../shared/data'}/article-extraction`;
const only = process.argv.indexOf('--system');

if (!existsSync(`${data}/ground-truth.json`)) {
  console.error(`No pages in ${data}: set TRUCELINE_DATA to the folder of the gold sets.`);
  process.exitCode = 1;
} else if (process.argv.includes('--dates')) {
  benchDates(data);
} else if (only !== -1) {
  process.stdout.write(JSON.stringify(await measure(process.argv[only + 1] ?? '')));
} else {
  const withPages = process.argv.includes('--pages');
  if (!process.argv.includes('--text')) compare(withPages);
  benchText(data, withPages);
}

/** One system over all pages, in this process. Unzipping is not counted; processor time is, since other work may share the machine. */
async function measure(name: string): Promise<Measured> {
  const load = SYSTEMS[name];
  if (!load) throw new Error(`no system called '${name}'`);
  const truth: Record<string, { articleBody?: string; url: string }> = JSON.parse(
    readFileSync(`${data}/ground-truth.json`, 'utf8'),
  );
  const ids = Object.keys(truth).sort();
  const extract = await load();
  const scores: PageScore[] = [];
  let seconds = 0;
  let failed = 0;
  for (const id of ids) {
    const html = gunzipSync(readFileSync(`${data}/html/${id}.html.gz`)).toString('utf8');
    const start = process.cpuUsage();
    let found = '';
    try {
      found = await extract(html, truth[id]?.url ?? 'https://page.example/');
    } catch {
      failed++;
    }
    const { user, system } = process.cpuUsage(start);
    seconds += (user + system) / 1e6;
    scores.push(scoreOf(truth[id]?.articleBody ?? '', found));
  }
  return { scores, ids, seconds, peak: process.resourceUsage().maxRSS * 1024, failed };
}

/** Each system in a process of its own, one after the other. `withPages` adds our worst pages. */
function compare(withPages: boolean): void {
  const rows = Object.keys(SYSTEMS).map((name) => {
    const { scores, ids, seconds, peak, failed } = inOwnProcess(name);
    const { f1, precision, recall, exact } = meanScore(scores);
    if (withPages && name === 'truceline') printWorst(ids, scores);
    return [
      name,
      ...[f1, precision, recall, exact].map((figure) => figure.toFixed(3)),
      (scores.length / seconds).toFixed(1),
      `${Math.round(peak / 2 ** 20)} MiB`,
      String(failed),
    ];
  });
  console.log(machine());
  console.log(
    'truceline learned from these very pages; on pages held out in training see `npm run train:clean -- --dry`.',
  );
  console.log('Pages per second of processor time, first pass, engine not warmed up.');
  console.log(
    `${table(['system', 'F1', 'precision', 'recall', 'exact', 'pages/s', 'peak memory', 'failed'], rows)}\n`,
  );
}

function inOwnProcess(name: string): Measured {
  const file = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, ['--import', 'tsx', file, '--system', name], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Libraries may print of their own accord before the result, which is the last line.
  return JSON.parse(output.slice(output.lastIndexOf('\n{"scores"') + 1));
}

function printWorst(ids: readonly string[], scores: readonly PageScore[]): void {
  const worst = ids
    .map((id, index) => ({ id, ...(scores[index] as PageScore) }))
    .filter(({ precision, recall }) => (precision ?? 0) * (recall ?? 0) < 0.85);
  for (const { id, precision, recall } of worst)
    console.log(id.slice(0, 8), precision?.toFixed(3) ?? '–', recall?.toFixed(3) ?? '–');
}
