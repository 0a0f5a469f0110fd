import { codeOf, HINTS } from './columns/codes.ts';
import { squeezed } from './columns/squeezed.ts';
import type { Block } from './html-blocks.ts';

/** What the features of a block's neighbours take from it, in this order. */
export const OWN_COLUMNS = ['length', 'link', 'worth', 'hint', 'heading'];
/** Blocks on either side that a block's features look at. */
export const REACH = 3;
const SIZE = OWN_COLUMNS.length;
/** What stands for a neighbour beyond the first block, or the last. */
const EDGE = [0, -1, 0, -1, 0];

/** What each block gives to the features of its neighbours: a row a block, {@link REACH} rows before the first and behind the last. */
export type Own = Float64Array;

export function ownOf(blocks: readonly Block[], worth: ArrayLike<number>): Own {
  const own = new Float64Array((blocks.length + 2 * REACH) * SIZE);
  for (let row = 0; row < REACH; row++) {
    own.set(EDGE, row * SIZE);
    own.set(EDGE, own.length - (row + 1) * SIZE);
  }
  for (let index = 0; index < blocks.length; index++) {
    const { text, linkLength, hint, element } = blocks[index] as Block;
    const at = rowOf(index);
    own[at] = squeezed(text.length);
    own[at + 1] = Math.min(1, linkLength / text.length);
    own[at + 2] = worth[index] as number;
    own[at + 3] = hint ? codeOf(HINTS, hint) : 0;
    own[at + 4] = element.tag.heading;
  }
  return own;
}

/** Where the row of a block begins; those of its neighbours stand before it and behind. */
export function rowOf(index: number): number {
  return (index + REACH) * SIZE;
}
