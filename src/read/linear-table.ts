/** Weights of a linear classifier over hashed features: `rows` (a power of two) times `classes`, row by row. */
export interface LinearTable {
  readonly rows: number;
  readonly classes: number;
  readonly weights: Int8Array | Int16Array | Float32Array;
}

/** Room for the sums of the classes: whole numbers for stored weights, which is faster, else floating ones. */
export type Scores = Int32Array | Float32Array;

/** Weights as they are stored, 8 bits by a square law → whole numbers of 16 bits. */
export function decoded(codes: Int8Array): Int16Array {
  const values = new Int16Array(256);
  for (let code = -127; code < 128; code++) values[code & 255] = 2 * code * Math.abs(code);
  const weights = new Int16Array(codes.length);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] as number;
    if (code !== 0) weights[index] = values[code & 255] as number;
  }
  return weights;
}

export function scoresFor({ weights, classes }: LinearTable): Scores {
  return weights instanceof Float32Array ? new Float32Array(classes) : new Int32Array(classes);
}

/** Lower than any sum of weights. */
export const IMPOSSIBLE = -2_000_000_000;

/** Adds the rows of the features into `scores` (length `classes`). */
export function score(table: LinearTable, features: Int32Array, count: number, scores: Scores): void {
  const { rows, classes, weights } = table;
  const mask = rows - 1;
  if (classes === 3) {
    let first = 0;
    let second = 0;
    let third = 0;
    for (let index = 0; index < count; index++) {
      const base = ((features[index] as number) & mask) * 3;
      first += weights[base] as number;
      second += weights[base + 1] as number;
      third += weights[base + 2] as number;
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
    return;
  }
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
  scores: Scores,
): void {
  const { rows, classes, weights } = table;
  const mask = rows - 1;
  for (const label of allowed) scores[label] = 0;
  for (let index = 0; index < count; index++) {
    const base = ((features[index] as number) & mask) * classes;
    for (let at = 0; at < allowed.length; at++) {
      const label = allowed[at] as number;
      scores[label] = (scores[label] as number) + (weights[base + label] as number);
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
