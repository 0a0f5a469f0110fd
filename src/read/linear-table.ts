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
  /** Where each class stands in a row, if not at its own number: those often chosen among stand side by side. */
  readonly columns?: readonly number[];
}

/** Makes one decision after the other: write features, hash them, score, take the best. */
export interface Scorer {
  readonly features: Int32Array;
  /** By class, or by column where the table has columns of its own; there may be more entries than classes. */
  readonly scores: Int32Array | Float32Array;
  /** See {@link hashed}. */
  hash(count: number, template: number): void;
  /** Fills `scores` from the first `count` features; at least for the classes of `among`, where it is given. */
  score(count: number, among?: readonly number[]): void;
  /** The best class by the scores, of all or among the given ones; ties go to the first. */
  best(among?: readonly number[]): number;
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

/** Classes to choose among, where they stand, and the kernel's blocks that hold them. */
interface Choice {
  readonly classes: readonly number[];
  readonly columns: readonly number[];
  readonly blocks: number;
}

class StoredScorer implements Scorer {
  readonly features: Int32Array;
  readonly scores: Int32Array;
  readonly #table: StoredTable;
  readonly #all: Choice;
  readonly #choices = new Map<readonly number[], Choice>();
  /** The choice that was asked for last: a decision is scored, then made. */
  #last: { readonly among: readonly number[]; readonly choice: Choice } | null = null;

  constructor(table: StoredTable) {
    this.#table = table;
    this.#all = this.#choice(Array.from({ length: table.classes }, (_, one) => one));
    this.features = table.kernel.features;
    this.scores = table.kernel.scores;
  }

  hash(count: number, template: number): void {
    this.#table.kernel.hash(count, template);
  }

  score(count: number, among?: readonly number[]): void {
    const { kernel, at, rows, classes } = this.#table;
    kernel.score(count, at, rows, classes, this.#choiceOf(among).blocks);
  }

  best(among?: readonly number[]): number {
    const { classes, columns } = this.#choiceOf(among);
    return classes[bestPlace(this.scores, columns)] as number;
  }

  #choiceOf(among: readonly number[] | undefined): Choice {
    if (!among) return this.#all;
    if (this.#last?.among === among) return this.#last.choice;
    let choice = this.#choices.get(among);
    if (!choice) {
      choice = this.#choice(among);
      this.#choices.set(among, choice);
    }
    this.#last = { among, choice };
    return choice;
  }

  #choice(classes: readonly number[]): Choice {
    const columns = this.#table.columns ? classes.map((one) => this.#table.columns?.[one] ?? one) : classes;
    return { classes, columns, blocks: blocksOf(columns) };
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

  best(among?: readonly number[]): number {
    return among ? bestAmong(this.scores, among) : best(this.scores);
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

/** The best class; ties go to the lower one. */
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
  return allowed[bestPlace(scores, allowed)] as number;
}

/** The place in `columns` of the one with the best score; ties go to the first. */
function bestPlace(scores: ArrayLike<number>, columns: readonly number[]): number {
  let winner = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < columns.length; place++) {
    const score = scores[columns[place] as number] as number;
    if (score > top) {
      top = score;
      winner = place;
    }
  }
  return winner;
}
