import type { ClassWords } from './class-words.ts';
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
type Name = (typeof KEPT_ATTRIBUTES)[number];
export type Attributes = { readonly [name in Name]: string | undefined };

/**
 * Attributes from their values in the order of {@link KEPT_ATTRIBUTES}. All are there in each element that has any, so that all are made
 * alike: an engine looks them up many times faster.
 */
export function attributesOf(values: readonly (string | undefined)[]): Attributes {
  return {
    'aria-hidden': values[0],
    'aria-label': values[1],
    class: values[2],
    content: values[3],
    datetime: values[4],
    dir: values[5],
    hidden: values[6],
    href: values[7],
    'http-equiv': values[8],
    id: values[9],
    itemprop: values[10],
    itemtype: values[11],
    lang: values[12],
    name: values[13],
    property: values[14],
    pubdate: values[15],
    rel: values[16],
    role: values[17],
    style: values[18],
    title: values[19],
    type: values[20],
    'xml:lang': values[21],
  };
}

/** Those of elements that have none. */
export const NO_ATTRIBUTES: Attributes = attributesOf(KEPT_ATTRIBUTES.map(() => undefined));

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
