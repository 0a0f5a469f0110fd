import type { Tag } from './tags.ts';

/** Attributes that a tree keeps; all others of a page are passed over. */
export const KEPT_ATTRIBUTES = [
  'aria-hidden',
  'aria-label',
  'class',
  'content',
  'datetime',
  'dir',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'style',
  'title',
  'type',
  'xml:lang',
] as const;
export type Attributes = { readonly [name in (typeof KEPT_ATTRIBUTES)[number]]?: string };

/** What an element holds: other elements, and runs of text (entities decoded, white space as it is). Comments, styles and scripts without data are not. */
export type TreeNode = Element | string;

/** An element of a page. */
export interface Element {
  /** Lower case. */
  readonly name: string;
  readonly tag: Tag;
  readonly attribs: Attributes;
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
