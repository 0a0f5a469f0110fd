/**
 * One fresh process for bench/read-speed.ts: loads the built engine, reads, and prints what that took, as JSON.
 *
 *   node bench/read-process.mjs DATA
 */
import { existsSync, readFileSync } from 'node:fs';
import { memoryUsage, resourceUsage } from 'node:process';

const LEAST_SECONDS = 4;
const [data = '../shared/data'] = process.argv.slice(2);
const [bare] = [memoryUsage().rss];

const engine = '../dist/read/';
const { plainArticle, read } = await import(`${engine}index.js`);
const { syntaxOf } = await import(`${engine}syntax.js`);
const { modelOf } = await import(`${engine}model-file.js`);
const { entityTaggerOf } = await import(`${engine}entities/find.js`);

function milliseconds(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

const syntax = milliseconds(() => modelOf('en'));
const names = milliseconds(() => entityTaggerOf('en'));
const first = milliseconds(() =>
  read(plainArticle('The two sides met in Geneva on Friday, the envoy said.')),
);
const loaded = memoryUsage().rss;

const gold = `${data}/article-extraction/ground-truth.json`;
const news = existsSync(gold)
  ? Object.values(JSON.parse(readFileSync(gold, 'utf8'))).map(({ articleBody }) =>
      plainArticle(articleBody.replaceAll('\n', '\n\n')),
    )
  : [];

/** Tokens for each second of processor time, after one round to warm up; null where there is nothing to read. */
function perSecond(tokensOf) {
  if (news.length === 0) return null;
  for (const article of news) tokensOf(article);
  const start = process.cpuUsage();
  let tokens = 0;
  let seconds = 0;
  for (let at = 0; seconds < LEAST_SECONDS; at++) {
    tokens += tokensOf(news[at % news.length]);
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
  }
  return tokens / seconds;
}

const trees = perSecond((article) => syntaxOf(article).tokens.length);
const all = perSecond((article) => read(article).tokens.length);
console.log(
  JSON.stringify({ syntax, names, first, bare, loaded, trees, all, most: resourceUsage().maxRSS * 1024 }),
);
