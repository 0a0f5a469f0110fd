/**
 * Weights of a linear classifier over hashed features: `rows` (a power of two) times `classes`, row by row. Floating while
 * they are trained; stored as codes of 8 bits by a square law (see {@link weightOfCode}), and used so: a small table stays near
 * the processor, and a model needs no unpacking when it is loaded.
 */
export interface LinearTable {
  readonly rows: number;
  readonly classes: number;
  readonly weights: Int8Array | Float32Array;
}

/** Room for the sums of the classes: whole numbers for stored weights, which is faster, else floating ones. */
export type Scores = Int32Array | Float32Array;

/** What a stored code stands for: its square, with its sign. Small weights, which are most, are kept as exactly as large ones. */
export function weightOfCode(code: number): number {
  return code * Math.abs(code);
}

/** Weights by the unsigned byte of their code. */
const WEIGHTS = Int32Array.from({ length: 256 }, (_, byte) => weightOfCode((byte << 24) >> 24));

export function scoresFor({ weights, classes }: LinearTable): Scores {
  return weights instanceof Float32Array ? new Float32Array(classes) : new Int32Array(classes);
}

/** Lower than any sum of weights. */
export const IMPOSSIBLE = -2_000_000_000;

/** Adds the rows of the features into `scores` (length `classes`). */
export function score(table: LinearTable, features: Int32Array, count: number, scores: Scores): void {
  const { rows, classes, weights } = table;
  if (!(weights instanceof Float32Array)) {
    if (classes === 3) scoreThree(weights, rows - 1, features, count, scores);
    else scoreStored(weights, rows - 1, classes, features, count, scores);
    return;
  }
  const mask = rows - 1;
  scores.fill(0);
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] as number) + (weights[base + label] as number);
  }
}

function scoreStored(
  codes: Int8Array,
  mask: number,
  classes: number,
  features: Int32Array,
  count: number,
  scores: Scores,
): void {
  scores.fill(0);
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let label = 0; label < classes; label++) {
      const code = codes[base + label] as number;
      if (code !== 0) scores[label] = (scores[label] as number) + (WEIGHTS[code & 255] as number);
    }
  }
}

/** As {@link scoreStored} for three classes, whose sums stay in registers. */
function scoreThree(
  codes: Int8Array,
  mask: number,
  features: Int32Array,
  count: number,
  scores: Scores,
): void {
  let first = 0;
  let second = 0;
  let third = 0;
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * 3;
    first += WEIGHTS[(codes[base] as number) & 255] as number;
    second += WEIGHTS[(codes[base + 1] as number) & 255] as number;
    third += WEIGHTS[(codes[base + 2] as number) & 255] as number;
  }
  scores[0] = first;
  scores[1] = second;
  scores[2] = third;
}

/** As {@link score}, for some of the classes only; the scores of the others are left as they were. */
export function scoreAmong(
  table: LinearTable,
  features: Int32Array,
  count: number,
  allowed: readonly number[],
  scores: Scores,
): void {
  const { rows, classes, weights } = table;
  const mask = rows - 1;
  const isStored = !(weights instanceof Float32Array);
  for (let at = 0; at < allowed.length; at++) scores[allowed[at] as number] = 0;
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let at = 0; at < allowed.length; at++) {
      const label = allowed[at] as number;
      const weight = weights[base + label] as number;
      scores[label] = (scores[label] as number) + (isStored ? (WEIGHTS[weight & 255] as number) : weight);
    }
  }
}

/** The best class among those allowed; ties go to the lower one. */
export function best(scores: Scores, allowed: ArrayLike<number> | null = null): number {
  let winner = -1;
  let top = Number.NEGATIVE_INFINITY;
  if (allowed) {
    for (let index = 0; index < allowed.length; index++) {
      const label = allowed[index] as number;
      if ((scores[label] as number) > top) {
        top = scores[label] as number;
        winner = label;
      }
    }
    return winner;
  }
  for (let label = 0; label < scores.length; label++) {
    if ((scores[label] as number) > top) {
      top = scores[label] as number;
      winner = label;
    }
  }
  return winner;
}
