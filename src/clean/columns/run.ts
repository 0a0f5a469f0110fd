import { MOST_STEPS } from '../block-neighbours.ts';
import type { Box } from '../box.ts';
import type { Block } from '../html-blocks.ts';
import type { Own } from '../own.ts';
import type { PageMeasures } from '../page-measures.ts';
import { squeezed } from './squeezed.ts';

export const runColumns =
  'worth inRun fromRun toRun runShare inContainer containerShare blocks allWorth'.split(' ');

/** A block's worth, and how it stands to the run of greatest worth. Returns where the next column is. */
export function putRun(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { run, container, sums, allWorth } = page;
  let at = from;
  values[at++] = (page.own[index] as Own).worth;
  values[at++] = run && index >= run.from && index <= run.to ? 1 : 0;
  values[at++] = run ? squeezed(index - run.from) : 0;
  values[at++] = run ? squeezed(index - run.to) : 0;
  values[at++] = run ? ((sums[run.to + 1] as number) - (sums[run.from] as number)) / allWorth : 0;
  values[at++] = container ? stepsInto((page.blocks[index] as Block).box, container) : -1;
  values[at++] = container ? container.prose / page.rootProse : 0;
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
