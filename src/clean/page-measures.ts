import { type Neighbours, neighboursOf } from './block-neighbours.ts';
import { containerOf, runOf, worthOf } from './block-worth.ts';
import type { Box } from './box.ts';
import type { Block } from './html-blocks.ts';
import { type Own, ownOf } from './own.ts';
import { folded } from './phrases.ts';
import { sharesInBody, shinglesOf } from './shingles.ts';
import { WordGate } from './word-gate.ts';

/** What else of the page speaks for or against a block. */
export interface PageContext {
  readonly title?: string | undefined;
  /** Text of the story in the page's own data, if it gives one. */
  readonly articleBody?: string | undefined;
  /** The page's address: links to other pages of the same house are told by it. */
  readonly url?: string | undefined;
}

/** What the totals of a page are of: all text, all positive worth, all running text outside of links; each 1 at least. */
export const [LENGTH, WORTH, PROSE] = [0, 1, 2];

/** The longer words of a page's title. */
export interface TitleWords {
  readonly words: ReadonlySet<string>;
  readonly gate: WordGate;
}

/** What the features of a block are made of: all blocks of the page, and what is known of the page as a whole. */
export interface PageMeasures {
  readonly blocks: readonly Block[];
  readonly own: Own;
  /** Sums of the worth of all blocks before each, as far as it is positive; one more than there are blocks. */
  readonly sums: Float64Array;
  /** Of the whole page: see {@link LENGTH}, {@link WORTH} and {@link PROSE}. */
  readonly totals: Float64Array;
  readonly titleWords: TitleWords;
  /** The block that is the title; -1 where none is. */
  readonly titleAt: number;
  /** Share of each block's words that the story in the page's data holds; null where there is none that agrees. */
  readonly inBody: Float64Array | null;
  /** How often each text comes. */
  readonly copies: ReadonlyMap<string, number>;
  /** The run of greatest worth: its first block and its last; -1 where there is none. */
  readonly runFrom: number;
  readonly runTo: number;
  /** Smallest element around most of the run. */
  readonly container: Box | null;
  readonly around: Neighbours;
}

/** Linear. */
export function measured(blocks: readonly Block[], context: PageContext): PageMeasures {
  const worth = new Float64Array(blocks.length);
  for (let index = 0; index < blocks.length; index++) worth[index] = worthOf(blocks[index] as Block);
  const sums = new Float64Array(blocks.length + 1);
  const copies = new Map<string, number>();
  let allLength = 1;
  for (let index = 0; index < blocks.length; index++) {
    const { text, folded: words } = blocks[index] as Block;
    sums[index + 1] = (sums[index] as number) + Math.max(0, worth[index] as number);
    allLength += text.length;
    copies.set(words, (copies.get(words) ?? 0) + 1);
  }
  const title = folded(context.title ?? '');
  const run = runOf(worth);
  return {
    blocks,
    own: ownOf(blocks, worth),
    sums,
    totals: Float64Array.of(
      allLength,
      Math.max(1, sums[blocks.length] as number),
      Math.max(1, blocks[0] ? rootOf(blocks[0].box).prose : 1),
    ),
    titleWords: titleWordsOf(title),
    titleAt: placeOfTitle(blocks, title),
    inBody: sharesInBody(blocks, shinglesOf(context.articleBody)),
    copies,
    runFrom: run ? run.from : -1,
    runTo: run ? run.to : -1,
    container: run ? containerOf(blocks, worth, run.from, run.to) : null,
    around: neighboursOf(blocks, worth),
  };
}

function titleWordsOf(title: string): TitleWords {
  const words = new Set(title.split(' ').filter((word) => word.length > 3));
  return { words, gate: new WordGate(words) };
}

/** The first block that is the title, or the first heading that begins it. */
function placeOfTitle(blocks: readonly Block[], title: string): number {
  if (title === '') return -1;
  return blocks.findIndex(({ hint, kind, folded: text }) => {
    if (text.length < 8) return false;
    return text === title || (hint === null && kind === 'h1' && title.startsWith(text));
  });
}

function rootOf(box: Box): Box {
  let at = box;
  while (at.parent) at = at.parent;
  return at;
}
