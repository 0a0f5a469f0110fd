import { type Group, MOST_STEPS, stepsToCommon } from '../block-neighbours.ts';
import type { Block } from '../html-blocks.ts';
import type { Own } from '../own.ts';
import type { PageMeasures } from '../page-measures.ts';
import { codeOf, PHRASES } from './codes.ts';
import { squeezed } from './squeezed.ts';

const EDGE: Own = { length: 0, linkShare: -1, worth: 0, hint: -1, heading: 0 };

const STEPS = [-3, -2, -1, 1, 2, 3];
/** What stands for no block in that direction. */
const NONE = 50;

export const aroundColumns = [
  ...STEPS.flatMap((step) => ['length', 'link', 'worth', 'hint', 'heading'].map((name) => `${name}${step}`)),
  ...'groupShare groupWorth groupLink groupCount groupSentences'.split(' '),
  ...'bigBefore bigAfter upBefore upAfter groupBefore groupAfter'.split(' '),
  ...'headingBefore headingPhrase headingUp headingLink'.split(' '),
];

/** What stands around a block. Returns where the next column is. */
export function putAround(values: Float64Array, from: number, page: PageMeasures, index: number): number {
  const { own, around, allLength, allWorth } = page;
  let at = from;
  for (const step of STEPS) {
    const other = own[index + step] ?? EDGE;
    values[at++] = other.length;
    values[at++] = other.linkShare;
    values[at++] = other.worth;
    values[at++] = other.hint;
    values[at++] = other.heading;
  }
  const group = around.groups[index] as Group;
  values[at++] = group.length / allLength;
  values[at++] = group.worth / allWorth;
  values[at++] = group.linkLength / group.length;
  values[at++] = squeezed(group.count);
  values[at++] = group.sentences / group.count;
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
  values[at++] = heading < 0 ? 0 : (own[heading] as Own).linkShare;
  return at;
}

function stepsBetween({ blocks }: PageMeasures, index: number, other: number): number {
  return other < 0 ? MOST_STEPS : stepsToCommon((blocks[index] as Block).box, (blocks[other] as Block).box);
}

function isAlike({ around: { groups } }: PageMeasures, index: number, other: number): number {
  return other < 0 ? -1 : groups[other] === groups[index] ? 1 : 0;
}
