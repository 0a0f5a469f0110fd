import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { plainArticle, read } from '../src/read/index.ts';
import { syntaxOf } from '../src/read/syntax.ts';
import { readConllu } from '../src/read/train/conllu.ts';
import { rawArticle } from './read-accuracy.ts';
import { table } from './table.ts';

const LEAST_SECONDS = 4;

/** Tokens per second of trees alone and of all layers, and what the engine adds to the memory. */
export function speedTable(data: string): string {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  read(plainArticle('The two sides met on Friday.'));
  const load = performance.now() - started;
  const news = `${data}/article-extraction/ground-truth.json`;
  const texts = existsSync(news)
    ? Object.values(JSON.parse(readFileSync(news, 'utf8')) as { [id: string]: { articleBody: string } }).map(
        ({ articleBody }) => plainArticle(articleBody.replaceAll('\n', '\n\n')),
      )
    : [];
  const web = [rawArticle(readConllu(`${data}/ud/UD_English-EWT/test.conllu.gz`), 'en')];
  const rows = [
    ['first read(), models loaded', `${load.toFixed(0)} ms`],
    ['bodies of gold pages, trees', perSecond(texts, (article) => syntaxOf(article).tokens.length)],
    ['bodies of gold pages, all layers', perSecond(texts, (article) => read(article).tokens.length)],
    ['EWT test, trees', perSecond(web, (article) => syntaxOf(article).tokens.length)],
    ['EWT test, all layers', perSecond(web, (article) => read(article).tokens.length)],
    [
      'memory of the process: before, at the most',
      `${megabytes(before)}, ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
    ],
  ];
  return table(['', 'tokens/s'], rows);
}

function perSecond<T>(inputs: readonly T[], tokensOf: (input: T) => number): string {
  if (inputs.length === 0) return 'not there';
  for (const input of inputs) tokensOf(input);
  let tokens = 0;
  const start = process.cpuUsage();
  let seconds = 0;
  for (let at = 0; seconds < LEAST_SECONDS; at++) {
    tokens += tokensOf(inputs[at % inputs.length] as T);
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
  }
  return Math.round(tokens / seconds).toLocaleString('en-US');
}

export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
