import type { Box } from '../box.ts';
import type { Block } from '../html-blocks.ts';
import { rowOf } from '../own.ts';
import type { PageMeasures } from '../page-measures.ts';
import { AROUND } from '../tags.ts';

const SURROUNDINGS = ['article', 'main', 'ul', 'blockquote', 'figure'];
const SIGNS = SURROUNDINGS.map((tag) => AROUND[tag] as number);

export const elementColumns = [
  ...'isParagraph heading isDiv hint hintSteps'.split(' '),
  ...SURROUNDINGS,
  ...'toStory depth'.split(' '),
];

/** Steps up to a hint that are counted, and what stands for no story around. */
const MOST_STEPS = 12;
const NO_STORY = 20;

/** What a block's element and those around it say. Returns where the next column is. */
export function putElement(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { box, kind } = page.blocks[index] as Block;
  const row = rowOf(index);
  let at = from;
  values[at++] = kind === 'p' ? 1 : 0;
  values[at++] = page.own[row + 4] as number;
  values[at++] = kind === 'div' || kind === 'section' || kind === 'article' ? 1 : 0;
  values[at++] = page.own[row + 3] as number;
  values[at++] = stepsToHint(box);
  for (let place = 0; place < SIGNS.length; place++)
    values[at++] = (box.around & (SIGNS[place] as number)) === 0 ? 0 : 1;
  values[at++] = box.toStory < 0 ? NO_STORY : box.toStory;
  values[at++] = box.depth;
  return at;
}

function stepsToHint(box: Box): number {
  let steps = 0;
  for (let at: Box | null = box; at && !at.ownHint && steps < MOST_STEPS; at = at.parent) steps++;
  return steps;
}
