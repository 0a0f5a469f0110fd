import { type Box, makeKey } from './box.ts';
import type { Block } from './html-blocks.ts';

/** What is known of a group of blocks, in this order: lengths of text and of links, how many blocks, sentences among them, and worth. */
export const [LINK_LENGTH, COUNT, SENTENCES, GROUP_WORTH] = [1, 2, 3, 4];
const GROUP_SIZE = 5;

/** What stands around the blocks of a page. Indexes are -1 where there is none. */
export interface Neighbours {
  /** Number of each block's group: of blocks of one make, that is of the same tag and class in a box of the same tag and class. */
  readonly groupOf: Int32Array;
  /** A row a group: see {@link rowOfGroup}. */
  readonly groups: Float64Array;
  /** Nearest block of much worth before each block, and behind it. */
  readonly bigBefore: Int32Array;
  readonly bigAfter: Int32Array;
  /** Nearest heading before each block. */
  readonly headingBefore: Int32Array;
}

/** A block worth more is a paragraph of a story as likely as not. */
const BIG = 40;

/** Linear: one pass forward, one back. */
export function neighboursOf(blocks: readonly Block[], worth: ArrayLike<number>): Neighbours {
  const byKey = new Map<number, number>();
  const groupOf = new Int32Array(blocks.length);
  const groups = new Float64Array(blocks.length * GROUP_SIZE);
  for (let index = 0; index < blocks.length; index++) {
    const { box, text, linkLength, isSentence } = blocks[index] as Block;
    const key = makeKey(box);
    const group = byKey.get(key) ?? byKey.size;
    if (group === byKey.size) byKey.set(key, group);
    groupOf[index] = group;
    const row = group * GROUP_SIZE;
    groups[row] = (groups[row] as number) + text.length;
    groups[row + LINK_LENGTH] = (groups[row + LINK_LENGTH] as number) + linkLength;
    groups[row + COUNT] = (groups[row + COUNT] as number) + 1;
    if (isSentence) groups[row + SENTENCES] = (groups[row + SENTENCES] as number) + 1;
    groups[row + GROUP_WORTH] = (groups[row + GROUP_WORTH] as number) + Math.max(0, worth[index] as number);
  }
  const bigBefore = new Int32Array(blocks.length);
  const bigAfter = new Int32Array(blocks.length);
  const headingBefore = new Int32Array(blocks.length);
  let big = -1;
  let heading = -1;
  for (let index = 0; index < blocks.length; index++) {
    bigBefore[index] = big;
    headingBefore[index] = heading;
    if ((worth[index] as number) > BIG) big = index;
    if ((blocks[index] as Block).element.tag.heading > 0) heading = index;
  }
  big = -1;
  for (let index = blocks.length - 1; index >= 0; index--) {
    bigAfter[index] = big;
    if ((worth[index] as number) > BIG) big = index;
  }
  return { groupOf, groups, bigBefore, bigAfter, headingBefore };
}

/** Where the row of a block's group begins. */
export function rowOfGroup({ groupOf }: Neighbours, index: number): number {
  return (groupOf[index] as number) * GROUP_SIZE;
}

/** Steps that are counted at most. */
export const MOST_STEPS = 30;

/** Steps up from an element to the nearest that holds the other too; {@link MOST_STEPS} at most. */
export function stepsToCommon(from: Box, other: Box): number {
  let a: Box | null = from;
  let b: Box | null = other;
  for (let down = 0; b && b.depth > from.depth; b = b.parent) if (++down > MOST_STEPS) return MOST_STEPS;
  let steps = 0;
  for (; a && a !== b && steps < MOST_STEPS; steps++) {
    if (b && b.depth === a.depth) b = b.parent;
    a = a.parent;
  }
  return steps;
}
