import { type Command, Option } from 'commander';
import {
  type Collected,
  collectInputs,
  type Failure,
  linesOfList,
  linesOfListFile,
  type Page,
} from '../collect/index.ts';
import { TrucelineError } from '../model/index.ts';
import { type Added, isUnchanged, type Known, type Store } from '../store/index.ts';
import { AddReport } from './add-report.ts';
import { batches } from './batches.ts';
import {
  allowPrivateOption,
  fetchOptionsOf,
  languageOption,
  maxSizeOption,
  poolOptionsOf,
  publishedOption,
  timeoutOption,
  urlOption,
  workersOption,
} from './options.ts';
import { openReadingPool, type Reading, type ReadingPool, readInPool } from './reading-pool.ts';
import { dataOption, withStore } from './store-options.ts';

interface AddOptions {
  data?: string;
  fromList?: string;
  json?: true;
  quiet?: true;
  again?: true;
  published?: string;
  language?: string;
  url?: string;
  allowPrivate?: true;
  timeout: number;
  maxSize: number;
  workers?: number;
}

const EXAMPLES = `
Examples:
  truceline add saved/                          all articles (HTML or text, also .gz) of a folder
  truceline add 'news/2023-0[3-9]*.html' --data lachin
  truceline add https://example.org/news/1
  find . -name '*.html' | truceline add -       a list of files or addresses on standard input

An article that is there already is recognised by its bytes and skipped; --again reads it anew, after an update of
Truceline say. A new page of an address that is there takes the old one's place. What was reported is on disk.

Exit codes: 0 done · 2 wrong use · 3 some inputs could not be used (truceline list --failed) · 4 the only input could
not be used · 5 network · 6 the store · 7 the disk`;

export function addCommand(program: Command): void {
  program
    .command('add')
    .description('read articles and keep their records in the store')
    .argument(
      '[inputs...]',
      'files, folders, patterns, web addresses, or - for a list of them on standard input',
    )
    .addOption(dataOption())
    .addOption(new Option('--from-list <file>', 'take files and addresses from a file, one a line'))
    .addOption(new Option('--json', 'print one JSON object an input, failures included').conflicts('quiet'))
    .option('--quiet', 'print nothing but errors')
    .option('--again', 'read articles anew that are there already')
    .addOption(publishedOption())
    .addOption(urlOption())
    .addOption(languageOption())
    .addOption(allowPrivateOption())
    .addOption(timeoutOption())
    .addOption(maxSizeOption())
    .addOption(workersOption())
    .addHelpText('after', EXAMPLES)
    .action(add);
}

async function add(inputs: string[], options: AddOptions): Promise<void> {
  if (inputs.length === 0 && options.fromList === undefined)
    throw new TrucelineError('E_USAGE', { detail: 'add what? Name a file, a folder, an address or -' });
  if (options.url !== undefined && (inputs.length > 1 || options.fromList !== undefined))
    throw new TrucelineError('E_USAGE', { detail: '--url is the address of one page; name one input' });
  const pool = openReadingPool(poolOptionsOf(options));
  try {
    const collected = collectInputs(named(inputs, options.fromList), fetchOptionsOf(options));
    process.exitCode = await withStore(options, (store) => addAll(store, collected, pool, options), {
      create: true,
    });
  } finally {
    await pool.close();
  }
}

/** The arguments, with lists opened where they stand. */
async function* named(inputs: readonly string[], fromList: string | undefined): AsyncGenerator<string> {
  for (const input of inputs) {
    if (input === '-') yield* linesOfList(process.stdin);
    else yield input;
  }
  if (fromList !== undefined) yield* linesOfListFile(fromList);
}

/** Records of one transaction, and pages of one question whether they are known. */
const AT_ONCE = 32;
const BYTES_AT_ONCE = 16 * 1024 * 1024;

/**
 * Adds what is collected: known articles are passed over, the others read on all cores and written in groups; each is
 * reported once its transaction is on disk. Memory holds a few groups at most. Returns the exit code.
 */
async function addAll(
  store: Store,
  collected: AsyncIterable<Collected>,
  pool: ReadingPool,
  options: AddOptions,
): Promise<number> {
  const report = new AddReport(options);
  const stop = stopOnSignal();
  const fresh = unknownOf(store, collected, report, options.again ?? false);
  const readings = readInPool(fresh, pool);
  try {
    const limits = { most: AT_ONCE, heaviest: BYTES_AT_ONCE, weigh: weightOf };
    for await (const group of batches(readings, limits)) {
      const good = group.filter((reading): reading is Read => isRead(reading));
      await addGroup(store, good, report, options.again ?? false);
      for (const reading of group) {
        const failure = failureOf(reading);
        if (failure) await keepFailure(store, failure, reading.page, report);
      }
      if (stop.isAsked()) break;
    }
  } finally {
    report.end(store.place);
    stop.forget();
  }
  return stop.isAsked() ? INTERRUPTED : report.exitCode();
}

type Read = Reading & { readonly failure?: never };

const INTERRUPTED = 130;

function isRead(reading: Reading): reading is Read {
  return failureOf(reading) === undefined;
}

function failureOf(reading: Reading): Failure | undefined {
  if (reading.failure) return reading.failure;
  if (reading.record.article.text !== '') return undefined;
  const { origin } = reading.page;
  return { origin, error: new TrucelineError('E_NO_TEXT', { path: origin }) };
}

function weightOf({ page }: Reading): number {
  return page?.bytes.length ?? 0;
}

/** Passes on what must be read, with what was given about it earlier, and reports what need not be. */
async function* unknownOf(
  store: Store,
  collected: AsyncIterable<Collected>,
  report: AddReport,
  again: boolean,
): AsyncGenerator<Collected> {
  const limits = {
    most: AT_ONCE,
    heaviest: BYTES_AT_ONCE,
    weigh: ({ page }: Collected) => page?.bytes.length ?? 0,
  };
  for await (const group of batches(collected, limits)) {
    const known = await store.known(group.flatMap(({ page }) => (page ? [page.id] : [])));
    for (const input of group) {
      const before = input.page && known.get(input.page.id);
      if (!before) yield input;
      else if (again || !isUnchanged(input.page, before)) yield { page: asGivenBefore(input.page, before) };
      else {
        await report.added({ id: before.id, title: before.title, outcome: 'unchanged' }, input.page.origin);
      }
    }
  }
}

function asGivenBefore(page: Page, { given }: Known): Page {
  const { url, ...facts } = given;
  return { ...(url !== undefined && page.url === undefined && { url }), ...facts, ...page };
}

/** Where the store refuses one record of a group, the others are written without it. */
async function addGroup(
  store: Store,
  group: readonly Read[],
  report: AddReport,
  again: boolean,
): Promise<void> {
  if (group.length === 0) return;
  let added: readonly Added[];
  try {
    added = await store.addMany(group.map(({ record, page }) => ({ record, page, again })));
  } catch (error) {
    if (!(error instanceof TrucelineError) || error.code !== 'E_STORE_REFUSED') throw error;
    const [only] = group;
    if (group.length === 1 && only) {
      await keepFailure(store, { origin: only.page.origin, error }, only.page, report);
      return;
    }
    for (const one of group) await addGroup(store, [one], report, again);
    return;
  }
  for (const [index, outcome] of added.entries())
    await report.added(outcome, group[index]?.page.origin ?? '');
}

async function keepFailure(
  store: Store,
  { origin, error }: Failure,
  page: Page | undefined,
  report: AddReport,
): Promise<void> {
  const { code, message, remedy } = error;
  await store.addFailure({ origin, code, message, remedy, ...(page && { page }) });
  await report.failed({ origin, error });
}

/** Ctrl-C ends the run after the group at work; what is on disk has then been reported. A second one ends it at once. */
function stopOnSignal() {
  let asked = false;
  const ask = () => {
    asked = true;
  };
  process.once('SIGINT', ask);
  process.once('SIGTERM', ask);
  return {
    isAsked: () => asked,
    forget() {
      process.off('SIGINT', ask);
      process.off('SIGTERM', ask);
    },
  };
}
