import { aroundColumns, putAround } from './columns/around.ts';
import { boxColumns, putBoxes } from './columns/boxes.ts';
import { elementColumns, putElement } from './columns/element.ts';
import { placeColumns, putPlace } from './columns/place.ts';
import { putRun, runColumns } from './columns/run.ts';
import { putText, textColumns } from './columns/text.ts';
import type { Block } from './html-blocks.ts';
import { measured, type PageContext, type PageMeasures } from './page-measures.ts';
import { isPlainFurniture } from './plain-furniture.ts';

/** Features of all blocks of a page. */
export interface Features {
  /** A row a block, one behind the other, each as long as `names`. */
  readonly values: Float64Array;
  readonly names: readonly string[];
  /** Blocks that need no features to be told: see {@link isPlainFurniture}. */
  readonly plain: readonly boolean[];
  /** The block that is the title; -1 where none is. */
  readonly titleAt: number;
}

/** Names of all columns, in their order. */
export const COLUMNS: readonly string[] = [
  ...textColumns,
  ...elementColumns,
  ...placeColumns,
  ...boxColumns,
  ...aroundColumns,
  ...runColumns,
];

/**
 * Features of all blocks of a page, for the trees of `story-model.ts`: a block's own text, the elements around it, its place, its
 * neighbours, and what the run of greatest worth says. Linear.
 */
export function featuresOf(blocks: readonly Block[], context: PageContext): Features {
  const page = measured(blocks, context);
  const values = new Float64Array(blocks.length * COLUMNS.length);
  for (let index = 0; index < blocks.length; index++)
    putFeatures(values, index * COLUMNS.length, page, index);
  const plain = blocks.map((_, index) => isPlainFurniture(page, index));
  return { values, names: COLUMNS, plain, titleAt: page.titleAt };
}

/** Writes the features of one block, from `from` on. */
export function putFeatures(values: Float64Array, from: number, page: PageMeasures, index: number): void {
  let at = putText(values, from, page, index);
  at = putElement(values, at, page, index);
  at = putPlace(values, at, page, index);
  at = putBoxes(values, at, page, index);
  at = putAround(values, at, page, index);
  putRun(values, at, page, index);
}
