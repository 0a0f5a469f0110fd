import { MOST_STEPS } from '../block-neighbours.ts';
import type { Box } from '../box.ts';
import type { Block } from '../html-blocks.ts';
import { rowOf } from '../own.ts';
import { type PageMeasures, PROSE, WORTH } from '../page-measures.ts';
import { squeezed } from './squeezed.ts';

export const runColumns =
  'worth inRun fromRun toRun runShare inContainer containerShare blocks allWorth'.split(' ');

/** A block's worth, and how it stands to the run of greatest worth. Returns where the next column is. */
export function putRun(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { runFrom, runTo, container, sums, totals } = page;
  const allWorth = totals[WORTH] as number;
  const hasRun = runTo >= 0;
  let at = from;
  values[at++] = page.own[rowOf(index) + 2] as number;
  values[at++] = index >= runFrom && index <= runTo ? 1 : 0;
  values[at++] = hasRun ? squeezed(index - runFrom) : 0;
  values[at++] = hasRun ? squeezed(index - runTo) : 0;
  values[at++] = hasRun ? ((sums[runTo + 1] as number) - (sums[runFrom] as number)) / allWorth : 0;
  values[at++] = container ? stepsInto((page.blocks[index] as Block).box, container) : -1;
  values[at++] = container ? container.prose / (totals[PROSE] as number) : 0;
  values[at++] = squeezed(page.blocks.length);
  values[at++] = squeezed(allWorth);
  return at;
}

function stepsInto(box: Box, container: Box): number {
  let steps = 0;
  for (let at: Box | null = box; at && steps < MOST_STEPS; at = at.parent, steps++)
    if (at === container) return steps;
  return -1;
}
