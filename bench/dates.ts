/**
 * Time expressions against TimeBank and AQUAINT (TempEval-3 task A): extents strict and relaxed, and value F1,
 * with the failing cases by class. `npm run bench:dates -- [--data DIR] [--fail N]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { findTimeExpressions, type TimeExpression } from '../src/read/dates/index.ts';
import { read } from '../src/read/index.ts';
import { plainArticle } from './plain-article.ts';

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const data = option('--data', process.env.TRUCELINE_DATA ?? '../shared/data');
const shown = Number(option('--fail', '6'));
const path = `${data}/timex/${option('--set', 'timebank-aquaint.shared.jsonl.gz')}`;
if (!existsSync(path)) {
  console.log(`bench:dates: ${path} is not there; give the data folder with --data DIR or TRUCELINE_DATA.`);
  process.exit(0);
}

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly text: string;
}
interface Gold {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

/** Values are compared as the TempEval-3 scorer does, with week numbers padded. */
const normal = (value: string) => value.replace(/-W(\d)$/, '-W0$1').trim();
const classOf = (timex: { type: string; value: string }) =>
  /_REF$/.test(timex.value)
    ? 'reference (now, recently)'
    : /Q/.test(timex.value)
      ? 'quarter'
      : timex.type === 'DATE' && /^\d{4}-\d\d-\d\d$/.test(timex.value)
        ? 'day'
        : timex.type === 'DATE' && /W/.test(timex.value)
          ? 'week'
          : timex.type === 'DATE' && /^\d{4}(-\d\d)?$/.test(timex.value)
            ? 'month or year'
            : timex.type.toLowerCase();

const counts = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 };
const failures = new Map<string, string[]>();
const fail = (name: string, line: string) => failures.set(name, [...(failures.get(name) ?? []), line]);
const perClass = new Map<string, { gold: number; right: number }>();

const documents: Gold[] = gunzipSync(readFileSync(path))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Gold);
let milliseconds = 0;
let characters = 0;
for (const gold of documents) {
  const article = plainArticle(gold.id, gold.text, gold.dct);
  const { sentences, tokens } = read(article);
  const from = performance.now();
  const found = findTimeExpressions(article, sentences, tokens);
  milliseconds += performance.now() - from;
  characters += gold.text.length;
  counts.gold += gold.timexes.length;
  counts.found += found.length;
  const used = new Set<TimeExpression>();
  for (const timex of gold.timexes) {
    const name = classOf(timex);
    const tally = perClass.get(name) ?? { gold: 0, right: 0 };
    perClass.set(name, tally);
    tally.gold++;
    const overlapping = found.filter(
      (one) => one.start < timex.end && timex.start < one.end && !used.has(one),
    );
    const exact = overlapping.find((one) => one.start === timex.start && one.end === timex.end);
    const match = exact ?? overlapping[0];
    const around = gold.text.slice(Math.max(0, timex.start - 60), timex.end + 50).replace(/\s+/g, ' ');
    if (!match) {
      fail(`missed: ${name}`, `"${timex.text}" = ${timex.value} · …${around}…`);
      continue;
    }
    used.add(match);
    counts.relaxed++;
    if (exact) counts.strict++;
    if (normal(match.timex) === normal(timex.value)) {
      counts.value++;
      tally.right++;
    } else {
      fail(
        `wrong value: ${name}`,
        `"${match.text}" gave ${match.timex}, gold "${timex.text}" = ${timex.value} (article ${gold.dct}) · …${around}…`,
      );
    }
  }
  for (const one of found) {
    if (used.has(one)) continue;
    const around = gold.text.slice(Math.max(0, one.start - 60), one.end + 50).replace(/\s+/g, ' ');
    fail(`invented: ${one.kind}`, `"${one.text}" ${one.timex} · …${around}…`);
  }
}

const f1 = (right: number) => {
  const [precision, recall] = [right / counts.found, right / counts.gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};
console.log(
  `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; ${documents.length} documents, ${counts.gold} expressions`,
);
console.table(
  Object.fromEntries(
    (['strict', 'relaxed', 'value'] as const).map((name) => [
      name,
      Object.fromEntries(
        Object.entries(f1(counts[name])).map(([key, value]) => [key, Number(value.toFixed(3))]),
      ),
    ]),
  ),
);
console.log(
  'Published figures, other data: SUTime 0.64–0.66 (TempEval-2 value), HeidelTime about 0.78 (TempEval-3 value F1).',
);
console.table(
  Object.fromEntries(
    [...perClass].map(([name, { gold, right }]) => [
      name,
      { gold, right, share: Number((right / gold).toFixed(2)) },
    ]),
  ),
);
console.log(`${Math.round(characters / milliseconds)} characters a millisecond (dates alone)`);
for (const [name, lines] of [...failures].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`\n${name}: ${lines.length}`);
  for (const line of lines.slice(0, shown)) console.log(`  ${line}`);
}
