import type { Block } from '../html-blocks.ts';
import type { PageMeasures } from '../page-measures.ts';
import { shareIn } from '../shingles.ts';
import { squeezed } from './squeezed.ts';

export const placeColumns =
  'place worthPlace afterTitle worthAfterTitle copies titleShare isTitle inDescription inBody'.split(' ');

/** A text of so many words is no title. */
const MOST_TITLE_WORDS = 60;

/** Where a block stands on the page, and how far the page's own data speak of it. Returns where the next column is. */
export function putPlace(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { titleAt, allWorth, sums } = page;
  const { folded: words, wordCount } = page.blocks[index] as Block;
  const before = sums[index] as number;
  const sumAtTitle = titleAt < 0 ? 0 : (sums[titleAt] as number);
  let at = from;
  values[at++] = index / page.blocks.length;
  values[at++] = before / allWorth;
  values[at++] = titleAt < 0 ? 0 : squeezed(index - titleAt);
  values[at++] = titleAt < 0 ? -1 : (before - sumAtTitle) / allWorth;
  values[at++] = page.copies.get(words) ?? 1;
  values[at++] = wordCount < MOST_TITLE_WORDS ? titleShare(words, page.titleWords) : 0;
  values[at++] = words === page.title ? 1 : 0;
  values[at++] = shareIn(words, page.description);
  values[at++] = page.inBody ? (page.inBody[index] as number) : -1;
  return at;
}

function titleShare(words: string, titleWords: ReadonlySet<string>): number {
  if (titleWords.size === 0) return 0;
  let hits = 0;
  for (const word of words.split(' ')) if (titleWords.has(word)) hits++;
  return hits / titleWords.size;
}
