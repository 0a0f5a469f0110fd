/** Weights of a linear classifier over hashed features: `rows` (a power of two) times `classes`, row by row. */
export interface LinearTable {
  readonly rows: number;
  readonly classes: number;
  readonly weights: Int8Array | Float32Array;
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

/** The best class among those allowed; ties go to the lower one. */
export function best(scores: Float32Array, allowed: ArrayLike<number> | null = null): number {
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
