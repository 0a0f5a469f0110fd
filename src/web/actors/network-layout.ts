import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { type Tie, weightOf } from './ties.ts';

export interface PlacedName {
  readonly name: string;
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

interface Node extends SimulationNodeDatum {
  readonly name: string;
  readonly weight: number;
}

/**
 * Places for the names, in a box of the given size: ties pull, names push away and keep room for their words. The same
 * ties always give the same picture.
 */
export function networkLayout(ties: readonly Tie[], width: number, height: number): PlacedName[] {
  const weights = new Map<string, number>();
  for (const tie of ties) {
    for (const name of [tie.one, tie.other]) weights.set(name, (weights.get(name) ?? 0) + weightOf(tie));
  }
  const nodes: Node[] = [...weights].map(([name, weight]) => ({ name, weight }));
  const links: (SimulationLinkDatum<Node> & { weight: number })[] = ties.map((tie) => ({
    source: tie.one,
    target: tie.other,
    weight: weightOf(tie),
  }));
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ name }) => name)
        .distance(110)
        .strength(({ weight }) => Math.min(0.15 + weight * 0.05, 0.6)),
    )
    .force('charge', forceManyBody().strength(-420))
    .force('x', forceX(width / 2).strength(0.06))
    .force('y', forceY(height / 2).strength(0.12))
    .force(
      'collide',
      forceCollide<Node>(({ name }) => Math.min(24 + name.length * 2.5, 70)),
    )
    .stop();
  simulation.tick(260);
  const across = fitted(
    nodes.map(({ x }) => x ?? 0),
    95,
    width - 95,
  );
  const down = fitted(
    nodes.map(({ y }) => y ?? 0),
    38,
    height - 26,
  );
  return nodes.map(({ name, weight, x, y }) => ({ name, weight, x: across(x ?? 0), y: down(y ?? 0) }));
}

/** Spreads values over all of a stretch, so that nothing piles up at an edge. */
function fitted(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most - least < 1) return () => (from + to) / 2;
  // What is small stays small, in the middle.
  const scale = Math.min((to - from) / (most - least), 1.6);
  const start = (from + to) / 2 - ((most - least) * scale) / 2;
  return (value) => start + (value - least) * scale;
}
