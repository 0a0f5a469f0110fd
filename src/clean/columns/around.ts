import {
  COUNT,
  GROUP_WORTH,
  LINK_LENGTH,
  MOST_STEPS,
  rowOfGroup,
  SENTENCES,
  stepsToCommon,
} from '../block-neighbours.ts';
import type { Block } from '../html-blocks.ts';
import { OWN_COLUMNS, REACH, rowOf } from '../own.ts';
import { LENGTH, type PageMeasures, WORTH } from '../page-measures.ts';
import { codeOf, PHRASES } from './codes.ts';
import { squeezed } from './squeezed.ts';

const STEPS = [-3, -2, -1, 1, 2, 3];
const SIZE = OWN_COLUMNS.length;
/** What stands for no block in that direction. */
const NONE = 50;

export const aroundColumns = [
  ...STEPS.flatMap((step) => OWN_COLUMNS.map((name) => `${name}${step}`)),
  ...'groupShare groupWorth groupLink groupCount groupSentences'.split(' '),
  ...'bigBefore bigAfter upBefore upAfter groupBefore groupAfter'.split(' '),
  ...'headingBefore headingPhrase headingUp headingLink'.split(' '),
];

/** What stands around a block. Returns where the next column is. */
export function putAround(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { own, around, totals } = page;
  let at = from;
  const row = rowOf(index);
  for (let near = row - REACH * SIZE; near < row; near++) values[at++] = own[near] as number;
  for (let near = row + SIZE; near < row + SIZE + REACH * SIZE; near++) values[at++] = own[near] as number;
  const { groups } = around;
  const group = rowOfGroup(around, index);
  const count = groups[group + COUNT] as number;
  values[at++] = (groups[group] as number) / (totals[LENGTH] as number);
  values[at++] = (groups[group + GROUP_WORTH] as number) / (totals[WORTH] as number);
  values[at++] = (groups[group + LINK_LENGTH] as number) / (groups[group] as number);
  values[at++] = squeezed(count);
  values[at++] = (groups[group + SENTENCES] as number) / count;
  const bigBefore = around.bigBefore[index] as number;
  const bigAfter = around.bigAfter[index] as number;
  values[at++] = bigBefore < 0 ? NONE : squeezed(index - bigBefore);
  values[at++] = bigAfter < 0 ? NONE : squeezed(bigAfter - index);
  values[at++] = stepsBetween(page, index, bigBefore);
  values[at++] = stepsBetween(page, index, bigAfter);
  values[at++] = isAlike(page, index, bigBefore);
  values[at++] = isAlike(page, index, bigAfter);
  const heading = around.headingBefore[index] as number;
  const phrase = page.blocks[heading]?.phrase;
  values[at++] = heading < 0 ? NONE : squeezed(index - heading);
  values[at++] = phrase ? codeOf(PHRASES, phrase.reason) : 0;
  values[at++] = stepsBetween(page, index, heading);
  values[at++] = heading < 0 ? 0 : (own[rowOf(heading) + 1] as number);
  return at;
}

function stepsBetween({ blocks }: PageMeasures, index: number, other: number): number {
  return other < 0 ? MOST_STEPS : stepsToCommon((blocks[index] as Block).box, (blocks[other] as Block).box);
}

function isAlike({ around: { groupOf } }: PageMeasures, index: number, other: number): number {
  return other < 0 ? -1 : groupOf[other] === groupOf[index] ? 1 : 0;
}
