import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { TrucelineError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { FailureList } from './failures.ts';
import { write } from './output.ts';
import { progressBar } from './progress.ts';
import { type DataOption, dataOption, withStore } from './store-options.ts';
import { counted, plain } from './terminal.ts';

interface RemoveOptions extends DataOption {
  readonly yes?: true;
}

const EXAMPLES = `
Examples:
  truceline remove a0f3k2m9x1b7c4d              asks first
  truceline remove --yes a0f3k2m9x1b7c4d a7c1d0q8w3e5r2t

The page's bytes and earlier versions go too. Added again, the article comes back.

Exit codes: 0 done · 1 not confirmed · 2 wrong use · 3 some ids are not there · 4 the only id is not there · 6 the store`;

export function removeCommand(program: Command): void {
  program
    .command('remove')
    .description('remove articles from the store, with all that was read from them')
    .argument('<ids...>', 'ids of articles, as truceline list shows them')
    .addOption(dataOption())
    .option('--yes', 'do not ask')
    .addHelpText('after', EXAMPLES)
    .action(remove);
}

async function remove(ids: string[], options: RemoveOptions): Promise<void> {
  if (!options.yes && !process.stdin.isTTY)
    throw new TrucelineError('E_USAGE', {
      detail: 'remove asks before it removes; without a terminal, say --yes',
    });
  await withStore(options, async (store) => {
    const failures = new FailureList(progressBar('', 0));
    const known = await store.known(ids);
    const there: string[] = [];
    for (const id of new Set(ids)) {
      if (known.has(id)) there.push(id);
      else failures.bad({ origin: id, error: new TrucelineError('E_NO_ARTICLE', { id }) });
    }
    if (there.length > 0 && !options.yes && !(await isConfirmed(store, there))) {
      process.stderr.write('nothing was removed\n');
      process.exitCode = 1;
      return;
    }
    for (const id of await store.removeArticles(there)) {
      failures.good();
      await write(`removed ${id} ${plain(known.get(id)?.title ?? '')}\n`);
    }
    process.exitCode = failures.exitCode();
  });
}

async function isConfirmed(store: Store, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) {
    const { title, counts } = await store.getArticle(id);
    const lines = `${counted(counts.events, 'event')}, ${counted(counts.claims, 'claim')}`;
    process.stderr.write(`${id}  ${plain(title)} (${lines})\n`);
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`Remove ${counted(ids.length, 'article')}? [y/N] `);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    asking.close();
  }
}
