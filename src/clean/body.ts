import { COLUMNS, putFeatures } from './block-features.ts';
import { chanceOf, isLikely } from './forest.ts';
import type { Block } from './html-blocks.ts';
import { withoutOtherStories } from './other-stories.ts';
import { measured, type PageContext } from './page-measures.ts';
import { isPlainFurniture } from './plain-furniture.ts';
import { storyForest } from './story-model.ts';
import { withWholeParts } from './whole-parts.ts';

/** Blocks with a greater chance belong to the story. */
const LIKELY = 0.5;
/** On a page where none is likely, the best ones count, if they have at least this chance. */
const LEAST_LIKELY = 0.1;

/**
 * The story among the blocks of a page: what the learned trees take for it, less headings with nothing behind them and other stories
 * beside it. Returns indexes of its blocks, in order. Linear.
 */
export function storyOf(blocks: readonly Block[], context: PageContext): number[] {
  const page = measured(blocks, context);
  const row = new Float64Array(COLUMNS.length);
  const likely: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    if (isPlainFurniture(page, index)) continue;
    putFeatures(row, 0, page, index);
    if (isLikely(storyForest, row, 0)) likely.push(index);
  }
  if (likely.length > 0) return storyAmong(blocks, likely, page.titleAt, context.url);
  const chances = blocks.map((_, index) => {
    if (isPlainFurniture(page, index)) return 0;
    putFeatures(row, 0, page, index);
    return chanceOf(storyForest, row);
  });
  return storyByChance(blocks, page, chances, context.url);
}

/** The story where the chance of each block is known. */
export function storyByChance(
  blocks: readonly Block[],
  { titleAt }: { readonly titleAt: number },
  chances: readonly number[],
  url: string | undefined,
): number[] {
  let best = 0;
  for (const chance of chances) if (chance > best) best = chance;
  if (best < LEAST_LIKELY) return longest(blocks);
  const border = best > LIKELY ? LIKELY : best * 0.8;
  const picked = chances.flatMap((chance, index) => (chance > border ? [index] : []));
  return storyAmong(blocks, picked, titleAt, url);
}

function storyAmong(
  blocks: readonly Block[],
  picked: readonly number[],
  titleAt: number,
  url: string | undefined,
): number[] {
  const own = withoutOtherStories(blocks, picked, titleAt, url);
  return withoutLooseHeadings(blocks, withWholeParts(blocks, own));
}

/** A page with little text: whatever block is longest and no furniture. */
function longest(blocks: readonly Block[]): number[] {
  let winner = -1;
  blocks.forEach(({ hint, text, linkLength, phrase }, index) => {
    if (hint !== null || linkLength > text.length / 2 || phrase || text.split(' ').length < 4) return;
    if (winner < 0 || text.length > (blocks[winner] as Block).text.length) winner = index;
  });
  return winner < 0 ? [] : [winner];
}

/** Headings with no text behind them (titles of lists of links, a repeated title at the end) are no part of the story. */
function withoutLooseHeadings(blocks: readonly Block[], story: readonly number[]): number[] {
  const last = story.findLastIndex((index) => (blocks[index] as Block).element.tag.heading === 0);
  return story.slice(0, last + 1);
}
