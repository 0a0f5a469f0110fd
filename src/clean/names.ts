import type { RemovalReason } from '../model/index.ts';
import { hintOf, isStoryName } from './hints.ts';
import type { Tag } from './tags.ts';
import type { Element } from './tree.ts';

/** What an element's tag, class, id and the like say of it. */
export interface Names {
  readonly hint: RemovalReason | null;
  readonly isStory: boolean;
  /** Number of its tag and class, without the numbers in it. */
  readonly twinKey: number;
}

/**
 * Gives the names of the elements of one page. What elements with nothing but a tag and a class say is worked out once for all of them:
 * most come many times.
 */
export function namesOf(): (element: Element) => Names {
  const byClass = new Map<string, Map<Tag, { readonly twinKey: number; plain: Names | null }>>();
  const keys = new Map<string, number>();
  const keyFor = (name: string): number => {
    let key = keys.get(name);
    if (key === undefined) {
      key = keys.size;
      keys.set(name, key);
    }
    return key;
  };
  const said = ({ name, attribs }: Element, twinKey: number): Names => ({
    hint: hintOf(name, attribs),
    isStory: isStoryName(name, attribs),
    twinKey,
  });
  return (element) => {
    const { name, tag, attribs } = element;
    const classes = attribs.class ?? '';
    let byTag = byClass.get(classes);
    if (byTag === undefined) {
      byTag = new Map();
      byClass.set(classes, byTag);
    }
    let known = byTag.get(tag);
    if (known === undefined) {
      known = { twinKey: keyFor(`${name} ${classes.replace(/\d+/g, '#')}`), plain: null };
      byTag.set(tag, known);
    }
    if (!isPlain(element)) return said(element, known.twinKey);
    known.plain ??= said(element, known.twinKey);
    return known.plain;
  };
}

/** Whether nothing but tag and class can say anything. */
function isPlain({ attribs }: Element): boolean {
  const { id, style, hidden, role, itemprop } = attribs;
  return (
    id === undefined &&
    style === undefined &&
    hidden === undefined &&
    role === undefined &&
    itemprop === undefined &&
    attribs['aria-hidden'] === undefined
  );
}
