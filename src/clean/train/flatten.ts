import type { Attributes } from '../attributes.ts';
import { parsePage } from '../parse.ts';
import { isElement, type TreeNode } from '../tree.ts';

/** Elements whose content a crude scraper drops. It keeps forms, buttons, menus, `noscript` and whatever is hidden. */
const DROPPED = new Set(['script', 'style', 'template', 'svg', 'math']);

export interface FlattenOptions {
  /** Whether the document's `title` is kept as the first line. */
  readonly withTitle?: boolean;
  /** Whether line feeds of the source stay, as they do in `textContent`, so that a paragraph may be several lines. */
  readonly keepsFeeds?: boolean;
  /** Whether elements that are not shown are dropped. */
  readonly dropsHidden?: boolean;
  /** Whether a blank line stands between two lines. */
  readonly hasBlanks?: boolean;
}

/**
 * HTML → text as a crude scraper gives it: the text content of the body, a line a block-level element (and one at each `br`), white space
 * folded. Of all elements only `script`, `style`, `template` and drawings are left out; hidden ones stay. Without recursion, linear.
 */
export function flatten(html: string, options: FlattenOptions = {}): string {
  const lines: string[] = [];
  let text = '';
  const flush = () => {
    for (const line of options.keepsFeeds ? text.split('\n') : [text]) {
      const folded = line.replace(/[\s\u00a0]+/g, ' ').trim();
      if (folded !== '') lines.push(folded);
    }
    text = '';
  };
  const open: (TreeNode | null)[] = [...parsePage(html).children].reverse();
  // A null on the stack is the end of a block.
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null) flush();
    else if (!isElement(node)) text += node;
    else {
      if (DROPPED.has(node.name) || (options.dropsHidden && isHidden(node.attribs))) continue;
      if (node.name === 'title' && !options.withTitle) continue;
      if (node.tag.isBlock || node.name === 'br' || node.name === 'title') {
        flush();
        open.push(null);
      }
      for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as TreeNode);
    }
  }
  flush();
  return lines.join(options.hasBlanks ? '\n\n' : '\n');
}

function isHidden({ hidden, style }: Attributes): boolean {
  return hidden !== undefined || /display\s{0,3}:\s{0,3}none/i.test((style ?? '').slice(0, 500));
}
