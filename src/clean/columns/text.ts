import { signsOf } from '../block-text.ts';
import type { Block } from '../html-blocks.ts';
import type { Own } from '../own.ts';
import type { PageMeasures } from '../page-measures.ts';
import { codeOf, PHRASES } from './codes.ts';
import { squeezed } from './squeezed.ts';

export const textColumns =
  'length words wordLength linkShare strongShare sentences endsSentence commas digitShare upperShare startsLower hasYear mark credit appeal phrase phraseWhole'.split(
    ' ',
  );

/** What a block's own words say. Returns where the next column is. */
export function putText(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { text, folded: words, wordCount, phrase, strongLength } = page.blocks[index] as Block;
  const me = page.own[index] as Own;
  const signs = signsOf(text, words);
  let at = from;
  values[at++] = me.length;
  values[at++] = squeezed(wordCount);
  values[at++] = text.length / wordCount;
  values[at++] = me.linkShare;
  values[at++] = Math.min(1, strongLength / text.length);
  values[at++] = signs.sentences;
  values[at++] = me.isSentence ? 1 : 0;
  values[at++] = signs.commas / wordCount;
  values[at++] = signs.digitShare;
  values[at++] = signs.upperShare;
  values[at++] = signs.startsLower;
  values[at++] = signs.hasYear;
  values[at++] = signs.mark;
  values[at++] = signs.credit;
  values[at++] = signs.appeal;
  values[at++] = phrase ? codeOf(PHRASES, phrase.reason) : 0;
  values[at++] = phrase?.isWhole ? 1 : 0;
  return at;
}
