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
/** Steps to children beyond this place are not kept. */
const MOST_KNOWN = 256;

/**
 * The path of an element: `/html[1]/body[1]/div[2]/p[1]`, places counted from 1 among siblings of the same name. Paths of more than 64 steps
 * are cut at the root's end and begin with `…`. Many paths of one page cost little more than one walk of it: what leads to an element is put
 * together once, and kept there.
 */
export function pathOf(element: Element): string {
  return element.depth < MOST_STEPS ? wholePath(element) : cutPath(element);
}

function wholePath(element: Element): string {
  if (element.path === '') {
    const { parent } = element;
    element.path = (parent === null ? '' : wholePath(parent)) + stepTo(element);
  }
  return element.path;
}

function stepTo({ tag: { name, steps }, place }: Element): string {
  if (place >= MOST_KNOWN) return `/${name}[${place}]`;
  while (steps.length < place) steps.push(`/${name}[${steps.length + 1}]`);
  return steps[place - 1] as string;
}

/** The last steps of a path that has more than are given. */
function cutPath(element: Element): string {
  let path = '';
  let at: Element | null = element;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++) path = stepTo(at) + path;
  return `…${path}`;
}
