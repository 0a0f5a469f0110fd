import type { Command } from 'commander';
import {
  type Collected,
  collectInputs,
  type FetchOptions,
  isHttpAddress,
  readStreamPage,
} from '../collect/index.ts';
import { confidentLines } from '../extract/index.ts';
import { asTrucelineError, type Span, TrucelineError } from '../model/index.ts';
import { readBatch } from './batch.ts';
import { FailureList } from './failures.ts';
import {
  allowPrivateOption,
  fetchOptionsOf,
  languageOption,
  maxSizeOption,
  minConfidenceOption,
  poolOptionsOf,
  publishedOption,
  timeoutOption,
  urlOption,
  workersOption,
} from './options.ts';
import { write, writeJsonLine } from './output.ts';
import { progressBar } from './progress.ts';
import { openReadingPool, type Reading, readInPool } from './reading-pool.ts';
import { printedRecord } from './record-printer.ts';
import { colorsFor, widthOf } from './terminal.ts';

interface ReadOptions {
  json?: true;
  jsonl?: true;
  batch?: string;
  all?: true;
  explain?: true;
  published?: string;
  language?: string;
  url?: string;
  allowPrivate?: true;
  timeout: number;
  maxSize: number;
  workers?: number;
  minConfidence: number;
}

const EXAMPLES = `
Examples:
  truceline read page.html                      the record of one article, for a person
  truceline read https://example.org/news/1     the same, of a page on the web
  pbpaste | truceline read - --published 2023-03-06
  truceline read --json page.html | jq .events
  truceline read --jsonl saved/ > records.jsonl
  truceline read --batch in.jsonl > out.jsonl   lines {"id", "text" or "html", "url"?, "published"?, "title"?, "asIs"?}

Exit codes: 0 done · 2 wrong use · 3 some inputs could not be used · 4 the input could not be used · 5 network`;

export function readCommand(program: Command): void {
  program
    .command('read')
    .description('read articles (HTML or text) and print their records; nothing is stored')
    .argument('[inputs...]', 'files, folders, patterns, web addresses, or - for standard input')
    .option('--json', 'print the Record as JSON (one input)')
    .option('--jsonl', 'print one Record a line (many inputs)')
    .option('--batch <file>', 'read lines of JSON from a file, or - for standard input, on all cores')
    .option('--all', 'show every removed piece')
    .option('--explain', 'after the record, name the rule behind every line and draw its tree (one input)')
    .addOption(minConfidenceOption())
    .addOption(publishedOption())
    .addOption(urlOption())
    .addOption(languageOption())
    .addOption(allowPrivateOption())
    .addOption(timeoutOption())
    .addOption(maxSizeOption())
    .addOption(workersOption())
    .addHelpText('after', EXAMPLES)
    .action(read);
}

async function read(inputs: string[], options: ReadOptions): Promise<void> {
  if (options.batch !== undefined) {
    if (inputs.length > 0) throw new TrucelineError('E_USAGE', { detail: '--batch takes no further inputs' });
    process.exitCode = await readBatch(options.batch, options);
    return;
  }
  if (inputs.length === 0)
    throw new TrucelineError('E_USAGE', { detail: 'read what? Name a file, an address or -' });
  const failures = new FailureList(progressBar('reading', 0));
  let first = true;
  for await (const reading of readings(inputs, options)) {
    const failure = reading.failure ?? withoutText(reading);
    if (failure) {
      failures.bad(failure);
      continue;
    }
    failures.good();
    const record = confidentLines((reading as Reading & { failure?: never }).record, options.minConfidence);
    if (options.jsonl) await writeJsonLine(record);
    else if (options.json) {
      if (!first)
        throw new TrucelineError('E_USAGE', {
          detail: '--json prints one Record; use --jsonl for many inputs',
        });
      await write(`${JSON.stringify(record, null, 2)}\n`);
    } else {
      const layout = {
        colors: colorsFor(process.stdout),
        width: widthOf(process.stdout),
        all: options.all ?? false,
      };
      await write(`${first ? '' : `\n${'─'.repeat(layout.width)}\n\n`}${printedRecord(record, layout)}`);
      if (options.explain)
        await write(
          `\nRules (offset, words, rule; below it the tree that it fired on)\n${reading.rules?.join('\n') ?? ''}\n`,
        );
    }
    first = false;
  }
  process.exitCode = failures.exitCode();
}

function withoutText(reading: Reading) {
  if (reading.failure || reading.record.article.text !== '') return undefined;
  const origin = reading.page.origin;
  return { origin, error: new TrucelineError('E_NO_TEXT', { path: origin }) };
}

/** One single input is read right here, which starts faster; more go to the pool. */
function readings(inputs: string[], options: ReadOptions): AsyncGenerator<Reading & { rules?: string[] }> {
  const collected = collect(inputs, fetchOptionsOf(options));
  if (options.explain && (options.json || options.jsonl))
    throw new TrucelineError('E_USAGE', { detail: '--explain goes with the record for a person' });
  if (options.explain && inputs.length > 1)
    throw new TrucelineError('E_USAGE', { detail: '--explain takes one input' });
  const [only] = inputs;
  if (
    inputs.length === 1 &&
    only !== undefined &&
    (only === '-' || isHttpAddress(only) || !/[*?[\]{}]|\/$/.test(only))
  ) {
    return readHere(collected, options.explain);
  }
  return readInPool(collected, openReadingPool(poolOptionsOf(options)));
}

async function* readHere(
  collected: AsyncIterable<Collected>,
  explain = false,
): AsyncGenerator<Reading & { rules?: string[] }> {
  // Loaded here only: where the pool reads, this thread needs no models.
  const { recordOf } = await import('../extract/index.ts');
  for await (const input of collected) {
    if (input.failure) {
      yield { failure: input.failure };
      continue;
    }
    const { page } = input;
    try {
      const rules: string[] = [];
      const note = (rule: string, { start, text }: Span, tree: string) =>
        rules.push(`${start}\t${text}\t${rule}`, ...tree.split('\n').map((line) => `    ${line}`));
      yield { page, record: recordOf(page, explain ? { explain: note } : {}), rules };
    } catch (error) {
      yield { page, failure: { origin: page.origin, error: asTrucelineError(error, page.origin) } };
    }
  }
}

async function* collect(inputs: string[], options: FetchOptions): AsyncGenerator<Collected> {
  for (const input of inputs) {
    if (input !== '-') yield* collectInputs([input], options);
    else {
      try {
        yield { page: await readStreamPage(process.stdin, 'standard input', options) };
      } catch (error) {
        yield { failure: { origin: 'standard input', error: asTrucelineError(error) } };
      }
    }
  }
}
