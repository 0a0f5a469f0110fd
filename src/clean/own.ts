import { codeOf, HINTS } from './columns/codes.ts';
import { squeezed } from './columns/squeezed.ts';
import type { Block } from './html-blocks.ts';

/** What the features of a block's neighbours take from it. */
export interface Own {
  readonly length: number;
  readonly linkShare: number;
  readonly worth: number;
  readonly hint: number;
  readonly heading: number;
}

export function ownOf(block: Block, worth: number): Own {
  const { text, linkLength, hint, element } = block;
  return {
    length: squeezed(text.length),
    linkShare: Math.min(1, linkLength / text.length),
    worth,
    hint: hint ? codeOf(HINTS, hint) : 0,
    heading: element.tag.heading,
  };
}
