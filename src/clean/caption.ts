import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import type { Block } from './html-blocks.ts';
import { furniturePhrase } from './phrases.ts';
import type { StoryPlace } from './visible-dates.ts';

const CREDIT_ONLY =
  /^\(?(?:photo(?:graph)?(?:er|o)?|image|picture|foto|фото|photo credit|image credit|credit|courtesy|getty|video|source)\b[^.]{0,80}\)?$|^[(\s]*(?:image:?\s*)?©|^(?:file|handout)$|media playback|\bunsupported\b/iu;
/** What players and galleries put before a caption: `Image caption`, `Media caption`, `1 of 4`. */
const LABEL = /^(?:(?:image|media|photo|video)\s?captions?\s?:?|\d{1,3}\s?(?:of|\/)\s?\d{1,3}(?!\d))\s*/i;
const words = z
  .object({ credit: z.array(z.string()), by: z.array(z.string()) })
  .parse(readDataFile(new URL('./caption-words.yaml', import.meta.url)));
const anyOf = (list: readonly string[]) =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)
    .join('|');
const MAKER = `(?:(?:${anyOf(words.credit)})\\s?[:：/]\\s?|(?:${anyOf(words.by)})\\s)`;
/** A photographer named at the end: `… in January. | Photo: AFP`, `… in January. (Foto: dpa)`. */
const CREDITED = new RegExp(
  `[(\\[（【]\\s?${MAKER}[^()[\\]]{2,50}[)\\]）】]\\.?$|(?:[|.!?…。]|\\s[–—-])\\s{0,2}${MAKER}[^.!?|:]{2,50}$`,
  'u',
);
const LONGEST_CREDITED = 350;
const LONGEST_CREDIT = 80;
const FEWEST_WORDS = 3;
/** Words of a photographer's name, with the house behind it. */
const MOST_NAMES = 5;
/** Blocks above the headline that may hold the picture of the story. */
const ABOVE = 15;

/** A caption and the number of its block. */
export interface CaptionBlock {
  readonly block: Block;
  readonly index: number;
}

/** The first caption by the story that says what a picture shows, not only who took it or what plays there. */
export function captionOf(
  captions: readonly CaptionBlock[],
  { titleAt, from, to }: StoryPlace,
): string | undefined {
  const start = (titleAt >= 0 ? Math.min(titleAt, from) : from) - ABOVE;
  for (const { block, index } of captions) {
    if (index < start || index > to || /^h[1-6]$/.test(block.kind)) continue;
    const text = block.text.replace(LABEL, '');
    if (tells(text)) return text;
  }
  return undefined;
}

/** Whether a line in the story is a caption, as its end tells. */
export function isCredited(line: string): boolean {
  return line.length <= LONGEST_CREDITED && CREDITED.test(line.slice(-LONGEST_CREDIT));
}

function tells(text: string): boolean {
  if (CREDIT_ONLY.test(text.slice(0, 200)) || furniturePhrase(text) !== null) return false;
  // Scripts with capitals have blanks between words: there a few words, or names alone, are no more than a credit or a button.
  if (!/^[\p{Lu}\p{Ll}\P{L}]+$/u.test(text.slice(0, 200))) return text.length > 1;
  const words = text.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length < FEWEST_WORDS) return false;
  return words.length > MOST_NAMES || /[.!?…]$/.test(text) || words.some((word) => /^\p{Ll}/u.test(word));
}
