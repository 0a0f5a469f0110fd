/**
 * Language identification by library: load time, memory, and the share that is right over the UD test files of eleven languages, at
 * the length of a sentence and of an article (1,500 characters of sentences that follow each other).
 *
 *   npm run bench:language -- [--data DIR] [--peers FOLDER]
 *
 * eld's four sizes are compared always; the others where FOLDER is a node_modules that has them:
 * `npm install --prefix PEERS --ignore-scripts franc@6 tinyld@1 lande@1 cld3-asm@4`, then `--peers PEERS/node_modules`. Every one
 * runs in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const TREEBANKS: { readonly [language: string]: readonly [treebank: string, iso3: string] } = {
  en: ['UD_English-EWT', 'eng'],
  it: ['UD_Italian-ISDT', 'ita'],
  ru: ['UD_Russian-GSD', 'rus'],
  es: ['UD_Spanish-AnCora', 'spa'],
  tr: ['UD_Turkish-IMST', 'tur'],
  hy: ['UD_Armenian-BSUT', 'hye'],
  fr: ['UD_French-GSD', 'fra'],
  uk: ['UD_Ukrainian-IU', 'ukr'],
  de: ['UD_German-GSD', 'deu'],
  az: ['UD_Azerbaijani-TueCL', 'aze'],
  ar: ['UD_Arabic-PUD', 'arb'],
};
/** Other names that a library gives one of the languages. */
const SAME: { readonly [name: string]: string } = { azj: 'aze', ara: 'arb' };

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const data = option('--data', process.env.TRUCELINE_DATA ?? '../shared/data');
const peers = option('--peers', '');
const one = option('--library', '');

type Detect = (text: string) => string;

/** A package of the peers' folder, as the module that its `main` names. */
async function peer<T>(name: string): Promise<T> {
  const path = createRequire(`${resolve(peers)}/`).resolve(name);
  return (await import(pathToFileURL(path).href)) as T;
}

async function esmPeer<T>(name: string, file: string): Promise<T> {
  return (await import(pathToFileURL(resolve(peers, name, file)).href)) as T;
}

async function eldOf(size: string): Promise<Detect> {
  const { eld } = (await import(`eld/${size}`)) as typeof import('eld/small');
  return (text) => eld.detect(text).language;
}

const LIBRARIES: { readonly [name: string]: () => Promise<Detect> } = {
  'eld extrasmall': () => eldOf('extrasmall'),
  'eld small': () => eldOf('small'),
  'eld medium': () => eldOf('medium'),
  'eld large': () => eldOf('large'),
  franc: async () => (await esmPeer<{ franc: Detect }>('franc', 'index.js')).franc,
  tinyld: async () => (await peer<{ detect: Detect }>('tinyld')).detect,
  lande: async () => {
    const found = await esmPeer<{ default: (text: string) => [string, number][] }>(
      'lande',
      'standalone/t50.js',
    );
    return (text) => found.default(text)[0]?.[0] ?? '';
  },
  'cld3-asm': async () => {
    interface Cld3 {
      loadModule(): Promise<{
        create(least: number, most: number): { findLanguage(text: string): { language: string } };
      }>;
    }
    const loaded = await peer<Cld3 & { default?: Cld3 }>('cld3-asm');
    const identifier = (await (loaded.default ?? loaded).loadModule()).create(0, 4000);
    return (text) => identifier.findLanguage(text).language;
  },
};

function sentencesOf(treebank: string): string[] {
  const path = `${data}/ud/${treebank}/test.conllu.gz`;
  if (!existsSync(path)) return [];
  return [
    ...gunzipSync(readFileSync(path))
      .toString('utf8')
      .matchAll(/^# text = (.+)$/gm),
  ].map((match) => match[1] as string);
}

/** Sentences side by side, 1,500 characters and more. */
function articlesOf(sentences: readonly string[]): string[] {
  const articles: string[] = [];
  let text = '';
  for (const sentence of sentences) {
    text += `${sentence} `;
    if (text.length < 1500) continue;
    articles.push(text);
    text = '';
  }
  return articles;
}

if (one === '') {
  console.log(
    `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; per cent right, up to 400 a language`,
  );
  const tables: { [length: string]: { [library: string]: unknown } } = { sentences: {}, articles: {} };
  for (const library of Object.keys(LIBRARIES)) {
    if (!library.startsWith('eld') && (peers === '' || !existsSync(resolve(peers, library)))) {
      console.log(`${library}: not measured, it is not in --peers`);
      continue;
    }
    const script = fileURLToPath(import.meta.url);
    const given = ['--data', data, '--peers', peers, '--library', library];
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, ...given]);
    const line = run.stdout.toString().trim();
    if (line === '') console.log(`${library}: ${run.stderr.toString().slice(0, 400)}`);
    else
      for (const [length, row] of Object.entries(JSON.parse(line) as { [length: string]: unknown }))
        (tables[length] as { [library: string]: unknown })[library] = row;
  }
  for (const [length, table] of Object.entries(tables)) {
    console.log(length);
    console.table(table);
  }
} else {
  const memory = process.memoryUsage().rss;
  const from = performance.now();
  const detect = await (LIBRARIES[one] as () => Promise<Detect>)();
  detect('The two sides met on Friday.');
  const start = {
    'load ms': Math.round(performance.now() - from),
    'memory MB': Math.round((process.memoryUsage().rss - memory) / 1e6),
  };
  const rows: { [length: string]: { [column: string]: number } } = { sentences: { ...start }, articles: {} };
  for (const [length, row] of Object.entries(rows)) {
    let [texts, spent, sum, languages] = [0, 0, 0, 0];
    for (const [language, [treebank, iso3]] of Object.entries(TREEBANKS)) {
      const sentences = sentencesOf(treebank);
      const all = (length === 'sentences' ? sentences : articlesOf(sentences)).slice(0, 400);
      if (all.length === 0) continue;
      const before = process.cpuUsage();
      const found = all.map(detect);
      spent += process.cpuUsage(before).user / 1e6;
      texts += all.length;
      const right = found.filter((name) => name === language || (SAME[name] ?? name) === iso3).length;
      row[language] = Math.round((1000 * right) / all.length) / 10;
      sum += right / all.length;
      languages++;
    }
    row.mean = Math.round((1000 * sum) / languages) / 10;
    row['texts/s'] = Math.round(texts / spent);
  }
  console.log(JSON.stringify(rows));
}
