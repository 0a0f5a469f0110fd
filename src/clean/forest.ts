/** A leaf with its worth, or a question: column, threshold, node where the value is not above it, node where it is. */
export type Node = readonly [number] | readonly [number, number, number, number];

/** Boosted trees; their leaves add up to the logarithm of the odds. */
export interface Forest {
  readonly trees: readonly (readonly Node[])[];
}

/** Probability that a row of features is a yes. */
export function chanceOf({ trees }: Forest, row: readonly number[]): number {
  let margin = 0;
  for (const tree of trees) {
    let node = tree[0] as Node;
    while (node.length === 4) node = tree[(row[node[0]] as number) <= node[1] ? node[2] : node[3]] as Node;
    margin += node[0];
  }
  return 1 / (1 + Math.exp(-margin));
}
