/**
 * Trains the named-entity model on UNER English EWT (CC BY-SA 4.0):
 *
 *   npx tsx src/read/train/entities.ts DATA src/read/lang/en/entities.bin [--seed N] [--tuning]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { MOST_FEATURES } from '../entities/chain-kernel.ts';
import { loadClusters } from '../entities/clusters.ts';
import { featuresOf } from '../entities/features.ts';
import { loadGazetteer } from '../entities/gazetteer.ts';
import { loadNameWords } from '../entities/name-words.ts';
import { EntityTagger, type ModelHead } from '../entities/tagger.ts';
import { WordBook } from '../entities/words.ts';
import { type Crf, type TrainingSentence, trainCrf } from './crf.ts';
import { ENTITY_TYPES, readIob2 } from './iob2.ts';
import { newsSentences } from './news.ts';
import { randomOf } from './random.ts';
import { scoreSpans, spansOf, type TaggedSentence } from './spans.ts';
import { variantsOf } from './variants.ts';

export const TAGS = [
  'O',
  ...ENTITY_TYPES.flatMap((type) => ['B', 'I', 'E', 'S'].map((place) => `${place}-${type}`)),
];

/** Several chains trained with different orders and dropouts are averaged, which evens out what each learnt by chance. */
const DEFAULTS = {
  models: 5,
  epochs: 6,
  rate: 0.06,
  l2: 0.006,
  dropout: 0.4,
  leastCount: 2,
  replaced: 0.2,
  lower: 0.08,
  news: 3,
  boldness: 0.6,
  tuning: false,
  seed: 1,
};

/** IOB2 → BIOES. */
export function toBioes(tags: readonly string[]): string[] {
  return tags.map((tag, index) => {
    if (tag === 'O') return tag;
    const type = tag.slice(2);
    const goesOn = tags[index + 1] === `I-${type}`;
    const starts = tag.startsWith('B') || tags[index - 1]?.slice(2) !== type;
    return `${starts ? (goesOn ? 'B' : 'S') : goesOn ? 'I' : 'E'}-${type}`;
  });
}

/** Trains and writes the model; returns span F1 on the public dev and test files. Deterministic by seed. */
export function trainEntities(
  dataDir: string,
  outFile: string,
  seed = DEFAULTS.seed,
  options = DEFAULTS,
): { dev: number; test: number } {
  const folder = `${dataDir}/ner/UNER_English-EWT`;
  if (!existsSync(folder)) throw new Error(`${folder} is not there: give the data folder`);
  const language = new URL('../lang/en/', import.meta.url);
  const names = loadNameWords(new URL('name-words.bin', language));
  const gazetteer = loadGazetteer(new URL('gazetteer.bin', language));
  const book = new WordBook(loadClusters(new URL('clusters.bin', language)), names, gazetteer);
  const random = randomOf(seed);
  const dev = readIob2(`${folder}/dev.iob2.gz`);
  // Tuned on dev with tuning on; what ships has learnt from dev too, with the boldness that was found best.
  const gold = [...readIob2(`${folder}/train.iob2.gz`), ...(options.tuning ? [] : dev)];
  const train = [
    ...gold,
    ...variantsOf(gold, random, { replaced: options.replaced, lower: options.lower }),
    ...newsSentences(random, options.news),
  ];
  const test = readIob2(`${folder}/test.iob2.gz`);

  const counts = new Map<number, number>();
  const hashed = train.map(({ forms }) => {
    const { values, counts: sizes } = featuresOf(forms, book, gazetteer);
    return forms.map((_, i) => values.slice(i * MOST_FEATURES, i * MOST_FEATURES + (sizes[i] as number)));
  });
  for (const rows of hashed)
    for (const row of rows) for (const hash of row) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= options.leastCount) ids.set(hash, ids.size);
  const sentences: TrainingSentence[] = train.map(({ tags }, index) => ({
    features: (hashed[index] as Uint32Array[]).map((row) =>
      Int32Array.from([...row].flatMap((hash) => ids.get(hash) ?? [])),
    ),
    gold: toBioes(tags).map((tag) => TAGS.indexOf(tag)),
  }));
  console.error(`${train.length} sentences, ${ids.size} features`);

  const evaluate = (crf: Crf, on: readonly TaggedSentence[], boldness = 0) => {
    writeModel(outFile, crf, ids, boldness);
    const tagger = new EntityTagger(pathToFileURL(outFile), book, gazetteer);
    return scoreSpans(
      on.map(({ tags }) => spansOf(tags)),
      on.map(({ forms }) => spansOf([...tagger.tag(forms)].map((tag) => TAGS[tag] as string))),
    );
  };
  const from = performance.now();
  const models = Array.from({ length: options.models }, (_, model) =>
    trainCrf(sentences, ids.size, TAGS, { ...options, seed: seed + model }, (epoch, now) => {
      if (epoch + 1 < options.epochs) return;
      const score = evaluate(now, dev);
      const seconds = Math.round((performance.now() - from) / 1000);
      console.error(
        `model ${model + 1}, epoch ${epoch + 1}: dev F1 ${(100 * score.f1).toFixed(2)}, ${seconds} s`,
      );
    }),
  );
  const crf = mean(models);
  let boldness = options.boldness;
  let best = 0;
  for (const candidate of options.tuning ? [0, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8] : []) {
    const { f1 } = evaluate(crf, dev, candidate);
    if (f1 > best) [best, boldness] = [f1, candidate];
  }
  const [onDev, onTest] = [evaluate(crf, dev, boldness), evaluate(crf, test, boldness)];
  console.error(`boldness ${boldness}`);
  console.error(`dev  ${format(onDev)}\ntest ${format(onTest)}`);
  return { dev: onDev.f1, test: onTest.f1 };
}

function mean(models: readonly Crf[]): Crf {
  const sum = (pick: (crf: Crf) => Float32Array) =>
    pick(models[0] as Crf).map(
      (_, at) => models.reduce((total, crf) => total + (pick(crf)[at] as number), 0) / models.length,
    );
  return { weights: sum((crf) => crf.weights), transitions: sum((crf) => crf.transitions) };
}

const format = (score: ReturnType<typeof scoreSpans>) =>
  `P ${(100 * score.precision).toFixed(2)} R ${(100 * score.recall).toFixed(2)} F1 ${(100 * score.f1).toFixed(2)} ${JSON.stringify(score.byType)}`;

/** Weights below a byte's step go; what is left is written in rising order of hash. */
function writeModel(
  outFile: string,
  { weights, transitions }: Crf,
  ids: ReadonlyMap<number, number>,
  boldness: number,
): void {
  const width = TAGS.length;
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = Math.min(largest, 4) / 127;
  const rows = [...ids]
    .map(([hash, id]) => ({
      hash,
      bytes: Array.from(weights.subarray(id * width, (id + 1) * width), (weight) =>
        Math.max(-127, Math.min(127, Math.round(weight / scale))),
      ),
    }))
    .filter(({ bytes }) => bytes.some((byte) => Math.abs(byte) > 1))
    .sort((a, b) => a.hash - b.hash);
  const head: ModelHead = {
    tags: TAGS,
    features: rows.length,
    scale,
    boldness,
    trainedOn: 'UNER_English-EWT train and dev, news.en.yaml',
    licence: 'CC BY-SA 4.0',
  };
  let json = JSON.stringify(head);
  while ((8 + Buffer.byteLength(json)) % 8 !== 0) json += ' ';
  const headBytes = Buffer.from(json);
  const out = Buffer.alloc(8 + headBytes.length + rows.length * 4 + width * width * 4 + rows.length * width);
  out.write('TLE1', 0, 'latin1');
  out.writeUInt32LE(headBytes.length, 4);
  headBytes.copy(out, 8);
  let at = 8 + headBytes.length;
  for (const { hash } of rows) at = out.writeUInt32LE(hash, at);
  for (const transition of transitions) at = out.writeFloatLE(transition, at);
  for (const { bytes } of rows) for (const byte of bytes) at = out.writeInt8(byte, at);
  writeFileSync(outFile, out);
}

if (import.meta.url === `file://${argv[1]}`) {
  const [, , dataDir, outFile] = argv;
  if (!dataDir || !outFile) throw new Error('usage: entities.ts DATA OUT.bin [--seed N]');
  const seed = argv.includes('--seed') ? Number(argv[argv.indexOf('--seed') + 1]) : DEFAULTS.seed;
  trainEntities(dataDir, outFile, seed, { ...DEFAULTS, tuning: argv.includes('--tuning') });
}
