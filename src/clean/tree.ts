import type { Attributes } from './attributes.ts';
import type { ClassWords } from './class-words.ts';
import type { Tag } from './tags.ts';

/** What stands for a text of nothing but blanks: one with a line end in it, and one without. */
export const BLANK_LINE = '\n';
export const BLANK_SPACE = ' ';

/**
 * What an element holds: other elements, and runs of text (entities decoded, white space as it is, but see {@link BLANK_LINE}). Comments,
 * styles and scripts without data are not.
 */
export type TreeNode = Element | string;

/** An element of a page. */
export interface Element {
  /** Lower case. */
  readonly name: string;
  readonly tag: Tag;
  /** Its number among the children of its parent that have its name, from 1. */
  readonly place: number;
  /** How many elements it lies in. */
  readonly depth: number;
  /** What leads to it from the root, where somebody asked for that; see `node-path.ts`. */
  path: string;
  readonly attribs: Attributes;
  /** What its class says; null where it has none. */
  readonly says: ClassWords | null;
  /** What its id says; null where it has none. */
  readonly idSays: ClassWords | null;
  /** Null for elements that stand in no other. */
  readonly parent: Element | null;
  readonly children: readonly TreeNode[];
}

export interface Tree {
  readonly children: readonly TreeNode[];
  /** All elements, in the order of the page. */
  readonly elements: readonly Element[];
  /** Whether the page had more elements than are read: what comes behind them was left. */
  readonly isCut: boolean;
}

export function isElement(node: TreeNode): node is Element {
  return typeof node !== 'string';
}
