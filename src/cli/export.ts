import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { asTrucelineError, TrucelineError } from '../model/index.ts';
import {
  ARTICLE_COLUMNS,
  CLAIM_COLUMNS,
  CONDITION_COLUMNS,
  type Columns,
  EVENT_COLUMNS,
  headOfCsv,
  lineOfCsv,
} from '../serve/export/index.ts';
import type { PageOf, Paging, Store } from '../store/index.ts';
import { write } from './output.ts';
import { type DataOption, dataOption, itemsOf, withStore } from './store-options.ts';

const TABLES = ['articles', 'events', 'claims', 'conditions'] as const;
type Table = (typeof TABLES)[number];

interface ExportOptions extends DataOption {
  readonly format: 'jsonl' | 'csv';
  readonly table?: Table;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  truceline export > records.jsonl              all Records, one a line
  truceline export --format csv -o events.csv   events, with columns named as ACLED does where they mean the same
  truceline export --format csv --table claims -o claims.csv
  truceline export --format jsonl --table events | jq .event.date.edtf

In CSV a text that a spreadsheet would take for a formula (it begins with = + - @) gets an apostrophe in front.

Exit codes: 0 done · 2 wrong use · 6 the store · 7 the disk`;

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write all that the store holds as JSON lines or CSV')
    .addOption(dataOption())
    .addOption(new Option('--format <format>', 'jsonl or csv').choices(['jsonl', 'csv']).default('jsonl'))
    .addOption(
      new Option(
        '--table <table>',
        'what to write (csv: events; jsonl: whole Records, where not given)',
      ).choices(TABLES),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText('after', EXAMPLES)
    .action(exportAll);
}

async function exportAll(options: ExportOptions): Promise<void> {
  await withStore(options, async (store) => {
    const lines = linesOf(store, options);
    if (options.output === undefined) for await (const line of lines) await write(line);
    else await writeWhole(options.output, lines);
  });
}

/** The file appears when it is whole. */
async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(lines, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new TrucelineError(
        'E_READ_ONLY',
        { path, detail: 'no such folder, or no right to write there' },
        error,
      );
    throw asTrucelineError(error, path);
  }
}

async function* linesOf(store: Store, { format, table }: ExportOptions): AsyncGenerator<string> {
  if (format === 'jsonl' && table === undefined) {
    for await (const record of store.records()) yield `${JSON.stringify(record)}\n`;
    return;
  }
  const oldestFirst = <Item>(list: (filter: object, paging: Paging) => Promise<PageOf<Item>>) =>
    itemsOf((paging) => list({}, { ...paging, order: 'oldest' }));
  switch (table ?? 'events') {
    case 'articles':
      return yield* written(oldestFirst(store.listArticles), ARTICLE_COLUMNS, format);
    case 'events':
      return yield* written(oldestFirst(store.listEvents), EVENT_COLUMNS, format);
    case 'claims':
      return yield* written(oldestFirst(store.listClaims), CLAIM_COLUMNS, format);
    case 'conditions':
      return yield* written(oldestFirst(store.listConditions), CONDITION_COLUMNS, format);
  }
}

async function* written<Item>(
  items: AsyncIterable<Item>,
  columns: Columns<Item>,
  format: 'jsonl' | 'csv',
): AsyncGenerator<string> {
  if (format === 'csv') yield headOfCsv(columns);
  for await (const item of items) {
    yield format === 'csv' ? lineOfCsv(item, columns) : `${JSON.stringify(item)}\n`;
  }
}
