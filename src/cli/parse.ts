import { text as allOf } from 'node:stream/consumers';
import type { Command } from 'commander';
import { TrucelineError } from '../model/index.ts';
import { drawArcs, plainArticle, read, toConllu } from '../read/index.ts';
import { languageOption } from './options.ts';
import { write } from './output.ts';

interface ParseOptions {
  conllu?: true;
  language?: string;
}

const EXAMPLES = `
Examples:
  truceline parse "The two sides met on Friday."      words with their tags, and the tree drawn beside them
  truceline parse --conllu - < story.txt              CoNLL-U, for other tools`;

export function parseCommand(program: Command): void {
  program
    .command('parse')
    .description('show how a text is read: sentences, words, tags and trees')
    .argument('<text...>', 'the text itself, or - for standard input')
    .option('--conllu', 'print CoNLL-U')
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .action(parse);
}

async function parse(parts: string[], options: ParseOptions): Promise<void> {
  const text = parts.length === 1 && parts[0] === '-' ? await allOf(process.stdin) : parts.join(' ');
  if (text.trim() === '') throw new TrucelineError('E_USAGE', { detail: 'parse what? The text is empty' });
  const document = read(plainArticle(text, options.language ?? 'en'));
  if (options.conllu) {
    await write(toConllu(document));
    return;
  }
  for (const sentence of document.sentences) {
    const source = text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
    await write(`${sentence.index > 0 ? '\n' : ''}${source}\n\n${drawArcs(document, sentence)}`);
  }
}
