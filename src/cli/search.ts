import type { Command } from 'commander';
import type { ArticleFilter, SearchHit, Snippet } from '../store/index.ts';
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
import { type Colors, colorsFor, plain, widthOf, wrapped } from './terminal.ts';

interface SearchOptions extends DataOption, ArticleFilter {
  readonly limit: number;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  truceline search corridor blockade            articles with both words, in any form
  truceline search '"humanitarian corridor" or checkpoint -customs'
  truceline search talks --since 2023-03 --json | jq -r .article.id

Exit codes: 0 done, also where nothing was found · 2 wrong use · 6 the store`;

export function searchCommand(program: Command): void {
  program
    .command('search')
    .description('search titles and texts of the articles in the store, best first')
    .argument('<words...>', 'words; "a phrase", or, -without')
    .addOption(dataOption())
    .addOption(dayOption('--since', 'published on or after this day, month or year'))
    .addOption(dayOption('--until', 'published on or before this day, month or year'))
    .addOption(inLanguageOption())
    .option('--outlet <name>', 'only of this outlet')
    .addOption(limitOption(20))
    .addOption(jsonLinesOption())
    .addHelpText('after', EXAMPLES)
    .action(search);
}

async function search(words: string[], options: SearchOptions): Promise<void> {
  const { since, until, language, outlet, limit, json } = options;
  const filter: ArticleFilter = {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(language !== undefined && { language }),
    ...(outlet !== undefined && { outlet }),
  };
  await withStore(options, async (store) => {
    const colors = colorsFor(process.stdout);
    let found = 0;
    const hits = itemsOf((paging) => store.searchArticles(words.join(' '), filter, paging), limit);
    for await (const hit of hits) {
      if (json) await writeJsonLine(hit);
      else await write(`${found > 0 ? '\n' : ''}${printedHit(hit, colors, widthOf(process.stdout))}`);
      found++;
    }
    if (found === 0 && !json) process.stderr.write('nothing was found\n');
  });
}

/** Title, facts and the stretches with the words; hits stand out where there are colours. */
function printedHit({ article, title, snippet }: SearchHit, colors: Colors, width: number): string {
  const facts = [article.id, article.published, article.outlet, article.language];
  const lines = [
    wrapped(marked(title, colors, colors.bold), width, ''),
    wrapped(
      colors.dim(
        facts
          .filter((fact) => fact !== undefined)
          .map(plain)
          .join(' · '),
      ),
      width,
      '  ',
    ),
  ];
  const text = marked(snippet, colors, (part) => part);
  if (text !== '') lines.push(wrapped(text, width, '  '));
  return `${lines.join('\n')}\n`;
}

function marked(pieces: Snippet, colors: Colors, rest: (text: string) => string): string {
  return pieces
    .map(({ text, isHit }) => {
      // Blanks at the ends part the pieces; plain() would take them away.
      const words = plain(text);
      const inner =
        words === '' ? ' ' : `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
      return isHit ? colors.bold(colors.yellow(inner)) : rest(inner);
    })
    .join('')
    .trim();
}
