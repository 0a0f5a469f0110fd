import { chanceOf, type Forest } from './forest.ts';
import { type LineFeatures, lineFeatures, STRIDE } from './line-features.ts';
import { secondLook } from './line-second-look.ts';
import type { LineShape } from './line-shape.ts';
import { textForests } from './text-model.ts';

/** Lines with a greater chance belong to the story. */
const LIKELY = 0.42;

/** Lines that are judged together: what is longer is judged in parts, so that memory stays within bounds. */
const MOST_LINES = 10_000;

/** Which lines of a scraped text are its story. */
export interface TextStory {
  readonly isStory: readonly boolean[];
  readonly chances: readonly number[];
  /** The line that is likely the title; -1 where none is. */
  readonly titleAt: number;
  readonly shapes: readonly LineShape[];
}

/**
 * The story among the lines of a scraped text: what the learned trees take for it, each line looked at twice, the second time with what the first
 * made of its neighbors. `title` is what the caller knows it to be. Linear.
 */
export function storyLines(
  texts: readonly string[],
  title: string | undefined,
  forests: readonly [Forest, Forest] = textForests(),
): TextStory {
  const chances: number[] = [];
  const shapes: LineShape[] = [];
  let titleAt = -1;
  for (let start = 0; start < texts.length; start += MOST_LINES) {
    const part = judged(texts.slice(start, start + MOST_LINES), title, forests);
    for (const chance of part.chances) chances.push(chance);
    for (const shape of part.shapes) shapes.push(shape);
    if (titleAt < 0 && part.titleAt >= 0) titleAt = start + part.titleAt;
  }
  let best = 0;
  for (const chance of chances) if (chance > best) best = chance;
  const border = best > LIKELY ? LIKELY : best * 0.8;
  return { isStory: chances.map((chance) => chance > border), chances, titleAt, shapes };
}

function judged(
  texts: readonly string[],
  title: string | undefined,
  [first, second]: readonly [Forest, Forest],
): Omit<TextStory, 'isStory'> {
  const features = lineFeatures(texts, title);
  secondLook(features, chancesOf(first, features));
  const chances = chancesOf(second, features);
  return { chances, titleAt: features.titleAt, shapes: features.shapes };
}

/** What trees make of each line. */
export function chancesOf(forest: Forest, { values, count }: LineFeatures): number[] {
  return Array.from({ length: count }, (_, at) => chanceOf(forest, values, at * STRIDE));
}
