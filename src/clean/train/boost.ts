import type { Node } from '../forest.ts';

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the groups (pages) that each tree sees. */
  readonly groupShare: number;
  readonly columnShare: number;
  readonly lambda: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastWeight: number;
  readonly seed: number;
}

const BINS = 48;

/** A small generator with a seed (mulberry32), so that training repeats itself. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values between which a column is cut, by its quantiles. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const place = Math.floor((bin * sorted.length) / BINS);
    const cut = ((sorted[place - 1] as number) + (sorted[place] as number)) / 2;
    if (cut !== cuts.at(-1)) cuts.push(cut);
  }
  // Rare values lie beyond the quantiles of a skewed column: cut between its different values where they are few.
  const different = [...new Set(sorted)];
  if (different.length <= BINS)
    return different.slice(1).map((value, index) => (value + (different[index] as number)) / 2);
  return cuts;
}

/**
 * Gradient boosting of small trees for a yes-or-no question, by histograms (Friedman 2001; second-order leaves as in Chen and Guestrin
 * 2016). `rows` are features, `groups` the page of each row.
 */
export function boost(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  weights: readonly number[],
  groups: readonly number[],
  options: BoostOptions,
): Node[][] {
  const random = randomOf(options.seed);
  const columns = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: columns }, (_, column) =>
    cutsOf(rows.map((row) => row[column] as number)),
  );
  const bins = cuts.map((list, column) => Uint8Array.from(rows, (row) => binOf(row[column] as number, list)));
  const margin = new Float64Array(rows.length);
  const trees: Node[][] = [];
  const pages = [...new Set(groups)];
  const slope = new Float64Array(rows.length);
  const curve = new Float64Array(rows.length);
  for (let round = 0; round < options.trees; round++) {
    for (let row = 0; row < rows.length; row++) {
      const chance = 1 / (1 + Math.exp(-(margin[row] as number)));
      slope[row] = (chance - (labels[row] ? 1 : 0)) * (weights[row] as number);
      curve[row] = Math.max(1e-6, chance * (1 - chance)) * (weights[row] as number);
    }
    const taken = new Set(pages.filter(() => random() < options.groupShare));
    const used = Array.from({ length: columns }, (_, column) => column).filter(
      () => random() < options.columnShare,
    );
    const members: number[] = [];
    groups.forEach((group, row) => {
      if (taken.has(group)) members.push(row);
    });
    const tree: Node[] = [];
    grow(tree, members, 0);
    trees.push(tree);
    for (let row = 0; row < rows.length; row++) {
      let at = 0;
      let node = tree[0] as Node;
      while (node.length === 4) {
        at = (rows[row]?.[node[0]] as number) <= node[1] ? node[2] : node[3];
        node = tree[at] as Node;
      }
      margin[row] = (margin[row] as number) + node[0];
    }

    function grow(into: Node[], inside: readonly number[], depth: number): number {
      const place = into.length;
      into.push([0]);
      let [allSlope, allCurve] = [0, 0];
      for (const row of inside) {
        allSlope += slope[row] as number;
        allCurve += curve[row] as number;
      }
      let best: { gain: number; column: number; bin: number } | null = null;
      if (depth < options.depth) {
        const base = allSlope ** 2 / (allCurve + options.lambda);
        for (const column of used) {
          const list = cuts[column] as number[];
          if (list.length === 0) continue;
          const bin = bins[column] as Uint8Array;
          const sumSlope = new Float64Array(list.length + 1);
          const sumCurve = new Float64Array(list.length + 1);
          for (const row of inside) {
            const b = bin[row] as number;
            sumSlope[b] = (sumSlope[b] as number) + (slope[row] as number);
            sumCurve[b] = (sumCurve[b] as number) + (curve[row] as number);
          }
          let [leftSlope, leftCurve] = [0, 0];
          for (let b = 0; b < list.length; b++) {
            leftSlope += sumSlope[b] as number;
            leftCurve += sumCurve[b] as number;
            const rightCurve = allCurve - leftCurve;
            if (leftCurve < options.leastWeight || rightCurve < options.leastWeight) continue;
            const gain =
              leftSlope ** 2 / (leftCurve + options.lambda) +
              (allSlope - leftSlope) ** 2 / (rightCurve + options.lambda) -
              base;
            if (gain > (best?.gain ?? 1e-6)) best = { gain, column, bin: b };
          }
        }
      }
      if (!best) {
        into[place] = [(-allSlope / (allCurve + options.lambda)) * options.rate];
        return place;
      }
      const { column, bin } = best;
      const own = bins[column] as Uint8Array;
      const left = inside.filter((row) => (own[row] as number) <= bin);
      const right = inside.filter((row) => (own[row] as number) > bin);
      const low = grow(into, left, depth + 1);
      const high = grow(into, right, depth + 1);
      into[place] = [column, cuts[column]?.[bin] as number, low, high];
      return place;
    }
  }
  return trees;
}

function binOf(value: number, cuts: readonly number[]): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
