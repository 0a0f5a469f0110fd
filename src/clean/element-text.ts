import { type Element, isElement, type TreeNode } from './tree.ts';

const SILENT = new Set(['script', 'style', 'template']);

/** The text below an element, white space folded, at most 100,000 characters. Without recursion. */
export function textOf(element: Element): string {
  let text = '';
  const open: TreeNode[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined && text.length < 100_000; node = open.pop()) {
    if (!isElement(node)) text += node;
    else if (!SILENT.has(node.name))
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as TreeNode);
  }
  return text.replace(/\s+/g, ' ').trim();
}
