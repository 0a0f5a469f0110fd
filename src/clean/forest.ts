import { z } from 'zod';

/** A leaf with its worth, or a question: column, threshold, node where the value is not above it, node where it is. */
export const Node = z.union([
  z.tuple([z.number()]),
  z.tuple([z.int().nonnegative(), z.number(), z.int().positive(), z.int().positive()]),
]);
export type Node = z.infer<typeof Node>;
export type Tree = readonly Node[];

/** What a file of trees says of how they were made. */
export const AboutTrees = z.object({
  data: z.string(),
  licence: z.string(),
  pages: z.int(),
  command: z.string(),
  crossValidation: z.string(),
});

/** Trees as flat arrays, quick to walk, those that say most first. A leaf's column is -1, and its threshold is its worth. */
export interface Forest {
  readonly roots: Int32Array;
  readonly columns: Int16Array;
  readonly thresholds: Float64Array;
  /** Where the value is not above the threshold; the other way is {@link Forest.high}. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The least and the most that a tree and all behind it can add. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

export function forestOf(trees: readonly Tree[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length, 0);
  const forest: Forest = {
    roots: new Int32Array(trees.length),
    columns: new Int16Array(size),
    thresholds: new Float64Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
    least: new Float64Array(trees.length + 1),
    most: new Float64Array(trees.length + 1),
  };
  const sorted = trees
    .map((tree) => ({ tree, ...rangeOf(tree) }))
    .sort((a, b) => b.most - b.least - (a.most - a.least));
  let base = 0;
  sorted.forEach(({ tree }, which) => {
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
  for (let tree = trees.length - 1; tree >= 0; tree--) {
    const { least, most } = sorted[tree] as (typeof sorted)[number];
    forest.least[tree] = (forest.least[tree + 1] as number) + least;
    forest.most[tree] = (forest.most[tree + 1] as number) + most;
  }
  return forest;
}

function rangeOf(tree: Tree): { least: number; most: number } {
  const leaves = tree.flatMap((node) => (node.length === 1 ? [node[0]] : []));
  return { least: Math.min(...leaves), most: Math.max(...leaves) };
}

/**
 * Probability that a row of features is a yes: the leaves of boosted trees add up to the logarithm of the odds. The row begins at `from` in
 * `values`.
 */
export function chanceOf(forest: Forest, values: ArrayLike<number>, from = 0): number {
  const { roots } = forest;
  let margin = 0;
  for (let tree = 0; tree < roots.length; tree++) margin += leafOf(forest, tree, values, from);
  return 1 / (1 + Math.exp(-margin));
}

/** Whether {@link chanceOf} is more than a half; asks no more trees than needed to tell. */
export function isLikely(forest: Forest, values: Float64Array, from: number): boolean {
  const { roots, least, most } = forest;
  let margin = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    if (margin + (most[tree] as number) <= 0) return false;
    if (margin + (least[tree] as number) > 0) return true;
    margin += leafOf(forest, tree, values, from);
  }
  return margin > 0;
}

function leafOf(forest: Forest, tree: number, values: ArrayLike<number>, from: number): number {
  const { columns, thresholds, low, high } = forest;
  let at = forest.roots[tree] as number;
  for (let column = columns[at] as number; column >= 0; column = columns[at] as number)
    at =
      (values[from + column] as number) <= (thresholds[at] as number)
        ? (low[at] as number)
        : (high[at] as number);
  return thresholds[at] as number;
}
