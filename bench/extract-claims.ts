/**
 * The attribution layer (extract/claims/layer.ts) against PolNeAR, and actors against the NGEC facts. Prints; asserts
 * nothing. PolNeAR counts beliefs, wishes and looks as attributions beside speech; the layer is what the record's claims
 * are taken from, with the views that make no line. Where several annotators marked a document of the train part, their
 * agreement is printed in the same measure: what a careful reader reaches.
 * npm run bench:claims -- [--data DIR] [--part train|dev] [--limit N] [--misses N]
 * The texts are for research only: misses are printed for reading here, and never kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { clean } from '../src/clean/index.ts';
import { resolvePhrase } from '../src/extract/actors/index.ts';
import { attributionLayer } from '../src/extract/index.ts';
import { hashOfBytes } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';

interface Bounds {
  readonly start: number;
  readonly end: number;
}
interface Attribution {
  readonly source: readonly Bounds[];
  readonly cue: readonly Bounds[];
  readonly content: readonly Bounds[];
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly attributions: readonly Attribution[];
  readonly alternates?: readonly { readonly attributions: readonly Attribution[] }[];
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TRUCELINE_DATA ?? '../shared/data' },
    part: { type: 'string', default: 'dev' },
    limit: { type: 'string', default: '100000' },
    misses: { type: 'string', default: '0' },
  },
});

function attributions(file: string): void {
  if (!existsSync(file)) {
    console.log(`no ${file}: PolNeAR is not measured (say --data DIR or TRUCELINE_DATA)`);
    return;
  }
  const documents = gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .slice(0, Number(values.limit))
    .map((line) => JSON.parse(line) as GoldDocument);
  const score = {
    cue: new Score(),
    source: new Score(),
    content: new Score(),
    sourceSpans: new Score(),
    contentSpans: new Score(),
    sourceTokens: new Score(),
    contentTokens: new Score(),
  };
  const missed = new Counter();
  const invented = new Counter();
  const examples: string[] = [];
  const began = performance.now();
  let spent = 0;
  for (const document of documents) {
    const bytes = Buffer.from(document.text);
    const before = performance.now();
    const page = {
      id: document.id,
      bytes,
      hash: hashOfBytes(bytes),
      origin: document.id,
      text: document.text,
      format: 'text' as const,
      published: document.date,
      language: 'en',
      asIs: true,
    };
    const layer = attributionLayer(read(clean(page).article));
    spent += performance.now() - before;
    const found = layer.map((claim) => ({
      rule: claim.rule,
      source: claim.speakerText ? [claim.speakerText] : [],
      cue: [claim.cue],
      content: [claim.content],
    }));
    const gold = document.attributions;
    const takenGold = new Set<number>();
    const takenFound = new Set<number>();
    found.forEach((claim, at) => {
      const match = gold.findIndex((truth, index) => !takenGold.has(index) && overlap(truth.cue, claim.cue));
      if (match < 0) return;
      takenGold.add(match);
      takenFound.add(at);
      const truth = gold[match] as Attribution;
      if (overlap(truth.source, claim.source)) score.source.hit();
      else if (truth.source.length > 0 && claim.source.length > 0)
        note(examples, document.text, 'source', truth, claim);
      if (overlap(truth.content, claim.content)) score.content.hit();
      else note(examples, document.text, 'content', truth, claim);
      tokens(document.text, truth.source, claim.source, score.sourceTokens);
      tokens(document.text, truth.content, claim.content, score.contentTokens);
      if (truth.source.length > 0 && claim.source.length === 0)
        note(examples, document.text, 'no source', truth, claim);
    });
    score.cue.add(takenGold.size, found.length, gold.length);
    score.source.expect(count(found, 'source'), count(gold, 'source'));
    score.content.expect(count(found, 'content'), count(gold, 'content'));
    for (const role of ['source', 'content'] as const) {
      const [ours, theirs] = [found.flatMap((one) => one[role]), gold.flatMap((one) => one[role])];
      const spans = role === 'source' ? score.sourceSpans : score.contentSpans;
      spans.add(
        0,
        ours.length,
        theirs.length,
        ours.filter((span) => overlap([span], theirs)).length,
        theirs.filter((span) => overlap([span], ours)).length,
      );
    }
    gold.forEach((truth, index) => {
      if (takenGold.has(index)) return;
      missed.add(textOf(document.text, truth.cue).toLowerCase());
      if (examples.length < 4000)
        examples.push(`missed\t${textOf(document.text, truth.cue)}\t${around(document.text, truth)}`);
    });
    found.forEach((claim, index) => {
      if (takenFound.has(index)) return;
      invented.add(claim.rule);
      if (examples.length < 4000) examples.push(`invented\t${claim.rule}\t${around(document.text, claim)}`);
    });
  }
  console.log(`\nPolNeAR ${values.part}: ${documents.length} documents`);
  const row = (name: string, one: Score) => console.log(name.padEnd(44), one.toString());
  console.log(''.padEnd(44), 'precision  recall     F1');
  row('attribution found (cue overlaps)', score.cue);
  row('source overlaps, of matched attributions', score.source);
  row('content overlaps, of matched attributions', score.content);
  row('source spans, any overlap', score.sourceSpans);
  row('content spans, any overlap', score.contentSpans);
  row('source tokens, of matched attributions', score.sourceTokens);
  row('content tokens, of matched attributions', score.contentTokens);
  const readers = new Score();
  for (const { attributions, alternates } of documents)
    for (const other of alternates ?? []) {
      const taken = new Set<number>();
      for (const one of other.attributions) {
        const match = attributions.findIndex(
          (truth, index) => !taken.has(index) && overlap(truth.cue, one.cue),
        );
        if (match >= 0) taken.add(match);
      }
      readers.add(taken.size, other.attributions.length, attributions.length);
    }
  if (readers.any) row('another annotator, cue overlaps', readers);
  const words = documents.reduce((sum, document) => sum + document.text.split(/\s+/).length, 0);
  console.log(
    `${((words / spent) * 1000).toFixed(0)} words/s, ${(words / spent / 0.7).toFixed(1)} articles of 700 words/s (whole ${((performance.now() - began) / 1000).toFixed(1)} s)`,
  );
  console.log('most missed cues: ', missed.top(60));
  console.log('most invented:    ', invented.top(60));
  const wanted = Number(values.misses);
  const step = Math.max(1, Math.floor(examples.length / Math.max(1, wanted)));
  for (let index = 0; index < examples.length && wanted > 0; index += step) console.log(examples[index]);
}

function actors(file: string): void {
  if (!existsSync(file)) return;
  const facts = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { fn: string; input: string; expect?: { [field: string]: string } });
  const tally = { country: [0, 0], sector: [0, 0] } as { [field: string]: [number, number] };
  const wrong: string[] = [];
  for (const { fn, input, expect } of facts) {
    if (!expect || fn === 'query_wiki' || fn === 'trf_agent_match') continue;
    const resolved = resolvePhrase(input);
    for (const [field, want, got] of [
      ['country', expect.country, resolved.country ?? ''],
      ['sector', expect.code_1, resolved.sector ?? ''],
    ] as const) {
      if (want === undefined) continue;
      const cell = tally[field] as [number, number];
      cell[1]++;
      if (want === got) cell[0]++;
      else wrong.push(`${field} of "${input}": ${got || '-'}, wanted ${want || '-'}`);
    }
  }
  console.log(
    '\nNGEC facts met:',
    Object.entries(tally)
      .map(([field, [met, all]]) => `${field} ${met}/${all} (${((100 * met) / all).toFixed(0)} %)`)
      .join(', '),
  );
  if (Number(values.misses) > 0) console.log(wrong.join('\n'));
}

class Score {
  private hits = 0;
  private goldHits = 0;
  private found = 0;
  private gold = 0;
  hit(): void {
    this.hits++;
    this.goldHits++;
  }
  expect(found: number, gold: number): void {
    this.found += found;
    this.gold += gold;
  }
  add(hits: number, found: number, gold: number, foundHits = hits, goldHits = hits): void {
    this.hits += foundHits;
    this.goldHits += goldHits;
    this.expect(found, gold);
  }
  get any(): boolean {
    return this.gold > 0;
  }
  toString(): string {
    const precision = this.hits / this.found;
    const recall = this.goldHits / this.gold;
    return [precision, recall, (2 * precision * recall) / (precision + recall)]
      .map((value) => value.toFixed(3).padEnd(10))
      .join(' ');
  }
}

class Counter {
  private readonly counts = new Map<string, number>();
  add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
  top(number: number): string {
    return [...this.counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, number)
      .map(([key, times]) => `${key} ${times}`)
      .join(', ');
  }
}

function overlap(a: readonly Bounds[], b: readonly Bounds[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}

function tokens(text: string, gold: readonly Bounds[], found: readonly Bounds[], score: Score): void {
  const at = (spans: readonly Bounds[]) => {
    const starts = new Set<number>();
    for (const span of spans)
      for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu))
        starts.add(span.start + match.index);
    return starts;
  };
  const [truth, ours] = [at(gold), at(found)];
  score.add([...ours].filter((start) => truth.has(start)).length, ours.size, truth.size);
}

function count(list: readonly Attribution[], role: 'source' | 'content'): number {
  return list.filter((one) => one[role].length > 0).length;
}

function textOf(text: string, spans: readonly Bounds[]): string {
  return spans.map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' ')).join(' … ');
}

function around(text: string, one: Attribution): string {
  return `S ${textOf(text, one.source)} | C ${textOf(text, one.content).slice(0, 160)}`;
}

function note(examples: string[], text: string, kind: string, truth: Attribution, claim: Attribution): void {
  if (examples.length < 4000)
    examples.push(
      `${kind}\t${textOf(text, claim.cue)}\tgold ${around(text, truth)}\n\t\tours ${around(text, claim)}`,
    );
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`);
attributions(join(values.data, 'polnear', `${values.part}.jsonl.gz`));
actors(join(values.data, 'ngec-actors', 'actors.jsonl'));
