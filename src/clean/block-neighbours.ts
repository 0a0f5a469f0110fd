import { type Box, makeKey } from './box.ts';
import type { Block } from './html-blocks.ts';

/** Blocks of one make: the same tag and class in a box of the same tag and class. */
export interface Group {
  length: number;
  linkLength: number;
  count: number;
  sentences: number;
  worth: number;
}

/** What stands around the blocks of a page. Indexes are -1 where there is none. */
export interface Neighbours {
  readonly groups: readonly Group[];
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
  const byKey = new Map<number, Group>();
  const groups = blocks.map(({ box, text, linkLength, isSentence }, index) => {
    const key = makeKey(box);
    let group = byKey.get(key);
    if (!group) {
      group = { length: 0, linkLength: 0, count: 0, sentences: 0, worth: 0 };
      byKey.set(key, group);
    }
    group.length += text.length;
    group.linkLength += linkLength;
    group.count++;
    if (isSentence) group.sentences++;
    group.worth += Math.max(0, worth[index] as number);
    return group;
  });
  const bigBefore = new Int32Array(blocks.length);
  const bigAfter = new Int32Array(blocks.length);
  const headingBefore = new Int32Array(blocks.length);
  let [big, heading] = [-1, -1];
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
  return { groups, bigBefore, bigAfter, headingBefore };
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
