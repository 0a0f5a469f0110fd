import type { Block } from '../html-blocks.ts';
import { type PageMeasures, type TitleWords, WORTH } from '../page-measures.ts';
import { squeezed } from './squeezed.ts';

export const placeColumns = 'place worthPlace afterTitle worthAfterTitle copies titleShare inBody'.split(' ');

/** A text of so many words is no title. */
const MOST_TITLE_WORDS = 60;

/** Where a block stands on the page, and how far the page's own data speak of it. Returns where the next column is. */
export function putPlace(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { titleAt, sums } = page;
  const allWorth = page.totals[WORTH] as number;
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
  values[at++] = page.inBody ? (page.inBody[index] as number) : -1;
  return at;
}

function titleShare(words: string, { words: known, gate }: TitleWords): number {
  if (known.size === 0) return 0;
  let hits = 0;
  for (let from = 0; from < words.length; ) {
    const blank = words.indexOf(' ', from);
    const to = blank === -1 ? words.length : blank;
    if (gate.lets(words, from, to) && known.has(words.slice(from, to))) hits++;
    from = to + 1;
  }
  return hits / known.size;
}
