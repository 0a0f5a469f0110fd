/**
 * `npm run bench:add [-- --articles 10000]`: how fast articles go into a new PGlite store, what it costs apart from
 * reading, and whether memory grows with their number. Runs the built program as a user does.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { collectInputs } from '../src/collect/index.ts';
import type { ArticleRecord } from '../src/model/index.ts';
import { openStore, type SourcePage } from '../src/store/index.ts';
import { syntheticPage } from './synthetic-page.ts';

const PROGRAM = resolve('dist/cli/main.js');
const PER_FOLDER = 500;
const GROUP = 32;
const SAMPLE = 1000;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' } } });
const articles = Number(values.articles);
if (!existsSync(PROGRAM)) throw new Error('dist/ is missing: run npm run build');

const folder = mkdtempSync(join(tmpdir(), 'truceline-bench-'));
try {
  print('machine', `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${gigabytes(totalmem())}`);
  print('node', process.version);
  const bytes = makePages(join(folder, 'pages'), articles);
  print('articles', `${articles}, ${Math.round(bytes / articles)} bytes of HTML each`);
  await benchFirstStart();
  await benchProgram();
  await benchStoreAlone();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makePages(root: string, count: number): number {
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const inner = join(root, String(Math.floor(number / PER_FOLDER)).padStart(4, '0'));
    if (number % PER_FOLDER === 0) mkdirSync(inner, { recursive: true });
    const page = syntheticPage(number);
    bytes += page.length;
    writeFileSync(join(inner, `${String(number).padStart(6, '0')}.html`), page);
  }
  return bytes;
}

async function benchFirstStart(): Promise<void> {
  const data = join(folder, 'start');
  const first = await timed(async () => (await openStore({ data, create: true })).close());
  const later = await timed(async () => (await openStore({ data })).close());
  print('first start, store made', `${first.toFixed(2)} s`);
  print('later start', `${later.toFixed(2)} s`);
}

async function benchProgram(): Promise<void> {
  const data = join(folder, 'added');
  const resident = new Map<number, string>();
  const marks = new Set([1000, 5000, articles]);
  let count = 0;
  const seconds = await timed(async () => {
    const child = spawn(process.execPath, [PROGRAM, 'add', join(folder, 'pages'), '--json', '--data', data], {
      env: { ...process.env, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    for await (const line of createInterface({ input: child.stdout })) {
      if ((JSON.parse(line) as { outcome: string }).outcome === 'added') count++;
      if (marks.has(count) && !resident.has(count)) resident.set(count, residentOf(child));
    }
    const code = await ended;
    if (code !== 0) throw new Error(`truceline add ended with ${code}`);
  });
  print(
    `truceline add, ${count} articles`,
    `${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} articles a second`,
  );
  for (const [at, size] of resident) print(`  resident after ${at}`, size);
  const again = await timed(async () => {
    const child = spawn(
      process.execPath,
      [PROGRAM, 'add', join(folder, 'pages'), '--quiet', '--data', data],
      {
        env: { ...process.env, DATABASE_URL: '' },
        stdio: 'inherit',
      },
    );
    await new Promise((done) => child.on('close', done));
  });
  print(
    'the same again, all unchanged',
    `${again.toFixed(1)} s, ${(count / again).toFixed(0)} articles a second`,
  );
  const store = await openStore({ data });
  for (const [name, work] of Object.entries({
    'list the 50 newest': () => store.listArticles(),
    'list 50 events of a type and country': () => store.listEvents({ type: 'CONSULT', country: 'ARM' }),
    'search two words': () => store.searchArticles('corridor checkpoint'),
  })) {
    print(name, `${((await timed(work)) * 1000).toFixed(0)} ms`);
  }
  await store.close();
}

/** Reading and storing the same articles apart, both on one core. */
async function benchStoreAlone(): Promise<void> {
  const { recordOf } = await import('../src/extract/index.ts');
  const pages: SourcePage[] = [];
  const records: ArticleRecord[] = [];
  const reading = await timed(async () => {
    for await (const { page } of collectInputs([join(folder, 'pages')])) {
      if (!page || pages.length === Math.min(SAMPLE, articles)) break;
      pages.push(page);
      records.push(recordOf(page));
    }
  });
  const store = await openStore({ data: join(folder, 'alone'), create: true });
  const storing = await timed(async () => {
    for (let at = 0; at < records.length; at += GROUP) {
      await store.addMany(
        records
          .slice(at, at + GROUP)
          .map((record, index) => ({ record, page: pages[at + index] as SourcePage })),
      );
    }
  });
  await store.close();
  const size = records.reduce((sum, record) => sum + JSON.stringify(record).length, 0) / records.length;
  print('reading alone, one core', `${(records.length / reading).toFixed(0)} articles a second`);
  print(
    'storing alone',
    `${(records.length / storing).toFixed(0)} articles a second, ${Math.round(size)} characters a Record`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Resident memory of a process, worker threads included (Linux; `–` elsewhere). */
function residentOf({ pid }: ChildProcess): string {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return `${Math.round(Number(kilobytes) / 1024)} MB`;
  } catch {
    return '–';
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(0)} GB`;
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(40)} ${value}\n`);
}
