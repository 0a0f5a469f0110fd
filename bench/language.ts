/**
 * Language identification by size of eld's data: load time, memory, accuracy on sentences of the UD test files and on short passages.
 * `npx tsx bench/language.ts [--data DIR]`; every size runs in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const SIZES = ['extrasmall', 'small', 'medium', 'large'] as const;
const TREEBANKS: { readonly [language: string]: string } = {
  en: 'UD_English-EWT',
  it: 'UD_Italian-ISDT',
  ru: 'UD_Russian-GSD',
  es: 'UD_Spanish-AnCora',
  tr: 'UD_Turkish-IMST',
  hy: 'UD_Armenian-BSUT',
  fr: 'UD_French-GSD',
  uk: 'UD_Ukrainian-IU',
  de: 'UD_German-GSD',
  az: 'UD_Azerbaijani-TueCL',
  ar: 'UD_Arabic-PUD',
};
const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const data = option('--data', process.env.TRUCELINE_DATA ?? '../shared/data');
const size = option('--size', '');

function sentencesOf(treebank: string): string[] {
  const path = `${data}/ud/${treebank}/test.conllu.gz`;
  if (!existsSync(path)) return [];
  return [
    ...gunzipSync(readFileSync(path))
      .toString('utf8')
      .matchAll(/^# text = (.+)$/gm),
  ]
    .map((match) => match[1] as string)
    .slice(0, 400);
}

if (size === '') {
  console.log(
    `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; per cent right of up to 400 sentences a language`,
  );
  const rows: { [size: string]: unknown } = {};
  for (const each of SIZES) {
    const run = spawnSync(process.execPath, [
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
      '--data',
      data,
      '--size',
      each,
    ]);
    const line = run.stdout.toString();
    if (line.trim() === '') console.log(run.stderr.toString());
    else rows[each] = JSON.parse(line);
  }
  console.table(rows);
} else {
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const { eld } = (await import(`eld/${size}`)) as typeof import('eld/small');
  const row: { [column: string]: number } = {
    'load ms': Math.round(performance.now() - from),
    'memory MB': Math.round((process.memoryUsage().rss - before) / 1e6),
  };
  for (const [language, treebank] of Object.entries(TREEBANKS)) {
    const sentences = sentencesOf(treebank);
    if (sentences.length === 0) continue;
    const right = sentences.filter((sentence) => eld.detect(sentence).language === language).length;
    row[language] = Math.round((1000 * right) / sentences.length) / 10;
  }
  console.log(JSON.stringify(row));
}
