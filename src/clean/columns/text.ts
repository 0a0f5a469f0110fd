import { HEAD } from '../block-text.ts';
import type { Block } from '../html-blocks.ts';
import { rowOf } from '../own.ts';
import type { PageMeasures } from '../page-measures.ts';
import { codeOf, PHRASES } from './codes.ts';
import { squeezed } from './squeezed.ts';

export const textColumns =
  'length words wordLength linkShare strongShare sentences endsSentence commas digitShare upperShare startsLower hasYear mark credit appeal phrase phraseWhole'.split(
    ' ',
  );

/** What a block's own words say. Returns where the next column is. */
export function putText(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const block = page.blocks[index] as Block;
  const { text, wordCount, phrase } = block;
  const row = rowOf(index);
  const length = Math.min(text.length, HEAD);
  let at = from;
  values[at++] = page.own[row] as number;
  values[at++] = squeezed(wordCount);
  values[at++] = text.length / wordCount;
  values[at++] = page.own[row + 1] as number;
  values[at++] = Math.min(1, block.strongLength / text.length);
  values[at++] = block.sentences;
  values[at++] = block.isSentence ? 1 : 0;
  values[at++] = block.commas / wordCount;
  values[at++] = block.digits / length;
  values[at++] = block.capitals / length;
  values[at++] = block.startsSmall ? 1 : 0;
  values[at++] = block.hasYear ? 1 : 0;
  values[at++] = block.hasMark ? 1 : 0;
  values[at++] = block.hasCredit ? 1 : 0;
  values[at++] = block.appeals;
  values[at++] = phrase ? codeOf(PHRASES, phrase.reason) : 0;
  values[at++] = phrase?.isWhole ? 1 : 0;
  return at;
}
