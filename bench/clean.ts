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
  /** Processor time of the first pass over the pages, and of a later one. */
  readonly first: number;
  readonly warm: number;
  /** After the first pass. */
  readonly peak: number;
  readonly failed: number;
}

const data = `${process.env.TRUCELINE_DATA ?? '../shared/data'}/article-extraction`;
const only = process.argv.indexOf('--system');
/** The peer beside which speed is given. */
const PEER = 'readability on linkedom';
/** Pages read, or seconds spent on them, before an engine counts as warm: by then it has compiled what it compiles. */
const COLD_PAGES = 1000;
const COLD_SECONDS = 15;
/** Most passes after that, as long as there is time. */
const MOST_WARM_PASSES = 6;
const WARM_SECONDS = 4;

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

/**
 * One system over all pages, in this process: once as the process starts, which is what the other figures are of, then over and over until
 * the engine has compiled what it compiles, and a few times more. Unzipping is not counted; processor time is, since other work may share the machine.
 */
async function measure(name: string): Promise<Measured> {
  const load = SYSTEMS[name];
  if (!load) throw new Error(`no system called '${name}'`);
  const truth: Record<string, { articleBody?: string; url: string }> = JSON.parse(
    readFileSync(`${data}/ground-truth.json`, 'utf8'),
  );
  const ids = Object.keys(truth).sort();
  const extract = await load();
  const pass = async (take?: (id: string, text: string | null) => void): Promise<number> => {
    let seconds = 0;
    for (const id of ids) {
      const html = gunzipSync(readFileSync(`${data}/html/${id}.html.gz`)).toString('utf8');
      const start = process.cpuUsage();
      let found: string | null = null;
      try {
        found = await extract(html, truth[id]?.url ?? 'https://page.example/');
      } catch {
        // Counted by the caller.
      }
      const { user, system } = process.cpuUsage(start);
      seconds += (user + system) / 1e6;
      take?.(id, found);
    }
    return seconds;
  };
  const scores: PageScore[] = [];
  let failed = 0;
  const first = await pass((id, text) => {
    if (text === null) failed++;
    scores.push(scoreOf(truth[id]?.articleBody ?? '', text ?? ''));
  });
  const peak = process.resourceUsage().maxRSS * 1024;
  let spent = first;
  for (let read = ids.length; read < COLD_PAGES && spent < COLD_SECONDS; read += ids.length)
    spent += await pass();
  let [warm, passes] = [0, 0];
  while (passes === 0 || (passes < MOST_WARM_PASSES && warm < WARM_SECONDS)) {
    warm += await pass();
    passes++;
  }
  return { scores, ids, first, warm: warm / passes, peak, failed };
}

/** Each system in a process of its own, one after the other. `withPages` adds our worst pages. */
function compare(withPages: boolean): void {
  const measured = Object.keys(SYSTEMS).map((name) => [name, inOwnProcess(name)] as const);
  const peer = measured.find(([name]) => name === PEER)?.[1];
  const rows = measured.map(([name, { scores, ids, first, warm, peak, failed }]) => {
    const { f1, precision, recall, exact } = meanScore(scores);
    if (withPages && name === 'truceline') printWorst(ids, scores);
    return [
      name,
      ...[f1, precision, recall, exact].map((figure) => figure.toFixed(3)),
      ...speedsOf(scores.length, first, peer?.first),
      ...speedsOf(scores.length, warm, peer?.warm),
      `${Math.round(peak / 2 ** 20)} MiB`,
      String(failed),
    ];
  });
  console.log(machine());
  console.log(
    'truceline learned from these very pages; on pages held out in training see `npm run train:clean -- --dry`.',
  );
  console.log(
    `Pages per second of processor time, and times those of ${PEER}: cold, in the first pass of a fresh process, of which the other figures are too; warm, after ${COLD_PAGES} pages or ${COLD_SECONDS} seconds, as where thousands of pages are read.`,
  );
  const columns = ['cold', 'times', 'warm', 'times'];
  console.log(
    `${table(['system', 'F1', 'precision', 'recall', 'exact', ...columns, 'peak memory', 'failed'], rows)}\n`,
  );
}

function speedsOf(pages: number, seconds: number, peerSeconds: number | undefined): string[] {
  return [(pages / seconds).toFixed(1), peerSeconds ? `${(peerSeconds / seconds).toFixed(1)}×` : '–'];
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
