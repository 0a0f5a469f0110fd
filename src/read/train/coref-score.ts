/** Mentions by any key that is the same in gold and system (say, the offset of their head), in chains of two and more. */
export type Chains = readonly (readonly string[])[];

/** Sums from which precision and recall are made, so that documents can be added up before dividing. */
export interface Part {
  readonly precision: readonly [right: number, all: number];
  readonly recall: readonly [right: number, all: number];
}

export interface CorefParts {
  readonly mentions: Part;
  /** Pairs of mentions said to be the same: the strictest look at precision. */
  readonly links: Part;
  /** Links needed to build the chains: Vilain et al. 1995. */
  readonly muc: Part;
  /** Overlap seen from each mention: Bagga and Baldwin 1998. */
  readonly b3: Part;
  /** The best pairing of chains by overlap (φ4): Luo 2005. */
  readonly ceafe: Part;
}

/** Scores the chains of one document; chains of one mention must have been left out before, as in CoNLL 2012. */
export function corefParts(gold: Chains, system: Chains): CorefParts {
  const [goldOf, systemOf] = [homes(gold), homes(system)];
  const shared = [...systemOf.keys()].filter((mention) => goldOf.has(mention)).length;
  return {
    mentions: { precision: [shared, systemOf.size], recall: [shared, goldOf.size] },
    links: { precision: links(system, goldOf), recall: links(gold, systemOf) },
    muc: { precision: muc(system, goldOf), recall: muc(gold, systemOf) },
    b3: { precision: b3(system, gold, goldOf), recall: b3(gold, system, systemOf) },
    ceafe: ceafe(gold, system),
  };
}

/** Adds parts up over documents. */
export function added(parts: readonly CorefParts[]): CorefParts {
  const sum = (pick: (parts: CorefParts) => Part): Part => {
    const total = (side: 'precision' | 'recall', at: 0 | 1) =>
      parts.reduce((all, one) => all + pick(one)[side][at], 0);
    return {
      precision: [total('precision', 0), total('precision', 1)],
      recall: [total('recall', 0), total('recall', 1)],
    };
  };
  return {
    mentions: sum((one) => one.mentions),
    links: sum((one) => one.links),
    muc: sum((one) => one.muc),
    b3: sum((one) => one.b3),
    ceafe: sum((one) => one.ceafe),
  };
}

/** Precision, recall and F1 of a part, between 0 and 1. */
export function figuresOf({ precision, recall }: Part): { precision: number; recall: number; f1: number } {
  const share = ([right, all]: readonly [number, number]) => (all === 0 ? 0 : right / all);
  const [p, r] = [share(precision), share(recall)];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** Mean F1 of MUC, B³ and CEAF-e: the CoNLL 2012 score (Pradhan et al. 2012). */
export function conllScore({ muc: m, b3: b, ceafe: c }: CorefParts): number {
  return (figuresOf(m).f1 + figuresOf(b).f1 + figuresOf(c).f1) / 3;
}

function homes(chains: Chains): Map<string, number> {
  return new Map(chains.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)));
}

function links(chains: Chains, other: ReadonlyMap<string, number>): [number, number] {
  let [right, all] = [0, 0];
  for (const chain of chains) {
    all += (chain.length * (chain.length - 1)) / 2;
    for (const count of counts(chain, other).values()) right += (count * (count - 1)) / 2;
  }
  return [right, all];
}

function muc(chains: Chains, other: ReadonlyMap<string, number>): [number, number] {
  let [right, all] = [0, 0];
  for (const chain of chains) {
    const alone = chain.filter((mention) => !other.has(mention)).length;
    right += chain.length - (counts(chain, other).size + alone);
    all += chain.length - 1;
  }
  return [right, all];
}

function b3(chains: Chains, others: Chains, other: ReadonlyMap<string, number>): [number, number] {
  let [right, all] = [0, 0];
  for (const chain of chains) {
    all += chain.length;
    for (const count of counts(chain, other).values()) right += (count * count) / chain.length;
  }
  return others.length === 0 ? [0, all] : [right, all];
}

/** How many mentions of the chain each chain of the other side has. */
function counts(chain: readonly string[], other: ReadonlyMap<string, number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const mention of chain) {
    const home = other.get(mention);
    if (home !== undefined) found.set(home, (found.get(home) ?? 0) + 1);
  }
  return found;
}

function ceafe(gold: Chains, system: Chains): Part {
  const systemOf = homes(system);
  const size = Math.max(gold.length, system.length);
  const likeness = Array.from({ length: size }, () => new Float64Array(size));
  gold.forEach((chain, row) => {
    for (const [column, count] of counts(chain, systemOf)) {
      const other = system[column] as readonly string[];
      (likeness[row] as Float64Array)[column] = (2 * count) / (chain.length + other.length);
    }
  });
  const best = bestPairing(likeness);
  return { precision: [best, system.length], recall: [best, gold.length] };
}

/** The largest sum of one cell for each row and column of a square (Kuhn–Munkres with potentials, cubic in its side). */
export function bestPairing(worth: readonly Float64Array[]): number {
  const size = worth.length;
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const here = rowOf[column] as number;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let at = 1; at <= size; at++) {
        if (used[at]) continue;
        const cost = -((worth[here - 1] as Float64Array)[at - 1] as number);
        const reduced = cost - (rowPotential[here] as number) - (columnPotential[at] as number);
        if (reduced < (least[at] as number)) {
          least[at] = reduced;
          way[at] = column;
        }
        if ((least[at] as number) < delta) {
          delta = least[at] as number;
          next = at;
        }
      }
      for (let at = 0; at <= size; at++) {
        if (used[at]) {
          const owner = rowOf[at] as number;
          rowPotential[owner] = (rowPotential[owner] as number) + delta;
          columnPotential[at] = (columnPotential[at] as number) - delta;
        } else least[at] = (least[at] as number) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = way[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    } while (column !== 0);
  }
  let sum = 0;
  for (let column = 1; column <= size; column++) {
    const row = rowOf[column] as number;
    sum += (worth[row - 1] as Float64Array)[column - 1] as number;
  }
  return sum;
}
