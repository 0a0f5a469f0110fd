import type { Block, Box } from './html-blocks.ts';
import { furniturePhrase } from './phrases.ts';

/** Worth of a block: text of sentences is good, links and hinted furniture are bad. */
export function worthOf(block: Block): number {
  const { text, hint, linkLength, kind } = block;
  const length = Math.min(text.length, 1200);
  const density = Math.min(1, linkLength / text.length);
  if (hint) return -Math.max(30, Math.min(length, 250)) * (hint === 'caption' || hint === 'byline' ? 0.2 : 1);
  if (furniturePhrase(text) && text.length < 160) return -40;
  if (/^h[1-6]$/.test(kind)) return -5;
  if (density > 0.6) return -30 - length * 0.2;
  if (kind === 'li' || kind === 'td' || kind === 'dd') return (length - 40) * (0.6 - density);
  const sentences = /[.!?…»”"](?:\s|$)/u.test(text) ? 20 : -30;
  return length * (1 - 1.5 * density) - 45 + sentences;
}

/**
 * The story among the blocks of a page: the run of blocks with the greatest worth (maximum subsequence segmentation, Pasternak and Roth
 * 2009), drawn in to the container that holds nearly all of it. Returns indexes of its blocks, in order. Linear.
 */
export function storyOf(blocks: readonly Block[]): number[] {
  const worth = blocks.map(worthOf);
  const run = runOf(worth);
  if (!run) return longest(blocks);
  const { from, to } = run;
  const container = containerOf(blocks, worth, from, to);
  const inside = (block: Block) => container === null || isInside(block.box, container);
  const story: number[] = [];
  blocks.forEach((block, index) => {
    const isNear = index >= from && index <= to;
    if (!inside(block) && container !== null) return;
    if (container === null && !isNear) return;
    if (block.hint !== null) return;
    if (!isNear && (worth[index] as number) < 0) return;
    story.push(index);
  });
  return withoutLooseHeadings(blocks, story);
}

/** A page with little text: whatever block is longest and no furniture. */
function longest(blocks: readonly Block[]): number[] {
  let winner = -1;
  blocks.forEach(({ hint, text, linkLength }, index) => {
    if (hint !== null || linkLength > text.length / 2 || furniturePhrase(text) || text.split(' ').length < 4)
      return;
    if (winner < 0 || text.length > (blocks[winner] as Block).text.length) winner = index;
  });
  return winner < 0 ? [] : [winner];
}

/** The run of values with the greatest sum (Kadane), or null where no value is positive. */
export function runOf(worth: readonly number[]): { from: number; to: number } | null {
  let [best, from, to] = [0, 0, -1];
  let [sum, start] = [0, 0];
  worth.forEach((value, index) => {
    if (sum <= 0) [sum, start] = [0, index];
    sum += value;
    if (sum > best) [best, from, to] = [sum, start, index];
  });
  return to < 0 ? null : { from, to };
}

/** Steps that are taken up from a block: no page that people read nests deeper around its story. */
const MOST_STEPS = 40;

/** The smallest element that holds nine tenths of the good text of the run. */
export function containerOf(
  blocks: readonly Block[],
  worth: readonly number[],
  from: number,
  to: number,
): Box | null {
  const holds = new Map<Box, number>();
  let all = 0;
  for (let index = from; index <= to; index++) {
    const value = worth[index] as number;
    if (value <= 0) continue;
    all += value;
    let at: Box | null = (blocks[index] as Block).box;
    for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++)
      holds.set(at, (holds.get(at) ?? 0) + value);
  }
  let smallest: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Of elements that hold the same, the first in the map lies deepest.
  for (const [box, value] of holds)
    if (value >= all * 0.9 && value < least) [smallest, least] = [box, value];
  return smallest;
}

function isInside(box: Box, container: Box): boolean {
  let at: Box | null = box;
  for (let steps = 0; at && steps < MOST_STEPS * 1.5; at = at.parent, steps++)
    if (at === container) return true;
  return false;
}

/** Headings with no text behind them (titles of lists of links, a repeated title at the end) are no part of the story. */
function withoutLooseHeadings(blocks: readonly Block[], story: readonly number[]): number[] {
  const kept: number[] = [];
  let hasText = false;
  for (let place = story.length - 1; place >= 0; place--) {
    const index = story[place] as number;
    if (/^h[1-6]$/.test((blocks[index] as Block).kind)) {
      if (hasText) kept.push(index);
      continue;
    }
    hasText = true;
    kept.push(index);
  }
  return kept.reverse();
}
