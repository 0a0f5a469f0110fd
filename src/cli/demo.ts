import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { collectInputs } from '../collect/index.ts';
import type { ArticleRecord } from '../model/index.ts';
import { DEFAULT_PORT, startServer } from '../serve/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { printedDossier } from './dossier-printer.ts';
import { FailureList } from './failures.ts';
import { portOption, workersOption } from './options.ts';
import { write } from './output.ts';
import { progressBar } from './progress.ts';
import { openReadingPool, readInPool } from './reading-pool.ts';
import { colorsFor, widthOf } from './terminal.ts';

interface DemoOptions {
  serve: boolean;
  port: number;
  workers?: number;
}

const NAME = 'The Lachin corridor and the talks, December 2022 to September 2023';
const DOSSIER = fileURLToPath(new URL('../../examples/lachin', import.meta.url));

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('load the demonstration dossier into a temporary store, print its record and serve it')
    .option('--no-serve', 'end after printing')
    .addOption(portOption(DEFAULT_PORT))
    .addOption(workersOption())
    .addHelpText(
      'after',
      `
The dossier lies in examples/lachin: short articles written for this purpose, about real and public facts, as saved pages
with all that real pages have around their text. The store is deleted at the end.`,
    )
    .action(demo);
}

async function demo(options: DemoOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-demo-'));
  try {
    const store = await openStore({ data: join(folder, 'store'), create: true });
    try {
      const records = await load(store, options);
      const layout = { colors: colorsFor(process.stdout), width: widthOf(process.stdout) };
      await write(printedDossier(NAME, records, layout));
      if (options.serve) await serveUntilInterrupted(store, options.port);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function load(store: Store, { workers }: DemoOptions): Promise<ArticleRecord[]> {
  const progress = progressBar('loading the dossier', 0);
  const failures = new FailureList(progress);
  const records: ArticleRecord[] = [];
  const pool = openReadingPool({ ...(workers && { workers }) });
  for await (const { page, record, failure } of readInPool(collectInputs([DOSSIER]), pool)) {
    if (failure) {
      failures.bad(failure);
      continue;
    }
    await store.addRecord(record, page);
    failures.good();
    records.push(record);
    progress.update(records.length, `${records.length} articles`);
  }
  progress.stop();
  process.exitCode = failures.exitCode();
  return records.sort((a, b) => ((a.article.published ?? '9') < (b.article.published ?? '9') ? -1 : 1));
}

async function serveUntilInterrupted(store: Store, port: number): Promise<void> {
  const server = await startServer({ store, host: '127.0.0.1', port, noAuth: true });
  await write(`\nServed at ${server.address} (Ctrl+C ends)\n`);
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await server.close();
}
