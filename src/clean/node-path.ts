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
 * than 64 steps are cut at the root's end and begin with `…`. Many paths of one page cost little more than one walk of it: what
 * leads to an element is put together once.
 */
export function pathsOf(): (element: Element) => string {
  const known = new Map<Element, { readonly path: string; readonly steps: number }>();
  return (element) => {
    const open: Element[] = [];
    let found: { readonly path: string; readonly steps: number } | undefined;
    for (let at: Element | null = element; at && open.length <= MOST_STEPS; at = at.parent) {
      found = known.get(at);
      if (found) break;
      open.push(at);
    }
    let { path, steps } = found ?? { path: '', steps: 0 };
    if (steps + open.length > MOST_STEPS) return cutPath(element);
    for (let next = open.pop(); next; next = open.pop()) {
      path += `/${next.name}[${next.place}]`;
      steps++;
      known.set(next, { path, steps });
    }
    return path;
  };
}

/** The last steps of a path that has more than are given. */
function cutPath(element: Element): string {
  let path = '';
  let at: Element | null = element;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++)
    path = `/${at.name}[${at.place}]${path}`;
  return `…${path}`;
}
