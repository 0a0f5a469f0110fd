import type { Box } from '../box.ts';
import type { Block } from '../html-blocks.ts';
import { type PageMeasures, PROSE } from '../page-measures.ts';
import { squeezed } from './squeezed.ts';

const BOXES = ['own', 'parent', 'grand', 'great'];
export const boxColumns = [
  ...BOXES.flatMap((name) => [
    `${name}Prose`,
    `${name}Link`,
    ...(name === 'own' ? [] : [`${name}Blocks`]),
    `${name}Twins`,
  ]),
  ...'siblingBefore siblingAfter twinBefore twinAfter'.split(' '),
];

/** What the elements around a block hold, and whether its neighbours are of its make. Returns where the next column is. */
export function putBoxes(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { blocks } = page;
  const rootProse = page.totals[PROSE] as number;
  const { box } = blocks[index] as Block;
  let at = from;
  let around: Box | null = box;
  for (let step = 0; step < BOXES.length; step++) {
    values[at++] = around ? around.prose / rootProse : -1;
    values[at++] = around ? around.linkLength / Math.max(1, around.length) : -1;
    if (step > 0) values[at++] = around ? squeezed(around.blocks) : -1;
    values[at++] = around ? squeezed(around.twins) : -1;
    around = around ? around.parent : null;
  }
  const before = blocks[index - 1]?.box;
  const after = blocks[index + 1]?.box;
  values[at++] = before?.parent === box.parent ? 1 : 0;
  values[at++] = after?.parent === box.parent ? 1 : 0;
  values[at++] = before?.twinKey === box.twinKey ? 1 : 0;
  values[at++] = after?.twinKey === box.twinKey ? 1 : 0;
  return at;
}
