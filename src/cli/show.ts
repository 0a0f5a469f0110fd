import type { Command } from 'commander';
import { write } from './output.ts';
import { printedRecord } from './record-printer.ts';
import { type DataOption, dataOption, withStore } from './store-options.ts';
import { colorsFor, widthOf } from './terminal.ts';

interface ShowOptions extends DataOption {
  readonly json?: true;
  readonly page?: true;
  readonly all?: true;
}

const EXAMPLES = `
Examples:
  truceline show a0f3k2m9x1b7c4d                the record, each line with its sentence
  truceline show a0f3k2m9x1b7c4d --json | jq .events
  truceline show a0f3k2m9x1b7c4d --page > page.html

Exit codes: 0 done · 2 wrong use · 4 no such article · 6 the store`;

export function showCommand(program: Command): void {
  program
    .command('show')
    .description('show the record of an article in the store')
    .argument('<id>', 'id of the article, as truceline list shows it')
    .addOption(dataOption())
    .option('--json', 'print the Record as JSON')
    .option('--page', 'print the bytes of the page as they were collected')
    .option('--all', 'show every removed piece')
    .addHelpText('after', EXAMPLES)
    .action(show);
}

async function show(id: string, options: ShowOptions): Promise<void> {
  await withStore(options, async (store) => {
    if (options.page) {
      const page = await store.getPage(id);
      if (page) await write(page.bytes);
      else process.stderr.write('the article was added without a page\n');
      return;
    }
    const record = await store.getRecord(id);
    if (options.json) return write(`${JSON.stringify(record, null, 2)}\n`);
    const layout = {
      colors: colorsFor(process.stdout),
      width: widthOf(process.stdout),
      all: options.all ?? false,
    };
    return write(printedRecord(record, layout));
  });
}
