import { hashed } from './hashing.ts';
import { blocksOf, type Kernel, MOST_FEATURES } from './kernel/kernel.ts';

/** Weights of a linear classifier over hashed features while it is trained: `rows` (a power of two) times `classes`, row by row. */
export interface LinearTable {
  readonly rows: number;
  readonly classes: number;
  readonly weights: Float32Array;
}

/**
 * The same as it is stored and used: codes of 8 bits by a square law (see {@link weightOfCode}), which stand `at` so many bytes
 * in the memory of a kernel. A small table stays near the processor.
 */
export interface StoredTable {
  readonly rows: number;
  readonly classes: number;
  readonly kernel: Kernel;
  readonly at: number;
}

/** Makes one decision after the other: write features, hash them, score, take the best. */
export interface Scorer {
  readonly features: Int32Array;
  /** By class; there may be more entries than classes. */
  readonly scores: Int32Array | Float32Array;
  /** See {@link hashed}. */
  hash(count: number, template: number): void;
  /** Fills `scores` from the first `count` features; at least for the classes of `among`, where it is given. */
  score(count: number, among?: readonly number[]): void;
}

/** What a stored code stands for: its square, with its sign. Small weights, which are most, are kept as exactly as large ones. */
export function weightOfCode(code: number): number {
  return code * Math.abs(code);
}

/** Lower than any sum of weights. */
export const IMPOSSIBLE = -2_000_000_000;

const scorers = new WeakMap<LinearTable | StoredTable, Scorer>();

/** The scorer of a table; scorers of one model share their features and scores. */
export function scorerOf(table: LinearTable | StoredTable): Scorer {
  let scorer = scorers.get(table);
  if (!scorer) {
    scorer = 'kernel' in table ? new StoredScorer(table) : new FloatScorer(table);
    scorers.set(table, scorer);
  }
  return scorer;
}

class StoredScorer implements Scorer {
  readonly features: Int32Array;
  readonly scores: Int32Array;
  readonly #table: StoredTable;
  readonly #all: number;
  readonly #blocks = new Map<readonly number[], number>();

  constructor(table: StoredTable) {
    this.#table = table;
    this.#all = blocksOf(Array.from({ length: table.classes }, (_, one) => one));
    this.features = table.kernel.features;
    this.scores = table.kernel.scores;
  }

  hash(count: number, template: number): void {
    this.#table.kernel.hash(count, template);
  }

  score(count: number, among?: readonly number[]): void {
    const { kernel, at, rows, classes } = this.#table;
    kernel.score(count, at, rows, classes, among ? this.#blocksOf(among) : this.#all);
  }

  #blocksOf(among: readonly number[]): number {
    let blocks = this.#blocks.get(among);
    if (blocks === undefined) {
      blocks = blocksOf(among);
      this.#blocks.set(among, blocks);
    }
    return blocks;
  }
}

class FloatScorer implements Scorer {
  readonly features = new Int32Array(MOST_FEATURES);
  readonly scores: Float32Array;
  readonly #table: LinearTable;

  constructor(table: LinearTable) {
    this.#table = table;
    this.scores = new Float32Array(table.classes);
  }

  hash(count: number, template: number): void {
    hashed(this.features, count, template);
  }

  score(count: number): void {
    score(this.#table, this.features, count, this.scores);
  }
}

/** Adds the rows of the features into `scores` (length `classes`). */
export function score(table: LinearTable, features: Int32Array, count: number, scores: Float32Array): void {
  const { rows, classes, weights } = table;
  const mask = rows - 1;
  scores.fill(0);
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] as number) + (weights[base + label] as number);
  }
}

/** As {@link score}, for some of the classes only; the scores of the others are left as they were. */
export function scoreAmong(
  table: LinearTable,
  features: Int32Array,
  count: number,
  allowed: readonly number[],
  scores: Float32Array,
): void {
  const { rows, classes, weights } = table;
  const mask = rows - 1;
  for (let at = 0; at < allowed.length; at++) scores[allowed[at] as number] = 0;
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let at = 0; at < allowed.length; at++) {
      const label = allowed[at] as number;
      scores[label] = (scores[label] as number) + (weights[base + label] as number);
    }
  }
}

/** The best of the first `classes`; ties go to the lower one. */
export function best(scores: ArrayLike<number>, classes = scores.length): number {
  let winner = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < classes; label++) {
    if ((scores[label] as number) > top) {
      top = scores[label] as number;
      winner = label;
    }
  }
  return winner;
}

/** The best class among those allowed; ties go to the first. */
export function bestAmong(scores: ArrayLike<number>, allowed: readonly number[]): number {
  let winner = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < allowed.length; index++) {
    const label = allowed[index] as number;
    if ((scores[label] as number) > top) {
      top = scores[label] as number;
      winner = label;
    }
  }
  return winner;
}
