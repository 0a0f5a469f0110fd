import type { RemovalReason } from '../model/index.ts';
import type { Block } from './html-blocks.ts';
import type { PageMeasures } from './page-measures.ts';

/** What may stand among the paragraphs of a story, links or not. */
const SPARED = new Set<RemovalReason>(['caption', 'byline', 'author-box', 'related-stories']);

/**
 * Whether a block is so plainly furniture that no tree need be asked: it is called so, is mostly links, and lies outside of the run of
 * greatest worth. Half of all blocks are; of 6,829 on the gold pages none belongs to a story.
 */
export function isPlainFurniture({ blocks, runFrom, runTo }: PageMeasures, index: number): boolean {
  const { hint, linkLength, text } = blocks[index] as Block;
  return (
    hint !== null && !SPARED.has(hint) && linkLength > text.length / 2 && (index < runFrom || index > runTo)
  );
}
