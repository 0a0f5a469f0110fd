import type { RemovalReason } from '../model/index.ts';
import { hintOf, isStoryName } from './names.ts';
import type { Element } from './tree.ts';

/** An element on the way from the root to a block, with sums over all that lies in it. */
export interface Box {
  /** Its place among those of the page: one lies in boxes of smaller numbers. */
  readonly number: number;
  readonly element: Element;
  readonly parent: Box | null;
  readonly depth: number;
  /** What the element's own tag, class, id or role says. */
  readonly ownHint: RemovalReason | null;
  /** Steps up to the nearest element whose name speaks of a story (`article-body`, `entry-content` …); -1 where there is none. */
  readonly toStory: number;
  /** What kinds of elements it lies in: signs of `AROUND`. */
  readonly around: number;
  /** What it or an element around it says, where that is to be believed. */
  hint: RemovalReason | null;
  /** Characters of running text outside of links. */
  prose: number;
  /** Characters of text, and those of them inside of links. */
  length: number;
  linkLength: number;
  /** Blocks that begin in it. */
  blocks: number;
  /** Children with the same tag and class as another child: cards and teasers. */
  twins: number;
  /** Number of its tag and class: the same for all elements of a page that share both. */
  readonly twinKey: number;
}

export function makeBox(number: number, element: Element, parent: Box | null, twinKey: number): Box {
  const toStory = isStoryName(element) ? 0 : parent && parent.toStory >= 0 ? parent.toStory + 1 : -1;
  return {
    number,
    element,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    ownHint: hintOf(element),
    toStory,
    around: (parent ? parent.around : 0) | element.tag.around,
    hint: null,
    prose: 0,
    length: 0,
    linkLength: 0,
    blocks: 0,
    twins: 0,
    twinKey,
  };
}

/** Number of what a box and the one around it are called: blocks of one make share it. */
export function makeKey({ parent, twinKey }: Box): number {
  return (parent ? parent.twinKey + 1 : 0) * 0x4000000 + twinKey;
}
