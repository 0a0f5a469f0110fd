import { z } from 'zod';

/** A leaf with its worth, or a question: column, threshold, node where the value is not above it, node where it is. */
export const Node = z.union([
  z.tuple([z.number()]),
  z.tuple([z.int().nonnegative(), z.number(), z.int().positive(), z.int().positive()]),
]);
export type Node = z.infer<typeof Node>;
export type Tree = readonly Node[];

/** Trees as flat arrays, quick to walk: a leaf's column is -1, and its threshold is its worth. */
export interface Forest {
  readonly roots: Int32Array;
  readonly columns: Int16Array;
  readonly thresholds: Float64Array;
  /** Where the value is not above the threshold; the other way is {@link Forest.high}. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function forestOf(trees: readonly Tree[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length, 0);
  const forest: Forest = {
    roots: new Int32Array(trees.length),
    columns: new Int16Array(size),
    thresholds: new Float64Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
  };
  let base = 0;
  trees.forEach((tree, which) => {
    forest.roots[which] = base;
    tree.forEach((node, place) => {
      const at = base + place;
      forest.columns[at] = node.length === 1 ? -1 : node[0];
      forest.thresholds[at] = node.length === 1 ? node[0] : node[1];
      if (node.length === 4) {
        forest.low[at] = base + node[2];
        forest.high[at] = base + node[3];
      }
    });
    base += tree.length;
  });
  return forest;
}

/** Probability that a row of features is a yes: the leaves of boosted trees add up to the logarithm of the odds. */
export function chanceOf(forest: Forest, row: readonly number[]): number {
  const { roots, columns, thresholds, low, high } = forest;
  let margin = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] as number;
    for (let column = columns[at] as number; column >= 0; column = columns[at] as number)
      at = (row[column] as number) <= (thresholds[at] as number) ? (low[at] as number) : (high[at] as number);
    margin += thresholds[at] as number;
  }
  return 1 / (1 + Math.exp(-margin));
}
