import { blocksOf } from './html-blocks.ts';
import { bareLine, reasonAgainst, StoryWords } from './injected.ts';
import type { Metadata } from './metadata.ts';
import { parsePage } from './parse.ts';
import { folded } from './phrases.ts';
import type { Element } from './tree.ts';

/** A story shorter than this is a summary. */
const SHORTEST = 80;

export interface DataStory {
  readonly paragraphs: readonly string[];
  /** The script that holds it. */
  readonly element: Element;
}

/**
 * The story that the data of a page give (JSON-LD `articleBody`), for pages that show none because scripts are to draw them: only where its
 * headline is the page's own title, so that it is this page's story. Null otherwise.
 */
export function storyInData({ articleBody, bodyElement, title, pageTitle }: Metadata): DataStory | null {
  if (!articleBody || !bodyElement || articleBody.length < SHORTEST || !title || !pageTitle) return null;
  if (!` ${folded(pageTitle)} `.includes(` ${folded(title)} `)) return null;
  const lines = /<(?:p|br|div)\b/i.test(articleBody)
    ? blocksOf(parsePage(`<body>${articleBody}</body>`)).map(({ text }) => text)
    : articleBody.split(/\s*\n\s*/);
  const words = new StoryWords(lines);
  const paragraphs = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !reasonAgainst(bareLine(text), words));
  return paragraphs.length > 0 ? { paragraphs, element: bodyElement } : null;
}
