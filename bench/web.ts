/**
 * `npm run bench:web [-- --articles 50000] [--api-only] [--only WORDS] [--writing]`: how quick the desk is over a large store of made-up news:
 * the 95th percentile of each list of the API, the first view in Chromium, panning the timeline, and the weight of the
 * first view's script. The store is made once (minutes) and kept in build-output/. With `--writing` an article is added
 * before each question, so that no answer is one that was kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startServer } from '../src/serve/index.ts';
import { machine, table } from './table.ts';
import { madeUpRecord, madeUpStore } from './web-store.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
    'api-only': { type: 'boolean', default: false },
    writing: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
/** Articles added while it ran. */
const extra: string[] = [];
const desk = resolve('dist/web');
process.stdout.write(`${machine()}\n`);
const store = await madeUpStore(resolve('build-output/bench-web'), Number(values.articles));
const server = await startServer({ store, port: 0, noAuth: true, desk, requestsPerMinute: 1_000_000 });
try {
  await benchApi();
  if (!values['api-only']) await benchDesk();
} finally {
  await store.removeArticles(extra);
  await server.close();
  await store.close();
}

interface Page {
  items?: { id?: string; name?: string }[];
  next?: string | null;
}

async function benchApi(): Promise<void> {
  const [border, small] = (await store.dossiers.list()).map(({ id }) => id);
  const article = (await store.listArticles({}, { limit: 1 })).items[0]?.id;
  const words = ['prisoners', 'gas', 'border', 'lorries', 'mission', 'council', 'harvest'];
  const towns = ['Varda', 'Goris', 'Tamashen', 'Kalkert', 'Mirovan', 'Ardidzor', 'Pelmala'];
  const town = (nr: number) => towns[nr % towns.length] as string;
  const word = (nr: number) => words[nr % words.length];
  const day = (nr: number) => `202${1 + (nr % 3)}-0${1 + (nr % 9)}-15`;
  /** Stretches of some months to years that are never asked twice, so that no answer is one that was kept. */
  const stretch = (nr: number) => {
    const from = Date.UTC(2021, 0, 3 + nr * 17);
    const until = from + (60 + ((nr * 97) % 500)) * 86_400_000;
    return `since=${new Date(from).toISOString().slice(0, 10)}&until=${new Date(until).toISOString().slice(0, 10)}`;
  };
  const asOf = (nr: number) => new Date(Date.UTC(2023, 5, 1 + nr * 9)).toISOString().slice(0, 10);
  const paths: { [name: string]: (nr: number) => string } = {
    articles: () => '/api/articles',
    'articles, deep in': (nr) => `/api/articles?until=${day(nr)}`,
    'articles of a language': () => '/api/articles?language=it',
    'articles of a large dossier': () => `/api/articles?dossier=${border}`,
    'articles of a small dossier': () => `/api/articles?dossier=${small}`,
    record: () => `/api/articles/${article}`,
    'search, a common word': (nr) => `/api/search?q=${word(nr)}`,
    'search, a middling word': (nr) => `/api/search?q=${town(nr)}`,
    'search, a rare word': (nr) => `/api/search?q=${1000 + nr * 37}`,
    'search, a word that is nowhere': (nr) => `/api/search?q=nowhere${nr}`,
    'search, two words': (nr) => `/api/search?q=${word(nr)}%20${word(nr + 1)}`,
    'search, a common and a rare word': (nr) => `/api/search?q=${word(nr)}%20${1000 + nr * 37}`,
    'search, a phrase': (nr) => `/api/search?q=%22the%20road%20at%20${town(nr)}%22`,
    'search, a beginning': (nr) => `/api/search?q=${town(nr).slice(0, 4)}*`,
    'search in far days': (nr) => `/api/search?q=${word(nr)}&since=${day(nr)}&until=${day(nr).slice(0, 8)}28`,
    'search in a dossier': (nr) => `/api/search?q=${word(nr)}&dossier=${border}`,
    'search in a small dossier': (nr) => `/api/search?q=${word(nr)}&dossier=${small}`,
    'find everything': (nr) => `/api/find?q=${word(nr)}`,
    'find everything, a middling word': (nr) => `/api/find?q=${town(nr)}`,
    'find everything, a beginning': (nr) => `/api/find?q=${town(nr).slice(0, 4)}`,
    events: () => '/api/events',
    'events of a type': () => '/api/events?type=ASSAULT',
    'events of a month': (nr) => `/api/events?since=${day(nr)}&until=${day(nr).slice(0, 8)}28`,
    'events of a country': () => '/api/events?country=ARM',
    'events of an actor': () => '/api/events?actor=Velmark',
    'events with a word': (nr) => `/api/events?text=${word(nr)}`,
    'events with a rare word': (nr) => `/api/events?text=${town(nr)}%20gas%20${2021 + (nr % 3)}`,
    'events at a place': (nr) => `/api/events?place=${town(nr)}`,
    'events at a place with a word': (nr) => `/api/events?place=${town(nr)}&text=${word(nr)}`,
    'events of a large dossier': () => `/api/events?dossier=${border}`,
    'events of a small dossier': () => `/api/events?dossier=${small}`,
    timeline: () => '/api/timeline',
    'timeline of a dossier': () => `/api/timeline?dossier=${border}`,
    'marks of three months': (nr) => `/api/marks?since=${day(nr)}`,
    'density by day and lane': () => '/api/density?by=day&sides=ARM&sides=AZE',
    'density of a stretch': (nr) => `/api/density?by=day&sides=ARM&sides=AZE&${stretch(nr)}`,
    'density of a type in a stretch': (nr) => `/api/density?by=day&type=ASSAULT&${stretch(nr)}`,
    'density by day, with a word': () => '/api/density?by=day&sides=ARM&sides=AZE&text=gas',
    places: () => '/api/places',
    'places of a stretch': (nr) => `/api/places?${stretch(nr)}`,
    'places from a day on': (nr) =>
      `/api/places?since=${new Date(Date.UTC(2021, 1, 3 + nr * 13)).toISOString().slice(0, 10)}`,
    'places of a type in a stretch': (nr) => `/api/places?type=ASSAULT&${stretch(nr)}`,
    'spans of conditions': () => '/api/condition-spans',
    claims: () => '/api/claims',
    'claims of a stance': () => '/api/claims?stance=denies',
    'claims with a word': (nr) => `/api/claims?text=${word(nr)}`,
    'claims with a rare word': (nr) => `/api/claims?text=${1000 + nr * 37}`,
    'claims on a topic': () => '/api/claims?topic=gas',
    'claims of a dossier': () => `/api/claims?dossier=${border}`,
    sides: () => '/api/sides',
    'sides of a stretch': (nr) => `/api/sides?${stretch(nr)}`,
    'sides of a topic': () => '/api/sides?topic=gas',
    'sides of a kind of condition': () => '/api/sides?kind=blockade',
    'what claims are about': () => '/api/subjects',
    conditions: () => '/api/conditions',
    'conditions of a kind': () => '/api/conditions?kind=blockade&status=stands',
    actors: () => '/api/actors',
    'actors by name': () => '/api/actors?name=var',
    'actors of a dossier': () => `/api/actors?dossier=${border}`,
    'review queue': () => '/api/reviews/queue',
    'review queue of a dossier': () => `/api/reviews/queue?dossier=${small}`,
    facets: () => '/api/facets',
    'facets of a dossier': () => `/api/facets?dossier=${border}`,
    overview: () => '/api/overview',
    'overview as of a day': (nr) => `/api/overview?asOf=${asOf(nr)}`,
    'overview of a dossier': () => `/api/overview?dossier=${border}`,
    network: () => '/api/network',
    'network of a stretch': (nr) => `/api/network?${stretch(nr)}`,
    'lines behind a tie': () => '/api/ties?one=Velmark&other=Sarmia&kind=conflict',
    changes: () => '/api/changes',
    dossiers: () => '/api/dossiers',
  };
  const rows: string[][] = [];
  for (const [name, path] of Object.entries(paths)) {
    if (values.only && !new RegExp(values.only).test(name)) continue;
    await writeOne();
    const first = await timed(path(0));
    const times: number[] = [];
    const works: number[] = [];
    let cursor: string | null | undefined = null;
    for (let nr = 1; nr <= rounds; nr++) {
      const on = cursor ? `${path(0).includes('?') ? '&' : '?'}cursor=${cursor}` : '';
      await writeOne();
      const { ms, cpu, page } = await timed(cursor ? path(0) + on : path(nr));
      times.push(ms);
      works.push(cpu);
      // Every other request goes on to the next page.
      cursor = nr % 2 === 0 && path(0) === path(1) ? page.next : null;
    }
    rows.push([
      name,
      first.ms.toFixed(1),
      first.cpu.toFixed(1),
      share(times, 0.5),
      share(times, 0.95),
      share(works, 0.95),
    ]);
  }
  process.stdout.write(
    `\n${table(['ms', 'first', 'its processor time', 'median', 'p95', 'p95 of processor time'], rows)}\n`,
  );
}

async function writeOne(): Promise<void> {
  if (!values.writing) return;
  const record = madeUpRecord(Number(values.articles) + extra.length);
  extra.push((await store.addRecord(record)).id);
}

/** The value below which this share of the others lie. */
function share(times: readonly number[], of: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0).toFixed(1);
}

/** Processor time holds where other programs are at work too; it has the client's part in it. */
async function timed(path: string): Promise<{ ms: number; cpu: number; page: Page }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const answer = await fetch(server.address + path);
  const page = (await answer.json()) as Page;
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(page)}`);
  return { ms, cpu: (user + system) / 1000, page };
}

async function benchDesk(): Promise<void> {
  const { startBrowser } = await import('../test/web/browser.ts');
  const browser = await startBrowser();
  try {
    const rows: string[][] = [];
    const starts: number[] = [];
    const scripts = new Set<string>();
    for (let nr = 0; nr < 5; nr++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.endsWith('.js')) scripts.add(pathname.slice(pathname.lastIndexOf('/') + 1));
      });
      const start = performance.now();
      await page.goto(server.address);
      // Interactive: its heading and data are there, and a key or click would be answered.
      await page.waitForSelector('main h1');
      await page.waitForSelector('main li, main article, main svg, main canvas', { state: 'attached' });
      await page.evaluate('new Promise((done) => requestIdleCallback(done))');
      starts.push(performance.now() - start);
      await page.close();
    }
    starts.sort((a, b) => a - b);
    rows.push(['first view interactive, ms (median of 5)', (starts[2] ?? 0).toFixed(0), '< 1500']);
    rows.push(['timeline pan, frames a second', (await panFrames(browser)).toFixed(1), '>= 50']);
    const weight = readdirSync(resolve(desk, 'assets'))
      .filter((name) => scripts.has(name) || scripts.size === 0)
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + gzipSync(readFileSync(resolve(desk, 'assets', name))).length, 0);
    rows.push(['script of the first view, kB gzipped', (weight / 1000).toFixed(1), '<= 250']);
    process.stdout.write(`\n${table(['desk', 'measured', 'target'], rows)}\n`);
  } finally {
    await browser.close();
  }
}

/** Drags the timeline to and fro for two seconds and counts the frames that the page had time for. */
async function panFrames(browser: Awaited<ReturnType<typeof import('../test/web/browser.ts').startBrowser>>) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.address}/timeline`);
  const canvas = page.locator('main canvas, main svg').first();
  await canvas.waitFor();
  await page.waitForTimeout(1500);
  const box = await canvas.boundingBox();
  if (!box) return 0;
  // As text: it runs in the page, whose globals this program does not have.
  await page.evaluate(`{
    const counter = { frames: 0, from: performance.now() };
    const tick = () => { counter.frames++; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
    window.benchFrames = counter;
  }`);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(middle.x + 300 * Math.sin(step / 12), middle.y);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
  const frames = Number(
    await page.evaluate('1000 * benchFrames.frames / (performance.now() - benchFrames.from)'),
  );
  await page.close();
  return frames;
}
