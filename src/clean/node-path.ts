import { type Element, isElement, type Tree } from './tree.ts';

const STEP = /^([a-z][^[\]/]*)\[(\d{1,6})\]$/i;

/**
 * Finds the elements of one tree by their node paths (`/html[1]/body[1]/p[3]`, places count from 1 among siblings of the same name): gives
 * null where there is none. Paths that begin with an ellipsis are not whole and lead nowhere. Children are sorted by name once for each
 * element on the way, so many paths cost no more than one walk of the tree.
 */
export function nodeFinder(root: Pick<Tree, 'children'>): (path: string) => Element | null {
  const sorted = new Map<Pick<Tree, 'children'>, Map<string, Element[]>>();
  const childrenOf = (parent: Pick<Tree, 'children'>): Map<string, Element[]> => {
    let byName = sorted.get(parent);
    if (!byName) {
      byName = new Map();
      for (const child of parent.children) {
        if (!isElement(child)) continue;
        const own = byName.get(child.name);
        if (own) own.push(child);
        else byName.set(child.name, [child]);
      }
      sorted.set(parent, byName);
    }
    return byName;
  };
  return (path) => {
    if (!path.startsWith('/')) return null;
    let at: Element | null = null;
    for (const step of path.slice(1).split('/')) {
      const match = STEP.exec(step);
      if (!match) return null;
      const next: Element | undefined = childrenOf(at ?? root).get(match[1] as string)?.[
        Number(match[2]) - 1
      ];
      if (!next) return null;
      at = next;
    }
    return at;
  };
}

/** Longest path that is given, in steps from the element up. */
const MOST_STEPS = 64;

/**
 * Gives the paths of elements of one tree: `/html/body/div[2]/p[1]`, places counted from 1 among siblings of the same name. Paths of more
 * than 64 steps are cut at the root's end and begin with `…`. Places are counted once for all children of an element, so many paths of one
 * page cost no more than one walk of it.
 */
export function pathsOf(root: Tree): (element: Element) => string {
  const places = new Map<Element, number>();
  const known = new Map<Element, string>();
  const stepOf = (element: Element): string => {
    let place = places.get(element);
    if (place === undefined) {
      const seen = new Map<string, number>();
      for (const child of (element.parent ?? root).children) {
        if (!isElement(child)) continue;
        const count = (seen.get(child.name) ?? 0) + 1;
        seen.set(child.name, count);
        places.set(child, count);
      }
      place = places.get(element) ?? 1;
    }
    return `/${element.name}[${place}]`;
  };
  return (element) => {
    const cached = known.get(element);
    if (cached !== undefined) return cached;
    const steps: string[] = [];
    let at: Element | null = element;
    while (at && steps.length < MOST_STEPS) {
      steps.push(stepOf(at));
      at = at.parent;
    }
    const path = `${at ? '…' : ''}${steps.reverse().join('')}`;
    known.set(element, path);
    return path;
  };
}
