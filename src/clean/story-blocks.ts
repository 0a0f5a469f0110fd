import type { Removed } from '../model/index.ts';
import { isAboutWriter } from './author-box.ts';
import { HEAD } from './block-text.ts';
import { namesWriter } from './byline.ts';
import { type CaptionBlock, isCredited } from './caption.ts';
import { isSourceLine } from './credits.ts';
import { isDateline } from './dateline.ts';
import type { Block } from './html-blocks.ts';
import { reasonAgainst, StoryWords } from './injected.ts';
import { mapped, newList } from './lists.ts';
import { isOfOtherArticle } from './other-stories.ts';
import { folded } from './phrases.ts';
import { headlineIn } from './related.ts';
import { spacedLine } from './spaced-line.ts';
import { AROUND } from './tags.ts';
import type { StoryPlace } from './visible-dates.ts';

type Reason = Removed['reason'];

/** What of the page is known before its blocks are sorted. */
export interface SortContext {
  readonly title: string;
  readonly byline: string | undefined;
  readonly place: StoryPlace;
  /** Number of the block that is a line of breadcrumbs; -1 where none is. */
  readonly crumbsAt: number;
  /** ISO 639-1, as the page declares it. */
  readonly language: string | undefined;
}

export interface SortedBlocks {
  readonly story: readonly Block[];
  readonly removed: readonly { readonly block: Block; readonly reason: Reason }[];
  readonly captions: readonly CaptionBlock[];
  readonly related: readonly { readonly title: string; readonly url?: string }[];
}

/** Blocks at the head of a story that may be lines about it, and at its end. */
const ENDS = 3;
/** Blocks above the headline whose lines are its own. */
const ABOVE = 6;
const SHORT = 180;
/** Words of a headline: a link with fewer leads to a part of the site. */
const HEADLINE = 4;

/** Parts the blocks of a page into the story and the rest, each of the rest with its reason. Linear. */
export function sortBlocks(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  context: SortContext,
): SortedBlocks {
  const page = pageOf(blocks, chosen, context);
  const story = newList<Block>();
  const removed = newList<{ block: Block; reason: Reason }>();
  const captions = newList<CaptionBlock>();
  const related = newList<{ title: string; url?: string }>();
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const reason = reasonOf(block, index, page);
    if (!reason) {
      story.push(block);
      continue;
    }
    removed.push({ block, reason });
    if (reason === 'caption') captions.push({ block, index });
    if (reason === 'injected-link') addRelated(related, block);
  }
  return { story, removed, captions, related };
}

/** What each block is sorted by. */
interface SortedPage {
  readonly blocks: readonly Block[];
  readonly context: SortContext;
  readonly chosen: ReadonlySet<number>;
  /** The title as it is compared. */
  readonly title: string;
  /** The last of the first blocks of the story, and the first of its last ones. */
  readonly headTo: number;
  readonly tailFrom: number;
  readonly words: StoryWords;
}

function pageOf(blocks: readonly Block[], chosen: ReadonlySet<number>, context: SortContext): SortedPage {
  const order = [...chosen].sort((a, b) => a - b);
  return {
    blocks,
    context,
    chosen,
    title: folded(context.title),
    headTo: order[Math.min(ENDS, order.length) - 1] ?? -1,
    tailFrom: order[Math.max(0, order.length - ENDS)] ?? -1,
    words: new StoryWords(mapped(order, (index) => (blocks[index] as Block).text)),
  };
}

/** Why a block is no part of the story; null where it is. */
function reasonOf(block: Block, index: number, page: SortedPage): Reason | null {
  const { title, context } = page;
  if (title !== '' && foldedOf(block) === title) return 'repeated-title';
  if (!page.chosen.has(index)) return block.hint ?? reasonOutside(block, index, page.blocks, context);
  return (
    reasonWithin(block, index <= page.headTo, index >= page.tailFrom, context) ?? reasonByWords(block, page)
  );
}

function reasonByWords({ text, linkLength, element, phrase }: Block, { words }: SortedPage): Reason | null {
  const linkShare = linkLength / text.length;
  return reasonAgainst({ text, linkShare, isHeading: element.tag.heading > 0, phrase }, words);
}

function addRelated(related: { title: string; url?: string }[], { text, href }: Block): void {
  const title = headlineIn(text);
  if (title) related.push({ title, ...(safeUrl(href) && { url: href as string }) });
}

/** The whole text folded, of which long blocks have no more than the beginning ready. */
function foldedOf({ text, folded: words }: Block): string {
  return text.length > HEAD ? folded(text) : words;
}

/** Why a block that looks like the story is none of it. */
function reasonWithin(
  block: Block,
  isHead: boolean,
  isTail: boolean,
  { byline, language }: SortContext,
): Reason | null {
  const { text, kind } = block;
  if (isSourceLine(text)) return 'byline';
  if (isCredited(text)) return 'caption';
  const isQuoted = (block.box.around & (AROUND.blockquote as number)) !== 0;
  if (!(isHead || isTail) || kind === 'li' || isQuoted || /^h[1-6]$/.test(kind)) return null;
  if (isDateline(spacedLine(block), { language }, !isHead)) return 'dateline';
  return isAboutWriter(text, byline) ? 'author-box' : null;
}

/** What a block is that nothing hints at, from its words and its place. */
function reasonOutside(
  block: Block,
  index: number,
  blocks: readonly Block[],
  { byline, place, crumbsAt, language }: SortContext,
): Reason {
  const { text, linkLength, phrase } = block;
  const { titleAt, from, to } = place;
  if (index === crumbsAt) return 'breadcrumb';
  if (isOfOtherArticle(blocks, index, titleAt)) return 'other-story';
  const isByHeadline = from >= 0 && index >= (titleAt < 0 ? from : titleAt) - ABOVE && index < from + ENDS;
  if (isByHeadline) {
    const line = spacedLine(block);
    if (namesWriter(line, byline)) return 'byline';
    if (isDateline(line, { language })) return 'dateline';
    if (isCredited(text)) return 'caption';
  }
  if (isSourceLine(text)) return 'byline';
  if (phrase) return phrase.reason;
  const isQuoted = (block.box.around & (AROUND.blockquote as number)) !== 0;
  const isLink =
    !isQuoted && linkLength > text.length / 2 && text.length < SHORT && text.split(' ').length >= HEADLINE;
  if (isLink && from >= 0 && index > from) return index < to ? 'injected-link' : 'related-stories';
  return 'boilerplate';
}

function safeUrl(href: string | undefined): boolean {
  return href !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(href);
}
