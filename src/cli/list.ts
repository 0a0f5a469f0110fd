import { type Command, Option } from 'commander';
import type { ArticleFilter, ArticleLine, FailureLine, Store } from '../store/index.ts';
import { write, writeJsonLine } from './output.ts';
import {
  type DataOption,
  dataOption,
  dayOption,
  inLanguageOption,
  itemsOf,
  jsonLinesOption,
  limitOption,
  withStore,
} from './store-options.ts';
import { type Column, printedTable } from './table.ts';
import { colorsFor } from './terminal.ts';

interface ListOptions extends DataOption, ArticleFilter {
  readonly order: 'newest' | 'oldest' | 'added';
  readonly failed?: true;
  readonly limit: number;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  truceline list                                the 50 newest articles
  truceline list --since 2023-03 --until 2023-04 --language en
  truceline list --failed                       inputs that could not be used, with the reasons
  truceline list --json --limit 0 | jq -r .id

Exit codes: 0 done · 2 wrong use · 6 the store`;

const ARTICLES: readonly Column<ArticleLine>[] = [
  { head: 'id', value: ({ id }) => id, most: 40 },
  { head: 'published', value: ({ published }) => published ?? '–' },
  { head: 'lang', value: ({ language }) => language },
  { head: 'outlet', value: ({ outlet }) => outlet ?? '–', most: 24 },
  { head: 'events', value: ({ counts }) => String(counts.events), align: 'right' },
  { head: 'claims', value: ({ counts }) => String(counts.claims), align: 'right' },
  { head: 'title', value: ({ title }) => title },
];

const FAILURES: readonly Column<FailureLine>[] = [
  { head: 'last tried', value: ({ lastAt }) => lastAt.slice(0, 16).replace('T', ' ') },
  { head: 'times', value: ({ attempts }) => String(attempts), align: 'right' },
  { head: 'code', value: ({ code }) => code },
  // Messages begin with the origin.
  { head: 'what happened', value: ({ message }) => message },
];

export function listCommand(program: Command): void {
  program
    .command('list')
    .description('list the articles of the store')
    .addOption(dataOption())
    .addOption(dayOption('--since', 'published on or after this day, month or year'))
    .addOption(dayOption('--until', 'published on or before this day, month or year'))
    .addOption(inLanguageOption())
    .option('--outlet <name>', 'only of this outlet')
    .addOption(
      new Option('--order <order>', 'by date, or by when it was added')
        .choices(['newest', 'oldest', 'added'])
        .default('newest'),
    )
    .option('--failed', 'list the inputs that could not be used instead')
    .addOption(limitOption(50))
    .addOption(jsonLinesOption())
    .addHelpText('after', EXAMPLES)
    .action(list);
}

async function list(options: ListOptions): Promise<void> {
  await withStore(options, (store) =>
    options.failed ? listFailures(store, options) : listArticles(store, options),
  );
}

async function listArticles(store: Store, options: ListOptions): Promise<void> {
  const { since, until, language, outlet, order } = options;
  const filter: ArticleFilter = {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(language !== undefined && { language }),
    ...(outlet !== undefined && { outlet }),
  };
  const items = itemsOf((paging) => store.listArticles(filter, { ...paging, order }), options.limit);
  await show(items, ARTICLES, options, 'no articles');
}

async function listFailures(store: Store, options: ListOptions): Promise<void> {
  const items = itemsOf((paging) => store.listFailures(paging), options.limit);
  await show(items, FAILURES, options, 'no failed inputs');
}

/** Rows that a table holds in memory to find its column widths; longer lists go out in several. */
const TABLE_ROWS = 1000;

async function show<Item>(
  items: AsyncGenerator<Item, { readonly isMore: boolean }>,
  columns: readonly Column<Item>[],
  { json, limit }: ListOptions,
  none: string,
): Promise<void> {
  let rows: Item[] = [];
  let any = false;
  for (;;) {
    const { value, done } = await items.next();
    if (!done) {
      any = true;
      if (json) await writeJsonLine(value);
      else rows.push(value);
      if (rows.length < TABLE_ROWS) continue;
    }
    if (rows.length > 0) {
      const width = process.stdout.isTTY ? (process.stdout.columns ?? 100) : null;
      await write(printedTable(rows, columns, width, colorsFor(process.stdout).bold));
      rows = [];
    }
    if (!done) continue;
    if (!any && !json) process.stderr.write(`${none}\n`);
    if (value.isMore && !json) process.stderr.write(`the first ${limit}; --limit 0 shows all\n`);
    return;
  }
}
