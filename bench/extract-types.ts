/**
 * Event types on sets whose sentences nobody tuned on: NGEC's synthetic stories (by the type that was asked for), and the
 * English files of UniversalPetrarch (root codes: WEIS in the unit tests, CAMEO in the corrected AFP sentences). Prints; asserts nothing.
 * npm run bench:types -- [--data DIR]
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { recordOf } from '../src/extract/index.ts';
import { hashOfBytes, type PloverType } from '../src/model/index.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TRUCELINE_DATA ?? '../shared/data' },
  },
});

const Story = z.object({ label: z.string(), title: z.string(), text: z.string() });
const SENTENCES = 3;
const Sentence = z.object({
  text: z.string(),
  noEvents: z.boolean().optional(),
  events: z.array(z.object({ code: z.string().optional() })).default([]),
});

/** Roots of WEIS (McClelland 1976), which the unit tests use, as PLOVER types; comments and denials have none. */
const WEIS: { readonly [root: string]: readonly PloverType[] } = {
  '01': ['RETREAT', 'CONCEDE'],
  '03': ['CONSULT'],
  '04': ['SUPPORT'],
  '05': ['AGREE'],
  '06': ['SUPPORT', 'RETREAT', 'CONCEDE', 'AID'],
  '07': ['AID'],
  '08': ['AGREE', 'SUPPORT'],
  '09': ['REQUEST'],
  '10': ['REQUEST', 'AGREE'],
  '11': ['REJECT'],
  '12': ['ACCUSE'],
  '13': ['ACCUSE'],
  '15': ['REQUEST'],
  '16': ['THREATEN'],
  '17': ['THREATEN'],
  '18': ['PROTEST', 'MOBILIZE'],
  '19': ['SANCTION'],
  '20': ['SANCTION', 'COERCE'],
  '21': ['COERCE'],
  '22': ['ASSAULT'],
};
/** Roots of CAMEO as PLOVER types; 01 is a statement and no event. */
const CAMEO: { readonly [root: string]: readonly PloverType[] } = {
  '02': ['REQUEST'],
  '03': ['AGREE'],
  '04': ['CONSULT'],
  '05': ['SUPPORT'],
  '06': ['COOPERATE'],
  '07': ['AID'],
  '08': ['CONCEDE', 'RETREAT'],
  '09': ['ACCUSE'],
  '10': ['REQUEST'],
  '11': ['ACCUSE'],
  '12': ['REJECT'],
  '13': ['THREATEN'],
  '14': ['PROTEST'],
  '15': ['MOBILIZE'],
  '16': ['SANCTION'],
  '17': ['COERCE'],
  '18': ['ASSAULT'],
  '19': ['ASSAULT'],
  '20': ['ASSAULT'],
};

function typesIn(text: string): PloverType[] {
  const bytes = new TextEncoder().encode(text);
  const hash = hashOfBytes(bytes);
  const record = recordOf({
    id: hash,
    bytes,
    hash,
    origin: hash,
    text,
    format: 'text',
    published: '2000-01-01',
    language: 'en',
    asIs: true,
  } as Parameters<typeof recordOf>[0]); // a page as a batch line gives it; the date is a checked string there
  return record.events.map(({ type }) => type);
}

function linesOf<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** One story of each headline pattern, its first sentences: is the type asked for among those found? */
function stories(file: string): void {
  const seen = new Set<string>();
  const right = new Map<string, [number, number, number]>();
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  for (const line of lines) {
    const { label, title, text } = Story.parse(JSON.parse(line));
    if (seen.has(title)) continue;
    seen.add(title);
    const opening = text
      .replace(/\s+/g, ' ')
      .split(/(?<=[a-z”"]\.) (?=\p{Lu}|“|")/u, SENTENCES)
      .join(' ');
    const types = typesIn(opening);
    const [hits, all, found] = right.get(label) ?? [0, 0, 0];
    right.set(label, [hits + Number(types.some((type) => type === label)), all + 1, found + types.length]);
  }
  const rows = [...right].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums: [number, number, number] = [0, 0, 0];
  for (const [, [hits, all, found]] of rows) {
    sums[0] += hits;
    sums[1] += all;
    sums[2] += found;
  }
  console.log(
    `Stories of NGEC, written by a machine, the first ${SENTENCES} sentences: the type asked for is among those found`,
  );
  console.log(
    table(
      ['', 'right', 'of', '%', 'events a story'],
      [...rows, ['all', sums] as const].map(([type, [hits, all, found]]) => [
        type,
        String(hits),
        String(all),
        ((100 * hits) / all).toFixed(1),
        (found / all).toFixed(1),
      ]),
    ),
  );
}

function roots(name: string, file: string, map: typeof WEIS, own: string): string[] {
  let [right, all, quiet, silent] = [0, 0, 0, 0];
  for (const { text, events, noEvents } of linesOf(file, Sentence)) {
    const codes = events.flatMap(({ code }) => (code ? [code.slice(0, 2)] : []));
    const wanted = codes.flatMap((root) => map[root] ?? []);
    if (noEvents) {
      silent += 1;
      if (typesIn(text).length === 0) quiet += 1;
    } else if (wanted.length > 0) {
      all += 1;
      const types = typesIn(text);
      if (types.some((type) => wanted.includes(type))) right += 1;
    }
  }
  return [
    name,
    `${right} of ${all}`,
    `${((100 * right) / (all || 1)).toFixed(1)} %`,
    own,
    `${quiet} of ${silent}`,
  ];
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
const ngec = join(values.data, 'ngec-synthetic/stories.jsonl.gz');
if (existsSync(ngec)) stories(ngec);
else console.log(`no ${ngec}`);
const unit = join(values.data, 'petrarch/en-petrarch-unit.jsonl');
const gsr = join(values.data, 'petrarch/en-petr2-gsr.jsonl');
if (existsSync(unit) && existsSync(gsr)) {
  console.log(
    '\nSentences of UniversalPetrarch: a root code of the gold is among those found. Their own coder: the first file holds its own',
  );
  console.log(
    'unit tests, which it passes as they are made for it; the second is its output, corrected by hand.',
  );
  console.log(
    table(
      ['', 'root right', '', 'own coder', 'none where none is wanted'],
      [
        roots('unit tests (WEIS)', unit, WEIS, 'by construction'),
        roots('AFP sentences (CAMEO)', gsr, CAMEO, 'before correction'),
      ],
    ),
  );
} else console.log(`no ${unit}`);
