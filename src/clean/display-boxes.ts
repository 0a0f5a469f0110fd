import type { Element } from './tree.ts';

/** Elements that say what a paragraph is a part of, and what they are shown as. */
const LISTS: { readonly [name: string]: readonly string[] } = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  tr: ['table', 'tbody', 'thead', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};
const SHOWN = new Set('ul ol li dl dt dd blockquote table tr td th'.split(' '));
/** Boxes that hold other boxes only. */
export const HOLDERS = new Set(['ul', 'ol', 'dl', 'table', 'tr']);
/** Cells that a table must have in the story: what has fewer sets out a page. */
const FEWEST_CELLS = 4;
/** Steps up from a paragraph: as long as node paths are. */
const MOST_STEPS = 64;

/** The boxes of a list, quotation or table of facts around each paragraph's element, outermost first; that element itself may be the last. */
export function boxesOf(elements: readonly (Element | null)[]): (element: Element) => Element[] {
  const isData = dataTables(elements);
  return (element) => {
    const boxes: Element[] = [];
    let table: Element | null = null;
    for (let at: Element | null = element, steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++) {
      if (!SHOWN.has(at.name)) continue;
      if (/^(?:table|tr|td|th)$/.test(at.name)) {
        table = at.name === 'table' ? at : tableOf(at);
        if (!table || !isData.has(table)) continue;
      }
      const lists = LISTS[at.name];
      const parent = at.parent;
      if (lists && !(parent && lists.includes(parent.name))) continue;
      // What stands in a list or table outside of its items and cells is a line before it.
      if (!(at === element && HOLDERS.has(at.name))) boxes.push(at);
    }
    return boxes.reverse();
  };
}

/** Tables whose cells are facts, not parts of the page's plan: several cells with a line or two each, and no table in them. */
function dataTables(elements: readonly (Element | null)[]): Set<Element> {
  const cells = new Map<Element, Set<Element>>();
  const lines = new Map<Element, number>();
  const outer = new Set<Element>();
  for (const element of elements) {
    let inner: Element | null = null;
    for (let at = element, steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++) {
      if (at.name !== 'td' && at.name !== 'th') continue;
      const table = tableOf(at);
      if (!table) continue;
      if (inner) outer.add(table);
      inner = table;
      const own = cells.get(table) ?? new Set();
      cells.set(table, own.add(at));
      lines.set(table, (lines.get(table) ?? 0) + 1);
    }
  }
  const data = new Set<Element>();
  for (const [table, own] of cells)
    if (!outer.has(table) && own.size >= FEWEST_CELLS && (lines.get(table) ?? 0) <= own.size * 2)
      data.add(table);
  return data;
}

function tableOf(cell: Element): Element | null {
  let at: Element | null = cell.parent;
  for (let steps = 0; at && steps < 4; steps++) {
    if (at.name === 'table') return at;
    at = at.parent;
  }
  return null;
}
