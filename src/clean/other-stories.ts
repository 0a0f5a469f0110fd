import type { Box } from './box.ts';
import type { Block } from './html-blocks.ts';

/** Teasers in a row that make a list of other stories. */
const FEWEST_TEASERS = 3;
const MOST_STEPS = 40;

/**
 * Picked blocks less those that belong to other stories of the page: what stands in an `article` element beside the one that holds the
 * title, and rows of teasers (a link to a page of the same house, a text below it, and so on, each in a box alike). Linear.
 */
export function withoutOtherStories(
  blocks: readonly Block[],
  picked: readonly number[],
  titleAt: number,
  url: string | undefined,
): number[] {
  const own = titleAt < 0 ? null : articleOf((blocks[titleAt] as Block).box);
  const teasers = teasersOf(blocks, url);
  const kept = picked.filter((index) => {
    if (teasers.has(index)) return false;
    return !own || isInside((blocks[index] as Block).box, own) || !articleOf((blocks[index] as Block).box);
  });
  return kept.length > 0 ? kept : [...picked];
}

/** Whether a block stands in another `article` element than the headline. Those inside of that one are parts of it. */
export function isOfOtherArticle(blocks: readonly Block[], index: number, titleAt: number): boolean {
  const own = titleAt < 0 ? null : articleOf((blocks[titleAt] as Block).box);
  const { box } = blocks[index] as Block;
  return own !== null && !isInside(box, own) && articleOf(box) !== null;
}

function teasersOf(blocks: readonly Block[], url: string | undefined): Set<number> {
  const found = new Set<number>();
  const host = hostOf(url);
  for (let index = 0; index + 1 < blocks.length; ) {
    let at = index;
    while (at + 1 < blocks.length && isTeaser(blocks, at, host) && isAlike(blocks, at, index)) at += 2;
    if ((at - index) / 2 >= FEWEST_TEASERS) for (let each = index; each < at; each++) found.add(each);
    index = Math.max(at, index + 1);
  }
  return found;
}

/** Whether a link to a page of the house stands there, and a text behind it. */
function isTeaser(blocks: readonly Block[], at: number, host: string): boolean {
  const link = blocks[at] as Block;
  const text = blocks[at + 1] as Block;
  return (
    link.href !== undefined &&
    link.linkLength > link.text.length * 0.8 &&
    link.text.length >= 8 &&
    text.linkLength < text.text.length * 0.2 &&
    text.text.length >= 30 &&
    isOwn(link.href, host)
  );
}

/** Whether the two blocks at one place are of the same makes as the two at another. */
function isAlike(blocks: readonly Block[], at: number, other: number): boolean {
  return (
    at === other ||
    (isOfMake(blocks[at] as Block, blocks[other] as Block) &&
      isOfMake(blocks[at + 1] as Block, blocks[other + 1] as Block))
  );
}

function isOfMake({ box }: Block, { box: other }: Block): boolean {
  return box.twinKey === other.twinKey && box.parent?.twinKey === other.parent?.twinKey;
}

function isOwn(href: string, host: string): boolean {
  if (!/^https?:/i.test(href)) return /^(?:\/(?!\/)|\.|[\w-]+(?:\/|\.html?|\.php|\?|$))/i.test(href);
  return host !== '' && hostOf(href) === host;
}

function hostOf(url: string | undefined): string {
  return (/^https?:\/\/(?:www\.)?([^/:?#]{1,255})/i.exec(url ?? '')?.[1] ?? '').toLowerCase();
}

function articleOf(box: Box): Box | null {
  let at: Box | null = box;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++)
    if (at.element.name === 'article') return at;
  return null;
}

function isInside(box: Box, outer: Box): boolean {
  let at: Box | null = box;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++) if (at === outer) return true;
  return false;
}
