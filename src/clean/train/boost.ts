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
function cutsOf(values: Float64Array): number[] {
  const sorted = values.sort();
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
    cutsOf(Float64Array.from(rows, (row) => row[column] as number)),
  );
  const bins = cuts.map((list, column) => Uint8Array.from(rows, (row) => binOf(row[column] as number, list)));
  const margin = new Float64Array(rows.length);
  const trees: Node[][] = [];
  const pages = [...new Set(groups)];
  const slope = new Float64Array(rows.length);
  const curve = new Float64Array(rows.length);
  /** The rows that a tree sees; those of a node stand together. */
  const order = new Int32Array(rows.length);
  const aside = new Int32Array(rows.length);
  const sumSlope = new Float64Array(BINS + 1);
  const sumCurve = new Float64Array(BINS + 1);
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
    let members = 0;
    groups.forEach((group, row) => {
      if (taken.has(group)) order[members++] = row;
    });
    const tree: Node[] = [];
    grow(tree, 0, members, 0);
    trees.push(tree);
    for (let row = 0; row < rows.length; row++) {
      let node = tree[0] as Node;
      while (node.length === 4)
        node = tree[(rows[row]?.[node[0]] as number) <= node[1] ? node[2] : node[3]] as Node;
      margin[row] = (margin[row] as number) + node[0];
    }

    function grow(into: Node[], from: number, to: number, depth: number): number {
      const place = into.length;
      into.push([0]);
      let [allSlope, allCurve] = [0, 0];
      for (let at = from; at < to; at++) {
        allSlope += slope[order[at] as number] as number;
        allCurve += curve[order[at] as number] as number;
      }
      let best: { gain: number; column: number; bin: number } | null = null;
      if (depth < options.depth) {
        const base = allSlope ** 2 / (allCurve + options.lambda);
        for (const column of used) {
          const { length } = cuts[column] as number[];
          if (length === 0) continue;
          addUp(bins[column] as Uint8Array, from, to);
          let [leftSlope, leftCurve] = [0, 0];
          for (let b = 0; b < length; b++) {
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
      const middle = part(bins[column] as Uint8Array, bin, from, to);
      const low = grow(into, from, middle, depth + 1);
      const high = grow(into, middle, to, depth + 1);
      into[place] = [column, cuts[column]?.[bin] as number, low, high];
      return place;
    }
  }
  return trees;

  /** Sums of slopes and curves of some rows by bin. */
  function addUp(bin: Uint8Array, from: number, to: number): void {
    sumSlope.fill(0);
    sumCurve.fill(0);
    for (let at = from; at < to; at++) {
      const row = order[at] as number;
      const b = bin[row] as number;
      sumSlope[b] = (sumSlope[b] as number) + (slope[row] as number);
      sumCurve[b] = (sumCurve[b] as number) + (curve[row] as number);
    }
  }

  /** Puts the rows whose bin is not above `border` before the others, in their order; returns where the others begin. */
  function part(bin: Uint8Array, border: number, from: number, to: number): number {
    let [low, high] = [from, 0];
    for (let at = from; at < to; at++) {
      const row = order[at] as number;
      if ((bin[row] as number) <= border) order[low++] = row;
      else aside[high++] = row;
    }
    order.set(aside.subarray(0, high), low);
    return low;
  }
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
