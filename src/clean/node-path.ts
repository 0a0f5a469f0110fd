import { type Document, type Element, isTag } from 'domhandler';

const STEP = /^([a-z][^[\]/]*)\[(\d{1,6})\]$/i;

/**
 * The element that a node path (`/html[1]/body[1]/p[3]`, places count from 1 among siblings of the same name) leads to; null where
 * there is none. Paths that begin with an ellipsis are not whole and lead nowhere.
 */
export function nodeAt(root: Document, path: string): Element | null {
  if (!path.startsWith('/')) return null;
  let at: Document | Element = root;
  for (const step of path.slice(1).split('/')) {
    const match = STEP.exec(step);
    if (!match) return null;
    let left = Number(match[2]);
    const next: Element | undefined = at.children
      .filter(isTag)
      .find((child) => child.name === match[1] && --left === 0);
    if (!next) return null;
    at = next;
  }
  return isTag(at) ? at : null;
}
