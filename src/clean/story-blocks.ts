import type { Removed } from '../model/index.ts';
import { isAboutWriter } from './author-box.ts';
import { HEAD } from './block-text.ts';
import { namesWriter } from './byline.ts';
import { type CaptionBlock, isCredited } from './caption.ts';
import { isSourceLine } from './credits.ts';
import { isDateline } from './dateline.ts';
import type { Block } from './html-blocks.ts';
import { contentWords, reasonAgainst } from './injected.ts';
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
  const inside = [...chosen].map((index) => blocks[index] as Block);
  // Only lines that begin like furniture are compared with the rest.
  const words = contentWords(inside.some(({ phrase }) => phrase) ? inside.map(({ text }) => text) : []);
  const order = [...chosen].sort((a, b) => a - b);
  const head = new Set(order.slice(0, ENDS));
  const tail = new Set(order.slice(-ENDS));
  const title = folded(context.title);
  const story: Block[] = [];
  const removed: { block: Block; reason: Reason }[] = [];
  const captions: CaptionBlock[] = [];
  const related: { title: string; url?: string }[] = [];
  for (const [index, block] of blocks.entries()) {
    const { text, linkLength, element } = block;
    const reason =
      title !== '' && foldedOf(block) === title
        ? 'repeated-title'
        : !chosen.has(index)
          ? (block.hint ?? reasonOutside(block, index, blocks, context))
          : (reasonWithin(block, { isHead: head.has(index), isTail: tail.has(index) }, context) ??
            reasonAgainst(
              {
                text,
                linkShare: linkLength / text.length,
                isHeading: element.tag.heading > 0,
                phrase: block.phrase,
              },
              words,
            ));
    if (!reason) {
      story.push(block);
      continue;
    }
    removed.push({ block, reason });
    if (reason === 'caption') captions.push({ block, index });
    const headline = reason === 'injected-link' ? headlineIn(text) : null;
    if (headline)
      related.push({ title: headline, ...(safeUrl(block.href) && { url: block.href as string }) });
  }
  return { story, removed, captions, related };
}

/** The whole text folded, of which long blocks have no more than the beginning ready. */
function foldedOf({ text, folded: words }: Block): string {
  return text.length > HEAD ? folded(text) : words;
}

/** Why a block that looks like the story is none of it. */
function reasonWithin(
  block: Block,
  { isHead, isTail }: { readonly isHead: boolean; readonly isTail: boolean },
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
